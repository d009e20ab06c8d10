import { expect, test } from "vitest";
import { load } from "../../src/graph/load/load.ts";
import type { Store } from "../../src/graph/store.ts";
import { agency, citation, inventedFacts, reviewed, task } from "../support/facts.ts";
import { dump, dumpOf, factsFolder, loadFacts } from "../support/graph.ts";
import { failingAt } from "../support/failing-store.ts";
import { onEachStore } from "../support/stores.ts";

const LABOUR = "vn/an-giang/so-noi-vu";
const BRIDGE = "vn/an-giang/ban-quan-ly-cau-phao";
const plan = inventedFacts({
  document: {
    issuer: "vn/an-giang/ubnd",
    issuedOn: "2024-02-03",
    signers: [{ name: "Trần Thị Mây", position: "Chủ tịch", onBehalfOf: "Ủy ban nhân dân" }],
  },
  citations: [
    citation("vn/an-giang/tu/kh/2023/12", { relation: "IMPLEMENTS", direct: true, issuedOn: "2023-05-06" }),
    citation("vn/tw/kl/2024/69"),
  ],
  links: [
    {
      from: "vn/an-giang/tu/kh/2023/12",
      to: "vn/tw/kl/2024/69",
      relation: "IMPLEMENTS",
      start: 10,
      end: 40,
      cue: "thực hiện",
    },
  ],
  agencies: [
    agency("vn/an-giang/ubnd", "Ủy ban nhân dân tỉnh"),
    agency(LABOUR, "Sở Nội vụ"),
    agency(BRIDGE, "Ban Quản lý cầu phao"),
  ],
  tasks: [
    task(100, {
      leads: [{ agency: LABOUR, basis: "stated", start: 100, end: 109, text: "Sở Nội vụ" }],
      cooperates: [{ agency: BRIDGE }],
    }),
    task(200),
  ],
  reports: [
    { from: BRIDGE, to: "vn/an-giang/ubnd", via: LABOUR, recurs: "yearly", deadline: "--11-15", start: 300, end: 340 },
  ],
  targets: [
    {
      section: "I",
      indicator: "Cầu phao",
      start: 50,
      end: 90,
      value: 12,
      comparison: ">=",
      unit: "cầu",
      by: "2027-12-31",
    },
  ],
  recipients: [{ agency: LABOUR, start: 400, end: 409 }],
});

const ids = async (store: Store, label: string): Promise<readonly unknown[]> =>
  store.read(async (transaction) =>
    (
      await transaction.run(
        `MATCH (n:${label}) WHERE n.registered IS NULL OR n.registered = false RETURN coalesce(n.id, n.sha256) AS id ORDER BY id`,
        {},
      )
    ).map(({ id }) => id),
  );

