import { allOrNothing } from "../all-or-nothing.ts";
import { Gate } from "../gate.ts";
import { isImpatience, patiently, remaining, stillPatient } from "../patience.ts";
import type { Patience, Row, Store, TextIndex, TextMatch, Transaction } from "../store.ts";
import { StoreError } from "../store.ts";
import { type Engine, EngineEnded } from "./engine.ts";
import type { Question } from "./messages.ts";

/** How often work is begun again because the engine ended under it. More, and one deadly question would end the engine for ever. */
const MOST_RERUNS = 2;
/** How long closing waits for an engine that has a statement under way which will not end. */
const FAREWELL = 3_000;

/**
 * An embedded store whose engine lives in a process of its own, because the engine can stop no statement: where patience with one is over, the process is
 * ended and another opens the store again. Reads under way begin again there; writes are never cut off.
 */
export class HostedStore implements Store {
  readonly kind = "embedded";
  readonly place: string;
  readonly #open: () => Promise<Engine>;
  readonly #gate: Gate;
  #engine: Promise<Engine>;
  #transactions = 0;

  /** `open` starts another engine, when `first` has ended. */
  constructor(place: string, first: Engine, open: () => Promise<Engine>) {
    this.place = place;
    this.#gate = new Gate(place);
    this.#engine = Promise.resolve(first);
    this.#open = open;
  }

  read<T>(work: (transaction: Transaction) => Promise<T>, patience?: Patience): Promise<T> {
    return this.#gate.reader(() =>
      this.#alive((engine) => {
        const transaction = new HostedTransaction(engine, this.#number(), "read");
        const working = allOrNothing((cypher, params) => {
          stillPatient(patience);
          return transaction.run(cypher, params);
        }, work).finally(() => transaction.rollback());
        return this.#patiently(engine, working, () => transaction.busy, patience);
      }, patience),
    );
  }

  /**
   * Where the engine dies by itself, work begins again as long as its end had not been asked for, as it does on a server after a transient error: nothing
   * of it was kept. After that nobody can tell, and the error says so.
   */
  write<T>(work: (transaction: Transaction, letNext: () => void) => Promise<T>): Promise<T> {
    return this.#gate.writer(async () => {
      const { answer, transaction } = await this.#alive((engine) =>
        this.#written(engine, (each) => work(each, () => undefined)),
      );
      try {
        await transaction.commit();
      } catch (error) {
        if (error instanceof EngineEnded) throw this.#lost(error, "whether the write was kept is not known");
        throw error;
      }
      return answer;
    });
  }

  prepare(statements: readonly string[]): Promise<void> {
    return this.#gate.writer(() =>
      this.#alive(async (engine) => {
        await engine.ask({ ask: "prepare", statements });
      }),
    );
  }

  searchText(
    index: TextIndex,
    words: readonly string[],
    first: number,
    patience?: Patience,
  ): Promise<readonly TextMatch[]> {
    const question: Question = { ask: "search", index, words, first };
    return this.#gate.reader(() =>
      this.#alive(async (engine) => {
        stillPatient(patience);
        let busy = true;
        const searching = engine.ask(question).finally(() => (busy = false));
        return (await this.#patiently(engine, searching, () => busy, patience)) as readonly TextMatch[];
      }, patience),
    );
  }

  version(): Promise<string> {
    return this.#gate.reader(() => this.#alive(async (engine) => (await engine.ask({ ask: "version" })) as string));
  }

  close(): Promise<void> {
    return this.#gate.close(async () => (await this.#engine).close(FAREWELL));
  }

  #number(): number {
    this.#transactions += 1;
    return this.#transactions;
  }

  /** Works with the engine, and again with the next one where it ended meanwhile. */
  async #alive<T>(attempt: (engine: Engine) => Promise<T>, patience?: Patience): Promise<T> {
    for (let reruns = 0; ; reruns += 1) {
      const engine = await patiently(this.#current(), patience);
      try {
        return await attempt(engine);
      } catch (error) {
        // What the work throws says little: it may have wrapped the error, or met the end in another way.
        if (!engine.ended || isImpatience(error)) throw error;
        if (reruns === MOST_RERUNS) throw this.#lost(error, "so did those after it");
      }
    }
  }

  /** The engine that runs, or the next one; what keeps the next from opening is told to all who wait, and tried again by those after them. */
  async #current(): Promise<Engine> {
    const known = this.#engine;
    const engine = await known.catch(() => null);
    if (engine !== null && !engine.ended) return engine;
    if (this.#engine === known) this.#engine = this.#open();
    return this.#engine;
  }

  /** Gives `work` up where patience is over; an engine that is still busy with it when its time is up is ended. */
  async #patiently<T>(
    engine: Engine,
    work: Promise<T>,
    isBusy: () => boolean,
    patience: Patience | undefined,
  ): Promise<T> {
    try {
      return await patiently(work, patience);
    } catch (error) {
      if (patience !== undefined && isImpatience(error)) {
        const relieve = (): void => this.#relieve(engine, isBusy);
        if (error.code === "TOO_LONG") relieve();
        else setTimeout(relieve, remaining(patience)).unref();
      }
      throw error;
    }
  }

  /** Ends an engine that is busy with what nobody waits for. Writers before it finish, those after it wait for the next engine. */
  #relieve(engine: Engine, isBusy: () => boolean): void {
    this.#gate
      .writer(async () => {
        if (engine.ended || !isBusy()) return;
        await engine.end();
        await this.#current();
      })
      // Closed meanwhile, or not to be opened: whoever asks next is told.
      .catch(() => undefined);
  }

  async #written<T>(engine: Engine, work: (transaction: Transaction) => Promise<T>) {
    const transaction = new HostedTransaction(engine, this.#number(), "write");
    try {
      return { answer: await allOrNothing(transaction.run, work), transaction };
    } catch (error) {
      transaction.rollback();
      throw error;
    }
  }

  #lost(cause: unknown, consequence: string): StoreError {
    const message = `the engine of the store ${this.place} ended, and ${consequence}: ask again`;
    return new StoreError("STORE_UNREACHABLE", message, { cause });
  }
}

/** A transaction in an engine: begun there with its first statement, so that one without any costs nothing. */
class HostedTransaction {
  readonly #engine: Engine;
  readonly #number: number;
  readonly #mode: "read" | "write";
  #begun = false;
  #running = 0;
  #over = false;

  constructor(engine: Engine, number: number, mode: "read" | "write") {
    this.#engine = engine;
    this.#number = number;
    this.#mode = mode;
  }

  /** Whether a statement of it is under way. */
  get busy(): boolean {
    return this.#running > 0;
  }

  run: Transaction["run"] = async (cypher, params) => {
    if (this.#over) throw new StoreError("STATEMENT_FAILED", "the transaction is over");
    this.#begun = true;
    this.#running += 1;
    const asking = this.#engine.ask({ ask: "run", transaction: this.#number, mode: this.#mode, cypher, params });
    return (await asking.finally(() => (this.#running -= 1))) as readonly Row[];
  };

  /** Keeps what was written. Rejects with `EngineEnded` where nobody can tell whether it did. */
  async commit(): Promise<void> {
    this.#over = true;
    if (this.#begun) await this.#engine.ask({ ask: "end", transaction: this.#number, how: "commit" });
  }

  /** Nothing waits for it: the engine lets no writer in before it is done. */
  rollback(): void {
    this.#over = true;
    if (this.#begun) this.#engine.tell({ ask: "end", transaction: this.#number, how: "rollback" });
  }
}
