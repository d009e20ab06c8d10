import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { augmentedSchema } from "../../src/api/augmented-schema.ts";

test("the schema as clients see it is kept beside its input (npm run schema:write)", async () => {
  expect(await augmentedSchema()).toBe(readFileSync("schema.augmented.graphql", "utf8"));
});
