import { setTimeout } from "node:timers/promises";
import { commandAuthor } from "./author.ts";
import { listFacts } from "./facts-files.ts";
import { readEnvironment, storeSettings, type StoreSettings } from "../config.ts";
import { load } from "../graph/load/load.ts";
import { openStore } from "../graph/open-store.ts";
import { counts } from "../graph/counts.ts";
import { StoreError, type Store } from "../graph/store.ts";
import { SHIPPED_FACTS } from "../assets.ts";

/** Between two tries to open a store, in milliseconds. */
const RETRY = 200;

/** Options that every command has. */
export interface CommonOptions {
  readonly store?: string;
  readonly json?: boolean;
}

/** The store that the options and the environment name. Throws `ConfigError`. */
export function settingsOf({ store }: CommonOptions): StoreSettings {
  return storeSettings(readEnvironment(process.env), store);
}

/**
 * Opens the store, works with it and closes it again, whatever happens. `patience`: for how many milliseconds to try again where another process holds it. `serving`: see `openStore`.
 */
export async function withStore<T>(
  options: CommonOptions & { readonly patience?: number; readonly serving?: boolean },
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const open = () => openStore(settingsOf(options), options);
  const store = await opened(open, Date.now() + (options.patience ?? 0));
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function opened(open: () => Promise<Store>, until: number): Promise<Store> {
  for (;;) {
    try {
      return await open();
    } catch (error) {
      if (!(error instanceof StoreError) || error.code !== "STORE_IN_USE" || Date.now() >= until) throw error;
      await setTimeout(RETRY);
    }
  }
}

/** The same for a question: an embedded store that holds nothing yet is filled with the shipped facts first, and says so. */
export async function withGraph<T>(options: CommonOptions, work: (store: Store) => Promise<T>): Promise<T> {
  return withStore(options, async (store) => {
    if ((await counts(store)).held === 0) {
      process.stderr.write(
        `Nothing is loaded yet in ${store.place}: loading the shipped facts. (Your own: mandate load DIR)\n`,
      );
      await load(store, await listFacts([SHIPPED_FACTS]), { author: commandAuthor() });
    }
    return work(store);
  });
}
