import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openEmbedded } from "../../src/graph/embedded/open.ts";
import type { Store } from "../../src/graph/store.ts";
import { mandate } from "../support/command.ts";
import { readFacts } from "../../src/facts/read-facts.ts";
import { isFactsName } from "../../src/facts/write-facts.ts";
import { documentsIn, graphHash, writePlans } from "./plans.ts";

const DOCUMENTS = 300;
const TEXTS = 60;

const disks: string[] = [];
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mandate-full-"));
  await writePlans(join(folder, "facts"), DOCUMENTS, "mùa nổi ".repeat(250));
});
afterAll(async () => {
  // Lazily: an engine in this process may still hold a file there.
  for (const disk of disks) execFileSync("umount", ["-l", disk]);
  await rm(folder, { recursive: true, force: true });
});

/** A small file system in memory: root can mount one where the system allows it. */
function smallDisk(size: string): string {
  const disk = mkdtempSync(join(tmpdir(), "mandate-disk-"));
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", disk], { stdio: "ignore" });
  disks.push(disk);
  return disk;
}

const makeRoom = (disk: string): void => void execFileSync("mount", ["-o", "remount,size=200m", disk]);

function canMount(): boolean {
  try {
    smallDisk("1m");
    return true;
  } catch {
    process.stderr.write("\nNOT RUN: tests of a full disk: no file system can be mounted here (it needs root)\n");
    return false;
  }
}

describe.runIf(canMount())("a disk that is full", () => {
  test("stops a load with its place; what was told is kept whole; once there is room it goes on to the end", async () => {
    const disk = smallDisk("4m");
    const MANDATE_STORE = join(disk, "graph");
    const run = () => mandate(["load", join(folder, "facts")], { MANDATE_STORE });
    const stopped = await run();
    expect(stopped.code).toBe(74);
    expect(stopped.err).toMatch(
      new RegExp(`^mandate: cannot keep a store at ${MANDATE_STORE}: no space is left; [^\\n]*\\n$`, "u"),
    );
    const told = [...stopped.out.matchAll(/^ {2}(?<id>vn\S+) · /gmu)].map((match) => match.groups?.["id"] ?? "");
    expect(told.length).toBeGreaterThan(3);

    makeRoom(disk);
    const kept = await within(MANDATE_STORE, documentsIn);
    expect([...kept.keys()].sort()).toEqual([...told].sort());

    expect(await run()).toMatchObject({ code: 0, err: "" });
    await mandate(["load", join(folder, "facts")], { MANDATE_STORE: join(folder, "clean") });
    const clean = await within(join(folder, "clean"), documentsIn);
    for (const [id, content] of kept) expect(content).toBe(clean.get(id));
    expect(await within(MANDATE_STORE, graphHash)).toBe(await within(join(folder, "clean"), graphHash));
  });

  test("stops an ingest with the folder's place, and leaves no half facts file", async () => {
    const disk = smallDisk("300k");
    const facts = join(disk, "facts");
    const texts = join(folder, "texts");
    mkdirSync(texts);
    const plan = readFileSync("examples/documents/rural-markets.txt", "utf8");
    for (let number = 1; number <= TEXTS; number += 1)
      writeFileSync(join(texts, `${String(number)}.txt`), plan.replace("412/KH", `${String(number)}/KH`));
    const run = () => mandate(["ingest", texts, "--facts", facts], { MANDATE_STORE: join(folder, "ingested") });
    const stopped = await run();
    expect(stopped.code).toBe(74);
    expect(stopped.err).toMatch(
      new RegExp(`^mandate: ${facts}/\\S+ cannot be written \\(no space is left\\)[^\\n]*\\n$`, "u"),
    );
    expect((await readdir(facts)).filter((name) => name.startsWith("."))).toEqual([]);
    for (const name of readdirSync(facts).filter(isFactsName)) await readFacts(join(facts, name));

    makeRoom(disk);
    expect(await run()).toMatchObject({ code: 0, err: "" });
    expect((await readdir(facts)).filter(isFactsName)).toHaveLength(TEXTS);
  });
});

async function within<T>(path: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openEmbedded(path);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
