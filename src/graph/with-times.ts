import type { Driver, ManagedTransaction, Session, SessionConfig } from "neo4j-driver";
import { declaredStatements } from "./statement.ts";
import type { Store, Transaction } from "./store.ts";
import { wrapped } from "./wrapped.ts";

/** Told of every statement that has ended, well or not: its name ("query/lineage", or "generated" where the API made it) and how long it took. */
export type StatementTimes = (statement: string, seconds: number) => void;

const GENERATED = "generated";
type ReadOptions = Parameters<Session["executeRead"]>[1];

/** The same store, which tells how long each statement takes. The statements are to be declared by then. */
export function withTimes(store: Store, tell: StatementTimes): Store {
  const names = new Map(declaredStatements().map(({ cypher, name }) => [cypher, name]));
  const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const begun = performance.now();
    try {
      return await work();
    } finally {
      tell(name, (performance.now() - begun) / 1_000);
    }
  };
  const over = (transaction: Transaction): Transaction => ({
    run: (cypher, params) => timed(names.get(cypher) ?? GENERATED, () => transaction.run(cypher, params)),
  });
  return wrapped(
    store,
    {
      read: (work, patience) => store.read((transaction) => work(over(transaction)), patience),
      write: (work) => store.write((transaction, letNext) => work(over(transaction), letNext)),
      searchText: (index, words, first, patience) =>
        timed("search", () => store.searchText(index, words, first, patience)),
    },
    (driver) => timedDriver(driver, (work) => timed(GENERATED, work)),
  );
}

/** The driver of a Neo4j store, by which the generated API reads past the port: one statement a transaction. */
function timedDriver(driver: Driver, timed: <T>(work: () => Promise<T>) => Promise<T>): Driver {
  const session = (config?: SessionConfig): Session => {
    const own = driver.session(config);
    const executeRead = <T>(work: (transaction: ManagedTransaction) => Promise<T>, options?: ReadOptions) =>
      timed(() => own.executeRead(work, options));
    return changed(own, { executeRead });
  };
  return changed(driver, { session });
}

/** An object that is `own` in all but what is changed. */
function changed<T extends object>(own: T, changes: Partial<T>): T {
  return new Proxy(own, {
    get: (target, key) => {
      if (key in changes) return changes[key as keyof T];
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });
}
