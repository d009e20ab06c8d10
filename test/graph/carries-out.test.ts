import { expect, test } from "vitest";
import type { Store } from "../../src/graph/store.ts";
import { citation, inventedFacts, task } from "../support/facts.ts";
import { dump, dumpOf, loadFacts } from "../support/graph.ts";
import { onEachStore } from "../support/stores.ts";

const CITED = "vn/tw/kl/2024/69";
const order = { document: CITED, start: 110, end: 125 };
const plan = inventedFacts({
  citations: [citation(CITED, { mentions: [{ start: 110, end: 125, text: "Kết luận số 69" }] })],
  tasks: [task(100, { carriesOut: [order] }), task(200)],
});

const edges = (store: Store) =>
  store.read((transaction) =>
    transaction.run(
      "MATCH (task:Task)-[link:CARRIES_OUT]->(document:Document) RETURN task.ordinal AS task, document.id AS document, link.start AS start, link.words AS words, link.standing AS standing",
      {},
    ),
  );

onEachStore((given) => {
  test("a task leads to the document that its words order to be carried out, with those words", async () => {
    await loadFacts(given.store, plan);
    expect(await edges(given.store)).toEqual([
      { task: 1, document: CITED, start: [110], words: ["Kết luận số 69"], standing: "extracted" },
    ]);
  });

  test("the order goes with its task and leaves the cited document", async () => {
    await loadFacts(given.store, plan);
    const without = { ...plan, tasks: [task(200)] };
    await loadFacts(given.store, without);
    expect(await edges(given.store)).toEqual([]);
    expect(await dump(given.store)).toEqual(await dumpOf(without));
  });

  test("an order follows its citation to the document that a citation without year is joined to", async () => {
    const open = "vn/tw/kl/~/69";
    const facts = {
      ...plan,
      citations: [citation(open)],
      tasks: [task(100, { carriesOut: [{ ...order, document: open }] })],
    };
    await loadFacts(given.store, facts);
    expect((await edges(given.store)).map(({ document }) => document)).toEqual([CITED]);
  });

  test("an order to carry out what the file does not cite is refused", async () => {
    const [outcome] = await loadFacts(given.store, { ...plan, citations: [] });
    expect(outcome).toMatchObject({ ok: false });
    expect(outcome?.ok === false && outcome.error.message).toMatch(
      /tasks\[0\]\.carriesOut\[0\]\.document: .* is not among the citations/u,
    );
  });
});
