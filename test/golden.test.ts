import { expect, test } from "vitest";
import { referenceFaults, spanFaults, wordFaults } from "../src/facts/check.ts";
import { factsOf, goldenDocuments } from "./support/golden.ts";
import { f1, PARTS, score, total, type Part } from "./support/score.ts";

// Invented documents in the manner of real ones, of many provinces, bodies and decades, and what a careful reader finds in them.
const documents = goldenDocuments().map((golden) => ({ ...golden, facts: factsOf(golden) }));
/** The least F1 over all documents together: what the reading must not fall behind. */
const LEAST: Readonly<Record<Part, number>> = {
  document: 0.98,
  citations: 0.98,
  relations: 0.98,
  links: 0.94,
  agencies: 0.965,
  tasks: 0.98,
  sections: 0.985,
  responsibilities: 0.955,
  basis: 0.99,
  reports: 0.93,
  deadlines: 0.94,
  targets: 0.95,
  recipients: 0.96,
};

test.each(documents)("the facts of $name stand where they say", ({ facts, text }) => {
  expect([...spanFaults(facts), ...referenceFaults(facts), ...wordFaults(facts, text)]).toEqual([]);
});

test("reading finds what a careful reader finds", () => {
  const all = total(documents.map(({ gold, facts }) => score(gold, facts)));
  const reached = Object.fromEntries(PARTS.map((part) => [part, f1(all[part])]));
  for (const part of PARTS)
    expect(reached[part], `${part}: ${JSON.stringify(all[part])}`).toBeGreaterThanOrEqual(LEAST[part]);
});
