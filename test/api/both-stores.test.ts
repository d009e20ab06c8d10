import { beforeAll, describe, expect, test } from "vitest";
import { type Api, makeApi } from "../../src/api/make-schema.ts";
import { prepareSchema } from "../../src/graph/schema.ts";
import type { Store } from "../../src/graph/store.ts";
import { neo4jAbsence } from "../support/neo4j.ts";
import { givenStore } from "../support/stores.ts";
import { answer } from "./answers.ts";
import { operations } from "./all-operations.ts";
import { invented } from "./questions.ts";
import { plant } from "./plant.ts";

const here = givenStore("embedded", "file");
const server = (await neo4jAbsence()) === null ? givenStore("neo4j", "file") : null;
let embedded: Api;
let neo4j: Api | null = null;

beforeAll(async () => {
  embedded = await apiOver(here.store);
  neo4j = server && (await apiOver(server.store));
});

async function apiOver(store: Store): Promise<Api> {
  await prepareSchema(store);
  await plant(store);
  return makeApi({ store, questions: invented });
}

test("there are at least 120 operations, each once", () => {
  const all = Object.values(operations).flatMap((group) =>
    group.map(({ query, variables }) => JSON.stringify([query, variables])),
  );
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBeGreaterThanOrEqual(120);
});

describe.each(Object.entries(operations))("%s", (_group, inGroup) => {
  test.each(inGroup)("$what", async (operation) => {
    const given = await answer(embedded, operation);
    expect(given).not.toHaveProperty("errors");
    expect(JSON.stringify(given)).toContain(operation.shows);
    if (neo4j) expect(given).toEqual(await answer(neo4j, operation));
  });
});

test("pages of a connection reach the end, each node once, on both stores", async () => {
  for (const api of neo4j ? [embedded, neo4j] : [embedded]) {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const query =
        "query($after: String) { tasksConnection(first: 4, after: $after, sort: [{ ordinal: ASC }]) { edges { node { id } } pageInfo { endCursor hasNextPage } } }";
      const given = (await answer(api, { query, variables: { after } })) as Page;
      const { edges, pageInfo } = given.data.tasksConnection;
      seen.push(...edges.map(({ node }) => node.id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(new Set(seen).size).toBe(6);
    expect(seen).toHaveLength(6);
  }
});

interface Page {
  readonly data: {
    readonly tasksConnection: {
      readonly edges: readonly { readonly node: { readonly id: string } }[];
      readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
    };
  };
}
