import { describe, expect, test } from "vitest";
import { givenStore, neo4jIsAbsent } from "../support/stores.ts";
import { printedSeed } from "./dice.ts";
import { fuzz, fuzzChanges, type Served, servedEmbedded } from "./fuzz.ts";

const COUNT = 10_000;
const WHAT = `${COUNT} random requests to the served command: each is answered, none with a fault of ours, nothing is changed`;
const CHANGES = 2_000;
const WHAT_CHANGES = `${CHANGES} facts and decisions that are nearly right: each is taken or refused for what is wrong, and every question is answered after them`;
const seed = printedSeed("random requests");

test(`${WHAT} (embedded)`, async () => {
  const statuses = await fuzz(await servedEmbedded(), seed, COUNT);
  expect(statuses["200"]).toBeGreaterThan(COUNT / 10);
});

test(`${WHAT_CHANGES} (embedded)`, async () => {
  const statuses = await fuzzChanges(await servedEmbedded(), seed, CHANGES);
  expect(statuses["200"]).toBeGreaterThan(CHANGES / 20);
});

describe.skipIf(neo4jIsAbsent)("a database server", () => {
  const given = givenStore("neo4j");
  const served = (): Served => ({
    env: { NEO4J_URI: given.store.place, NEO4J_PASSWORD: "any" },
    within: (work) => work(given.store),
  });
  test(WHAT, async () => {
    const statuses = await fuzz(served(), seed, COUNT);
    expect(statuses["200"]).toBeGreaterThan(COUNT / 10);
  });
  test(WHAT_CHANGES, async () => {
    const statuses = await fuzzChanges(served(), seed, CHANGES);
    expect(statuses["200"]).toBeGreaterThan(CHANGES / 20);
  });
});
