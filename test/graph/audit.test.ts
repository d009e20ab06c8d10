import { expect, test } from "vitest";
import type { Decision, Review } from "../../src/facts/review.ts";
import { changes, type Author } from "../../src/graph/audit.ts";
import { counts } from "../../src/graph/counts.ts";
import { makeLoader, type Loader } from "../../src/graph/load/load.ts";
import { reviewOf } from "../../src/graph/load/keep-and-record.ts";
import { refreshStatements } from "../../src/graph/load/statements.ts";
import { read } from "../../src/graph/statement.ts";
import type { Store } from "../../src/graph/store.ts";
import { decided, undone } from "../../src/review/decide.ts";
import { batched } from "../../tools/bench/batched.ts";
import { inventedFacts, reviewed, task } from "../support/facts.ts";
import { failingAt } from "../support/failing-store.ts";
import { onEachStore } from "../support/stores.ts";

const LAN: Author = { by: "lan", through: "command" };
const plan = inventedFacts({ tasks: [task(100), task(200), task(300)] });
const ID = plan.document.id;

/** Decides through the API as "minh" does. */
const reject = (loader: Loader, start: number) =>
  loader.revise(ID, ({ facts, review }) => ({
    review: decided(
      facts,
      review,
      { action: "reject", part: "tasks", at: { start } },
      { by: "minh", on: "2026-01-02", reason: `no task ${start}`, through: "api" },
      null,
    ).review,
    signed: { by: "minh", through: "api", what: "DECIDED", detail: `reject ${start}` },
  }));

const logOf = async (store: Store) =>
  (await changes(store, { first: 100, since: null })).map(({ by, through, what, document, detail }) =>
    [by, through, what, document, detail].join(" "),
  );

async function reviewIn(store: Store, sha256 = plan.text?.sha256 ?? ""): Promise<Review> {
  const [held] = await read(store, refreshStatements.heldText, { sha256 });
  return reviewOf(held?.review ?? "");
}

const byHand = (id: string, start: number): Decision => ({
  id,
  by: "lan",
  on: "2026-01-01",
  reason: "so it is",
  action: "reject",
  part: "tasks",
  at: { start },
});

