import type { Driver, ManagedTransaction, Session } from "neo4j-driver";
import { allOrNothing } from "../all-or-nothing.ts";
import { Gate } from "../gate.ts";
import { isImpatience } from "../patience.ts";
import type { Params, Patience, Row, Store, TextIndex, TextMatch, Transaction } from "../store.ts";
import { asDriverSees, driverError, readAgain, unreachable } from "./errors.ts";
import { readPatiently, transactionTimeout } from "./patient-driver.ts";
import { within } from "../within.ts";
import { Absent, Presence } from "./presence.ts";
import { SEARCH, searchIndexStatements, searchParams } from "./text-indexes.ts";
import { fromServer, toServer } from "./values.ts";

/** How long closing waits for a server that does not answer. */
const FAREWELL = 3_000;

export interface Connection {
  readonly driver: Driver;
  /** A driver of its own for asking whether the server is there, so that a full pool does not look like a lost server. */
  readonly pinger: Driver;
  readonly place: string;
  readonly database: string | undefined;
}

/** The option that names a database, absent where the server's default is meant. */
export function inDatabase(database: string | undefined): { readonly database?: string } {
  return database === undefined ? {} : { database };
}

/** A store on a Neo4j server, cluster or Aura. */
export class Neo4jStore implements Store {
  readonly kind = "neo4j";
  readonly place: string;
  /** For the generated API, which reads through a driver of its own wish. */
  readonly driver: Driver;
  /** The database that was named, where it is not the server's default. */
  readonly database: string | undefined;
  readonly #connection: Connection;
  readonly #gate: Gate;
  readonly #presence: Presence;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.place = connection.place;
    this.driver = connection.driver;
    this.database = connection.database;
    this.#gate = new Gate(connection.place);
    this.#presence = new Presence(() => connection.pinger.verifyConnectivity());
  }

  read<T>(work: (transaction: Transaction) => Promise<T>, patience?: Patience): Promise<T> {
    return this.#gate.reader(() =>
      readAgain(() =>
        this.#within((session, attempt) => session.executeRead(attempt, transactionTimeout(patience)), work, patience),
      ),
    );
  }

  /** After a transient error, such as a deadlock with another process, the driver runs `work` again from the start, for at most three seconds. */
  write<T>(work: (transaction: Transaction, letNext: () => void) => Promise<T>): Promise<T> {
    return this.#gate.writer((letNext) =>
      this.#within(
        (session, attempt) => session.executeWrite(attempt),
        (transaction) => work(transaction, letNext),
      ),
    );
  }

  prepare(statements: readonly string[]): Promise<void> {
    return this.#gate.writer(() =>
      this.#inSession(async (session) => {
        // One by one: the server runs no two schema statements in one transaction with others.
        for (const cypher of [...statements, ...searchIndexStatements(), "CALL db.awaitIndexes(300)"])
          await session.run(cypher);
      }),
    );
  }

  async searchText(
    index: TextIndex,
    words: readonly string[],
    first: number,
    patience?: Patience,
  ): Promise<readonly TextMatch[]> {
    if (words.length === 0 || first < 1) return [];
    const rows = await this.read((transaction) => transaction.run(SEARCH, searchParams(index, words, first)), patience);
    return rows.flatMap(({ id, score }) =>
      typeof id === "string" && typeof score === "number" ? [{ id, score }] : [],
    );
  }

  version(): Promise<string> {
    return this.#gate.reader(() =>
      this.#explained(async () => {
        const { agent } = await this.#presence.hold(this.driver.getServerInfo());
        return (agent ?? "Neo4j").replace("/", " ");
      }),
    );
  }

  close(): Promise<void> {
    return this.#gate.close(async () => {
      await within(FAREWELL, Promise.allSettled([this.driver.close(), this.#connection.pinger.close()]));
    });
  }

  #within<T>(
    execute: (session: Session, attempt: (transaction: ManagedTransaction) => Promise<T>) => Promise<T>,
    work: (transaction: Transaction) => Promise<T>,
    patience?: Patience,
  ): Promise<T> {
    return this.#inSession(
      (session, stillWanted) =>
        execute(session, async (transaction) => {
          const run = (cypher: string, params: Params): Promise<readonly Row[]> =>
            this.#explained(async () => {
              stillWanted();
              const { records } = await transaction.run(cypher, toServer(params));
              return records.map((record) => fromServer(record.toObject()));
            });
          try {
            const answer = await allOrNothing(run, work);
            // The caller was told that the server is lost: what comes back to life must not be committed.
            stillWanted();
            return answer;
          } catch (error) {
            throw asDriverSees(error);
          }
        }),
      patience,
    );
  }

  async #inSession<T>(
    work: (session: Session, stillWanted: () => void) => Promise<T>,
    patience?: Patience,
  ): Promise<T> {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- a class in name only
    const session = this.driver.session(inDatabase(this.#connection.database));
    let given: Error | undefined;
    const stillWanted = (): void => {
      if (given !== undefined) throw given;
    };
    return this.#explained(async () => {
      const working = work(session, stillWanted).finally(() => session.close());
      try {
        return await readPatiently(session, this.#presence.hold(working), patience);
      } catch (error) {
        if (error instanceof Absent || isImpatience(error)) given = error;
        throw error;
      }
    });
  }

  async #explained<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Absent)
        throw unreachable(error, this.place, "it no longer answers, and whether a write was kept is not known");
      throw driverError(error, this.place);
    }
  }
}
