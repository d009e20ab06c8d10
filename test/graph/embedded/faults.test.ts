import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { openStore } from "../../../src/graph/open-store.ts";
import type { Store } from "../../../src/graph/store.ts";

let folder = "";
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "mandate-faults-"))));
const opened = new Set<Store>();
afterEach(async () => {
  for (const store of opened) await store.close();
  opened.clear();
  rmSync(folder, { recursive: true, force: true });
});

async function open(path: string): Promise<Store> {
  const store = await openStore({ kind: "embedded", path });
  opened.add(store);
  return store;
}

const failing = (code: string, ...says: readonly string[]) =>
  expect.objectContaining({
    name: "StoreError",
    code,
    message: expect.stringMatching(new RegExp(says.map((words) => `(?=.*${words})`).join(""), "u")) as string,
  }) as Error;

describe("a store in a file", () => {
  test("is made with the folders above it, is one file once closed, and keeps what was written", async () => {
    const path = join(folder, "deep", "er", "graph");
    const first = await open(path);
    await first.prepare(["CREATE CONSTRAINT task_id IF NOT EXISTS FOR (n:Task) REQUIRE n.id IS UNIQUE"]);
    await first.write((transaction) =>
      transaction.run(
        "CREATE (:Task {id: 'a', folded: 'khoa hoc', due: date('2024-01-11')})-[:AT]->(:Place {id: 'p'})",
        {},
      ),
    );
    await first.close();
    expect(readdirSync(join(folder, "deep", "er"))).toEqual(["graph"]);
    expect(statSync(path).mode & 0o077).toBe(0);

    const second = await open(path);
    const rows = await second.read((transaction) =>
      transaction.run("MATCH (t:Task)-[:AT]->(p) RETURN t.id AS task, p.id AS place, toString(t.due) AS due", {}),
    );
    expect(rows).toEqual([{ task: "a", place: "p", due: "2024-01-11" }]);
    expect(await second.searchText("Task", ["hoc"], 5)).toMatchObject([{ id: "a" }]);
    const twin = second.write((transaction) => transaction.run("CREATE (:Task {id: 'a'})", {}));
    await expect(twin).rejects.toThrow(failing("STATEMENT_FAILED"));
  });
});

describe("a store that another holds", () => {
  test("is refused with the holder's process, for reading too, and is free again when it ends", async () => {
    const path = join(folder, "graph");
    const { child, lines } = startWriter(path);
    await lines.until("kept 3");
    await expect(open(path)).rejects.toThrow(failing("STORE_IN_USE", path, `process ${child.pid ?? ""}`));

    await killed(child);
    expect(existsSync(`${path}.pid`)).toBe(true);
    const store = await open(path);
    await store.close();
    expect(readdirSync(folder)).toEqual(["graph"]);
  });

  test("is refused within one process", async () => {
    const path = join(folder, "graph");
    await open(path);
    await expect(open(path)).rejects.toThrow(failing("STORE_IN_USE", "this process"));
  });

  test.each([
    ["no note", null],
    ["a note of a dead process", "999999999\n"],
    ["a note of nonsense", "???"],
  ])("is refused with %s beside it", async (_what, note) => {
    const path = join(folder, "graph");
    await open(path);
    rmSync(`${path}.pid`);
    if (note !== null) writeFileSync(`${path}.pid`, note);
    await expect(open(path)).rejects.toThrow(failing("STORE_IN_USE", "another process"));
  });

  test("is refused with the holder's process though its note comes only now", async () => {
    const path = join(folder, "graph");
    await open(path);
    rmSync(`${path}.pid`);
    const refused = expect(open(path)).rejects.toThrow(failing("STORE_IN_USE", "this process"));
    await pause(100);
    writeFileSync(`${path}.pid`, `${process.pid}\n`);
    await refused;
  });

  test("is opened when its holder, whose note is gone already, ends meanwhile", async () => {
    const path = join(folder, "graph");
    const first = await open(path);
    rmSync(`${path}.pid`);
    const second = open(path);
    await pause(100);
    await first.close();
    expect(await (await second).read((transaction) => transaction.run("RETURN 1 AS one", {}))).toEqual([{ one: 1 }]);
  });

  test("is not refused for a note alone, which a killed process leaves behind", async () => {
    const path = join(folder, "graph");
    writeFileSync(`${path}.pid`, `${process.ppid}\n`);
    const store = await open(path);
    await store.close();
    expect(existsSync(`${path}.pid`)).toBe(false);
  });
});

describe("a place where no store can be", () => {
  test.each([
    ["below a file", "file/graph", "a part of the path is a file"],
    ["deep below a file", "file/deep/graph", "a part of the path is a file"],
    ["at another file", "file", "something else stands there"],
    ["at a folder", "full", "something else stands there"],
    ["at an empty folder", "empty", "something else stands there"],
    ["at too long a name", "x".repeat(300), "the name is too long"],
  ])("%s is refused with the reason, and nothing is touched", async (_what, name, reason) => {
    writeFileSync(join(folder, "file"), "Kế hoạch 177-KH/TU\n".repeat(1_000));
    mkdirSync(join(folder, "full", "inner"), { recursive: true });
    mkdirSync(join(folder, "empty"));
    const path = join(folder, name);
    await expect(open(path)).rejects.toThrow(failing("STORE_UNWRITABLE", path, reason, "--store"));
    expect(readdirSync(folder).sort()).toEqual(["empty", "file", "full"]);
    expect(readFileSync(join(folder, "file"), "utf8")).toMatch(/^Kế hoạch/u);
  });
});

