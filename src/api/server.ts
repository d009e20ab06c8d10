import { ApolloServer } from "@apollo/server";
import helmet from "@fastify/helmet";
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from "@as-integrations/fastify";
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from "fastify";
import type { Store } from "../graph/store.ts";
import { isLoopback } from "../loopback.ts";
import { type Access, READ_ONLY } from "./access/access.ts";
import { callerOf } from "./access/caller.ts";
import { guard } from "./access/guard.ts";
import { answerHosts } from "./access/hosts.ts";
import { apolloOptions } from "./apollo-options.ts";
import type { ApiContext } from "./context.ts";
import { answerWithin } from "./answer-size.ts";
import { patienceWith } from "./deadline.ts";
import { takeFacts } from "./facts-route.ts";
import { answerErrors, sendError } from "./http-errors.ts";
import { takeJson } from "./json-body.ts";
import type { Api } from "./make-schema.ts";
import { makeMetrics, type Metrics } from "./operation/metrics.ts";
import { atWorkFor, requestIdOf, tellRequests } from "./operation/request-id.ts";
import { Busy, Turns } from "./operation/turns.ts";
import { limitRate } from "./rate.ts";
import { serveReadiness } from "./readiness.ts";
import { ServerError } from "./server-error.ts";

export interface ServerOptions {
  readonly store: Store;
  readonly api: Api;
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly log: FastifyBaseLogger;
  /** Milliseconds that a question may take. */
  readonly deadline?: number;
  /** Milliseconds after which connections are cut off that hold up the end. */
  readonly ending?: number;
  /** Who may do what; by default everybody may read and nobody may write. */
  readonly access?: Access;
  /** How many requests a minute one caller may make; by default as many as it likes. */
  readonly rate?: number | null;
  /** Whether the schema may be asked for; by default only on this machine's own addresses. */
  readonly introspection?: boolean;
  /** The proxies whose word on who asks is taken; by default none's. */
  readonly trustProxy?: readonly string[] | null;
  /** By which hosts, besides this machine's own, it may be asked; by default by any. */
  readonly hosts?: readonly string[] | null;
  /** What the server counts; given by who counts more with it. */
  readonly metrics?: Metrics;
  /** Whether what is served has been prepared; until then /readyz says no. */
  readonly isReady?: () => boolean;
  /** Adds routes (pages, exports) before the server listens. */
  readonly routes?: (app: FastifyInstance) => void | Promise<void>;
}

export interface RunningServer {
  readonly url: string;
  /** Takes no more requests, finishes those under way (within `ending`), and resolves when all is done; the store stays open. */
  close(): Promise<void>;
}

const LARGEST_BODY = 100_000;
const SLOWEST_REQUEST = 30_000;
const DEADLINE = 10_000;
/** So that the process has ended within ten seconds: there is a store to be closed after the server. */
const ENDING = 8_000;
/** More at once make each slower and none sooner: the questions share one processor here, and the store's. */
const CROWD = { atOnce: 32, longest: 500 };

/** Serves GraphQL at /graphql, with /healthz (the process lives), /readyz (the store answers) and /metrics. Throws a `ServerError` where it cannot listen. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { store, api, host, port, log, routes, access = READ_ONLY, rate = null } = options;
  const { trustProxy = null, hosts = null } = options;
  const { introspection = isLoopback(host), deadline = DEADLINE, ending: longest = ENDING } = options;
  const { metrics = makeMetrics(), isReady = () => true } = options;
  const app = Fastify({
    loggerInstance: log,
    trustProxy: trustProxy === null ? false : [...trustProxy],
    bodyLimit: LARGEST_BODY,
    requestTimeout: SLOWEST_REQUEST,
    // One line for a request, told once it is answered: by `tellRequests`.
    logController: new Fastify.LogController({ disableRequestLogging: true, requestIdLogLabel: "request" }),
    requestIdHeader: false,
    genReqId: requestIdOf,
    frameworkErrors: (error, _request, reply) =>
      void sendError(reply, error.statusCode ?? 400, error.message, error.code),
  });
  const set = apolloOptions({ api, log, introspection, deadline, metrics });
  const apollo = new ApolloServer<ApiContext>({ ...set, plugins: [...set.plugins, fastifyApolloDrainPlugin(app)] });
  const ending = endConnections(app);
  answerErrors(app);
  takeJson(app);
  await app.register(helmet, { contentSecurityPolicy: POLICY, strictTransportSecurity: false });
  tellRequests(app);
  if (hosts !== null) answerHosts(app, hosts);
  guard(app, access);
  if (rate !== null) await limitRate(app, rate);
  serveReadiness(app, store, isReady);
  metrics.serve(app, store);
  await apollo.start();
  const answer = fastifyApolloHandler(apollo, {
    context: ({ caller }, reply) => Promise.resolve(api.context({ caller, patience: patienceWith(reply, deadline) })),
  });
  const turns = new Turns({ ...CROWD, patience: deadline / 2 });
  app.route({
    url: "/graphql",
    method: ["GET", "POST", "OPTIONS"],
    async handler(request, reply) {
      try {
        const sent = await turns.take(callerOf(request), () =>
          atWorkFor(request, async () => answer.call(this, request, reply)),
        );
        return answerWithin(sent, reply, metrics);
      } catch (error) {
        if (!(error instanceof Busy)) throw error;
        return sendError(reply.header("retry-after", "5"), 503, "Too many ask at once: ask again in a while", "BUSY");
      }
    },
  });
  takeFacts(app, store);
  await routes?.(app);
  const url = await app
    .listen({ host, port, listenTextResolver: (address) => `listening at ${address}` })
    .catch(async (cause: unknown) => {
      await apollo.stop();
      throw listenError(cause, host, port);
    });
  return {
    url,
    close: () => {
      ending.begin();
      const cut = setTimeout(() => app.server.closeAllConnections(), longest);
      return apollo.stop().finally(() => clearTimeout(cut));
    },
  };
}

/** Once it has begun, each answer ends its connection: a client that would keep it open would keep the server from closing. */
function endConnections(app: FastifyInstance): { begin(): void } {
  let begun = false;
  app.addHook("onSend", (_request, reply, payload, done) => {
    if (begun) void reply.header("connection", "close");
    done(null, payload);
  });
  return { begin: () => void (begun = true) };
}

/** Nothing from elsewhere, nothing inline: pages bring their own files. Encryption, and with it its header, is the proxy's. */
const POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    imgSrc: ["'self'", "data:"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
};

function listenError(cause: unknown, host: string, port: number): ServerError {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "no code";
  if (code === "EADDRINUSE")
    return new ServerError("PORT_IN_USE", `port ${port} of ${host} is in use: choose another with --port`, { cause });
  return new ServerError(
    "ADDRESS_REFUSED",
    `cannot listen on ${host}, port ${port} (${code}): choose another with --host and --port`,
    { cause },
  );
}
