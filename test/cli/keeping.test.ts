import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdir, mkdtemp, readFile, readdir, stat, symlink, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { writeAside } from "../../src/archive/write-aside.ts";
import type { Change } from "../../src/graph/audit.ts";
import { openEmbedded } from "../../src/graph/embedded/open.ts";
import { inventedFacts } from "../support/facts.ts";
import { mandate, serving, storePath, type Ran } from "../support/command.ts";
import { loadFacts } from "../support/graph.ts";
import { leaseNeo4j, neo4jAbsence } from "../support/neo4j.ts";

const absence = await neo4jAbsence();
let MANDATE_STORE: string;
let archive: string;
const folder = () => mkdtemp(join(tmpdir(), "mandate-keeping-"));
const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> =>
  mandate(args, { MANDATE_STORE, ...env });
const lines = (text: string) => text.trim().split("\n");
const heldAt = async (store: string) =>
  (JSON.parse((await run(["doctor", "--json", "--store", store])).out) as { held: number | null }).held;

beforeAll(async () => {
  MANDATE_STORE = await storePath();
  const store = await openEmbedded(MANDATE_STORE);
  await loadFacts(store, ...["a", "b", "c"].map((seed) => inventedFacts({}, seed)));
  await store.close();
  archive = join(await folder(), "kept.gz");
  await run(["backup", archive]);
});

test("what is kept is restored elsewhere, and answers there; the same file is taken again", async () => {
  for (let time = 0; time < 2; time += 1) {
    const { code, out } = await run(["backup", archive]);
    expect({ code, out }).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^3 documents of .* kept in/u) as string,
    });
  }
  const store = await storePath();
  const { code, out } = await run(["restore", archive, "--store", store]);
  expect({ code, out }).toMatchObject({ code: 0, out: expect.stringMatching(/^3 documents from/u) as string });
  expect((await run(["doctor", "--store", store])).code).toBe(0);
  expect(await readdir(join(store, ".."))).toEqual(["graph"]);
});

test("a full store is refused and stays, with --replace it is replaced, a damaged one too", async () => {
  const store = await storePath();
  const full = await openEmbedded(store);
  await loadFacts(full, inventedFacts({}, "d"));
  await full.close();
  const { code, err } = await run(["restore", archive, "--store", store]);
  expect({ code, err: lines(err) }).toMatchObject({
    code: 2,
    err: [expect.stringMatching(/holds 1 document already: .*--replace/u)],
  });
  expect(await heldAt(store)).toBe(1);
  expect((await run(["restore", archive, "--store", store, "--replace"])).code).toBe(0);
  expect(await heldAt(store)).toBe(3);

  await writeFile(store, (await readFile(store)).subarray(0, 100_000));
  expect((await run(["restore", archive, "--store", store])).code).toBe(74);
  expect((await run(["restore", archive, "--store", store, "--replace"])).code).toBe(0);
  expect(await heldAt(store)).toBe(3);
});

test("going back to an archive, and to a copy, stands in the log, and takes nothing out of it", async () => {
  const store = await storePath();
  const log = async (at = store) =>
    (JSON.parse((await run(["audit", "--json", "--store", at])).out) as readonly Change[]).map(
      ({ what, by, detail }) => [what, by, detail] as const,
    );
  const me = userInfo().username;
  await run(["load", "examples/facts", "--store", store]);
  expect((await run(["restore", archive, "--store", store, "--replace"])).code).toBe(0);
  expect(await log()).toEqual([
    [
      "RESTORED",
      me,
      expect.stringMatching(
        /^3 documents from \S+kept\.gz, made 20\S+Z; 1 earlier entry is of what was replaced alone/u,
      ),
    ],
    ["LOADED", me, "facts, review"],
  ]);
  expect((await run(["copy", "--to", store, "--replace"])).code).toBe(0);
  const [copied, ...before] = await log();
  const from = `3 documents from ${MANDATE_STORE}; 2 earlier entries are of what was replaced alone`;
  expect(copied).toEqual(["COPIED", me, from]);
  expect(before.map(([what]) => what)).toEqual(["RESTORED", "LOADED"]);
  expect((await run(["audit", "--store", store])).out).toContain("the whole store");
  await writeFile(store, (await readFile(store)).subarray(0, 100_000));
  expect((await run(["restore", archive, "--store", store, "--replace"])).code).toBe(0);
  expect(await log()).toMatchObject([
    ["RESTORED", me, expect.stringContaining("damaged, and its log is lost") as string],
  ]);
});

