import { expect, test } from "vitest";
import { suggestions } from "../../src/questions/suggestions.ts";
import { citation, inventedFacts } from "../support/facts.ts";
import { loadFacts } from "../support/graph.ts";
import { onEachStore } from "../support/stores.ts";

const GOAL = "vn/tw/kl/2024/69";
const BY_NUMBER = "vn/an-giang/tu/kh/2024/12";
const unnumbered = inventedFacts(
  {
    document: { id: "vn/an-giang/tu/kh/~/~aaaaaaaa" },
    citations: [citation(GOAL, { relation: "IMPLEMENTS", direct: true, issuedOn: "2024-01-11" })],
  },
  "aaaaaaaa",
);
const citing = (cited: string, issuedOn: string) =>
  inventedFacts(
    {
      citations: [citation(cited, { relation: "IMPLEMENTS", direct: true, issuedOn }), citation(GOAL)],
      links: [{ from: cited, to: GOAL, relation: "IMPLEMENTS", start: 10, end: 40 }],
    },
    "b",
  );

onEachStore((given) => {
  test("a document without number that others seem to cite is suggested with its reasons, and not joined", async () => {
    await loadFacts(given.store, unnumbered, citing(BY_NUMBER, "2024-05-29"));
    const [only, ...others] = await suggestions(given.store);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ held: unnumbered.document.id, cited: BY_NUMBER });
    expect(only?.reasons.join("; ")).toContain("both carry out Kết luận 69-KL/TW");
    expect(only?.command).toContain(`--identify ${BY_NUMBER} --number 12`);
  });

  test.each([
    ["of another body", "vn/an-giang/ubnd/kh/2024/12", "2024-05-29"],
    ["of another kind", "vn/an-giang/tu/ctr/2024/12", "2024-05-29"],
    ["of an earlier day than it speaks of", "vn/an-giang/tu/kh/2023/12", "2023-05-29"],
  ])("one %s is not", async (_what, cited, issuedOn) => {
    await loadFacts(given.store, unnumbered, citing(cited, issuedOn));
    expect(await suggestions(given.store)).toEqual([]);
  });

  test("once a review has accepted it, nothing is left to suggest", async () => {
    const document = { id: BY_NUMBER, number: "12", symbol: "KH/TU", issuedOn: "2024-05-29" };
    const decision = {
      id: "r1",
      by: "a reader",
      on: "2026-01-02",
      reason: "the register",
      action: "identify" as const,
      document,
    };
    await loadFacts(
      given.store,
      { facts: unnumbered, review: { decisions: [decision] } },
      citing(BY_NUMBER, "2024-05-29"),
    );
    expect(await suggestions(given.store)).toEqual([]);
  });
});
