import type { Command } from "commander";
import { makeAccess } from "../../api/access/access.ts";
import { makeApi } from "../../api/make-schema.ts";
import { makeLog } from "../../api/operation/log.ts";
import { makeMetrics } from "../../api/operation/metrics.ts";
import { questionResolvers } from "../../api/questions.ts";
import { startServer } from "../../api/server.ts";
import { accessSettings } from "../../access-settings.ts";
import { SHIPPED_FACTS } from "../../assets.ts";
import { readEnvironment } from "../../config.ts";
import { heldCount } from "../../graph/counts.ts";
import { prepareSchema } from "../../graph/schema.ts";
import type { Store } from "../../graph/store.ts";
import { withTimes } from "../../graph/with-times.ts";
import { loadRegistry } from "../../registry/load-registry.ts";
import { common, fail } from "../command.ts";
import { withStore, type CommonOptions } from "../context.ts";
import { listFacts } from "../facts-files.ts";
import { asCommandError } from "../failure.ts";
import { integer } from "../options.ts";
import { prepared } from "../prepared.ts";
import { servePages } from "../../web/server/serve-pages.ts";
import { loadWithProgress } from "./load.ts";

/** How often to look whether npm is still there, in milliseconds. */
const PARENT_WATCH = 100;
/** How long to wait for a server that is just ending to let go of the store, in milliseconds. */
const STORE_PATIENCE = 4_000;

interface Options extends CommonOptions {
  readonly port?: number;
  readonly host?: string;
  readonly open?: boolean;
}

export function addServe(program: Command): void {
  serving(program, "serve", "GraphQL over what is loaded", () => Promise.resolve());
}

export function addStart(program: Command): void {
  serving(program, "start", "loads the shipped facts, then serves: what `npm start` does", async (store) => {
    const outcomes = await loadWithProgress(store, await listFacts([SHIPPED_FACTS]));
    for (const outcome of outcomes) if (!outcome.ok) throw outcome.error;
  });
}

function serving(program: Command, name: string, description: string, before: (store: Store) => Promise<void>): void {
  common(program.command(name))
    .description(description)
    .option("--port <number>", "where to listen; 0 takes a free one (default: PORT or 4000)", integer)
    .option(
      "--host <address>",
      "on which address of this machine (default: HOST or 127.0.0.1, which other machines cannot reach)",
    )
    .option("--open", "whoever reaches the server may read (also MANDATE_ACCESS=open)")
    .action((options: Options) => serve(options, before));
}

async function serve(options: Options, before: (store: Store) => Promise<void>): Promise<void> {
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
          await before(store);
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

interface About {
  readonly url: string;
  readonly pages: string;
  readonly store: string;
  /** Null where the store does not answer yet. */
  readonly held: number | null;
}

function greet(options: Options, about: About): void {
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
