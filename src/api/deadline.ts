import type { ServerResponse } from "node:http";
import type { Patience } from "../graph/store.ts";

/** The patience with a request that arrives now: it ends after `ms` milliseconds, and as soon as the client is gone. */
export function patienceWith(response: ServerResponse, ms: number): Patience {
  const client = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) client.abort();
  });
  return { until: performance.now() + ms, gone: client.signal };
}
