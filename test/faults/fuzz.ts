import { mkdtemp, writeFile } from "node:fs/promises";
import { Agent } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { keyLine, newKey } from "../../src/api/access/keys.ts";
import { makeApi } from "../../src/api/make-schema.ts";
import { SHIPPED_FACTS } from "../../src/assets.ts";
import { listFacts } from "../../src/cli/facts-files.ts";
import { load } from "../../src/graph/load/load.ts";
import { openStore } from "../../src/graph/open-store.ts";
import type { Store } from "../../src/graph/store.ts";
import { noQuestions } from "../api/answers.ts";
import { ask, serving, storePath } from "../support/command.ts";
import { census } from "./census.ts";
import { diceOf } from "./dice.ts";
import { RandomQuestions } from "./random-questions.ts";
import { randomRequest, type RandomRequest, send } from "./random-requests.ts";

/** Milliseconds after which a request counts as hung: longer than the deadline of a question. */
const HUNG = 25_000;
const AT_ONCE = 8;
/** What an error may not have: paths, frames of a stack, statements. */
const INSIDE = /node_modules|\.[jt]s:\d|stacktrace|\bat \S+ \(|MATCH \(this|UNWIND/u;
const NORMAL = `{ lineage(document: "vn/tw/kl/2024/69") { nodes { distance document { id } } } corpus { held tasks } }`;

/** Where the served store is to be had: as the command takes it, and for the test while nothing is served. */
export interface Served {
  readonly env: Readonly<Record<string, string>>;
  within<T>(work: (store: Store) => Promise<T>): Promise<T>;
}

/** A new embedded store. */
export async function servedEmbedded(): Promise<Served> {
  const path = await storePath();
  return {
    env: { MANDATE_STORE: path },
    within: async (work) => {
      const store = await openStore({ kind: "embedded", path });
      return work(store).finally(() => store.close());
    },
  };
}

/** Sends random requests to the served command and expects of each what is promised of all. Gives how often each status came. */
export async function fuzz(served: Served, seed: number, count: number): Promise<Readonly<Record<string, number>>> {
  const before = await served.within(async (store) => {
    await load(store, await listFacts([SHIPPED_FACTS]));
    return census(store);
  });
  const keys = [newKey(), newKey(), newKey()] as const;
  const keysFile = join(await mkdtemp(join(tmpdir(), "mandate-fuzz-")), "keys");
  const lines = (["reader", "reviewer", "loader"] as const).map((role, place) =>
    keyLine(role, "lan", keys[place] ?? ""),
  );
  await writeFile(keysFile, lines.join(""));
  const env = { ...served.env, MANDATE_KEYS: keysFile, MANDATE_LOG: "warn" };
  const server = await serving([process.execPath, "bin/mandate.js", "serve", "--open", "--port", "0"], env);
  const agent = new Agent({ keepAlive: true });
  let log = "";
  server.process.stderr?.on("data", (chunk: Buffer) => (log += chunk.toString()));
  try {
    const { schema } = await makeApi({ store: { kind: "embedded" } as unknown as Store, questions: noQuestions });
    const known = await knownIds(server.url);
    const dice = diceOf(seed);
    const questions = new RandomQuestions(schema, dice, known);
    const normal = await ask(server.url, NORMAL);
    const statuses: Record<string, number> = {};
    const faults: string[] = [];
    for (let done = 0; done < count; done += 100) {
      const batch = Array.from({ length: 100 }, () => randomRequest(dice, questions, keys));
      await inTurns(batch, async (request) => {
        const { status, text } = await send(new URL(server.url), request, agent, HUNG).catch((error: unknown) => ({
          status: String(error),
          text: "",
        }));
        statuses[status] = (statuses[status] ?? 0) + 1;
        const honest = typeof status === "number" && (status < 500 || status === 504);
        // What an answer of data quotes is the asker's own; an error tells nothing of the inside.
        const silent = Number(status) < 400 || !INSIDE.test(text);
        if (!honest || !silent) faults.push(`${status} ${text.slice(0, 500)}\n  to ${told(request)}`);
      });
      expect(await ask(server.url, NORMAL), `after ${done + 100} requests, seed ${seed}`).toEqual(normal);
    }
    expect(faults, `seed ${seed}: ${errorsIn(log)}`).toEqual([]);
    expect(await server.stop()).toBe(0);
    // Not one failure, rejection or crash in the log, whoever was told of it.
    expect(errorsIn(log)).toBe("");
    expect(await served.within(census)).toEqual(before);
    process.stderr.write(`random requests answered: ${JSON.stringify(statuses)}\n`);
    return statuses;
  } finally {
    agent.destroy();
    server.process.kill("SIGKILL");
  }
}

async function knownIds(url: string): Promise<readonly string[]> {
  const { data } = await ask(
    url,
    "{ documents(limit: 12) { id } agencies(limit: 30) { id } tasks(limit: 12) { id documentId } places { id } sources { sha256 } }",
  );
  return Object.values(data as Record<string, readonly Record<string, string>[]>).flatMap((nodes) =>
    nodes.flatMap((node) => Object.values(node)),
  );
}

async function inTurns<T>(all: readonly T[], work: (each: T) => Promise<void>): Promise<void> {
  const waiting = [...all];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
    }),
  );
}

/** The errors that the server told its log, and whatever stands there that is no line of it. */
const errorsIn = (log: string): string =>
  log
    .split("\n")
    .filter((line) => /"level":[56]0/u.test(line) || !line.startsWith("{"))
    .join("\n")
    .slice(0, 20_000);

const told = ({ method, path, headers, body }: RandomRequest): string =>
  `${method} ${path} ${JSON.stringify({ ...headers, authorization: headers["authorization"] === undefined ? "none" : "some" })}\n${body?.toString().slice(0, 3_000) ?? ""}`;
