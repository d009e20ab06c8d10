import { StoreError, type Params, type Store } from "../../src/graph/store.ts";
import { wrapped } from "../../src/graph/wrapped.ts";

/** The same store, whose disk is full where a statement of a writer is one of those. */
export function failingAt(store: Store, fails: (cypher: string, params: Params) => boolean): Store {
  const write: Store["write"] = (work) =>
    store.write((transaction, letNext) =>
      work(
        {
          run: (cypher, params) => {
            if (fails(cypher, params)) throw new StoreError("STATEMENT_FAILED", "the disk is full");
            return transaction.run(cypher, params);
          },
        },
        letNext,
      ),
    );
  return wrapped(store, { write }, (driver) => driver);
}
