import { pino } from "pino";
import { expect, test } from "vitest";
import { makeApi } from "../../src/api/make-schema.ts";
import { questionResolvers } from "../../src/api/questions.ts";
import { startServer } from "../../src/api/server.ts";
import { SHIPPED_FACTS } from "../../src/assets.ts";
import { listFacts } from "../../src/cli/facts-files.ts";
import { load } from "../../src/graph/load/load.ts";
import { openStore } from "../../src/graph/open-store.ts";
import { loadRegistry } from "../../src/registry/load-registry.ts";
import { startNeo4j } from "../../tools/neo4j/server.ts";
import { ask } from "../support/command.ts";
import { neo4jAbsence } from "../support/neo4j.ts";

const SOON = 10_000;
const absence = await neo4jAbsence();

test.skipIf(absence !== null)(
  "a Neo4j that is lost in the middle: a clear error in under ten seconds, for questions and for loads",
  async () => {
    const neo4j = await startNeo4j();
    const store = await openStore({ kind: "neo4j", uri: neo4j.uri, user: "neo4j", password: "any" });
    const files = await listFacts([SHIPPED_FACTS]);
    await load(store, files);
    const api = await makeApi({ store, questions: questionResolvers(loadRegistry()) });
    const server = await startServer({ store, api, host: "127.0.0.1", port: 0, log: pino({ level: "silent" }) });
    const url = `${server.url}/graphql`;
    try {
      expect((await ask(url, `{ documents(limit: 1) { id } }`)).status).toBe(200);
      await neo4j.kill();
      for (const question of [
        `{ lineage(document: "vn/tw/kl/2024/69") { truncated } }`,
        `{ documents(limit: 1) { id } }`,
      ]) {
        const begun = Date.now();
        const { status, errors } = await ask(url, question);
        expect(Date.now() - begun).toBeLessThan(SOON);
        expect({ status, code: errors?.[0]?.extensions?.code }).toEqual({ status: 503, code: "STORE_UNAVAILABLE" });
      }
      const begun = Date.now();
      await expect(load(store, files)).rejects.toMatchObject({ code: "STORE_UNREACHABLE" });
      expect(Date.now() - begun).toBeLessThan(SOON);
      expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
      expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    } finally {
      await server.close();
      await store.close();
    }
  },
  120_000,
);
