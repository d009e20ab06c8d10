import { Kind, parse } from "graphql/index.js";
import { expect, test } from "vitest";
import { checkAskedFields } from "../../src/api/asked-fields.ts";
import { makeApi } from "../../src/api/make-schema.ts";
import type { Store } from "../../src/graph/store.ts";
import { noQuestions } from "./answers.ts";

const { schema } = await makeApi({ store: { kind: "embedded" } as unknown as Store, questions: noQuestions });

function check(source: string, variables = {}): void {
  const document = parse(source);
  const [operation] = document.definitions;
  if (operation?.kind === Kind.OPERATION_DEFINITION) checkAskedFields(schema, document, operation, variables);
}

test.each([
  ["edges alone", "{ tasksConnection { totalCount edges { __typename } } }", "edges asks for nothing but __typename"],
  ["their nodes", "{ tasksConnection { edges { node { __typename } } } }", "edges"],
  [
    "nodes and properties",
    "{ tasks { leadersConnection { edges { node { __typename } properties { __typename } } } } }",
    "edges",
  ],
  ["an aggregate", "{ tasksConnection { aggregate { __typename } } }", "aggregate"],
  ["one part of it", "{ tasksConnection { aggregate { count { nodes } node { __typename } } } }", "node"],
  [
    "a part of a nested one",
    "{ tasks { leadersConnection { aggregate { node { name { __typename } } } } } }",
    "aggregate",
  ],
  [
    "fragments",
    "{ tasksConnection { edges { ...E ...E } } } fragment E on TaskEdge { node { ... on Task { __typename } } }",
    "edges",
  ],
  [
    "what is left out",
    "{ tasksConnection { edges { node { id @include(if: false) start @skip(if: true) } } } }",
    "edges",
  ],
])("refuses nothing but __typename of %s", (_what, source, message) => {
  expect(() => check(source)).toThrow(message);
});

test("looks at what variables leave out", () => {
  const query = "query($all: Boolean!) { tasksConnection { edges { node { id @include(if: $all) } } } }";
  expect(() => check(query, { all: false })).toThrow("edges");
  expect(() => check(query, { all: true })).not.toThrow();
});

test.each([
  ["nodes of a list", "{ tasks { __typename leaders { __typename } } }"],
  ["__typename beside a field", "{ tasksConnection { edges { cursor node { __typename } } } }"],
  ["a connection as a whole", "{ tasksConnection { __typename } }"],
  ["an answer of a question", '{ lineage(document: "x") { __typename nodes { __typename } } }'],
  ["a field of a fragment", "{ tasksConnection { edges { ...E } } } fragment E on TaskEdge { node { id } }"],
])("takes %s", (_what, source) => {
  expect(() => check(source)).not.toThrow();
});
