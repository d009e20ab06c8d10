import { expect, test } from "vitest";
import { readAsset } from "../../src/assets.ts";
import { makeConfidence, withConfidence } from "../../src/facts/confidence.ts";
import { classesOf } from "../../src/facts/fact-class.ts";
import { seenClasses } from "../support/classes.ts";
import type { factsOf } from "../support/reading.ts";
import { tasksOf } from "../support/reading.ts";

const howLeads = (facts: ReturnType<typeof factsOf>): readonly (string | undefined)[] => {
  const classes = classesOf(facts);
  return facts.tasks.flatMap(({ leads }) => leads.map((lead) => classes.get(lead)?.how));
};

test.each([
  ["one that is told to act", "1. Sở Y tế lập danh mục vùng trồng.\n", "assigned"],
  ["one with “chủ trì”", "1. Sở Y tế chủ trì lập danh mục vùng trồng.\n", "stated"],
  ["one named for all items below", "1. Sở Y tế có trách nhiệm:\na) Lập danh mục vùng trồng;\n", "assigned, inherited"],
  ["one read in a damaged word", "1. Sở Y t~ lập danh mục vùng trồng.\n", "damaged words"],
])("a lead is of the class of its finding: %s", (_what, items, how) => {
  expect(howLeads(tasksOf(items))).toEqual([how]);
});

test("a share is that of its class, by Laplace's rule; never seen is one half; never measured is not told", () => {
  const confidence = makeConfidence([{ fact: "lead", how: "assigned", found: 98, agreed: 96 }]);
  expect(confidence.of({ fact: "lead", how: "assigned" })).toBe(0.97);
  expect(confidence.of({ fact: "lead", how: "stated" })).toBe(0.5);
  expect(confidence.of({ fact: "direction", how: "own" })).toBeNull();
  const facts = withConfidence(tasksOf("1. Sở Y tế lập danh mục vùng trồng.\n"), confidence);
  expect(facts.tasks[0]?.leads[0]?.confidence).toBe(0.97);
});

test("the shares are those of the golden documents: `npm run measure -- --write` makes them anew", () => {
  expect(JSON.parse(readAsset("data/confidence.json"))).toEqual(seenClasses());
});
