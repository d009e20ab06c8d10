import { Kind, parse } from "graphql/index.js";
import { expect, test } from "vitest";
import { checkArguments } from "../../src/api/arguments.ts";
import { makeApi } from "../../src/api/make-schema.ts";
import type { Store } from "../../src/graph/store.ts";
import { noQuestions } from "./answers.ts";

const { schema } = await makeApi({ store: { kind: "embedded" } as unknown as Store, questions: noQuestions });

function check(source: string, variables = {}): void {
  const document = parse(source);
  const [operation] = document.definitions;
  if (operation?.kind === Kind.OPERATION_DEFINITION) checkArguments(schema, document, operation, variables);
}

test.each([
  [
    "a limit of none, which would be no limit",
    "{ documents(limit: 0) { id } }",
    "documents(limit:) must be at least 1.",
  ],
  ["a negative one", "{ documents(limit: -1) { id } }", "at least 1"],
  ["one inside", "{ documents { tasks(limit: 0) { id } } }", "tasks(limit:)"],
  [
    "one in a fragment",
    "{ documents { ...F } } fragment F on Document { tasksConnection(first: 0) { totalCount } }",
    "tasksConnection(first:)",
  ],
  ["one of a question", '{ search(text: "x", first: 0) { score } }', "search(first:)"],
  ["a negative offset", "{ tasks(offset: -1) { id } }", "tasks(offset:) must not be negative."],
  ["a cursor that is none", '{ tasksConnection(after: "garbage") { totalCount } }', "no cursor"],
  ["a filter that is null", "{ documents(where: { id: null }) { id } }", "documents(where:) id must not be null"],
  [
    "an operator that is null",
    "{ documents(where: { title: { contains: null } }) { id } }",
    "title contains must not be null",
  ],
  [
    "an empty filter on a relation",
    "{ tasks(where: { leaders: { none: {} } }) { id } }",
    "tasks(where:) leaders none is empty",
  ],
  ["an empty negation", "{ tasks(where: { NOT: {} }) { id } }", "NOT is empty"],
  ["an empty choice", "{ tasks(where: { OR: [] }) { id } }", "OR is empty"],
  [
    "a filter too deep",
    `{ tasks(where: ${"{NOT:".repeat(30)}{ id: { eq: "x" } }${"}".repeat(30)}) { id } }`,
    "tasks(where:) is more than 20 levels deep",
  ],
  [
    "a filter too long",
    `{ tasks(where: { OR: [${'{ id: { eq: "x" } } '.repeat(101)}] }) { id } }`,
    "tasks(where:) has more than 200 objects",
  ],
  ["an empty filter in a list", '{ tasks(where: { AND: [{ id: { eq: "x" } }, {}] }) { id } }', "AND is empty"],
])("refuses %s", (_what, source, message) => {
  expect(() => check(source)).toThrow(message);
});

test("refuses the same in variables", () => {
  const query = "query($where: TaskWhere, $limit: Int) { tasks(where: $where, limit: $limit) { id } }";
  expect(() => check(query, { limit: 0 })).toThrow("tasks(limit:)");
  expect(() => check(query, { where: { leaders: { some: {} } } })).toThrow("leaders some is empty");
});

test.each([
  ["no filter", "{ tasks { id } }"],
  ["an empty filter as a whole", "{ tasks(where: {}) { id } }"],
  ["a filter that is null as a whole", "{ tasks(where: null) { id } }"],
  ["what is missing", "{ documents(where: { number: { eq: null } }) { id } }"],
  ["a filter of many values", `{ documents(where: { id: { in: [${'"x" '.repeat(900)}] } }) { id } }`],
  ["no entry of a list", "{ documents(where: { id: { in: [] } }) { id } }"],
  [
    "nodes without a relation",
    "{ tasks(where: { leadersConnection: { aggregate: { count: { nodes: { eq: 0 } } } } }) { id } }",
  ],
  [
    "a question's filter with nulls",
    '{ responsibilities(agency: "x", where: { place: null }, after: "own cursor") { totalCount } }',
  ],
])("takes %s", (_what, source) => {
  expect(() => check(source)).not.toThrow();
});
