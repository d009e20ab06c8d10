/** What goes into a statement and comes out of it: JSON values. Days are ISO strings on both sides; a statement turns them with `date(…)` and `toString(…)`. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value };
export type Row = Readonly<Record<string, Value>>;
export type Params = Readonly<Record<string, Value>>;

/** One transaction of a store: everything run in it is seen together or not at all. */
export interface Transaction {
  /** Statements run in the order given, also where one is given before the one before it has answered; one that fails ends those after it. */
  run(cypher: string, params: Params): Promise<readonly Row[]>;
}

/** The full-text indexes that every store keeps: over the property `folded` of nodes with the label. */
export const TEXT_INDEXES = ["Document", "Agency", "Task"] as const;
export type TextIndex = (typeof TEXT_INDEXES)[number];
export interface TextMatch {
  readonly id: string;
  readonly score: number;
}

/** How long a reader waits for its answer. */
export interface Patience {
  /** The moment at which it is over, as `performance.now()` tells the time. */
  readonly until: number;
  /** Aborted where nobody wants the answer any more. */
  readonly gone: AbortSignal;
}

/**
 * The narrow port to a property graph that speaks Cypher. Everything that the product asks goes through it.
 * Every call may throw a `StoreError`.
 */
export interface Store {
  readonly kind: "embedded" | "neo4j";
  /** For people: the path or the address, without credentials. */
  readonly place: string;
  /**
   * Runs `work` in a transaction that may not write; it may be run again from its start. Where `patience` is over, the read rejects with `TOO_LONG` or
   * `ABANDONED`, and what it has under way is given up where the engine can do that.
   */
  read<T>(work: (transaction: Transaction) => Promise<T>, patience?: Patience): Promise<T>;
  /**
   * Runs `work` in a transaction: commits when it resolves, rolls back when it throws. Writers queue up, one at a time. Where the engine can do that,
   * `letNext` lets the next writer in already, who does not see what this one writes before it is kept; elsewhere it does nothing.
   */
  write<T>(work: (transaction: Transaction, letNext: () => void) => Promise<T>): Promise<T>;
  /** Runs schema statements (constraints, indexes) outside a transaction, each idempotent, and makes sure that the text indexes stand. */
  prepare(statements: readonly string[]): Promise<void>;
  /** Ids (property `id`) of the nodes that match best, best first. `words` are folded words (see `registry/fold.ts`), joined by OR; at most `first`. */
  searchText(
    index: TextIndex,
    words: readonly string[],
    first: number,
    patience?: Patience,
  ): Promise<readonly TextMatch[]>;
  /** Name and version of the engine, as it tells them. */
  version(): Promise<string>;
  close(): Promise<void>;
}

/** Why a store could not do what was asked: the code decides the exit code of a command, the message names the place and the remedy. */
export const STORE_ERROR_CODES = [
  "STORE_IN_USE",
  "STORE_UNREACHABLE",
  "STORE_UNWRITABLE",
  "STORE_DAMAGED",
  "STORE_DENIED",
  "STATEMENT_FAILED",
  "TOO_LONG",
  "ABANDONED",
] as const;
export type StoreErrorCode = (typeof STORE_ERROR_CODES)[number];
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly code: StoreErrorCode;
  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
