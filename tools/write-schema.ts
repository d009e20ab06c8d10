import { writeFileSync } from "node:fs";
import { augmentedSchema } from "../src/api/augmented-schema.ts";

// `npm run schema:write`: keeps the whole schema as clients see it beside its input, so that a change of it is seen in review.
writeFileSync("schema.augmented.graphql", await augmentedSchema());
