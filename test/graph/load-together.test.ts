import { expect, test } from "vitest";
import { load, type Outcome } from "../../src/graph/load/load.ts";
import type { Store } from "../../src/graph/store.ts";
import { country } from "../../tools/bench/country.ts";
import { agency, citation, inventedFacts, task } from "../support/facts.ts";
import { dump, dumpOf, factsFolder } from "../support/graph.ts";
import { failingAt } from "../support/failing-store.ts";
import { onEachStore } from "../support/stores.ts";

const FERRY = "vn/an-giang/ban-quan-ly-pha";
const MARKET = "vn/an-giang/ban-quan-ly-cho";
const numbered = (number: string, given: Parameters<typeof inventedFacts>[0] = {}, seed = number) =>
  inventedFacts(
    { ...given, document: { id: `vn/an-giang/ubnd/kh/2024/${number}`, number, symbol: "KH-UBND", ...given.document } },
    seed,
  );
const first = numbered("1", {
  agencies: [agency(FERRY, "Ban Quản lý phà")],
  tasks: [task(100, { leads: [{ agency: FERRY, basis: "stated", start: 100, end: 115 }] })],
});
/** Each speaks of what another one before it says. */
const related = {
  "cites the first by its number alone": numbered("2", {
    citations: [citation("vn/an-giang/ubnd/kh/~/1", { relation: "IMPLEMENTS" })],
  }),
  "names the same body otherwise": numbered("3", { agencies: [agency(FERRY, "BQL phà")] }),
  "gives work to the same body and to one of its own": numbered("6", {
    agencies: [agency(FERRY, "Ban Quản lý phà"), agency(MARKET, "Ban Quản lý chợ")],
    tasks: [
      task(100, {
        leads: [{ agency: FERRY, basis: "stated", start: 100, end: 115 }],
        cooperates: [{ agency: MARKET, basis: "stated", start: 120, end: 135 }],
      }),
    ],
  }),
  "claims the first's number": numbered("1", {}, "d"),
  "is the first's text under a number of its own": {
    ...first,
    document: { ...first.document, id: "vn/an-giang/ubnd/kh/2024/9", number: "9" },
  },
  "carries out the first": numbered("4", {
    citations: [citation("vn/an-giang/ubnd/kh/2024/1", { relation: "IMPLEMENTS" })],
  }),
};

onEachStore((given) => {
  test.each(Object.entries(related))(
    "a document that %s, loaded with it, is as if loaded after it",
    async (_what, later) => {
      const { store } = given;
      await load(store, await factsFolder([first, later]), { together: 10 });
      expect(await dump(store)).toEqual(await dumpOf(first, later));
    },
  );

  test.each(Object.entries(related))(
    "a document that %s, begun while the store is busy with the first, is as if loaded after it",
    async (_what, later) => {
      const { store } = given;
      await load(store, await factsFolder([first, later, numbered("5")]));
      expect(await dump(store)).toEqual(await dumpOf(first, later, numbered("5")));
    },
  );

  test("an id that the document before leaves is free for the next, also while that one is committed", async () => {
    const { store } = given;
    const renumbered = { ...first, document: { ...first.document, id: "vn/an-giang/ubnd/kh/2024/9", number: "9" } };
    const files = await factsFolder([first, renumbered, numbered("1", {}, "d")]);
    await load(store, files.slice(0, 1));
    await load(store, files.slice(1));
    expect(await dump(store)).toEqual(await dumpOf(renumbered, numbered("1", {}, "d")));
  });

  test("loaded together, again and in another order, documents are as if loaded one by one", async () => {
    const { store } = given;
    const documents = [...country({ scale: 2 }).documents].map(({ facts, review }) => ({ facts, review }));
    const files = await factsFolder(documents);
    await load(store, files, { together: 4 });
    await load(store, [...files].reverse(), { together: 7 });
    expect(await dump(store)).toEqual(await dumpOf(...documents));
  });

  test("a document is told only once it is kept, and a store that fails meanwhile keeps none of those that went with it", async () => {
    const { store } = given;
    const files = await factsFolder([first, numbered("5"), numbered("6"), numbered("7")]);
    const told: string[] = [];
    const failing = failsAt(store, "vn/an-giang/ubnd/kh/2024/7");
    const loading = load(failing, files, {
      together: 2,
      onDone: (outcome) => told.push(outcome.ok ? outcome.loaded.id : "refused"),
    });
    await expect(loading).rejects.toThrow("the disk is full");
    expect(told).toEqual([first.document.id, "vn/an-giang/ubnd/kh/2024/5"]);
    const held = await store.read((transaction) =>
      transaction.run("MATCH (d:Document) WHERE d.held = true RETURN d.id AS id ORDER BY id", {}),
    );
    expect(held.map(({ id }) => id)).toEqual(told);
  });

  test("while one batch is written the next is read, and none is lost where the store fails meanwhile", async () => {
    const { store } = given;
    const files = await factsFolder([first, numbered("5"), numbered("6")]);
    const told: string[] = [];
    const onDone = (outcome: Outcome): void => void told.push(outcome.ok ? outcome.loaded.id : outcome.error.code);
    const loading = load(failsAt(store, first.document.id), [...files.slice(0, 1), "package.json", ...files.slice(1)], {
      onDone,
    });
    await expect(loading).rejects.toThrow("the disk is full");
    expect(told.filter((each) => each.startsWith("vn/"))).toEqual([]);
    await load(store, files, { onDone });
    expect(told.filter((each) => each.startsWith("vn/"))).toHaveLength(3);
  });

  test("a faulty file stops none of those that it stands between", async () => {
    const { store } = given;
    const [good = "", other = ""] = await factsFolder([first, numbered("5")]);
    const outcomes = await load(store, [good, "package.json", other], { together: 10 });
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, false, true]);
  });
});

/** The store, which fails where the words of a document are written. */
function failsAt(store: Store, document: string): Store {
  return failingAt(
    store,
    (cypher, params) =>
      cypher.includes("MERGE (source:Source") && JSON.stringify(params).includes(`"document":"${document}"`),
  );
}
