import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { Engine } from "../../../src/graph/hosted/engine.ts";
import { HostedStore } from "../../../src/graph/hosted/hosted-store.ts";
import { openStore } from "../../../src/graph/open-store.ts";
import type { Patience, Row, Store, Value } from "../../../src/graph/store.ts";
import { RUNAWAY } from "./runaway.ts";

let path = "";
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), "mandate-hosted-"));
  path = join(folder, "graph");
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

/** A store and the engines that it has had, the last of which runs. */
async function opened(): Promise<{ readonly store: Store; readonly engines: Engine[] }> {
  const engines: Engine[] = [];
  const open = async (): Promise<Engine> => {
    const engine = await Engine.open(path);
    engines.push(engine);
    return engine;
  };
  const store = new HostedStore(path, await open(), open);
  onTestFinished(() => store.close());
  return { store, engines };
}

const patience = (ms: number, gone = new AbortController().signal): Patience => ({
  until: performance.now() + ms,
  gone,
});
const write = (store: Store, id: Value): Promise<readonly Row[]> =>
  store.write((transaction) => transaction.run("CREATE (:Thing {id: $id})", { id }));
const things = async (store: Store): Promise<readonly unknown[]> => {
  const rows = await store.read((transaction) => transaction.run("MATCH (n:Thing) RETURN n.id AS id ORDER BY id", {}));
  return rows.map(({ id }) => id);
};
const runaway = (store: Store, patience?: Patience): Promise<unknown> =>
  store.read((transaction) => transaction.run(RUNAWAY, {}), patience);

describe("a read whose time is over", () => {
  test("is told so in time, and its engine is ended; what was written stands, and the next is answered", async () => {
    const { store, engines } = await opened();
    await write(store, 1);
    const begun = performance.now();
    await expect(runaway(store, patience(500))).rejects.toMatchObject({ code: "TOO_LONG" });
    expect(performance.now() - begun).toBeLessThan(2_000);
    await write(store, 2);
    expect(engines.map(({ ended }) => ended)).toEqual([true, false]);
    expect(await things(store)).toEqual([1, 2]);
  });

  test("does not disturb others: reads beside it begin again and are answered", async () => {
    const { store, engines } = await opened();
    await write(store, 1);
    let runs = 0;
    const other = store.read(async (transaction) => {
      runs += 1;
      await transaction.run("RETURN 1 AS one", {});
      await pause(runs === 1 ? 1_500 : 0);
      return transaction.run("MATCH (n:Thing) RETURN n.id AS id", {});
    }, patience(60_000));
    await expect(runaway(store, patience(300))).rejects.toMatchObject({ code: "TOO_LONG" });
    expect(await other).toEqual([{ id: 1 }]);
    expect([runs, engines.length]).toEqual([2, 2]);
  });

  test("waits for the writer that is inside, and those after it wait for the next engine", async () => {
    const { store, engines } = await opened();
    const first = store.write(async (transaction) => {
      await transaction.run("CREATE (:Thing {id: 1})", {});
      await pause(1_000);
      await transaction.run("CREATE (:Thing {id: 2})", {});
    });
    await expect(runaway(store, patience(200))).rejects.toMatchObject({ code: "TOO_LONG" });
    const second = write(store, 3);
    await first;
    expect(engines.length).toBe(1);
    await second;
    expect(engines.length).toBe(2);
    expect(await things(store)).toEqual([1, 2, 3]);
  });

  test("costs no engine where only its own work is slow", async () => {
    const { store, engines } = await opened();
    const slow = store.read(async (transaction) => {
      await pause(500);
      return transaction.run("RETURN 1 AS one", {});
    }, patience(200));
    await expect(slow).rejects.toMatchObject({ code: "TOO_LONG" });
    await pause(600);
    expect(await things(store)).toEqual([]);
    expect(engines.length).toBe(1);
  });

  test("is let go at once where nobody waits for it, but the engine is left to it until its time is over", async () => {
    const { store, engines } = await opened();
    const client = new AbortController();
    const left = runaway(store, patience(1_500, client.signal));
    setTimeout(() => client.abort(), 100);
    const begun = performance.now();
    await expect(left).rejects.toMatchObject({ code: "ABANDONED" });
    expect(performance.now() - begun).toBeLessThan(1_000);
    expect(engines[0]?.ended).toBe(false);
    await until(() => engines.length === 2);
  });

  test("goes for a search by words too", async () => {
    const { store } = await opened();
    await store.prepare([]);
    await expect(store.searchText("Task", ["khoa"], 5, patience(0))).rejects.toMatchObject({ code: "TOO_LONG" });
    expect(await store.searchText("Task", ["khoa"], 5, patience(60_000))).toEqual([]);
  });
});

