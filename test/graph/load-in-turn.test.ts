import { expect, test } from "vitest";
import type { Facts } from "../../src/facts/model.ts";
import type { ReviewedFacts } from "../../src/facts/read-facts.ts";
import { Ahead } from "../../src/graph/load/ahead.ts";
import type { Loaded, Underway } from "../../src/graph/load/load-documents.ts";
import type { Sent } from "../../src/graph/load/begin-beside.ts";
import { loadInTurn } from "../../src/graph/load/load-in-turn.ts";
import { registryView } from "../../src/graph/load/registry-view.ts";
import { loadRegistry } from "../../src/registry/load-registry.ts";
import { citation, inventedFacts, reviewed } from "../support/facts.ts";

const view = registryView(loadRegistry());
const numbered = (number: string, given: Parameters<typeof inventedFacts>[0] = {}, seed = number): Facts =>
  inventedFacts({ ...given, document: { id: `vn/an-giang/ubnd/kh/2024/${number}`, number, symbol: "KH-UBND" } }, seed);
/** The number of a document that the store holds something of. */
const HELD = "5";
const one = numbered("1", { citations: [citation("vn/an-giang/ubnd/kh/2024/7", { relation: "IMPLEMENTS" })] });

test("the next begins while the store is busy with the one before, and is told after it", async () => {
  const store = pretended();
  const loading = store.load([[one], [numbered("2")]]);
  await store.until("2 begun");
  expect(store.seen).toEqual(["1 begun", "2 begun"]);
  await store.keep("1");
  await store.keep("2");
  await loading;
  expect(store.seen).toEqual(["1 begun", "2 begun", "1 told", "2 told"]);
});

test("two may be under way when one more is begun, but no third", async () => {
  const store = pretended();
  const loading = store.load([[one], [numbered("2")], [numbered("3")], [numbered("4")]]);
  await store.until("3 begun");
  await tick();
  expect(store.seen).toEqual(["1 begun", "2 begun", "3 begun"]);
  await store.keep("1");
  await store.until("4 begun");
  for (const number of ["2", "3", "4"]) await store.keep(number);
  await loading;
  expect(store.seen.filter((each) => each.endsWith("told"))).toEqual(["1 told", "2 told", "3 told", "4 told"]);
});

test("what rests on any that are under way waits for all of them", async () => {
  const store = pretended();
  const loading = store.load([[one], [numbered("2")], [numbered("7")]]);
  await store.until("2 begun");
  await tick();
  expect(store.seen).toEqual(["1 begun", "2 begun"]);
  await store.keep("1");
  await store.keep("2");
  await store.keep("7");
  await loading;
  expect(store.seen.indexOf("7 begun")).toBeGreaterThan(store.seen.indexOf("2 told"));
});

const resting: Readonly<Record<string, Facts>> = {
  "has the same text": numbered("2", { source: "other.txt" }, "1"),
  "comes under the same name": numbered("2", { source: one.source }),
  "claims the same id": numbered("1", {}, "d"),
  "is cited by it": numbered("7"),
  "cites a document of its number without year": numbered("2", {
    citations: [citation("vn/an-giang/ubnd/kh/~/1", { relation: "IMPLEMENTS" })],
  }),
};

test.each(Object.entries(resting))("a document that %s waits until the one before is kept", async (_what, later) => {
  const store = pretended();
  const loading = store.load([[one], [later]]);
  await store.until("1 begun");
  await tick();
  expect(store.seen).toEqual(["1 begun"]);
  await store.keep("1");
  await store.keep(later.document.number ?? "");
  await loading;
  expect(store.seen.slice(0, 2)).toEqual(["1 begun", "1 told"]);
});

