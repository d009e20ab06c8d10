import { makeAccess } from "../api/access/access.ts";
import { makeApi } from "../api/make-schema.ts";
import { makeLog } from "../api/operation/log.ts";
import { makeMetrics } from "../api/operation/metrics.ts";
import { questionResolvers } from "../api/questions.ts";
import { startServer } from "../api/server.ts";
import { accessSettings } from "../access-settings.ts";
import { SHIPPED_FACTS } from "../assets.ts";
import { readEnvironment } from "../config.ts";
import { heldCount } from "../graph/counts.ts";
import { prepareSchema } from "../graph/schema.ts";
import type { Store } from "../graph/store.ts";
import { withTimes } from "../graph/with-times.ts";
import { loadRegistry } from "../registry/load-registry.ts";
import { fail } from "./command.ts";
import { withStore, type CommonOptions } from "./context.ts";
import { listFacts } from "./facts-files.ts";
import { asCommandError } from "./failure.ts";
import { prepared } from "./prepared.ts";
import { servePages } from "../web/server/serve-pages.ts";
import { loadWithProgress } from "./commands/load.ts";

/** How often to look whether npm is still there, in milliseconds. */
const PARENT_WATCH = 100;
/** How long to wait for a server that is just ending to let go of the store, in milliseconds. */
const STORE_PATIENCE = 4_000;

export interface ServeOptions extends CommonOptions {
  readonly port?: number;
  readonly host?: string;
  readonly open?: boolean;
}

/** Serves until it is told to stop; with `shipped`, the shipped facts are loaded before it listens. A failure is told as any command's is. */
export async function serve(options: ServeOptions, load: { readonly shipped: boolean }): Promise<void> {
  try {
    const environment = readEnvironment(process.env);
    const at = { host: options.host ?? environment.HOST, port: options.port ?? environment.PORT };
    const settings = accessSettings(environment, { host: at.host, open: options.open === true });
    const { rate, introspection, trustProxy, hosts } = settings;
    const access = await makeAccess(settings);
    // On a terminal nobody reads a line of JSON for each request.
    const level = environment.MANDATE_LOG ?? (process.stderr.isTTY ? "warn" : "info");
    const log = makeLog(level, [environment.NEO4J_PASSWORD]);
    await withStore({ ...options, patience: STORE_PATIENCE, serving: true }, async (opened) => {
      const metrics = makeMetrics();
      const store = withTimes(opened, metrics.statement);
      const preparation = await prepared(
        async () => {
          await prepareSchema(store);
          if (load.shipped) await loadShipped(store);
        },
        (error) => log.warn({ err: error }, "the store cannot be prepared yet"),
      );
      const api = await makeApi({ store, questions: questionResolvers(loadRegistry()) });
      const server = await startServer({
        store,
        api,
        ...at,
        log,
        access,
        rate,
        introspection,
        trustProxy,
        hosts,
        metrics,
        deadline: environment.MANDATE_DEADLINE * 1_000,
        isReady: () => preparation.isReady(),
        routes: (app) => servePages(app, { ide: introspection }),
      });
      const held = preparation.isReady() ? await heldCount(store) : null;
      greet(options, { url: `${server.url}/graphql`, pages: `${server.url}/`, store: store.place, held });
      await stopped();
      preparation.stop();
      await server.close();
    });
  } catch (error) {
    await fail(asCommandError(error), options);
  }
}

async function loadShipped(store: Store): Promise<void> {
  const outcomes = await loadWithProgress(store, await listFacts([SHIPPED_FACTS]));
  for (const outcome of outcomes) if (!outcome.ok) throw outcome.error;
}

interface About {
  readonly url: string;
  readonly pages: string;
  readonly store: string;
  /** Null where the store does not answer yet. */
  readonly held: number | null;
}

function greet(options: ServeOptions, about: About): void {
  const holding =
    about.held === null
      ? `${about.store} does not answer yet: questions are answered as soon as it does`
      : `${about.held} documents held in ${about.store}`;
  process.stdout.write(
    options.json === true
      ? `${JSON.stringify(about)}\n`
      : `${holding}\nPages are at ${about.pages}\nGraphQL is at ${about.url}\n`,
  );
}

/** Waits for the signal to stop; a server that npm started also stops when npm is gone, which does not always pass signals on. */
function stopped(): Promise<void> {
  return new Promise((done) => {
    const parent = process.ppid;
    const isNpm = process.env["npm_lifecycle_event"] !== undefined;
    const watch = isNpm ? setInterval(() => process.ppid !== parent && stop(), PARENT_WATCH) : undefined;
    const stop = (): void => {
      clearInterval(watch);
      done();
    };
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);
  });
}