describe("an engine that dies by itself", () => {
  test("in the middle of a read: the read begins again", async () => {
    const { store, engines } = await opened();
    await write(store, 1);
    let runs = 0;
    const rows = await store.read(async (transaction) => {
      runs += 1;
      if (runs === 1) await engines.at(-1)?.end();
      return transaction.run("MATCH (n:Thing) RETURN n.id AS id", {});
    });
    expect([rows, runs]).toEqual([[{ id: 1 }], 2]);
  });

  test("under each try of a read: it is given up with an error, and the next one is answered", async () => {
    const { store, engines } = await opened();
    const deadly = store.read(async (transaction) => {
      const running = transaction.run(RUNAWAY, {});
      await engines.at(-1)?.end();
      return running;
    });
    await expect(deadly).rejects.toMatchObject({ code: "STORE_UNREACHABLE" });
    expect(await things(store)).toEqual([]);
    expect(engines.length).toBe(4);
  });

  test("in the middle of a write: nothing of it was kept, and it begins again", async () => {
    const { store, engines } = await opened();
    let runs = 0;
    await store.write(async (transaction) => {
      runs += 1;
      await transaction.run("CREATE (:Thing {id: 1})", {});
      if (runs === 1) await engines.at(-1)?.end();
      await transaction.run("CREATE (:Thing {id: 2})", {});
    });
    expect([await things(store), runs]).toEqual([[1, 2], 2]);
  });

  test("when a write was to be kept: the error says that nobody knows", async () => {
    const { store, engines } = await opened();
    const [engine] = engines;
    const lost = store.write(async (transaction) => {
      await transaction.run("CREATE (:Thing {id: 1})", {});
      process.kill(engine?.pid ?? 0, "SIGSTOP");
      setTimeout(() => void engine?.end(), 300);
    });
    await expect(lost).rejects.toMatchObject({
      code: "STORE_UNREACHABLE",
      message: expect.stringContaining("whether the write was kept is not known") as string,
    });
    await write(store, 2);
    expect(await things(store)).toContain(2);
  });
});

describe("a process that serves a store", () => {
  test("holds it in its own name, and when it is killed its engine lets go at once, however busy", async () => {
    const { child, lines } = served("busy");
    await lines.next();
    await pause(300);
    await expect(openStore({ kind: "embedded", path })).rejects.toMatchObject({
      code: "STORE_IN_USE",
      message: expect.stringContaining(`in use by process ${child.pid ?? 0}:`) as string,
    });
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(await thingsOnceFree()).toBe(0);
  });

  test("tells a store that is in use, and one that is damaged, by their codes", async () => {
    const first = await openStore({ kind: "embedded", path });
    await expect(Engine.open(path)).rejects.toMatchObject({ name: "StoreError", code: "STORE_IN_USE" });
    await write(first, 1);
    await first.close();
    truncateSync(path, readFileSync(path).length / 2);
    await expect(Engine.open(path)).rejects.toMatchObject({ name: "StoreError", code: "STORE_DAMAGED" });
  });

  test.skipIf(process.platform === "win32")("tells a full disk, and has kept what it said it kept", async () => {
    const { child, lines } = served("writing", { blocks: 600 });
    await once(child, "exit");
    const said = await lines.all();
    expect(said.at(-1)).toContain(`failed STORE_UNWRITABLE cannot keep a store at ${path}`);
    const kept = said.filter((line) => line.startsWith("kept")).length;
    expect(kept).toBeGreaterThan(0);
    expect(await thingsOnceFree()).toBe(500 * kept);
  });
});

/** How many things the store holds, as soon as it can be opened: an engine whose server is gone needs a moment to hear of it. */
async function thingsOnceFree(): Promise<number> {
  let store: Store | undefined;
  await until(async () => {
    store = await openStore({ kind: "embedded", path }).catch(() => undefined);
    return store !== undefined;
  });
  if (store === undefined) return -1;
  const { length } = await things(store);
  await store.close();
  return length;
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const latest = Date.now() + 10_000;
  while (!(await holds())) {
    if (Date.now() > latest) throw new Error("it did not come about within ten seconds");
    await pause(50);
  }
}

function served(what: "busy" | "writing", limit?: { readonly blocks: number }) {
  const script = fileURLToPath(new URL("server.ts", import.meta.url));
  const command = [process.execPath, "--import", "tsx", script, path, what];
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
  const said: string[] = [];
  const reader = createInterface(stdout);
  const ended = once(reader, "close");
  reader.on("line", (line) => said.push(line));
  return {
    next: () => once(reader, "line"),
    all: async () => {
      await ended;
      return said;
    },
  };
}
