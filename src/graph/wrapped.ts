import type { Driver } from "neo4j-driver";
import type { Store } from "./store.ts";

/** The same store with some of it otherwise; the driver of a Neo4j store goes along, or the generated API would go past the wrapping. */
export function wrapped(store: Store, changes: Partial<Store>, driver: (own: Driver) => Driver): Store {
  return {
    kind: store.kind,
    place: store.place,
    read: (work, patience) => store.read(work, patience),
    write: (work) => store.write(work),
    prepare: (statements) => store.prepare(statements),
    searchText: (index, words, first, patience) => store.searchText(index, words, first, patience),
    version: () => store.version(),
    close: () => store.close(),
    ...("driver" in store ? { driver: driver(store.driver as Driver) } : {}),
    ...("database" in store ? { database: store.database } : {}),
    ...changes,
  };
}
