import type { Driver } from "neo4j-driver";
import { patientDriver } from "./neo4j/patient-driver.ts";
import type { Patience, Store } from "./store.ts";

/** The same store for one asker: every read of it ends when the asker's patience does. What the asker runs on the store need not know. */
export function withPatience(store: Store, patience: Patience): Store {
  const patient: Store = {
    kind: store.kind,
    place: store.place,
    read: (work) => store.read(work, patience),
    write: (work) => store.write(work),
    prepare: (statements) => store.prepare(statements),
    searchText: (index, words, first) => store.searchText(index, words, first, patience),
    version: () => store.version(),
    close: () => store.close(),
  };
  return "driver" in store
    ? Object.assign(patient, { driver: patientDriver(store.driver as Driver, store.place, patience) })
    : patient;
}
