import { describe, expect, test } from "vitest";
import { givenStore, neo4jIsAbsent } from "../support/stores.ts";
import { printedSeed } from "./dice.ts";
import { fuzz, servedEmbedded } from "./fuzz.ts";

const COUNT = 10_000;
const WHAT = `${COUNT} random requests to the served command: each is answered, none with a fault of ours, nothing is changed`;
const seed = printedSeed("random requests");

test(`${WHAT} (embedded)`, async () => {
  const statuses = await fuzz(await servedEmbedded(), seed, COUNT);
  expect(statuses["200"]).toBeGreaterThan(COUNT / 10);
});

describe.skipIf(neo4jIsAbsent)("a database server", () => {
  const given = givenStore("neo4j");
  test(WHAT, async () => {
    const env = { NEO4J_URI: given.store.place, NEO4J_PASSWORD: "any" };
    const statuses = await fuzz({ env, within: (work) => work(given.store) }, seed, COUNT);
    expect(statuses["200"]).toBeGreaterThan(COUNT / 10);
  });
});