onEachStore((given) => {
  test("documents of one transaction are listed as they were loaded, the latest first", async () => {
    const loader = await makeLoader(given.store);
    const each = Array.from({ length: 20 }, (_none, index) => reviewed(inventedFacts({}, String(index + 1))));
    await loader.loadAll(batched(each, each.length), () => undefined, LAN);
    const listed = (await changes(given.store, { first: 100, since: null })).map(({ document }) => document);
    expect(listed).toEqual(each.map(({ facts }) => facts.document.id).reverse());
  });

  test("only what changes something is recorded, with who did it and to what; the log is no part of the graph", async () => {
    const loader = await makeLoader(given.store);
    await loader.load(reviewed(plan), LAN);
    const { nodes } = await counts(given.store);
    await loader.load(reviewed(plan), LAN);
    await loader.load(reviewed(plan, { decisions: [byHand("r1", 100)] }), LAN);
    await loader.load({ ...reviewed(plan, { decisions: [byHand("r1", 100)] }), text: "x".repeat(10_000) }, LAN);
    expect(await logOf(given.store)).toEqual([
      `lan command RELOADED ${ID} words`,
      `lan command RELOADED ${ID} review`,
      `lan command LOADED ${ID} facts, review`,
    ]);
    expect(nodes).not.toHaveProperty("Change");
    expect(await changes(given.store, { first: 1, since: null })).toHaveLength(1);
    expect(await changes(given.store, { first: 9, since: "2999-01-01" })).toEqual([]);
  });

  test("a change that fails leaves nothing in the log, and a log that fails lets nothing change", async () => {
    const { store } = given;
    const loader = await makeLoader(store);
    await loader.load(reviewed(plan), LAN);
    for (const word of ["RECEIVES", ":Change"])
      await expect(reject(await makeLoader(failingAt(store, (cypher) => cypher.includes(word))), 100)).rejects.toThrow(
        "the disk is full",
      );
    expect(await logOf(store)).toHaveLength(1);
    expect((await reviewIn(store)).decisions).toEqual([]);
  });

  test("reviewers who decide at once lose no decision", async () => {
    const loader = await makeLoader(given.store);
    await loader.load(reviewed(plan), LAN);
    await Promise.all([100, 200, 300].map((start) => reject(loader, start)));
    const { decisions } = await reviewIn(given.store);
    expect(decisions.map(({ id }) => id).sort()).toEqual(["r1", "r2", "r3"]);
    expect(new Set(decisions.map(({ reason }) => reason)).size).toBe(3);
    expect(await logOf(given.store)).toHaveLength(4);
  });

  test("what was decided through the API stays when a file is loaded that does not know of it, under a number of its own", async () => {
    const { store } = given;
    const loader = await makeLoader(store);
    await loader.load(reviewed(plan), LAN);
    await reject(loader, 100);
    await loader.load(reviewed(plan, { decisions: [byHand("r1", 200)] }), LAN);
    const kept = await reviewIn(store);
    expect(kept.decisions.map(({ id, reason }) => `${id} ${reason}`)).toEqual(["r1 so it is", "r2 no task 100"]);
    // A decision that only a file had goes with it; a file that has taken the others in changes nothing.
    await loader.load(reviewed(plan, kept), LAN);
    expect(await logOf(store)).toHaveLength(3);
    await loader.load(reviewed(plan), LAN);
    expect((await reviewIn(store)).decisions.map(({ reason }) => reason)).toEqual(["no task 100"]);
  });

  test("a decision of a file that was taken back through the API stays taken back", async () => {
    const { store } = given;
    const loader = await makeLoader(store);
    const file = reviewed(plan, { decisions: [byHand("r1", 200)] });
    await loader.load(file, LAN);
    await loader.revise(ID, ({ review }) => ({
      review: undone(review, "r1", { by: "minh", on: "2026-01-02", through: "api" }),
      signed: { by: "minh", through: "api", what: "TAKEN_BACK", detail: "r1" },
    }));
    await loader.load(file, LAN);
    expect((await reviewIn(store)).decisions[0]?.undone?.by).toBe("minh");
  });

  test("what was decided about an older reading goes with the newer one that takes its place", async () => {
    const { store } = given;
    const numbered = { id: "vn/an-giang/ubnd/kh/2024/7", number: "7", symbol: "KH-UBND" };
    const reading = (seed: string) => ({
      ...inventedFacts({ document: numbered, tasks: [task(100), task(200)] }, seed),
      source: "plan.txt",
    });
    const loader = await makeLoader(store);
    await loader.load(reviewed(reading("aaaa")), LAN);
    await loader.revise(numbered.id, ({ facts, review }) => ({
      review: decided(
        facts,
        review,
        { action: "reject", part: "tasks", at: { start: 100 } },
        { by: "minh", on: "2026-01-02", reason: "none", through: "api" },
        null,
      ).review,
      signed: { by: "minh", through: "api", what: "DECIDED", detail: "r1" },
    }));
    const { id, tasks, replaced } = await loader.load(reviewed(reading("bbbb")), LAN);
    expect([id, tasks, replaced]).toEqual([numbered.id, 1, ["aaaa".padEnd(64, "0")]]);
    expect((await logOf(store))[0]).toBe(
      `lan command REPLACED ${numbered.id} facts, review in place of the earlier reading aaaa0000`,
    );
    expect((await reviewIn(store, "bbbb".padEnd(64, "0"))).decisions).toHaveLength(1);
  });

  test("nobody decides about a document that is not held", async () => {
    expect(await reject(await makeLoader(given.store), 100)).toBeNull();
  });
});