describe("an archive that cannot be trusted is refused with one error, and nothing is written", () => {
  const altered = (change: (text: string) => string) => (bytes: Buffer) =>
    gzipSync(change(gunzipSync(bytes).toString("utf8")));
  test.each<[string, (bytes: Buffer) => Buffer, RegExp]>([
    ["cut off", (bytes) => bytes.subarray(0, bytes.length >> 1), /it is cut off/u],
    ["cut off at its last byte", (bytes) => bytes.subarray(0, -1), /it is cut off/u],
    [
      "packed whole, but without its end",
      altered((text) => text.slice(0, text.lastIndexOf('{"kind":"end"'))),
      /it is cut off/u,
    ],
    [
      "a bit of it turned over",
      (bytes) => bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 4 : byte)) as Buffer,
      /altered|no JSON/u,
    ],
    ["a word of it changed", altered((text) => text.replace("mùa nổi", "mùa khô")), /its checksum does not fit/u],
    [
      "a record taken out",
      altered((text) => text.replace(/\{"kind":"document".*\n/u, "")),
      /its checksum does not fit/u,
    ],
    ["something behind its end", altered((text) => `${text}{}\n`), /something follows its end/u],
    [
      "of a newer version",
      altered((text) => text.replace('"version":1', '"version":9')),
      /a newer version .* update mandate/u,
    ],
    [
      "with records of a kind that is not known",
      altered((text) => text.replace('"kind":"place"', '"kind":"grace"')),
      /line 2 is of a kind that is not known/u,
    ],
    ["something else", () => Buffer.from("a letter"), /not what `mandate backup` writes/u],
    ["something else, packed", () => gzipSync("a letter\n"), /not what `mandate backup` writes/u],
    ["empty", () => Buffer.alloc(0), /cut off|not what/u],
  ])("%s", async (_what, change, why) => {
    const bad = join(await folder(), "bad.gz");
    await writeFile(bad, change(await readFile(archive)));
    const store = await storePath();
    const { code, err } = await run(["restore", bad, "--store", store, "--replace"]);
    expect({ code, lines: lines(err).length }).toEqual({ code: 65, lines: 1 });
    expect(err).toMatch(why);
    expect(err).toContain(bad);
    expect(existsSync(store)).toBe(false);
  });

  test("not there", async () => {
    expect(await run(["restore", "no-such.gz"])).toMatchObject({
      code: 74,
      err: expect.stringContaining("no-such.gz") as string,
    });
  });
});

