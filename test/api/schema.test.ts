import { expect, test } from "vitest";
import { printSchema } from "graphql/index.js";
import { makeApi } from "../../src/api/make-schema.ts";
import type { Store } from "../../src/graph/store.ts";
import { noQuestions } from "./answers.ts";

/** The schema is made without asking the store anything. */
const untouched = { kind: "embedded", place: "nowhere" } as unknown as Store;
const { schema } = await makeApi({ store: untouched, questions: noQuestions });

test("has the questions and a list and a connection of each node type at the root, and nothing else", () => {
  const lists = ["agencies", "documents", "people", "places", "sources", "targets", "tasks"];
  const questions = [
    ...["changes", "corpus", "decisions", "gaps", "lineage", "matrix", "obligations", "reporting", "resolve"],
    ...["responsibilities", "roster", "search", "statedLines", "verify", "words"],
  ];
  const expected = [...questions, ...lists, ...lists.map((name) => `${name}Connection`)];
  expect(Object.keys(schema.getQueryType()?.getFields() ?? {}).sort()).toEqual(expected.sort());
});

test("changes nothing but reviews, and tells of no change by itself", () => {
  expect(Object.keys(schema.getMutationType()?.getFields() ?? {}).sort()).toEqual(
    ["accept", "add", "describe", "edit", "identify", "merge", "place", "reject", "undo"].sort(),
  );
  expect(schema.getSubscriptionType()).toBeFalsy();
});

test("shows no property that is only the store's own", () => {
  expect(printSchema(schema)).not.toMatch(
    /^\s+(?:folded|registered|facts|review|cue|namesMassOrganisations|mayHaveCaucus|endBasis)\b/mu,
  );
});

test("keeps the defaults of the questions' arguments", () => {
  const lineage = schema.getQueryType()?.getFields()["lineage"];
  const defaults = Object.fromEntries((lineage?.args ?? []).map(({ name, defaultValue }) => [name, defaultValue]));
  expect(defaults).toEqual({
    document: undefined,
    direction: "BOTH",
    depth: 12,
    relations: ["IMPLEMENTS", "BASED_ON", "CONTINUES", "REPLACES"],
  });
});
