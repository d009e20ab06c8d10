import type { FastifyInstance } from "fastify";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import { heldCount } from "../../graph/counts.ts";
import type { Store } from "../../graph/store.ts";
import type { StatementTimes } from "../../graph/with-times.ts";
import { within } from "./within.ts";

/** Seconds, from an answer out of memory to the deadline and past it. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** How long a scrape waits for the store, in milliseconds. */
const LONGEST_WAIT = 3_000;

/** What a server counts, for Prometheus. No label holds what a client may choose freely: paths are routes, questions are fields of the schema. */
export interface Metrics {
  readonly statement: StatementTimes;
  question(name: string): void;
  error(code: string): void;
  /** Counts every request of the server, and gives all of it out at /metrics. */
  serve(app: FastifyInstance, store: Store): void;
}

export function makeMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: "mandate_http_requests_total",
    help: "Requests answered, by route and status.",
    labelNames: ["method", "route", "status"],
    registers,
  });
  const latencies = new Histogram({
    name: "mandate_http_request_seconds",
    help: "How long requests took, by route.",
    labelNames: ["route"],
    buckets: BUCKETS,
    registers,
  });
  const questions = new Counter({
    name: "mandate_graphql_questions_total",
    help: "Root fields of the operations that were run, by name.",
    labelNames: ["question"],
    registers,
  });
  const errors = new Counter({
    name: "mandate_graphql_errors_total",
    help: "Errors in answers, by code.",
    labelNames: ["code"],
    registers,
  });
  const statements = new Histogram({
    name: "mandate_statement_seconds",
    help: "How long statements took in the store, by the name of their file under cypher/.",
    labelNames: ["statement"],
    buckets: BUCKETS,
    registers,
  });
  return {
    statement: (statement, seconds) => statements.observe({ statement }, seconds),
    question: (question) => questions.inc({ question }),
    error: (code) => errors.inc({ code }),
    serve: (app, store) => {
      const up = new Gauge({ name: "mandate_store_up", help: "1 where the store answers, else 0.", registers });
      const held = new Gauge({ name: "mandate_documents_held", help: "Documents that are held.", registers });
      app.addHook("onResponse", (request, reply, done) => {
        const route = request.routeOptions.url ?? "none";
        requests.inc({ method: request.method, route, status: reply.statusCode });
        latencies.observe({ route }, reply.elapsedTime / 1_000);
        done();
      });
      app.get("/metrics", async (_request, reply) => {
        held.reset();
        try {
          held.set(await within(LONGEST_WAIT, heldCount(store)));
          up.set(1);
        } catch {
          up.set(0);
          held.set(NaN);
        }
        return reply.type(registry.contentType).send(await registry.metrics());
      });
    },
  };
}
