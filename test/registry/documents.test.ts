import { describe, expect, test } from "vitest";
import { loadRegistry } from "../../src/registry/load-registry.ts";

const registry = loadRegistry();
const ids = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id);
const between = (from: string, to: string): readonly string[] =>
  registry.documentLinks.filter((link) => link.from === from && link.to === to).map(({ relation }) => relation);

test.each([
  ["VIII", 2, ["vn/tw/nq/1996/2"]],
  ["XI", 6, ["vn/tw/nq/2012/20"]],
  ["x", 7, ["vn/tw/nq/2008/26", "vn/tw/nq/2008/27"]],
  ["XIII", 8, ["vn/tw/nq/2023/45"]],
  ["XIII", 99, []],
])("the plenum %s/%i adopted %j", (term, session, adopted) => {
  expect(ids(registry.documentsByPlenum(term, session))).toEqual(adopted);
});

test.each([
  ["kl", "69", ["vn/tw/kl/2024/69"]],
  ["NQ", "3", ["vn/cp/nq/2025/3"]],
  ["nq", "02", ["vn/tw/nq/1996/2"]],
  ["kl", "70", []],
])("the documents %s %s are %j", (kind, number, found) => {
  expect(ids(registry.documentsNumbered(kind, number))).toEqual(found);
});

test("a day that is not confirmed is left out of the document and of its id", () => {
  const notice = registry.centralDocument("vn/tw/tb/~/234");
  expect(notice).toMatchObject({
    issuedOn: null,
    unconfirmed: ["issuedOn"],
    unconfirmedValues: { issuedOn: "2009-04-01" },
  });
  for (const { id, issuedOn, unconfirmed } of registry.centralDocuments)
    if (id.includes("/~/")) expect([issuedOn, unconfirmed.length > 0], id).toEqual([null, true]);
});

describe("the line of science and technology", () => {
  test("goes back from the decision of 2024 to the resolution of 1996", () => {
    expect(between("vn/ttg/qd/2024/709", "vn/tw/kl/2024/69")).toEqual(["IMPLEMENTS"]);
    expect(between("vn/tw/kl/2024/69", "vn/tw/nq/2012/20")).toEqual(["CONTINUES"]);
    expect(between("vn/tw/nq/2012/20", "vn/tw/tb/~/234")).toEqual(["CONTINUES"]);
    expect(between("vn/tw/tb/~/234", "vn/tw/nq/1996/2")).toEqual(["CONTINUES"]);
  });

  test.each([
    ["vn/tw/kl/2024/69", "vn/tw/kl/2019/50"],
    ["vn/tw/nq/2024/57", "vn/tw/nq/2012/20"],
    ["vn/tw/nq/2024/57", "vn/tw/kl/2024/69"],
  ])("does not say what was read nowhere: %s of %s", (from, to) => {
    expect(between(from, to)).toEqual([]);
  });
});

test("what is not confirmed is no link and no succession", () => {
  expect(between("vn/ttg/qd/2022/569", "vn/ttg/qd/2012/418")).toEqual([]);
  expect([...registry.documentLinks, ...registry.successions].filter(({ unconfirmed }) => unconfirmed)).toEqual([]);
});

describe("who became whom", () => {
  const to = (level: "place" | "province" | "centre", id: string) =>
    registry.successionsFrom(level, id).map((row) => [row.to, row.on, row.partial]);
  test.each([
    ["place", "hau-giang", [["can-tho", "2025-07-01", false]]],
    ["place", "thua-thien-hue", [["hue", "2025-01-01", false]]],
    ["place", "an-giang", []],
    [
      "province",
      "so-thong-tin-va-truyen-thong",
      [
        ["so-khoa-hoc-va-cong-nghe", "2025-03-01", false],
        ["so-van-hoa-the-thao-va-du-lich", "2025-03-01", true],
      ],
    ],
    ["province", "ubnd-huyen-chau-phu", [[null, "2025-07-01", false]]],
    ["province", "dang-doan-hdnd", []],
    ["centre", "uy-ban-dan-toc", [["bo-dan-toc-va-ton-giao", "2025-03-01", false]]],
  ] as const)("%s %s", (level, id, successors) => {
    expect(to(level, id)).toEqual(successors);
  });

  test.each([
    ["2024-12-31", 63],
    ["2025-06-30", 63],
    ["2025-07-01", 34],
  ])("on %s there are %i provinces and cities", (on, count) => {
    expect(
      registry.provinces.filter(({ from, until }) => (from === null || from <= on) && (until === null || on < until)),
    ).toHaveLength(count);
  });

  test("and since 20/9/2026 nine of them are cities", () => {
    const open = registry.provinces.filter(({ until }) => until === null);
    expect(open.filter((province) => registry.isCity(province, "2026-09-20"))).toHaveLength(9);
    expect(open.filter((province) => registry.isCity(province, "2026-04-29"))).toHaveLength(6);
  });

  test("every province that ended went where its successor row says", () => {
    for (const { id, until, successor } of registry.provinces.filter((province) => province.until !== null))
      expect(to("place", id)).toEqual([[successor, until, false]]);
  });
});