onEachStore((given) => {
  test("loading twice changes nothing", async () => {
    const { store } = given;
    const files = await factsFolder([plan]);
    await load(store, files);
    const once = await dump(store);
    expect(once.length).toBeGreaterThan(500);
    await load(store, files);
    expect(await dump(store)).toEqual(once);
  });

  test("a fact that is gone from its file is gone from the graph, with what only it named", async () => {
    const { store } = given;
    await loadFacts(store, plan);
    expect(await ids(store, "Agency")).toEqual([BRIDGE]);
    const less = {
      ...plan,
      citations: [],
      links: [],
      reports: [],
      targets: [],
      recipients: [],
      tasks: [task(200)],
      agencies: [],
      document: { ...plan.document, issuer: null, signers: [] },
    };
    await loadFacts(store, less);
    expect(await dump(store)).toEqual(await dumpOf(less));
    expect(await ids(store, "Agency")).toEqual([]);
    expect(await ids(store, "Person")).toEqual([]);
    expect(await ids(store, "Document")).toEqual([plan.document.id]);
  });

  test("a document is put where the decision that holds says, with the bodies of that province, not of one taken back", async () => {
    const { store } = given;
    const decided = {
      by: "a reader",
      on: "2026-01-02",
      reason: "the archive's register says so",
      action: "place",
    } as const;
    const facts = inventedFacts({ document: { id: "vn/~/tu/kh/2024/5", place: null } });
    const decisions = [
      { ...decided, id: "r1", province: "ca-mau", undone: { by: "a reader", on: "2026-01-03" } },
      { ...decided, id: "r2", province: "kon-tum" },
    ];
    await loadFacts(store, reviewed(facts, { decisions }));
    expect(await ids(store, "Document")).toContain("vn/kon-tum/tu/kh/2024/5");
    const stored = await dump(store);
    expect(stored.filter((each) => each.includes('"vn/kon-tum/ubnd"'))).not.toEqual([]);
    expect(stored.filter((each) => each.includes('"vn/ca-mau/'))).toEqual([]);
  });

  test("documents may come in any order", async () => {
    const basis = inventedFacts(
      {
        document: {
          id: "vn/an-giang/tu/kh/2023/12",
          kind: "KH",
          number: "12",
          symbol: "KH/TU",
          issuedOn: "2023-05-06",
        },
      },
      "b",
    );
    await loadFacts(given.store, plan, basis);
    expect(await dump(given.store)).toEqual(await dumpOf(basis, plan));
  });

  test("a document is written whole or not at all", async () => {
    const { store } = given;
    await loadFacts(store, inventedFacts({}, "a"));
    const before = await dump(store);
    const failing = failingAt(store, (cypher) => cypher.includes("RECEIVES"));
    await expect(loadFacts(failing, plan)).rejects.toThrow("the disk is full");
    expect(await dump(store)).toEqual(before);
  });

  test("of a faulty file nothing is loaded, the others are", async () => {
    const { store } = given;
    const cut = { ...inventedFacts({}, "c"), tasks: [task(20_000)] };
    const outcomes = await loadFacts(store, plan, cut, inventedFacts({}, "d"));
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, false, true]);
    expect(await ids(store, "Source")).toHaveLength(2);
  });

  test("two texts that claim one id are both kept and flagged", async () => {
    const { store } = given;
    const claim = (seed: string) =>
      inventedFacts({ document: { id: "vn/an-giang/ubnd/kh/2024/7", number: "7", symbol: "KH-UBND" } }, seed);
    const outcomes = await loadFacts(store, claim("aaaaaaaa"), claim("bbbbbbbb"), claim("aaaaaaaa"));
    expect(outcomes.map((outcome) => outcome.ok && [outcome.loaded.id, outcome.loaded.conflict])).toEqual([
      ["vn/an-giang/ubnd/kh/2024/7", false],
      ["vn/an-giang/ubnd/kh/2024/7~bbbbbbbb", true],
      ["vn/an-giang/ubnd/kh/2024/7", true],
    ]);
  });

  test("a newer reading of the same name takes the place of the older one", async () => {
    const { store } = given;
    const reading = (seed: string) => ({
      ...inventedFacts({ document: { id: "vn/an-giang/ubnd/kh/2024/7", number: "7", symbol: "KH-UBND" } }, seed),
      source: "plan.txt",
    });
    await loadFacts(store, reading("aaaaaaaa"));
    const [newer] = await loadFacts(store, reading("bbbbbbbb"));
    expect(newer).toMatchObject({ loaded: { conflict: false, replaced: ["aaaaaaaa".padEnd(64, "0")] } });
    expect(await dump(store)).toEqual(await dumpOf(reading("bbbbbbbb")));
  });

  test("of two that are loaded together none is a newer reading of the other, nor when they are loaded again", async () => {
    const { store } = given;
    const reading = (seed: string) => ({
      ...inventedFacts({ document: { id: "vn/an-giang/ubnd/kh/2024/7", number: "7", symbol: "KH-UBND" } }, seed),
      source: "plan.txt",
    });
    for (let time = 1; time <= 2; time += 1) {
      const outcomes = await loadFacts(store, reading("aaaaaaaa"), reading("bbbbbbbb"));
      expect(outcomes.map((outcome) => outcome.ok && outcome.loaded.replaced)).toEqual([[], []]);
      expect(await ids(store, "Source")).toHaveLength(2);
    }
  });

  test("one text under two names is one document", async () => {
    const { store } = given;
    await loadFacts(store, plan, { ...plan, source: "copy.txt" });
    expect(await ids(store, "Source")).toHaveLength(1);
    expect(await ids(store, "Task")).toHaveLength(2);
  });

  test("a review that names the document moves it, and nothing stays under the old id", async () => {
    const { store } = given;
    await loadFacts(store, plan);
    const document = { id: "vn/an-giang/ubnd/kh/2024/30", number: "30", symbol: "KH-UBND" };
    const decision = {
      id: "r1",
      by: "a reader",
      on: "2026-01-02",
      reason: "the register of the office",
      action: "identify" as const,
      document,
    };
    await loadFacts(store, { facts: plan, review: { decisions: [decision] } });
    expect(await ids(store, "Document")).toEqual(["vn/an-giang/tu/kh/2023/12", "vn/an-giang/ubnd/kh/2024/30"]);
    expect(await ids(store, "Task")).toHaveLength(2);
  });

  test("where citations differ on a day, none is taken and the difference is listed", async () => {
    const { store } = given;
    const citing = (issuedOn: string, seed: string) =>
      inventedFacts({ citations: [citation("vn/an-giang/tu/kh/2023/12", { issuedOn })] }, seed);
    await loadFacts(store, citing("2023-05-06", "a"), citing("2023-06-05", "b"));
    const cited = await store.read((transaction) =>
      transaction.run(
        "MATCH (d:Document {id: 'vn/an-giang/tu/kh/2023/12'}) RETURN toString(d.issuedOn) AS day, d.diagnostics AS diagnostics",
        {},
      ),
    );
    expect(cited[0]?.["day"]).toBeNull();
    expect(JSON.stringify(cited[0]?.["diagnostics"])).toMatch(/DATES_DIFFER: .*2023-05-06.*2023-06-05/u);
  });
});
