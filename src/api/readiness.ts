import type { FastifyInstance } from "fastify";
import type { Store } from "../graph/store.ts";
import { FOR_ALL } from "./access/guard.ts";

const LONGEST_WAIT = 3_000;

/** /healthz answers as long as the process lives; /readyz only while the store answers too, else 503. */
export function serveReadiness(app: FastifyInstance, store: Store): void {
  app.get("/healthz", FOR_ALL, () => ({ status: "ok" }));
  app.get("/readyz", FOR_ALL, async (request, reply) => {
    try {
      await inTime(store.version());
      return { status: "ready", store: store.kind };
    } catch (error) {
      request.log.warn({ err: error }, "the store does not answer");
      return reply.code(503).header("retry-after", "5").send({ status: "unavailable", store: store.kind });
    }
  });
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${LONGEST_WAIT} ms`)), LONGEST_WAIT);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
