import neo4j, { type Driver } from "neo4j-driver";
import { toEmbedded } from "./dialect/to-embedded.ts";
import type { Params, Row, Store, Transaction, Value } from "./store.ts";
import { StoreError } from "./store.ts";

/** What the generated API asks of the server before its first read. The embedded engine is treated like the Neo4j whose Cypher it answers. */
const COMPONENTS = "CALL dbms.components()";
const COMPATIBLE = { version: "5.26.0", edition: "community" };

/** The driver that a store already has (Neo4j), or one that speaks to it through the port (embedded). */
export function driverOf(store: Store): Driver {
  return "driver" in store ? (store.driver as Driver) : portDriver(store);
}

/**
 * An object that behaves as a neo4j-driver `Driver` towards @neo4j/graphql, over any store that speaks the embedded dialect.
 * Days come back as ISO strings, which the `Date` scalar takes; the counters of what a query changed are always zero, for the port does not tell them.
 */
export function portDriver(store: Store): Driver {
  const driver = {
    session: () => sessionOver(store),
    executeQueryBookmarkManager: undefined,
    supportsMultiDb: () => Promise.resolve(false),
    getServerInfo: async () => ({ address: store.place, agent: await store.version(), protocolVersion: 5 }),
    verifyConnectivity: async () => ({ address: store.place, agent: await store.version(), protocolVersion: 5 }),
    close: () => Promise.resolve(),
  };
  // The library takes the driver by its shape: of the class, only what stands above is ever called.
  return driver as unknown as Driver;
}

interface PortTransaction {
  run(cypher: string, params?: Readonly<Record<string, unknown>>): Promise<PortResult>;
}
type Work<T> = (transaction: PortTransaction) => Promise<T>;

function sessionOver(store: Store) {
  const over = (transaction: Transaction): PortTransaction => ({
    run: async (cypher, params = {}) => {
      if (cypher.includes(COMPONENTS)) return resultOf([COMPATIBLE]);
      const empty = Object.entries(params).filter(([, value]) => Array.isArray(value) && value.length === 0);
      const statement = toEmbedded(cypher, new Set(empty.map(([name]) => name)));
      return resultOf(await transaction.run(statement, paramsFrom(params)));
    },
  });
  const executeRead = <T>(work: Work<T>) => store.read((transaction) => work(over(transaction)));
  const executeWrite = <T>(work: Work<T>) => store.write((transaction) => work(over(transaction)));
  return {
    executeRead,
    executeWrite,
    readTransaction: executeRead,
    writeTransaction: executeWrite,
    run: (cypher: string, params?: Readonly<Record<string, unknown>>) =>
      executeRead((transaction) => transaction.run(cypher, params)),
    // Makes the library take this object for a session too; a transaction that stays open has no place behind the port.
    beginTransaction: () => {
      throw new StoreError(
        "STATEMENT_FAILED",
        "the embedded store has no open-ended transactions: use executeRead or executeWrite",
      );
    },
    close: () => Promise.resolve(),
  };
}

type PortResult = ReturnType<typeof resultOf>;

function resultOf(rows: readonly Row[]) {
  const records = rows.map((row) => new neo4j.types.Record(Object.keys(row), Object.values(row)));
  return { records, summary: { counters: unchanged() } };
}

const COUNTED = [
  "nodesCreated",
  "nodesDeleted",
  "relationshipsCreated",
  "relationshipsDeleted",
  "propertiesSet",
  "labelsAdded",
  "labelsRemoved",
  "indexesAdded",
  "indexesRemoved",
  "constraintsAdded",
  "constraintsRemoved",
] as const;

function unchanged() {
  const updates = Object.fromEntries(COUNTED.map((name) => [name, 0]));
  return {
    updates: () => updates,
    containsUpdates: () => false,
    systemUpdates: () => 0,
    containsSystemUpdates: () => false,
  };
}

function paramsFrom(params: Readonly<Record<string, unknown>>): Params {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, valueFrom(value, name)]));
}

/** A parameter as the embedded engine takes it: integers as numbers, days as `{ $date }`. Throws for a type that it has no form for. */
function valueFrom(value: unknown, name: string): Value {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map((item) => valueFrom(item, name));
  if (neo4j.isInt(value)) return value.toNumber();
  if (neo4j.isDate(value)) return { $date: value.toString() };
  if (isPlain(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, valueFrom(inner, `${name}.${key}`)]));
  }
  throw new StoreError(
    "STATEMENT_FAILED",
    `the embedded store takes no parameter like $${name}: neither a JSON value nor a day`,
  );
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
