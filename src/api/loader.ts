import { makeLoader, type Loader } from "../graph/load/load.ts";
import type { Store } from "../graph/store.ts";

const made = new WeakMap<Store, Promise<Loader>>();

/** The loader of a store, made when something is first written; one that could not be made is tried again. */
export function loaderOf(store: Store): Promise<Loader> {
  const known = made.get(store);
  if (known !== undefined) return known;
  const making = makeLoader(store);
  made.set(store, making);
  making.catch(() => made.delete(store));
  return making;
}
