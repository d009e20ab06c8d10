import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe } from "vitest";
import { openStore } from "../../src/graph/open-store.ts";
import type { Store } from "../../src/graph/store.ts";
import { leaseNeo4j, neo4jAbsence } from "./neo4j.ts";

/** The store of the test that runs: empty at its start, gone at its end. */
export interface Given {
  readonly store: Store;
}
export type Kind = Store["kind"];
/** Whether constraints and indexes of the tests before may still stand on the server: to make them anew for each test takes longer than most tests. */
export type Schema = "any" | "none";

/** How a store is had: the embedded one is "hosted" where its engine has a process of its own, as in a server. */
export type Edition = Kind | "hosted";

const absence = await neo4jAbsence();
export const neo4jIsAbsent = absence !== null;
/** Long enough for the first test, which waits for the server to come up, and for others that hold it. */
const TURN = 300_000;

/** Defines the same tests on each store. A store is made anew for each test, or for all of them together where they only read what was planted once. */
export function onEachStore(
  body: (given: Given, kind: Kind) => void,
  life: "test" | "file" = "test",
  schema: Schema = "any",
  editions: readonly Edition[] = ["embedded", "neo4j"],
): void {
  for (const edition of editions) {
    describe.skipIf(edition === "neo4j" && absence !== null)(edition, () =>
      body(givenStore(edition, life, schema), edition === "neo4j" ? "neo4j" : "embedded"),
    );
  }
}

/** A clean store for each test of the surrounding block, or for the whole block. */
export function givenStore(edition: Edition, life: "test" | "file" = "test", schema: Schema = "any"): Given {
  let open: Opened | undefined;
  const [before, after] = life === "test" ? [beforeEach, afterEach] : [beforeAll, afterAll];
  before(async () => {
    open = await (edition === "neo4j" ? cleanNeo4j(schema) : cleanEmbedded(edition === "hosted"));
  }, TURN);
  after(async () => {
    await open?.end();
    open = undefined;
  });
  return {
    get store() {
      if (open === undefined) throw new Error("the store stands only while a test runs");
      return open.store;
    },
  };
}

interface Opened {
  readonly store: Store;
  end(): Promise<void>;
}

async function cleanEmbedded(serving: boolean): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), "mandate-store-"));
  const store = await openStore({ kind: "embedded", path: join(folder, "graph") }, { serving });
  return {
    store,
    end: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function cleanNeo4j(schema: Schema): Promise<Opened> {
  const lease = await leaseNeo4j();
  try {
    // Only ever the server that this run has started: what else listens on this machine is somebody's.
    const open = () => openStore({ kind: "neo4j", uri: lease.uri, user: "neo4j", password: "any" });
    // On a busy machine a server that has only just come up may not answer its first caller in time.
    const store = await open().catch(open);
    await empty(store, schema);
    return { store, end: () => store.close().finally(() => lease.end()) };
  } catch (error) {
    lease.end();
    throw error;
  }
}

async function empty(store: Store, schema: Schema): Promise<void> {
  const named = async (cypher: string) => {
    const rows = await store.read((transaction) => transaction.run(cypher, {}));
    return rows.map(({ name }) => name as string);
  };
  await store.write((transaction) => transaction.run("MATCH (n) DETACH DELETE n", {}));
  if (schema === "any") return;
  const constraints = await named("SHOW CONSTRAINTS YIELD name");
  const indexes = await named(
    "SHOW INDEXES YIELD name, type, owningConstraint WHERE type <> 'LOOKUP' AND owningConstraint IS NULL",
  );
  for (const name of constraints) await drop(store, `DROP CONSTRAINT ${name}`);
  for (const name of indexes) await drop(store, `DROP INDEX ${name}`);
}

async function drop(store: Store, cypher: string): Promise<void> {
  await store.write((transaction) => transaction.run(cypher, {}));
}
