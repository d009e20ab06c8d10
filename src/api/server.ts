import { ApolloServer } from "@apollo/server";
import helmet from "@fastify/helmet";
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from "@as-integrations/fastify";
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from "fastify";
import type { Store } from "../graph/store.ts";
import { isLoopback } from "../loopback.ts";
import { type Access, READ_ONLY } from "./access/access.ts";
import { guard } from "./access/guard.ts";
import { apolloOptions } from "./apollo-options.ts";
import type { ApiContext } from "./context.ts";
import { takeFacts } from "./facts-route.ts";
import { answerErrors, sendError } from "./http-errors.ts";
import type { Api } from "./make-schema.ts";
import { limitRate } from "./rate.ts";
import { serveReadiness } from "./readiness.ts";

export interface ServerOptions {
  readonly store: Store;
  readonly api: Api;
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly log: FastifyBaseLogger;
  /** Who may do what; by default everybody may read and nobody may write. */
  readonly access?: Access;
  /** How many requests a minute one caller may make; by default as many as it likes. */
  readonly rate?: number | null;
  /** Whether the schema may be asked for; by default only on this machine's own addresses. */
  readonly introspection?: boolean;
  /** Adds routes (pages, exports) before the server listens. */
  readonly routes?: (app: FastifyInstance) => void | Promise<void>;
}

export interface RunningServer {
  readonly url: string;
  /** Takes no more requests, finishes those under way (within ten seconds), and resolves when all is done; the store stays open. */
  close(): Promise<void>;
}

/** Why a server could not listen: the message names the address and the remedy. */
export class ServerError extends Error {
  override readonly name = "ServerError";
  readonly code: "PORT_IN_USE" | "ADDRESS_REFUSED";
  constructor(code: "PORT_IN_USE" | "ADDRESS_REFUSED", message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

const LARGEST_BODY = 100_000;
const SLOWEST_REQUEST = 30_000;

/** Serves GraphQL at /graphql, with /healthz (the process lives) and /readyz (the store answers). Throws a `ServerError` where it cannot listen. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const {
    store,
    api,
    host,
    port,
    log,
    routes,
    access = READ_ONLY,
    rate = null,
    introspection = isLoopback(host),
  } = options;
  const app = Fastify({
    loggerInstance: log,
    bodyLimit: LARGEST_BODY,
    requestTimeout: SLOWEST_REQUEST,
    frameworkErrors: (error, _request, reply) =>
      void sendError(reply, error.statusCode ?? 400, error.message, error.code),
  });
  const set = apolloOptions({ api, log, introspection });
  const apollo = new ApolloServer<ApiContext>({ ...set, plugins: [...set.plugins, fastifyApolloDrainPlugin(app)] });
  const ending = endConnections(app);
  answerErrors(app);
  await app.register(helmet, { contentSecurityPolicy: POLICY, strictTransportSecurity: false });
  guard(app, access);
  if (rate !== null) await limitRate(app, rate);
  serveReadiness(app, store);
  await apollo.start();
  app.route({
    url: "/graphql",
    method: ["GET", "POST", "OPTIONS"],
    handler: fastifyApolloHandler(apollo, { context: ({ caller }) => Promise.resolve(api.context(caller)) }),
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
      return apollo.stop();
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
