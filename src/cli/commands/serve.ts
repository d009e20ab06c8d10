import type { Command } from "commander";
import { pino } from "pino";
import { questionResolvers } from "../../api/questions.ts";
import { startServer } from "../../api/server.ts";
import { SHIPPED_FACTS } from "../../assets.ts";
import { readEnvironment } from "../../config.ts";
import { counts } from "../../graph/counts.ts";
import { openStore } from "../../graph/open-store.ts";
import { prepareSchema } from "../../graph/schema.ts";
import type { Store } from "../../graph/store.ts";
import { loadRegistry } from "../../registry/load-registry.ts";
import { common } from "../command.ts";
import { settingsOf, type CommonOptions } from "../context.ts";
import { listFacts } from "../facts-files.ts";
import { asCommandError } from "../failure.ts";
import { integer } from "../options.ts";
import { loadWithProgress } from "./load.ts";

interface Options extends CommonOptions {
  readonly port?: number;
  readonly host?: string;
}

export function addServe(program: Command): void {
  serving(program, "serve", "GraphQL over what is loaded", async () => undefined);
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
    .option("--host <address>", "on which address of this machine (default: HOST or 127.0.0.1, which other machines cannot reach)")
    .action((options: Options) => serve(options, before));
}

async function serve(options: Options, before: (store: Store) => Promise<void>): Promise<void> {
  let store: Store | undefined;
  try {
    const settings = readEnvironment(process.env);
    store = await openStore(settingsOf(options));
    await prepareSchema(store);
    await before(store);
    const log = pino({ level: settings.MANDATE_LOG }, pino.destination(2));
    const { url, close } = await startServer({ store, questions: questionResolvers(loadRegistry()), host: options.host ?? settings.HOST, port: options.port ?? settings.PORT, log });
    const { held } = await counts(store);
    const about = { url, store: store.place, held };
    process.stdout.write(options.json === true ? `${JSON.stringify(about)}\n` : `${held} documents held in ${store.place}\nGraphQL is at ${url}\n`);
    await stopped();
    await close();
    await store.close();
  } catch (error) {
    await store?.close().catch(() => undefined);
    const { message, exitCode } = asCommandError(error);
    process.stderr.write(`mandate: ${message.replace(/\s+/gu, " ")}\n`);
    process.exitCode = exitCode;
  }
}

function stopped(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => done());
  });
}