describe("a backup that cannot be written leaves what was there, and no part of itself", () => {
  test("on a full disk", async () => {
    const target = await folder();
    const file = join(target, "kept.gz");
    await copyFile(archive, file);
    // A limit on the size of files stands in for a full disk, which a test cannot bring about.
    const child = spawn(
      "bash",
      [
        "-c",
        `trap '' XFSZ; ulimit -f 64; exec "$@"`,
        "limited",
        process.execPath,
        "--import",
        "tsx",
        "test/archive/large.ts",
        file,
      ],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    let out = "";
    child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
    await once(child, "close");
    expect(out).toBe(
      `failed CANNOT_WRITE ${file}: cannot be written: the file would grow too large; name another file\n`,
    );
    expect(await readdir(target)).toEqual(["kept.gz"]);
    expect(await readFile(file)).toEqual(await readFile(archive));
  });

  test("killed at any time, and the next one clears up", async () => {
    const target = await folder();
    const file = join(target, "kept.gz");
    await copyFile(archive, file);
    let killed = 0;
    for (const wait of [0, 5, 20]) {
      const child = spawn(process.execPath, ["bin/mandate.js", "backup", file], {
        env: { ...process.env, MANDATE_STORE, NEO4J_URI: "" },
        stdio: "ignore",
      });
      const ended = once(child, "exit");
      while (child.exitCode === null && !(await readdir(target)).some((name) => name.includes(".part-")))
        await new Promise((done) => setTimeout(done, 1));
      await new Promise((done) => setTimeout(done, wait));
      child.kill("SIGKILL");
      const [, signal] = (await ended) as [number | null, string | null];
      if (signal === "SIGKILL") killed += 1;
      expect((await run(["restore", file, "--store", await storePath()])).code).toBe(0);
    }
    expect(killed).toBeGreaterThan(0);
    expect((await run(["backup", file])).code).toBe(0);
    expect(await readdir(target)).toEqual(["kept.gz"]);
  });

  test.each([
    ["into a folder that is not there", (at: string) => join(at, "no", "kept.gz"), /there is no such file or folder/u],
    ["over a folder", (at: string) => at, /it is a folder/u],
  ])("%s", async (_what, place, why) => {
    const at = await folder();
    const { code, err } = await run(["backup", place(at)]);
    expect(code).toBe(74);
    expect(err).toMatch(why);
    expect(await readdir(at)).toEqual([]);
  });
});

describe("a backup replaces nothing but an archive:", () => {
  const standing = async (): Promise<string> => {
    const at = await folder();
    const store = await openEmbedded(join(at, "graph"));
    await loadFacts(store, inventedFacts({}, "d"));
    await store.close();
    await writeFile(join(at, "letter.txt"), "a letter");
    await writeFile(join(at, "letter.gz"), gzipSync("a letter"));
    await writeFile(join(at, "empty"), "");
    await symlink("graph", join(at, "link"));
    await mkdir(join(at, "folder"));
    return at;
  };
  const contentOf = async (at: string) =>
    Promise.all(["graph", "letter.txt", "letter.gz", "empty"].map((name) => readFile(join(at, name), "base64")));

  test.each([
    "graph",
    "letter.txt",
    "letter.gz",
    "empty",
    "link",
    "folder",
    "graph.wal",
    "graph.pid",
    "graph.restoring",
  ])("not %s", async (name) => {
    const at = await standing();
    const [names, contents] = [await readdir(at), await contentOf(at)];
    const { code, err } = await run(["backup", join(at, name)]);
    expect({ code, lines: lines(err).length }).toEqual({ code: 74, lines: 1 });
    expect(err).toMatch(/cannot be written: .*; name another file/u);
    expect([await readdir(at), await contentOf(at)]).toEqual([names, contents]);
  });

  test("not the store that it is a backup of, nor one that a server holds, which goes on keeping what it is given", async () => {
    const own = await run(["backup", MANDATE_STORE]);
    expect([own.code, await heldAt(MANDATE_STORE)]).toEqual([74, 3]);
    const at = await standing();
    const held = join(at, "graph");
    const served = await serving([process.execPath, "bin/mandate.js", "serve", "--port", "0"], { MANDATE_STORE: held });
    const { code } = await run(["backup", held]);
    await served.stop();
    expect([code, await heldAt(held)]).toEqual([74, 1]);
  });

  test("what is put there while it is written stays too", async () => {
    const file = join(await folder(), "kept.gz");
    const late = writeAside(file, () => writeFile(file, "a letter"));
    await expect(late).rejects.toMatchObject({ code: "IN_THE_WAY" });
    expect(await readFile(file, "utf8")).toBe("a letter");
    expect(await readdir(join(file, ".."))).toEqual(["kept.gz"]);
  });

  test("and an archive is its owner's alone to read", async () => {
    const file = join(await folder(), "kept.gz");
    await run(["backup", file]);
    expect((await stat(file)).mode & 0o077).toBe(0);
  });
});

test("a restore that was killed leaves the old store as it was, and is done again", async () => {
  const store = await storePath();
  const old = await openEmbedded(store);
  await loadFacts(old, inventedFacts({}, "d"));
  await old.close();
  const child = spawn(process.execPath, ["bin/mandate.js", "restore", archive, "--replace", "--store", store], {
    env: { ...process.env, NEO4J_URI: "" },
    stdio: "ignore",
  });
  const ended = once(child, "exit");
  while (!existsSync(`${store}.restoring`)) await new Promise((done) => setTimeout(done, 1));
  child.kill("SIGKILL");
  await ended;
  expect(await heldAt(store)).toBe(1);
  expect((await run(["restore", archive, "--replace", "--store", store])).code).toBe(0);
  expect(await heldAt(store)).toBe(3);
  expect(await readdir(join(store, ".."))).toEqual(["graph"]);
});

describe("copy", () => {
  test("takes an embedded store to another place", async () => {
    const to = await storePath();
    expect(await run(["copy", "--to", to])).toMatchObject({
      code: 0,
      out: expect.stringContaining(`--store ${to}`) as string,
    });
    expect(await heldAt(to)).toBe(3);
    expect((await run(["copy", "--to", to])).code).toBe(2);
  });

  test.each([
    ["itself", () => ["copy", "--to", MANDATE_STORE], /is the store itself/u],
    [
      "an address with a password",
      () => ["copy", "--to", "neo4j://me:secret@localhost"],
      /NEO4J_PASSWORD in the environment/u,
    ],
    ["an address of something else", () => ["copy", "--to", "http://localhost"], /must be an address such as neo4j/u],
  ])("refuses %s", async (_what, args, why) => {
    const { code, err } = await run(args());
    expect(code).toBe(2);
    expect(err).toMatch(why);
    expect(err).not.toContain("secret");
  });

  test.skipIf(absence !== null)("goes to Neo4j by one command, and back", { timeout: 300_000 }, async () => {
    const lease = await leaseNeo4j();
    onTestFinished(() => lease.end());
    const { uri } = lease;
    const secret = { NEO4J_USER: "neo4j", NEO4J_PASSWORD: "any" };
    expect(await run(["copy", "--to", uri, "--replace"], secret)).toMatchObject({
      code: 0,
      out: expect.stringContaining(`NEO4J_URI=${uri}`) as string,
    });
    expect(JSON.parse((await run(["doctor", "--json"], { ...secret, NEO4J_URI: uri })).out)).toMatchObject({
      held: 3,
      findings: [],
    });
    const back = await storePath();
    expect(await run(["copy", "--to", back], { ...secret, NEO4J_URI: uri })).toMatchObject({ code: 0 });
    expect(await heldAt(back)).toBe(3);
  });
});

const COMMANDS: readonly (readonly [string, ...string[]])[] = [
  ["lineage", "KL 69"],
  ["responsibilities", "Sở Nội vụ An Giang"],
  ["matrix", "KH 177"],
  ["reporting", "Sở Nội vụ An Giang"],
  ["gaps"],
  ["obligations", "--from", "2024-01-01", "--to", "2024-12-31"],
  ["search", "khoa học"],
  ["resolve", "KL 69"],
  ["verify", "examples/documents/ke-hoach-ho-chua-nuoc.docx"],
  ["ingest", "examples/documents"],
  ["review"],
  ["load"],
  ["serve", "--port", "0"],
  ["start", "--port", "0"],
  ["backup", join(tmpdir(), "never-written.gz")],
  ["copy", "--to", join(tmpdir(), "never-made")],
];

describe("a store that another process holds is told with the process and a remedy by", { timeout: 120_000 }, () => {
  test.each(COMMANDS)("%s", async (...args) => {
    const path = await storePath();
    const held = await openEmbedded(path);
    onTestFinished(() => held.close());
    const { code, err } = await run(args, { MANDATE_STORE: path });
    expect({ code, lines: lines(err).length }).toEqual({ code: 75, lines: 1 });
    expect(err).toContain(`${path} is in use by process ${process.pid}`);
    expect(err).toMatch(/: stop it|ask it/u);
  });

  test("restore", async () => {
    const path = await storePath();
    const held = await openEmbedded(path);
    onTestFinished(() => held.close());
    const { code, err } = await run(["restore", archive, "--replace", "--store", path]);
    expect(code).toBe(75);
    expect(err).toContain(`in use by process ${process.pid}`);
  });
});

describe("a path that is no store is told, and left alone, by", { timeout: 120_000 }, () => {
  test.each(COMMANDS)("%s", async (...args) => {
    const at = await folder();
    await mkdir(join(at, "folder"));
    await writeFile(join(at, "letter.txt"), "a letter to the office\n".repeat(500));
    for (const name of ["folder", "letter.txt"]) {
      const { code, err } = await run(args, { MANDATE_STORE: join(at, name) });
      expect({ name, code, lines: lines(err).length }).toEqual({ name, code: 74, lines: 1 });
      expect(err).toContain(`${join(at, name)}: something else stands there`);
    }
    expect(await readdir(at)).toEqual(["folder", "letter.txt"]);
    expect(await readFile(join(at, "letter.txt"), "utf8")).toHaveLength(23 * 500);
  });
});

test.each([
  ["backup", "kept.gz"],
  ["copy", "--to", "elsewhere"],
])("%s makes no empty store where none is", async (...args) => {
  const path = await storePath();
  const { code, err } = await run(args, { MANDATE_STORE: path });
  expect(code).toBe(74);
  expect(err).toContain(`there is no store at ${path}`);
  expect(existsSync(path)).toBe(false);
});
