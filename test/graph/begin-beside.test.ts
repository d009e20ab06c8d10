import { expect, test } from "vitest";
import { beginBeside } from "../../src/graph/load/begin-beside.ts";
import { type LoadPlan, NOTHING } from "../../src/graph/load/load-documents.ts";
import type { Store, Transaction } from "../../src/graph/store.ts";

const planOf = (touches: readonly string[], isNew = true): LoadPlan => ({
  loaded: [
    { file: "1.json", id: "1", name: "1", tasks: 0, joins: [], doubts: [], conflict: false, isNew, replaced: [] },
  ],
  touches: new Set(touches),
});

const again: readonly (readonly [string, LoadPlan, LoadPlan, boolean])[] = [
  ["the same", planOf(["a", "b"]), planOf(["a", "b"]), true],
  ["less", planOf(["a", "b"]), planOf(["a"]), true],
  ["what it did not touch before", planOf(["a"]), planOf(["a", "c"]), false],
  ["a document that is held by now", planOf(["a"]), planOf(["a"], false), false],
  [
    "what it did not touch before, where nothing was begun beside it",
    planOf(["a"], false),
    planOf(["a", "c"], false),
    true,
  ],
];

test.each(again)("a transaction that is run again and comes to %s", async (_what, first, second, isKept) => {
  const plans = [first, second];
  const { kept } = await beginBeside(runningTwice, 1, NOTHING, (_transaction, { onPlanned, onSent }) => {
    const plan = plans.shift() ?? second;
    onPlanned(plan);
    onSent();
    return Promise.resolve(plan.loaded);
  });
  if (isKept) expect(await kept).toEqual(second.loaded);
  else await expect(kept).rejects.toThrow("load the rest again");
});

test("one that fails before it is sent is not begun", async () => {
  const failing = beginBeside(runningTwice, 1, NOTHING, () => Promise.reject(new Error("the disk is full")));
  await expect(failing).rejects.toThrow("the disk is full");
});

/** As a driver does after a deadlock: what the first run came to is lost. */
const runningTwice: Pick<Store, "write"> = {
  write: async <T>(work: (transaction: Transaction, letNext: () => void) => Promise<T>): Promise<T> => {
    await Promise.resolve();
    const transaction: Transaction = { run: () => Promise.resolve([]) };
    await work(transaction, () => undefined);
    return work(transaction, () => undefined);
  },
};
