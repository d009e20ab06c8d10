import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStore } from "../../src/graph/open-store.ts";
import type { Store } from "../../src/graph/store.ts";
import { environment, mandate } from "../support/command.ts";
import { neo4jAbsence } from "../support/neo4j.ts";
import { givenStore } from "../support/stores.ts";
import { documentsIn, graphHash, writePlans } from "./plans.ts";

const DOCUMENTS = 1_000;
const STORES = 5;
const KILLS_EACH = 10;

/** A store as the command is told of it, and as the test looks into it. */
interface Place {
  readonly env: Readonly<Record<string, string>>;
  readonly open: () => Promise<Store>;
}

const absence = await neo4jAbsence();
const seed = Number(process.env["MANDATE_SEED"] ?? Date.now() % 1_000_000_000);
/** When each load is killed: so many milliseconds after it told of so many documents. */
const kills = fc.sample(fc.record({ after: fc.nat(DOCUMENTS - 1), pause: fc.nat(40) }), {
  seed,
  numRuns: (STORES + 1) * KILLS_EACH,
});
let folder = "";
let clean: { readonly hash: string; readonly documents: ReadonlyMap<string, string> };
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mandate-killed-"));
  process.stderr.write(`killed loads: MANDATE_SEED=${String(seed)}\n`);
  await writePlans(join(folder, "facts"), DOCUMENTS);
  const place = embedded("clean");
  await loadedWhole(place);
  clean = await within(place, async (store) => ({
    hash: await graphHash(store),
    documents: await documentsIn(store),
  }));
  expect(clean.documents.size).toBe(DOCUMENTS);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

// Each store is killed again and again, so that most kills meet documents that are rewritten as well as new ones.
test.concurrent.each(Array.from({ length: STORES }, (_none, index) => index))(
  "a load of 1,000 documents that is killed ten times keeps what it told, whole, and ends as if it never was: store %i",
  (index) => survives(embedded(`store-${String(index)}`), index),
);

describe.skipIf(absence !== null)("on Neo4j", () => {
  const given = givenStore("neo4j", "test");

  test("a load whose transactions overlap, killed ten times, keeps what it told, whole, and ends as if it never was", async () => {
    const { place: uri } = given.store;
    const open = () => openStore({ kind: "neo4j", uri, user: "neo4j", password: "any" });
    await survives({ env: { NEO4J_URI: uri, NEO4J_PASSWORD: "any" }, open }, STORES, ["--together", "20"]);
  });
});

async function survives(place: Place, series: number, options: readonly string[] = []): Promise<void> {
  const told = new Set<string>();
  for (const { after, pause } of kills.slice(series * KILLS_EACH, (series + 1) * KILLS_EACH)) {
    const said = await killedLoad(place, options, after, pause);
    for (const id of said) told.add(id);
    const where = `killed ${String(pause)} ms after ${String(after)} documents`;
    await within(place, async (store) => {
      const kept = await documentsIn(store);
      const halves = [...kept].filter(([id, content]) => clean.documents.get(id) !== content);
      expect(halves, `${where}: half documents`).toEqual([]);
      expect(
        [...told].filter((id) => !kept.has(id)),
        `${where}: told and lost`,
      ).toEqual([]);
    });
  }
  await loadedWhole(place, options);
  expect(await within(place, graphHash)).toBe(clean.hash);
}

/** The documents that the command said are loaded before it was killed: some time after so many of them. */
async function killedLoad(
  { env }: Place,
  options: readonly string[],
  after: number,
  pause: number,
): Promise<readonly string[]> {
  const child = spawn(process.execPath, ["bin/mandate.js", "load", ...options, join(folder, "facts")], {
    env: environment(env),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const gone = once(child, "exit");
  const told: string[] = [];
  const reader = createInterface(child.stdout);
  const ended = once(reader, "close");
  let isDoomed = false;
  reader.on("line", (line) => {
    const id = /^ {2}(?<id>vn\S+) · /u.exec(line)?.groups?.["id"];
    if (id !== undefined) told.push(id);
    if (told.length <= after || isDoomed) return;
    isDoomed = true;
    setTimeout(() => child.kill("SIGKILL"), pause);
  });
  await Promise.all([gone, ended]);
  return told;
}

async function loadedWhole({ env }: Place, options: readonly string[] = []): Promise<void> {
  const { code, err } = await mandate(["load", ...options, join(folder, "facts")], env);
  expect({ code, err }).toEqual({ code: 0, err: "" });
}

function embedded(name: string): Place {
  const path = join(folder, name);
  return { env: { MANDATE_STORE: path }, open: () => openStore({ kind: "embedded", path }) };
}

async function within<T>({ open }: Place, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await open();
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
