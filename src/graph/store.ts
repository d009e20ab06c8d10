/** What goes into a statement and comes out of it: JSON values. Days are ISO strings on both sides; a statement turns them with `date(…)` and `toString(…)`. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value };
export type Row = Readonly<Record<string, Value>>;
export type Params = Readonly<Record<string, Value>>;

/** One transaction of a store: everything run in it is seen together or not at all. */
export interface Transaction {
  run(cypher: string, params: Params): Promise<readonly Row[]>;
}

/** The full-text indexes that every store keeps: over the property `folded` of nodes with the label. */
export const TEXT_INDEXES = ["Document", "Agency", "Task"] as const;
export type TextIndex = (typeof TEXT_INDEXES)[number];
export interface TextMatch {
  readonly id: string;
  readonly score: number;
}

/**
 * The narrow port to a property graph that speaks Cypher. Everything that the product asks goes through it.
 * Every call may throw a `StoreError`.
 */
export interface Store {
  readonly kind: "embedded" | "neo4j";
  /** For people: the path or the address, without credentials. */
  readonly place: string;
  /** Runs `work` in a transaction that may not write. */
  read<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** Runs `work` in a transaction: commits when it resolves, rolls back when it throws. Writers queue up, one at a time. */
  write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** Runs schema statements (constraints, indexes) outside a transaction, each idempotent, and makes sure that the text indexes stand. */
  prepare(statements: readonly string[]): Promise<void>;
  /** Ids (property `id`) of the nodes that match best, best first. `words` are folded words (see `registry/fold.ts`), joined by OR; at most `first`. */
  searchText(index: TextIndex, words: readonly string[], first: number): Promise<readonly TextMatch[]>;
  /** Name and version of the engine, as it tells them. */
  version(): Promise<string>;
  close(): Promise<void>;
}

/** Why a store could not do what was asked: the code decides the exit code of a command, the message names the place and the remedy. */
export type StoreErrorCode =
  "STORE_IN_USE" | "STORE_UNREACHABLE" | "STORE_UNWRITABLE" | "STORE_DAMAGED" | "STORE_DENIED" | "STATEMENT_FAILED";
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly code: StoreErrorCode;
  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
