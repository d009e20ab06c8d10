import type { Row, Store, Transaction } from "../store.ts";
import type { QuestionOf } from "./messages.ts";

type Run = QuestionOf<"run">;
type End = QuestionOf<"end">;

interface Open {
  readonly transaction: Promise<Transaction>;
  end(how: End["how"]): void;
  readonly outcome: Promise<void>;
}

/** Transactions of a store that begin and end by message, kept by the asker's numbers. */
export class OpenTransactions {
  readonly #store: Store;
  readonly #open = new Map<number, Open>();

  constructor(store: Store) {
    this.#store = store;
  }

  async run({ transaction: number, mode, cypher, params }: Run): Promise<readonly Row[]> {
    const transaction = await this.#opened(number, mode).transaction;
    return transaction.run(cypher, params);
  }

  /** Rejects where the transaction could not be kept. */
  async end({ transaction: number, how }: End): Promise<void> {
    const open = this.#open.get(number);
    if (open === undefined) return;
    this.#open.delete(number);
    open.end(how);
    await open.outcome;
  }

  #opened(number: number, mode: Run["mode"]): Open {
    const known = this.#open.get(number);
    if (known !== undefined) return known;
    const made = begin(this.#store, mode);
    this.#open.set(number, made);
    return made;
  }
}

/** A transaction of the port, whose work is to wait for the end. */
function begin(store: Store, mode: Run["mode"]): Open {
  const rolledBack = new Error("rolled back");
  let end: Open["end"] = () => undefined;
  const ended = new Promise<End["how"]>((resolve) => (end = resolve));
  let outcome = Promise.resolve();
  const transaction = new Promise<Transaction>((begun, failed: (error: Error) => void) => {
    const work = async (given: Transaction): Promise<void> => {
      begun(given);
      if ((await ended) === "rollback") throw rolledBack;
    };
    outcome = (mode === "read" ? store.read(work) : store.write(work)).catch((error: unknown) => {
      if (error === rolledBack) return;
      failed(error as Error);
      throw error;
    });
  });
  // Whoever waits sees them fail: where nobody does, it is no fault of this process.
  for (const promise of [outcome, transaction]) promise.catch(() => undefined);
  return { transaction, end, outcome };
}
