import { expect, test } from "vitest";
import type { Facts } from "../../src/facts/model.ts";
import type { Store } from "../../src/graph/store.ts";
import { lineage, type Lineage } from "../../src/questions/lineage.ts";
import { citation, inventedFacts } from "../support/facts.ts";
import { loadFacts } from "../support/graph.ts";
import { onEachStore } from "../support/stores.ts";

const PARTY = "vn/an-giang/tu/kh/2023/12";
const own = (
  number: string,
  citations: ReturnType<typeof citation>[],
  more: Parameters<typeof inventedFacts>[0] = {},
) =>
  inventedFacts(
    { document: { id: `vn/an-giang/ubnd/kh/2024/${number}`, number, symbol: "KH-UBND" }, citations, ...more },
    `${number}a`,
  );
const ubnd = (number: string): string => `vn/an-giang/ubnd/kh/2024/${number}`;
const hops = (answer: Lineage | null): Record<string, number> =>
  Object.fromEntries((answer?.nodes ?? []).map(({ document, distance }) => [document, distance]));
const implementing = (id: string, direct = true) => citation(id, { relation: "IMPLEMENTS", direct });

onEachStore((given) => {
  const loaded = async (...facts: readonly Facts[]): Promise<Store> => {
    await loadFacts(given.store, ...facts);
    return given.store;
  };

  test("tells ten statements of a link that very many make, its own document's first", async () => {
    const others = Array.from({ length: 14 }, (_, index) =>
      own(String(index + 10), [implementing(ubnd("1")), implementing(PARTY)], {
        links: [{ from: ubnd("1"), to: PARTY, relation: "IMPLEMENTS", start: 10, end: 40 }],
      }),
    );
    const store = await loaded(...others, own("1", [implementing(PARTY)]));
    const answer = await lineage(store, { document: ubnd("1"), direction: "UP" });
    expect(answer?.links).toHaveLength(1);
    expect(answer?.links[0]).toMatchObject({ direct: true, statedBy: null });
    const told = answer?.links[0]?.evidence.map(({ document }) => document) ?? [];
    expect(told[0]).toBe(ubnd("1"));
    expect(new Set(told).size).toBe(10);
  });

  test("counts hops over direct links; an indirect one counts only where nothing else leads", async () => {
    const store = await loaded(
      own("1", [implementing(PARTY), implementing("vn/tw/kl/2024/69", false)], {
        links: [{ from: PARTY, to: "vn/tw/kl/2024/69", relation: "IMPLEMENTS", start: 10, end: 40 }],
      }),
      own("2", [implementing(ubnd("1")), implementing("vn/tw/ct/2020/40", false)]),
    );
    expect(hops(await lineage(store, { document: ubnd("2"), direction: "UP", relations: ["IMPLEMENTS"] }))).toEqual({
      "vn/tw/kl/2024/69": -3,
      [PARTY]: -2,
      [ubnd("1")]: -1,
      "vn/tw/ct/2020/40": -1,
      [ubnd("2")]: 0,
    });
  });

  test("tells by whom a link is stated, and where", async () => {
    const store = await loaded(
      own("1", [implementing(PARTY), citation("vn/tw/kl/2024/69")], {
        links: [{ from: PARTY, to: "vn/tw/kl/2024/69", relation: "IMPLEMENTS", start: 10, end: 40 }],
      }),
    );
    const links = (await lineage(store, { document: PARTY, relations: ["IMPLEMENTS"] }))?.links;
    expect(links).toMatchObject([
      {
        from: ubnd("1"),
        to: PARTY,
        statedBy: null,
        direct: true,
        evidence: [{ document: ubnd("1"), start: 10, end: 20, standing: "EXTRACTED" }],
      },
      {
        from: PARTY,
        to: "vn/tw/kl/2024/69",
        statedBy: ubnd("1"),
        evidence: [{ document: ubnd("1"), start: 10, end: 40 }],
      },
    ]);
  });

  test("BOTH goes never down again from an ancestor", async () => {
    const store = await loaded(
      own("1", [implementing(PARTY)]),
      own("2", [implementing(PARTY)]),
      own("3", [implementing(ubnd("1"))]),
    );
    expect(Object.keys(hops(await lineage(store, { document: ubnd("1") }))).sort()).toEqual([
      PARTY,
      ubnd("1"),
      ubnd("3"),
    ]);
  });

  test("mentions stay out unless they are asked for", async () => {
    const store = await loaded(own("1", [citation(PARTY)]));
    expect(Object.keys(hops(await lineage(store, { document: PARTY })))).toEqual([PARTY]);
    expect(hops(await lineage(store, { document: PARTY, relations: ["MENTIONS"] }))).toEqual({
      [PARTY]: 0,
      [ubnd("1")]: 1,
    });
  });

  test("a ring of documents ends, each once", async () => {
    const store = await loaded(
      own("1", [implementing(ubnd("2"))]),
      own("2", [implementing(ubnd("3"))]),
      own("3", [implementing(ubnd("1")), implementing(ubnd("3"))]),
    );
    const answer = await lineage(store, { document: ubnd("1") });
    expect(Object.keys(hops(answer)).sort()).toEqual([ubnd("1"), ubnd("2"), ubnd("3")]);
    expect(answer?.truncated).toBe(false);
  });

  test("what lies beyond the depth is cut, and says so", async () => {
    const store = await loaded(own("1", [implementing(PARTY)]), own("2", [implementing(ubnd("1"))]));
    expect(await lineage(store, { document: ubnd("2"), depth: 1, relations: ["IMPLEMENTS"] })).toMatchObject({
      truncated: true,
      nodes: [{ document: ubnd("1") }, { document: ubnd("2") }],
    });
    expect(await lineage(store, { document: ubnd("2"), depth: 2, relations: ["IMPLEMENTS"] })).toMatchObject({
      truncated: false,
    });
  });

  test("what the registry knows has the registry for its evidence", async () => {
    const store = await loaded(own("1", []));
    const links = (await lineage(store, { document: "vn/tw/nq/2012/20", direction: "UP" }))?.links ?? [];
    expect(links.length).toBeGreaterThan(0);
    for (const { statedBy, evidence } of links) {
      expect(statedBy).toBeNull();
      expect(evidence).toMatchObject([{ source: "registry", standing: "REGISTRY", start: null }]);
    }
  });

  test("an unknown document has none; a depth that is none is refused", async () => {
    const store = await loaded(own("1", []));
    expect(await lineage(store, { document: "vn/tw/kl/1900/1" })).toBeNull();
    await expect(lineage(store, { document: ubnd("1"), depth: 33 })).rejects.toThrow(
      "depth is 33: it must be a whole number from 0 to 32",
    );
    await expect(lineage(store, { document: ubnd("1"), depth: -1 })).rejects.toThrow("depth is -1");
  });
});