describe("a damaged store", () => {
  const planted = async (): Promise<string> => {
    const path = join(folder, "graph");
    const store = await open(path);
    await store.write((transaction) => transaction.run("UNWIND range(1, 5000) AS id CREATE (:Task {id: id})", {}));
    await store.close();
    return path;
  };
  const overwritten = (path: string, from: number, to: number): void => {
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0x55, from, to));
  };

  test.each<readonly [string, (path: string) => void]>([
    ["cut off in the middle", (path) => truncateSync(path, readFileSync(path).length / 2)],
    ["cut off at the head", (path) => truncateSync(path, 100)],
    ["emptied", (path) => truncateSync(path, 0)],
    ["overwritten", (path) => overwritten(path, readFileSync(path).length / 2, readFileSync(path).length)],
  ])("%s is told with its place and remedy", async (_what, damage) => {
    const path = await planted();
    damage(path);
    await expect(open(path)).rejects.toThrow(failing("STORE_DAMAGED", path, "delete", "mandate load"));
    rmSync(path);
    await (await open(path)).close();
  });

  test("whose log is left without it is told too", async () => {
    const path = join(folder, "graph");
    const { child, lines } = startWriter(path);
    await lines.until("kept 3");
    await killed(child);
    rmSync(path);
    await expect(open(path)).rejects.toThrow(failing("STORE_DAMAGED", `${path}.wal`));
  });
});

describe("a writer that is killed", () => {
  test("leaves every document whole or absent, and every one that it was told is kept", async () => {
    const path = join(folder, "graph");
    const pauses = [0, 1, 2].map(() => 50 + Math.floor(Math.random() * 400));
    console.info(`killed after ${pauses.join(", ")} ms`);
    const told = new Set<number>();
    for (const [round, pause] of pauses.entries()) {
      const { child, lines } = startWriter(path, round * 100_000);
      await lines.until(`kept ${round * 100_000 + 2}`);
      await new Promise((resolve) => setTimeout(resolve, pause));
      await killed(child);
      for (const line of await lines.rest()) if (line.startsWith("kept ")) told.add(Number(line.slice(5)));

      const store = await open(path);
      const documents = await store.read((transaction) =>
        transaction.run("MATCH (d:Document) RETURN d.id AS id, COUNT { (d)-[:ASSIGNS]->(:Task) } AS tasks", {}),
      );
      await store.close();
      expect(documents.filter(({ tasks }) => tasks !== 50)).toEqual([]);
      const kept = new Set(documents.map(({ id }) => id));
      expect([...told].filter((id) => !kept.has(id))).toEqual([]);
    }
  });
});

// A limit on the size of files stands in for a full disk, which a test cannot bring about.
describe.skipIf(process.platform === "win32")("a disk that is full", () => {
  test("stops the load with the place, and keeps all that it said is kept", async () => {
    const path = join(folder, "graph");
    const limited = startWriter(path, 0, { blocks: 2_000 });
    const [code] = (await once(limited.child, "exit")) as [number | null];
    const said = await limited.lines.rest();
    expect(said.at(-1)).toContain(`failed STORE_UNWRITABLE cannot keep a store at ${path}`);
    expect(code).toBe(1);

    const store = await open(path);
    const rows = await store.read((transaction) =>
      transaction.run(
        "MATCH (d:Document) RETURN count(d) AS documents, sum(COUNT { (d)-[:ASSIGNS]->() }) AS tasks",
        {},
      ),
    );
    const kept = said.filter((line) => line.startsWith("kept")).length;
    expect(kept).toBeGreaterThan(3);
    expect(rows).toEqual([{ documents: kept, tasks: 50 * kept }]);
  });
});

function startWriter(path: string, first = 0, limit?: { readonly blocks: number }) {
  const script = fileURLToPath(new URL("writer.ts", import.meta.url));
  const command = [process.execPath, "--import", "tsx", script, path, String(first)];
  const [program = "", ...args] =
    limit === undefined
      ? command
      : ["bash", "-c", `trap '' XFSZ; ulimit -f ${limit.blocks}; exec "$@"`, "limited", ...command];
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  return { child, lines: linesOf(child) };
}

function linesOf({ stdout }: ChildProcess) {
  if (stdout === null) throw new Error("the process has no output");
  const all: string[] = [];
  const reader = createInterface(stdout);
  const ended = once(reader, "close");
  reader.on("line", (line) => all.push(line));
  return {
    until: async (wanted: string) => {
      while (!all.includes(wanted)) {
        const outcome = await Promise.race([once(reader, "line"), ended.then(() => "end" as const)]);
        if (outcome === "end") throw new Error(`the process ended without "${wanted}": ${all.slice(-2).join(", ")}`);
      }
    },
    rest: async () => {
      await ended;
      return all;
    },
  };
}

async function killed(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}
