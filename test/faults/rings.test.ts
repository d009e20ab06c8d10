import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { heldDocuments } from "../../src/graph/counts.ts";
import { cyclesIn } from "../../src/questions/cycles.ts";
import { lineage } from "../../src/questions/lineage.ts";
import { ringsIn } from "../../src/questions/rings.ts";
import { citation, inventedFacts } from "../support/facts.ts";
import { loadFacts } from "../support/graph.ts";
import { mandate, storePath } from "../support/command.ts";
import { factsFolder } from "../support/graph.ts";
import { onEachStore } from "../support/stores.ts";

const id = (number: number): string => `vn/an-giang/ubnd/kh/2024/${String(number)}`;
const plan = (number: number, ...carriesOut: readonly number[]) =>
  inventedFacts(
    {
      document: { id: id(number), number: String(number), symbol: "KH-UBND" },
      citations: carriesOut.map((each) => citation(id(each), { relation: "IMPLEMENTS", direct: true })),
    },
    `${String(number)}a`,
  );

onEachStore((given) => {
  test.each([
    ["two documents that carry out each other", [plan(1, 2), plan(2, 1)], [id(1), id(2)], [[id(1), id(2)]]],
    [
      "a ring of three below a chain",
      [plan(1, 2), plan(2, 3), plan(3, 4), plan(4, 2)],
      [1, 2, 3, 4].map(id),
      [[2, 3, 4].map(id)],
    ],
    ["a document that cites itself", [plan(1, 1), plan(2, 1)], [id(1), id(2)], []],
  ])("%s: each is told once, and what runs in a circle is told", async (_what, plans, nodes, loops) => {
    await loadFacts(given.store, ...plans);
    const answer = await lineage(given.store, { document: id(1), depth: 32 });
    expect(answer?.nodes.map(({ document }) => document).sort()).toEqual(nodes);
    expect(answer).toMatchObject({ loops, truncated: false });
  });

  test("a document that cites itself is flagged, with the place", async () => {
    await loadFacts(given.store, plan(1, 1), plan(2, 1));
    const held = await heldDocuments(given.store);
    expect(held.map(({ diagnostics }) => diagnostics)).toEqual([
      [`SELF_CITATION @10: ${id(1)} cites itself (IMPLEMENTS): nothing leads from a document to itself`],
      [],
    ]);
  });
});

test("the command draws a circle once and says so", async () => {
  const MANDATE_STORE = await storePath();
  await mandate(["load", ...(await factsFolder([plan(1, 2), plan(2, 1)]))], { MANDATE_STORE });
  const { code, out } = await mandate(["lineage", id(1)], { MANDATE_STORE });
  expect(code).toBe(0);
  expect(out).toContain("In a circle: Kế hoạch 1/KH-UBND An Giang, Kế hoạch 2/KH-UBND An Giang.");
  expect(out.split("\n").length).toBeLessThan(20);
});

describe("circles", () => {
  /** Everyone reports to everyone later: no circle, and more paths than anybody can walk. */
  const dense = (count: number, more: readonly (readonly [number, number])[] = []) =>
    [
      ...Array.from({ length: count }, (_none, from) =>
        Array.from({ length: from }, (_other, to) => [to, from] as const),
      ).flat(),
      ...more,
    ].map(([from, to]) => ({ from: String(from).padStart(3, "0"), to: String(to).padStart(3, "0") }));

  test.each([
    ["where there are none among very many paths", dense(60), 0],
    [
      "where one is longer than is told",
      dense(60, Array.from({ length: 30 }, (_none, step) => [59 + step, 60 + step] as const).concat([[89, 0]])),
      0,
    ],
    ["where there are more than are told", dense(60, [[59, 0]]), 50],
  ])("are looked for in little time %s", (_what, steps, found) => {
    const start = performance.now();
    expect(cyclesIn(steps)).toHaveLength(found);
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  test("are found by rings as by trying every pair", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 20 }), (pairs) => {
        const steps = pairs.map(([from, to]) => ({ from: String(from), to: String(to) }));
        const reach = (from: string): ReadonlySet<string> => {
          const seen = new Set<string>();
          for (let edge = [from]; edge.length > 0;) {
            edge = steps.filter((step) => edge.includes(step.from) && !seen.has(step.to)).map(({ to }) => to);
            for (const each of edge) seen.add(each);
          }
          return seen;
        };
        const members = ringsIn(steps).flat();
        const all = [...new Set(steps.flatMap(({ from, to }) => [from, to]))];
        expect([...members].sort()).toEqual(all.filter((each) => reach(each).has(each)).sort());
        for (const ring of ringsIn(steps))
          for (const one of ring) expect(ring.filter((other) => !reach(one).has(other))).toEqual([]);
      }),
    );
  });
});
