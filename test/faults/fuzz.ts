import { mkdtemp, writeFile } from "node:fs/promises";
import { Agent } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { keyLine, newKey } from "../../src/api/access/keys.ts";
import { makeApi } from "../../src/api/make-schema.ts";
import { SHIPPED_FACTS } from "../../src/assets.ts";
import { listFacts } from "../../src/cli/facts-files.ts";
import { contentFindings } from "../../src/doctor/contents.ts";
import { load } from "../../src/graph/load/load.ts";
import { openStore } from "../../src/graph/open-store.ts";
import type { Store } from "../../src/graph/store.ts";
import { noQuestions } from "../api/answers.ts";
import { ask, serving, storePath } from "../support/command.ts";
import { census } from "./census.ts";
import { diceOf } from "./dice.ts";
import { RandomChanges } from "./random-changes.ts";
import { RandomQuestions } from "./random-questions.ts";
import { randomRequest, type RandomRequest, send } from "./random-requests.ts";

/** Milliseconds after which a request counts as hung: longer than the deadline of a question. */
const HUNG = 25_000;
const AT_ONCE = 8;
/** What an error may not have: paths, frames of a stack, statements. */
const INSIDE = /node_modules|\.[jt]s:\d|stacktrace|\bat (?:async )?[A-Za-z_$][\w$.<>]* \(|MATCH \(this|UNWIND/u;
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
  const { schema } = await makeApi({ store: { kind: "embedded" } as unknown as Store, questions: noQuestions });
  const dice = diceOf(seed);
  const statuses = await whileServed(served, seed, async ({ url, keys, sendAll }) => {
    const questions = new RandomQuestions(schema, dice, await knownIds(url));
    const normal = await ask(url, NORMAL);
    for (let done = 0; done < count; done += 100) {
      await sendAll(Array.from({ length: 100 }, () => randomRequest(dice, questions, keys)));
      expect(await ask(url, NORMAL), `after ${done + 100} requests, seed ${seed}`).toEqual(normal);
    }
  });
  expect(await served.within(census)).toEqual(before);
  return statuses;
}

/** Whatever was let in, these are answered. */
const WHOLE = [
  `{ obligations(from: "2024-01-01", to: "2025-12-31") { due recurs task { dueTo dueDay } line { deadline nextDue } document { issuedOn } } }`,
  `{ gaps(first: 200, asOf: "2025-07-01") { totalCount items { kind task { id address } } } }`,
  `{ documents(limit: 200) { id name kind number symbol title issuerName issuedOn notBefore periodFrom periodTo held conflict diagnostics } }`,
  `{ tasks(limit: 200) { id section address ordinal headings text dueText dueFrom dueTo dueDay recurs start end standing confidence summaryVi } }`,
  `{ targets(limit: 200) { id value low high comparison unit by start end } agencies(limit: 200) { id name from until } people(limit: 200) { id name } }`,
  `{ roster(first: 200) { totalCount items { leads agency { name } } } lineage(document: "vn/tw/kl/2024/69") { nodes { document { id } } loops } }`,
  `{ reporting(agency: "vn/an-giang/so-noi-vu", asOf: "2024-01-01") { lines { deadline nextDue } } responsibilities(agency: "vn/an-giang/so-noi-vu", asOf: "2025-07-01") { totalCount items { task { id } } } }`,
];
/** What may be wrong with a store in which texts claim each other's ids and decisions no longer fit. */
const HARMLESS = ["CLAIMED_TWICE", "NO_PROVINCE", "REVIEW_UNPLACED"];

/**
 * Sends random facts and decisions that are right or nearly, a few at a time, and expects that each is taken or refused with what was wrong with it, that
 * the questions over everything are answered after them, and that the store is sound in the end.
 */
export async function fuzzChanges(
  served: Served,
  seed: number,
  count: number,
): Promise<Readonly<Record<string, number>>> {
  const changes = new RandomChanges(diceOf(seed));
  const statuses = await whileServed(served, seed, async ({ url, keys: [, , loader], sendAll }) => {
    for (let done = 0; done < count; done += 50) {
      await sendAll(
        Array.from({ length: 50 }, () => {
          const { method, path, body } = changes.change();
          const headers = { "content-type": "application/json", authorization: `Bearer ${loader}` };
          return { method, path, headers, body: Buffer.from(JSON.stringify(body)) };
        }),
      );
      for (const query of WHOLE) {
        const { status, errors } = await ask(url, query);
        expect([status, errors], `${query} after ${done + 50} changes, seed ${seed}`).toEqual([200, undefined]);
      }
    }
  });
  const findings = await served.within(contentFindings);
  expect(findings.filter(({ code }) => !HARMLESS.includes(code))).toEqual([]);
  return statuses;
}

interface AtWork {
  readonly url: string;
  /** Of a reader, a reviewer and a loader. */
  readonly keys: readonly [string, string, string];
  readonly sendAll: (batch: readonly RandomRequest[]) => Promise<void>;
}

/** Serves the store while `work` sends requests: each is to be answered with no fault of ours, and none is to stand in the log. Gives how often each status came. */
async function whileServed(
  { env: where }: Served,
  seed: number,
  work: (at: AtWork) => Promise<void>,
): Promise<Readonly<Record<string, number>>> {
  const keys = [newKey(), newKey(), newKey()] as const;
  const keysFile = join(await mkdtemp(join(tmpdir(), "mandate-fuzz-")), "keys");
  const lines = (["reader", "reviewer", "loader"] as const).map((role, place) =>
    keyLine(role, "lan", keys[place] ?? ""),
  );
  await writeFile(keysFile, lines.join(""));
  const env = { ...where, MANDATE_KEYS: keysFile, MANDATE_LOG: "warn" };
  const server = await serving([process.execPath, "bin/mandate.js", "serve", "--open", "--port", "0"], env);
  const agent = new Agent({ keepAlive: true });
  const statuses: Record<string, number> = {};
  const faults: string[] = [];
  let log = "";
  server.process.stderr?.on("data", (chunk: Buffer) => (log += chunk.toString()));
  const sendAll = (batch: readonly RandomRequest[]): Promise<void> =>
    inTurns(batch, async (request) => {
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
  try {
    await work({ url: server.url, keys, sendAll });
    expect(faults, `seed ${seed}: ${errorsIn(log)}`).toEqual([]);
    expect(await server.stop()).toBe(0);
    // Not one failure, rejection or crash in the log, whoever was told of it.
    expect(errorsIn(log)).toBe("");
    process.stderr.write(`random requests answered: ${JSON.stringify(statuses)}\n`);
    return statuses;
  } catch (error) {
    process.stderr.write(`${faults.slice(0, 5).join("\n")}\n${errorsIn(log).slice(0, 5_000)}\n`);
    throw error;
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
