import type { GrafeoDB } from "@grafeo-db/js";
import { allOrNothing } from "../all-or-nothing.ts";
import { Gate } from "../gate.ts";
import type { Params, Row, Store, TextIndex, TextMatch, Transaction } from "../store.ts";
import { StoreError } from "../store.ts";
import { workingError } from "./errors.ts";
import { withIndexes } from "./unique-indexes.ts";
import { ensureTextIndexes, searchTexts } from "./text-indexes.ts";
import { fromEngine, toEngine } from "./values.ts";

type EngineTransaction = ReturnType<GrafeoDB["beginTransaction"]>;

// Matches "// why\nCREATE CONSTRAINT …" and "DROP INDEX …"; must not match "CREATE (:Index)".
const SCHEMA_STATEMENT = /^\s*(?:\/\/[^\n]*\n\s*)*(?:CREATE|DROP)\s+(?:INDEX|CONSTRAINT)\b/iu;

/** A store in this process, in one file. */
export class EmbeddedStore implements Store {
  readonly kind = "embedded";
  readonly place: string;
  readonly #engine: GrafeoDB;
  readonly #gate: Gate;
  readonly #letGo: () => void;

  /** `letGo` is called once, while the file is still held, before the store closes. */
  constructor(engine: GrafeoDB, place: string, letGo: () => void) {
    this.#engine = engine;
    this.place = place;
    this.#gate = new Gate(place);
    this.#letGo = letGo;
  }

  /** The engine has no read-only transaction: one that changed something is refused by its counters, and whatever it did is rolled back. */
  read<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.#gate.reader(() => this.#within(work, { mayWrite: false }));
  }

  write<T>(work: (transaction: Transaction, letNext: () => void) => Promise<T>): Promise<T> {
    return this.#gate.writer(() =>
      this.#within((transaction) => work(transaction, () => undefined), { mayWrite: true }),
    );
  }

  prepare(statements: readonly string[]): Promise<void> {
    return this.#gate.writer(() =>
      this.#explained(async () => {
        for (const cypher of withIndexes(statements)) await this.#engine.executeCypher(cypher);
        await ensureTextIndexes(this.#engine);
      }),
    );
  }

  searchText(index: TextIndex, words: readonly string[], first: number): Promise<readonly TextMatch[]> {
    return this.#gate.reader(() => this.#explained(() => searchTexts(this.#engine, index, words, first)));
  }

  version(): Promise<string> {
    return this.#gate.reader(() => Promise.resolve(`Grafeo ${this.#engine.version()}`));
  }

  close(): Promise<void> {
    return this.#gate.close(() =>
      this.#explained(() => {
        this.#letGo();
        this.#engine.close();
      }),
    );
  }

  async #within<T>(
    work: (transaction: Transaction) => Promise<T>,
    { mayWrite }: { readonly mayWrite: boolean },
  ): Promise<T> {
    const transaction = this.#engine.beginTransaction();
    let before: Promise<unknown> = Promise.resolve();
    // The engine runs what it is given on threads of its own, in no certain order.
    const inTurn = (cypher: string, params: Params): Promise<readonly Row[]> => {
      const running = before.then(() => this.#run(transaction, cypher, params, mayWrite));
      before = running;
      return running;
    };
    let answer: T;
    try {
      answer = await allOrNothing(inTurn, work);
    } catch (error) {
      transaction.rollback();
      throw error;
    }
    // A commit that fails has rolled back by itself.
    await this.#explained(() => (mayWrite ? transaction.commit() : transaction.rollback()));
    return answer;
  }

  #run(transaction: EngineTransaction, cypher: string, params: Params, mayWrite: boolean): Promise<readonly Row[]> {
    return this.#explained(async () => {
      // The engine would carry it out at once and keep it after a rollback.
      if (SCHEMA_STATEMENT.test(cypher))
        throw new StoreError("STATEMENT_FAILED", "a schema statement has its place in prepare()");
      const result = await transaction.executeCypher(cypher, toEngine(params));
      const { counters } = result;
      const changed = Object.values(counters).some((count) => count > 0);
      if (changed && !mayWrite) throw new StoreError("STATEMENT_FAILED", "a read transaction may not write");
      return result.toArray().map(fromEngine);
    });
  }

  async #explained<T>(work: () => T | Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw workingError(error, this.place);
    }
  }
}
