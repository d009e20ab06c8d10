import { pino } from "pino";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { QuestionResolver } from "../../src/api/context.ts";
import { makeApi } from "../../src/api/make-schema.ts";
import { startServer } from "../../src/api/server.ts";
import type { portDriver } from "../../src/graph/driver.ts";
import type { Patience, Store } from "../../src/graph/store.ts";
import { withPatience } from "../../src/graph/with-patience.ts";
import { ask } from "../support/command.ts";
import { givenStore, neo4jIsAbsent, type Edition } from "../support/stores.ts";
import { RUNAWAY } from "../graph/hosted/runaway.ts";
import { plant } from "./plant.ts";
import { invented } from "./questions.ts";

const SOON = 3_000;
const editions: readonly Edition[] = ["hosted", "neo4j"];

describe.each(editions)("on a store that is %s", (edition) => {
  describe.skipIf(edition === "neo4j" && neo4jIsAbsent)("a question", () => {
    const given = givenStore(edition, "file");

    test("that takes too long is told so once, in time, and given up; the next is answered", async () => {
      const { url, close } = await served(given.store, 800);
      try {
        const begun = performance.now();
        const { status, data, errors } = await ask(
          url,
          `{ a: resolve(text: "slow") { score } b: resolve(text: "slow") { score } documents { id } }`,
        );
        expect(performance.now() - begun).toBeLessThan(SOON);
        expect([status, data, errors?.length, errors?.[0]?.extensions?.code]).toEqual([
          504,
          undefined,
          1,
          "QUESTION_TOO_LONG",
        ]);
        expect(errors?.[0]?.message).toContain("0.8 s");
        await eventually(async () => expect(await underWay(given.store)).toBe(0));
      } finally {
        await close();
      }
      const other = await served(given.store, 10_000);
      const { status, data } = await ask(other.url, `{ documentsConnection { totalCount } }`).finally(other.close);
      expect([status, data]).toEqual([200, { documentsConnection: { totalCount: 6 } }]);
    });

    test("whose client goes away is given up where that is possible", async () => {
      const { url, close } = await served(given.store, 2_000);
      try {
        const client = new AbortController();
        const asking = fetch(url, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ query: `{ resolve(text: "slow") { score } }` }),
          signal: client.signal,
        });
        setTimeout(() => client.abort(), 300);
        await expect(asking).rejects.toThrow();
        // The embedded engine goes on until the deadline.
        await eventually(async () => expect(await underWay(given.store)).toBe(0));
      } finally {
        await close();
      }
    });
  });
});

describe.skipIf(neo4jIsAbsent)("a read of the generated API on Neo4j", () => {
  const given = givenStore("neo4j", "file");
  const patience = (ms: number): Patience => ({ until: performance.now() + ms, gone: new AbortController().signal });

  test("ends at the deadline too, and tells it as the store does", async () => {
    const patient = withPatience(given.store, patience(500)) as Store & {
      readonly driver: ReturnType<typeof portDriver>;
    };
    const session = patient.driver.session();
    const begun = performance.now();
    await expect(session.executeRead((transaction) => transaction.run(RUNAWAY))).rejects.toMatchObject({
      name: "StoreError",
      code: "TOO_LONG",
    });
    await session.close();
    expect(performance.now() - begun).toBeLessThan(SOON);
    await eventually(async () => expect(await underWay(given.store)).toBe(0));
  });
});

const slow: Readonly<Record<string, QuestionResolver>> = {
  ...invented,
  resolve: async (_source, _args, { store }) => {
    await store.read((transaction) => transaction.run(RUNAWAY, {}));
    return [];
  },
};

async function served(store: Store, deadline: number) {
  const rows = await store.read((transaction) => transaction.run("MATCH (n) RETURN count(n) AS count", {}));
  if (rows[0]?.["count"] === 0) await plant(store);
  const api = await makeApi({ store, questions: slow });
  const log = pino({ level: "silent" });
  const server = await startServer({ store, api, host: "127.0.0.1", port: 0, log, deadline });
  return { url: `${server.url}/graphql`, close: () => server.close() };
}

/** How many runaways the server still has; the embedded engine does not tell. */
async function underWay(store: Store): Promise<number> {
  if (store.kind === "embedded") return 0;
  const rows = await store.read((transaction) =>
    transaction.run(
      "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH 'UNWIND range(1, 100000)'",
      {},
    ),
  );
  return rows.length;
}

async function eventually(check: () => Promise<void>): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await check();
      return;
    } catch (error) {
      if (tries === 20) throw error;
      await pause(100);
    }
  }
}
