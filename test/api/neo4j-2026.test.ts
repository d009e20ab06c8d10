import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Api, makeApi } from "../../src/api/make-schema.ts";
import "../../src/graph/counts.ts";
import "../../src/graph/load/statements.ts";
import { openStore } from "../../src/graph/open-store.ts";
import { prepareSchema } from "../../src/graph/schema.ts";
import { declaredStatements } from "../../src/graph/statement.ts";
import type { Store } from "../../src/graph/store.ts";
import "../../src/questions/statements.ts";
import { newerNeo4j } from "../../tools/neo4j/newer.ts";
import { type Neo4jServer, startNeo4j } from "../../tools/neo4j/server.ts";
import { notRun } from "../support/required.ts";
import { leastParameters } from "../support/statements.ts";
import { givenStore } from "../support/stores.ts";
import { operations } from "./all-operations.ts";
import { answer } from "./answers.ts";
import { plant } from "./plant.ts";
import { invented } from "./questions.ts";

// The same on a Neo4j of the yearly line (2026.x), where one and a Java to run it are found.
const found = newerNeo4j();
if (typeof found === "string") notRun("neo4j-2026", found);

describe.runIf(typeof found !== "string")("Neo4j 2026", () => {
  const here = givenStore("embedded", "file");
  let server: Neo4jServer | undefined;
  let store: Store;
  let embedded: Api;
  let newer: Api;

  beforeAll(async () => {
    if (typeof found === "string") return;
    server = await startNeo4j(found);
    store = await openStore({ kind: "neo4j", uri: server.uri, user: "neo4j", password: "any" });
    expect(await store.version()).toMatch(/20\d\d\./u);
    embedded = await apiOver(here.store);
    newer = await apiOver(store);
  }, 120_000);
  afterAll(async () => {
    if (server === undefined) return;
    await store.close();
    await server.stop();
  });

  async function apiOver(over: Store): Promise<Api> {
    await prepareSchema(over);
    await plant(over);
    return makeApi({ store: over, questions: invented });
  }

  test.each(Object.values(operations).flat())("$what", async (operation) => {
    expect(await answer(newer, operation)).toEqual(await answer(embedded, operation));
  });

  test("every statement runs, and gives rows of the shape that it declares", async () => {
    await store.write((transaction) => transaction.run("MATCH (n) DETACH DELETE n", {}));
    for (const { name, cypher, params, row } of declaredStatements()) {
      const rows = await store.write((transaction) => transaction.run(cypher, leastParameters(params)));
      expect(z.array(row).safeParse(rows).success, `${name}: ${JSON.stringify(rows)}`).toBe(true);
    }
  });
});
