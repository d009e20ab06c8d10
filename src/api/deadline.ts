import type { FastifyReply } from "fastify";
import type { Patience } from "../graph/store.ts";

/** The patience with a request: it ends `ms` milliseconds after it arrived, the wait for its turn counted, and as soon as the client is gone. */
export function patienceWith({ raw: response, elapsedTime }: FastifyReply, ms: number): Patience {
  const client = new AbortController();
  // It may have gone while it waited for its turn.
  if (response.destroyed) client.abort();
  response.once("close", () => {
    if (!response.writableFinished) client.abort();
  });
  return { until: performance.now() - elapsedTime + ms, gone: client.signal };
}
