import neo4j from "neo4j-driver";
import { expect, test } from "vitest";
import { driverOf, portDriver } from "../../src/graph/driver.ts";
import type { Params, Row, Store } from "../../src/graph/store.ts";

/** A store that tells what it was asked. */
function listening(rows: readonly Row[] = []) {
  const asked: { readonly cypher: string; readonly params: Params; readonly mode: string }[] = [];
  const within =
    (mode: string): Store["read"] =>
    (work) =>
      work({
        run: (cypher, params) => {
          asked.push({ cypher, params, mode });
          return Promise.resolve(rows);
        },
      });
  const store = {
    kind: "embedded",
    place: "here",
    read: within("read"),
    write: within("write"),
    version: () => Promise.resolve("Grafeo 0.6"),
  };
  return { store: store as unknown as Store, asked };
}

test("gives records as the driver's own", async () => {
  const { store } = listening([{ this: { id: "a", until: "2024-01-11" }, n: 2 }]);
  const { records, summary } = await portDriver(store)
    .session()
    .executeRead((tx) => tx.run("RETURN 1"));
  expect(records.map((record) => [record.keys, record.get("n") as unknown, record.toObject() as unknown])).toEqual([
    [["this", "n"], 2, { this: { id: "a", until: "2024-01-11" }, n: 2 }],
  ]);
  expect(summary.counters.updates().nodesCreated).toBe(0);
});

test("passes integers, days, lists and maps on as the engine takes them", async () => {
  const { store, asked } = listening();
  const params = {
    limit: neo4j.int(20),
    day: new neo4j.types.Date(2024, 1, 11),
    days: [new neo4j.types.Date(2024, 12, 1)],
    big: 7n,
    filter: { title: "Kết luận", missing: undefined, none: null },
  };
  await portDriver(store)
    .session()
    .executeRead((tx) => tx.run("CYPHER 5\nRETURN $limit", params));
  expect(asked).toEqual([
    {
      mode: "read",
      cypher: "RETURN $limit",
      params: {
        limit: 20,
        day: { $date: "2024-01-11" },
        days: [{ $date: "2024-12-01" }],
        big: 7,
        filter: { title: "Kết luận", missing: null, none: null },
      },
    },
  ]);
});

test("refuses a parameter that has no form there", async () => {
  const { store } = listening();
  const run = portDriver(store)
    .session()
    .executeRead((tx) => tx.run("RETURN $at", { at: new Date() }));
  await expect(run).rejects.toMatchObject({
    code: "STATEMENT_FAILED",
    message: expect.stringContaining("$at") as string,
  });
});

test("answers for the server's version without asking the store", async () => {
  const { store, asked } = listening();
  const query =
    "CYPHER 5\nCALL dbms.components() YIELD versions, edition UNWIND versions AS version RETURN version, edition";
  const { records } = await portDriver(store)
    .session()
    .executeRead((tx) => tx.run(query));
  expect([...(records[0] ?? [])]).toEqual(["5.26.0", "community"]);
  expect(asked).toEqual([]);
});

test("writes in a write transaction", async () => {
  const { store, asked } = listening();
  await portDriver(store)
    .session()
    .executeWrite((tx) => tx.run("CREATE (n)"));
  expect(asked.map(({ mode }) => mode)).toEqual(["write"]);
});

test("takes the driver that a store has", () => {
  const driver = { session: () => null };
  expect(driverOf({ ...listening().store, driver } as unknown as Store)).toBe(driver);
});
