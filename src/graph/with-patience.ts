import { patientDriver } from "./neo4j/patient-driver.ts";
import type { Patience, Store } from "./store.ts";
import { wrapped } from "./wrapped.ts";

/** The same store for one asker: every read of it ends when the asker's patience does. What the asker runs on the store need not know. */
export function withPatience(store: Store, patience: Patience): Store {
  return wrapped(
    store,
    {
      read: (work) => store.read(work, patience),
      searchText: (index, words, first) => store.searchText(index, words, first, patience),
    },
    (driver) => patientDriver(driver, store.place, patience),
  );
}
