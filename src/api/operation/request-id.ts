import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from "fastify";

const HEADER = "x-request-id";
// Matches what proxies send, "7f3c0b1e-…" and "req.42:a"; must not match anything that a log or a terminal could take for more than a name.
const WELL_FORMED = /^[\w.:-]{1,64}$/u;

/** The id of a request: the one that a proxy gave it, where it is well formed, or a new one. */
export function requestIdOf({ headers }: { readonly headers: IncomingHttpHeaders }): string {
  const given = headers[HEADER];
  return typeof given === "string" && WELL_FORMED.test(given) ? given : randomUUID();
}

/** Tells every client the id of its request, and the log one line for each request. */
export function tellRequests(app: FastifyInstance): void {
  app.addHook("onRequest", (request, reply, done) => {
    void reply.header(HEADER, request.id);
    done();
  });
  app.addHook("onResponse", (request, reply, done) => {
    // The path alone: what a client puts behind it may be anything.
    const [path = ""] = request.url.split("?");
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    request.log.info({ method: request.method, path, status: reply.statusCode, ms, from: request.ip }, "answered");
    done();
  });
}

const running = new AsyncLocalStorage<FastifyRequest>();

/** Runs the answering of a request, so that `requestAtWork` knows it where only GraphQL's own callbacks reach. */
export function atWorkFor<T>(request: FastifyRequest, work: () => T): T {
  return running.run(request, work);
}

/** The request that is being answered: its id and its log. */
export function requestAtWork(): { readonly id: string; readonly log: FastifyBaseLogger } | undefined {
  return running.getStore();
}
