import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { makeApi } from "../../src/api/make-schema.ts";
import { questionResolvers } from "../../src/api/questions.ts";
import { startServer } from "../../src/api/server.ts";
import { openStore } from "../../src/graph/open-store.ts";
import { openPatiently } from "./patient.ts";
import type { Store } from "../../src/graph/store.ts";
import { loadRegistry } from "../../src/registry/load-registry.ts";
import { startNeo4j } from "../neo4j/server.ts";
import type { LoadReport } from "./load-child.ts";

/** A made-up country in a store, with the product's server before it. */
export interface Loaded {
  readonly kind: Store["kind"];
  readonly scale: number;
  readonly report: LoadReport;
  readonly store: Store;
  /** Where GraphQL is answered. */
  readonly url: string;
  end(): Promise<void>;
}

/** How many documents go into one transaction of a large load. */
export const TOGETHER = 50;

const CHILD = fileURLToPath(new URL("load-child.ts", import.meta.url));

/** Loads a country in a process of its own, then opens the store here and serves it. */
export async function loaded(kind: Store["kind"], scale: number, together = TOGETHER): Promise<Loaded> {
  const folder = mkdtempSync(join(tmpdir(), "mandate-bench-"));
  const path = join(folder, "graph");
  const database = kind === "neo4j" ? await startNeo4j({ memory: scale > 100 ? "3g" : "1g" }) : undefined;
  const report = await loadInChild([database?.uri ?? "embedded", path, String(scale), String(together)]);
  // As a server has it: the embedded engine in a process of its own.
  const store =
    database === undefined
      ? await openStore({ kind: "embedded", path }, { serving: true })
      : await openPatiently({ kind: "neo4j", uri: database.uri, user: "neo4j", password: "any" });
  const log = pino({ level: "silent" });
  const api = await makeApi({ store, questions: questionResolvers(loadRegistry()) });
  const server = await startServer({ store, api, host: "127.0.0.1", port: 0, log });
  return {
    ...{ kind, scale, report, store, url: `${server.url}/graphql` },
    end: async () => {
      await server.close();
      await store.close();
      await database?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function loadInChild(args: readonly string[]): Promise<LoadReport> {
  const child = spawn(process.execPath, ["--import", "tsx", CHILD, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new Error(`loading a made-up country failed: ${args.join(" ")}`);
  return JSON.parse(said) as LoadReport;
}

/** Asks the server; throws where it answers with errors, for a refused question would be fast. */
export async function askHttp(url: string, query: string): Promise<unknown> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  const answer = (await response.json()) as { readonly data?: unknown; readonly errors?: readonly unknown[] };
  if (answer.errors !== undefined)
    throw new Error(`the server refused a question: ${JSON.stringify(answer.errors[0])}`);
  return answer.data;
}
