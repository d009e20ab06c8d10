import { expect, test } from "vitest";
import { printedSeed } from "./dice.ts";
import { fuzz, servedEmbedded } from "./fuzz.ts";

test("300 random requests to the served command: each is answered, none with a fault of ours, nothing is changed", async () => {
  const statuses = await fuzz(await servedEmbedded(), printedSeed("random requests"), 300);
  expect(statuses["200"]).toBeGreaterThan(50);
});
