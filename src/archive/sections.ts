import type { z } from "zod";
import { change } from "../graph/audit.ts";
import { read, run } from "../graph/statement.ts";
import type { Store, Transaction } from "../graph/store.ts";
import { documents } from "./documents.ts";
import { section, type Section } from "./section.ts";
import {
  agencies,
  agencyName,
  changes,
  cited,
  citedName,
  personName,
  persons,
  place,
  placesKnown,
} from "./statements.ts";

/** How many small records are read or written at once. */
const BATCH = 500;

/** The places whose bodies the registry gave: also those that no document is of any more. */
const places = section({
  kind: "place",
  shape: place,
  batch: BATCH,
  async *records(store) {
    yield* await read(store, placesKnown, {});
  },
  write: ({ loader }, records) => loader.know(records.map(({ id }) => id)),
});

/** Who changed what. */
export const LOG = shared("change", change, {
  list: (store) => read(store, changes.list, {}),
  rows: (store, ids) => read(store, changes.read, { ids }),
  write: (transaction, rows) => run(transaction, changes.write, { rows }),
});

/**
 * Everything of a store that cannot be made again from something else, in the order in which it is written back. A new kind of record that is not derived
 * from facts is added here: nothing else has to know of it.
 */
export const SECTIONS: readonly Section[] = [
  places,
  documents,
  // What several documents share is called as one of them has it, the first or the last that was loaded: the documents by themselves do not tell.
  shared("cited", citedName, {
    list: (store) => read(store, cited.list, {}),
    rows: (store, ids) => read(store, cited.read, { ids }),
    write: (transaction, rows) => run(transaction, cited.write, { rows }),
  }),
  shared("agency", agencyName, {
    list: (store) => read(store, agencies.list, {}),
    rows: (store, ids) => read(store, agencies.read, { ids }),
    write: (transaction, rows) => run(transaction, agencies.write, { rows }),
  }),
  shared("person", personName, {
    list: (store) => read(store, persons.list, {}),
    rows: (store, ids) => read(store, persons.read, { ids }),
    write: (transaction, rows) => run(transaction, persons.write, { rows }),
  }),
  LOG,
];

interface Access<Row> {
  list(store: Store): Promise<readonly { readonly id: string }[]>;
  rows(store: Store, ids: string[]): Promise<readonly Row[]>;
  write(transaction: Transaction, rows: Row[]): Promise<unknown>;
}

function shared<R extends z.ZodType<object>>(kind: string, shape: R, access: Access<z.output<R>>): Section {
  return section({
    kind,
    shape,
    batch: BATCH,
    async *records(store) {
      const ids = (await access.list(store)).map(({ id }) => id);
      for (let at = 0; at < ids.length; at += BATCH) yield* await access.rows(store, ids.slice(at, at + BATCH));
    },
    async write({ store }, rows) {
      await store.write((transaction) => access.write(transaction, [...rows]));
    },
  });
}
