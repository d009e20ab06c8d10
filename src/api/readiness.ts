import type { FastifyInstance } from "fastify";
import type { Store } from "../graph/store.ts";
import { FOR_ALL } from "./access/guard.ts";
import { within } from "./operation/within.ts";

const LONGEST_WAIT = 3_000;

/** /healthz answers as long as the process lives; /readyz only while the store answers too and `isReady` agrees, else 503. */
export function serveReadiness(app: FastifyInstance, store: Store, isReady: () => boolean): void {
  app.get("/healthz", FOR_ALL, () => ({ status: "ok" }));
  app.get("/readyz", FOR_ALL, async (request, reply) => {
    try {
      if (!isReady()) throw new Error("the store is not prepared yet");
      await within(LONGEST_WAIT, store.version());
      return { status: "ready", store: store.kind };
    } catch (error) {
      request.log.warn({ err: error }, "the store does not answer");
      return reply.code(503).header("retry-after", "5").send({ status: "unavailable", store: store.kind });
    }
  });
}
