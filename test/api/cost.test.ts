import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { getNamedType, GraphQLEnumType, Kind, parse, typeFromAST, type VariableDefinitionNode } from "graphql/index.js";
import { getComplexity } from "graphql-query-complexity";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { MOST_COST, rowsEstimator } from "../../src/api/cost.ts";
import { type Api, makeApi } from "../../src/api/make-schema.ts";
import { type RunningServer, startServer } from "../../src/api/server.ts";
import * as agency from "../../src/web/client/ask/agency.ts";
import * as corpus from "../../src/web/client/ask/corpus.ts";
import * as document from "../../src/web/client/ask/document.ts";
import * as gaps from "../../src/web/client/ask/gaps.ts";
import * as search from "../../src/web/client/ask/search.ts";
import * as task from "../../src/web/client/ask/task.ts";
import { ask } from "../support/command.ts";
import { givenStore } from "../support/stores.ts";
import { plant } from "./plant.ts";
import { invented } from "./questions.ts";

const planted = givenStore("embedded", "file");
let api: Api;
let server: RunningServer;

beforeAll(async () => {
  const { store } = planted;
  await plant(store);
  api = await makeApi({ store, questions: invented });
  server = await startServer({ store, api, host: "127.0.0.1", port: 0, log: pino({ level: "silent" }) });
});
afterAll(() => server.close());

/** The dearest values of an operation's variables: long lists. */
function dearest({ variable, type, defaultValue }: VariableDefinitionNode): readonly [string, unknown][] {
  const declared = typeFromAST(api.schema, type as never);
  if (declared === undefined || (!String(declared).endsWith("!") && String(declared) !== "Int")) return [];
  if (defaultValue !== undefined && String(getNamedType(declared)) !== "Int") return [];
  const named = getNamedType(declared);
  const one =
    named instanceof GraphQLEnumType
      ? named.getValues()[0]?.name
      : ({ Int: 200, Date: "2024-01-01", Boolean: true }[String(named)] ?? "x");
  return [[variable.name.value, String(declared).startsWith("[") ? [one] : one]];
}

function costOf(query: string): number {
  const parsed = parse(query);
  const variables = Object.fromEntries(
    parsed.definitions.flatMap((each) =>
      each.kind === Kind.OPERATION_DEFINITION ? (each.variableDefinitions ?? []).flatMap(dearest) : [],
    ),
  );
  return getComplexity({ schema: api.schema, query: parsed, estimators: [rowsEstimator], variables });
}

const isQuestion = (value: unknown): value is { readonly query: string } =>
  typeof value === "object" && value !== null && "query" in value;

test("what the pages and the examples ask, with the longest lists, stays well below the bar", () => {
  const asked = [
    ...[agency, corpus, document, gaps, search, task].flatMap((each) =>
      Object.entries<unknown>(each).flatMap(([name, value]): [string, string][] =>
        isQuestion(value) ? [[name, value.query]] : [],
      ),
    ),
    ...readdirSync("examples")
      .filter((name) => name.endsWith(".graphql"))
      .map((name): [string, string] => [name, readFileSync(join("examples", name), "utf8")]),
  ];
  expect(asked.length).toBeGreaterThan(30);
  const costs = Object.fromEntries(asked.map(([name, query]) => [name, costOf(query)]));
  expect(
    Object.entries(costs).filter(([, cost]) => cost > MOST_COST / 2),
    JSON.stringify(costs),
  ).toEqual([]);
});

test("one node that is named by its id counts as one, ten scalars as one more", () => {
  expect(costOf('{ tasks(where: { id: { eq: "x" } }) { leaders { id } } }')).toBe(23);
});

const nested = (limit: string, depth: number): string =>
  "implements" + limit + (depth === 0 ? " { id }" : ` { ${nested(limit, depth - 1)} }`);

test.each([
  ["long lists in lists", `{ documents(limit: 200) { ${nested("(limit: 200)", 1)} } }`],
  ["lists without a limit, which are as long as the default", `{ documents { ${nested("", 2)} } }`],
  [
    "connections",
    "{ documentsConnection(first: 200) { edges { node { tasksConnection(first: 200) { edges { node { leadersConnection { edges { node { id } } } } } } } } } }",
  ],
  [
    "a limit from a variable's default",
    `query($n: Int = 200) { documents(limit: $n) { ${nested("(limit: $n)", 1)} } }`,
  ],
  [
    "whole texts by the hundred",
    "{ sources(limit: 200) { documents(limit: 2) { readFrom { text } } text } more: sources(limit: 200) { text } }",
  ],
])("%s are refused, with what they cost", async (_what, query) => {
  const { status, errors } = await ask(`${server.url}/graphql`, query);
  expect([status, errors?.[0]?.extensions?.code]).toEqual([400, "TOO_COSTLY"]);
  expect(errors?.[0]?.message).toMatch(new RegExp(`costs \\d+, at most ${String(MOST_COST)}`, "u"));
});

test("a limit beyond every page is taken as the longest page, and counted as such", async () => {
  const { status } = await ask(`${server.url}/graphql`, "{ documents(limit: 100000) { id tasks { id } } }");
  expect(status).toBe(200);
  expect(costOf("{ documents(limit: 100000) { id } }")).toBe(costOf("{ documents(limit: 200) { id } }"));
});
