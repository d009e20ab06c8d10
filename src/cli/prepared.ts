import { setTimeout as pause } from "node:timers/promises";
import { StoreError } from "../graph/store.ts";

/** Between two tries while the database server is away, in milliseconds. */
const RETRY = 2_000;

/** What a server does before it is ready, and how far it is. */
export interface Preparation {
  isReady(): boolean;
  /** Gives up where it is not ready yet. */
  stop(): void;
}

/**
 * Does `work`, which may be done again from its start. Where the store cannot be reached it goes on trying behind our back, and tells `tell` why it could
 * not yet: a database that starts after us is none of our faults. Any other failure is thrown.
 */
export async function prepared(work: () => Promise<void>, tell: (error: unknown) => void): Promise<Preparation> {
  let isReady = false;
  const stopping = new AbortController();
  const goOn = async (): Promise<void> => {
    while (!isReady) {
      await pause(RETRY, undefined, { signal: stopping.signal });
      isReady = await work().then(
        () => true,
        (error: unknown) => (tell(error), false),
      );
    }
  };
  try {
    await work();
    isReady = true;
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== "STORE_UNREACHABLE") throw error;
    tell(error);
    // It ends by being stopped only.
    goOn().catch(() => undefined);
  }
  return { isReady: () => isReady, stop: () => stopping.abort() };
}