test("what comes after a document that was held before waits until that is kept", async () => {
  const store = pretended();
  const loading = store.load([[numbered(HELD)], [numbered("2")]]);
  await store.until(`${HELD} begun`);
  await tick();
  expect(store.seen).toEqual([`${HELD} begun`]);
  await store.keep(HELD);
  await store.keep("2");
  await loading;
  expect(store.seen.slice(0, 2)).toEqual([`${HELD} begun`, `${HELD} told`]);
});

test("where one is not kept, neither is the next, and none of them is told", async () => {
  const store = pretended();
  const loading = store.load([[one], [numbered("2")], [numbered("3")]]);
  loading.catch(() => undefined);
  await store.until("2 begun");
  store.lose("1", new Error("the disk is full"));
  await expect(loading).rejects.toThrow("the disk is full");
  expect(store.seen.filter((each) => each.endsWith("told"))).toEqual([]);
});

test("where the next fails, the one before is told all the same once it is kept", async () => {
  const store = pretended({ fails: "2" });
  const loading = store.load([[one], [numbered("2")]]);
  loading.catch(() => undefined);
  await store.until("2 begun");
  await tick();
  await store.keep("1");
  await expect(loading).rejects.toThrow("2 cannot be written");
  expect(store.seen).toEqual(["1 begun", "2 begun", "1 told"]);
});

test("what a transaction leaves of its batch comes in the next", async () => {
  const store = pretended({ atOnce: 1 });
  const loading = store.load([[one, numbered("2"), numbered("3")]]);
  for (const number of ["1", "2", "3"]) {
    await store.until(`${number} begun`);
    await store.keep(number);
  }
  await loading;
  expect(store.seen.filter((each) => each.endsWith("told"))).toEqual(["1 told", "2 told", "3 told"]);
});

/** A store of which the test says when it has kept what. Each transaction goes by the number of its first document. */
function pretended({ fails, atOnce = 10 }: { readonly fails?: string; readonly atOnce?: number } = {}) {
  const seen: string[] = [];
  const committing = new Map<
    string,
    { readonly loaded: readonly Loaded[]; keep(all: readonly Loaded[]): void; lose(error: Error): void }
  >();
  const begin = async (given: readonly ReviewedFacts[], after: Underway): Promise<Sent> => {
    const number = given[0]?.facts.document.number ?? "";
    seen.push(`${number} begun`);
    await tick();
    if (number === fails) throw new Error(`${number} cannot be written`);
    const loaded = given.slice(0, atOnce).map(({ facts: { document }, file }) => loadedAs(document.number ?? "", file));
    const kept = new Promise<readonly Loaded[]>((keep, lose) => {
      committing.set(number, { loaded, keep, lose });
    });
    return {
      plan: { loaded, touches: new Set() },
      isApart: loaded.length === given.length && loaded.every(({ isNew }) => isNew),
      kept: after.kept().then(() => kept),
    };
  };
  return {
    seen,
    load: (batches: readonly (readonly Facts[])[]): Promise<void> =>
      loadInTurn(new Ahead(given(batches)), view, begin, ({ id }) => void seen.push(`${id} told`)),
    async until(what: string): Promise<void> {
      while (!seen.some((each) => each.endsWith(what))) await tick();
    },
    async keep(number: string, all?: readonly Loaded[]): Promise<void> {
      while (!committing.has(number)) await tick();
      const transaction = committing.get(number);
      committing.delete(number);
      transaction?.keep(all ?? transaction.loaded);
    },
    lose: (number: string, error: Error): void => committing.get(number)?.lose(error),
  };
}

// eslint-disable-next-line @typescript-eslint/require-await -- a load takes its batches as they come
async function* given(batches: readonly (readonly Facts[])[]): AsyncGenerator<readonly ReviewedFacts[]> {
  for (const batch of batches) yield batch.map((facts) => reviewed(facts));
}

function loadedAs(id: string, file: string): Loaded {
  return { file, id, name: id, tasks: 0, joins: [], doubts: [], conflict: false, isNew: id !== HELD, replaced: [] };
}

async function tick(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 2));
}
