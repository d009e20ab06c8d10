import { expect, test } from "vitest";
import { printedSeed } from "./dice.ts";
import { fuzz, fuzzChanges, servedEmbedded } from "./fuzz.ts";

test("300 random requests to the served command: each is answered, none with a fault of ours, nothing is changed", async () => {
  const statuses = await fuzz(await servedEmbedded(), printedSeed("random requests"), 300);
  expect(statuses["200"]).toBeGreaterThan(50);
});

test("200 facts and decisions that are nearly right: each is taken or refused for what is wrong, all questions are answered after them", async () => {
  const statuses = await fuzzChanges(await servedEmbedded(), printedSeed("random changes"), 200);
  expect(statuses["200"]).toBeGreaterThan(10);
  expect(statuses["400"]).toBeGreaterThan(50);
});
