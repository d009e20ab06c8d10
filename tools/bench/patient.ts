import { openStore, type StoreSettings } from "../../src/graph/open-store.ts";
import { StoreError, type Store } from "../../src/graph/store.ts";

const TRIES = 10;

/** Opens a store; a database server that has just started, on a machine that is busy, may take longer than people would wait. */
export async function openPatiently(settings: StoreSettings): Promise<Store> {
  for (let left = TRIES; ; left -= 1) {
    try {
      return await openStore(settings);
    } catch (error) {
      if (!(error instanceof StoreError) || error.code !== "STORE_UNREACHABLE" || left === 0) throw error;
    }
  }
}
