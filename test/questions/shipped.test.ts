import { beforeAll, describe, expect, test } from "vitest";
import { SHIPPED_FACTS } from "../../src/assets.ts";
import { listFacts } from "../../src/cli/facts-files.ts";
import { applyReview } from "../../src/facts/apply-review.ts";
import { readFacts } from "../../src/facts/read-facts.ts";
import { load } from "../../src/graph/load/load.ts";
import type { Store } from "../../src/graph/store.ts";
import { loadRegistry } from "../../src/registry/load-registry.ts";
import { lineage } from "../../src/questions/lineage.ts";
import { responsibilities } from "../../src/questions/responsibilities.ts";
import { resolve } from "../../src/questions/resolve.ts";
import { search } from "../../src/questions/search.ts";
import { onEachStore } from "../support/stores.ts";

// Answers found by reading the five documents.
const PARTY_PLAN = "vn/an-giang/tu/kh/2024/177";
const COMMITTEE_PLAN = "vn/an-giang/ubnd/kh/~/~70e9dd3f";
const HAU_GIANG = "vn/hau-giang/tu/ctr/~/~41d0cc4b";
const KON_TUM = "vn/kon-tum/tu/kh/~/~7cbb1d0a";
const OLD_PLAN = "vn/an-giang/ubnd/kh/~/~c43c1659";
const KL_69 = "vn/tw/kl/2024/69";

onEachStore((given) => {
  let store: Store;
  beforeAll(async () => {
    ({ store } = given);
    await load(store, await listFacts([SHIPPED_FACTS]));
  });

  describe("lineage", () => {
    const distances = async (document: string, more = {}) =>
      Object.fromEntries(
        ((await lineage(store, { document, ...more }))?.nodes ?? []).map((node) => [node.document, node.distance]),
      );

    test("of Kết luận 69: its sources above, who carries it out below, nothing else", async () => {
      expect(await distances(KL_69)).toEqual({
        "vn/tw/nq/1996/2": -3,
        "vn/tw/tb/~/234": -2,
        "vn/tw/nq/2012/20": -1,
        [KL_69]: 0,
        [PARTY_PLAN]: 1,
        [HAU_GIANG]: 1,
        [KON_TUM]: 1,
        "vn/ttg/qd/2024/709": 1,
        [COMMITTEE_PLAN]: 2,
      });
      const answer = await lineage(store, { document: KL_69 });
      expect(answer?.nodes.filter(({ held }) => held).map(({ document }) => document)).toEqual([
        PARTY_PLAN,
        HAU_GIANG,
        KON_TUM,
        COMMITTEE_PLAN,
      ]);
      expect(answer?.links.every(({ evidence }) => evidence.length > 0)).toBe(true);
      expect(answer?.links.find(({ from }) => from === "vn/ttg/qd/2024/709")).toMatchObject({
        to: KL_69,
        relation: "IMPLEMENTS",
        direct: true,
        statedBy: COMMITTEE_PLAN,
      });
      expect(answer?.links.find(({ from, to }) => from === KL_69 && to === "vn/tw/nq/2012/20")).toMatchObject({
        relation: "CONTINUES",
      });
      expect(answer?.links.find(({ from, to }) => from === COMMITTEE_PLAN && to === KL_69)).toMatchObject({
        direct: false,
      });
    });

    test("of Nghị quyết 29 and 45: who mentions them, apart, and the programme that carries 29 out", async () => {
      expect(await distances("vn/tw/nq/2022/29", { direction: "DOWN", depth: 1, relations: ["MENTIONS"] })).toEqual({
        "vn/tw/nq/2022/29": 0,
        [PARTY_PLAN]: 1,
        [COMMITTEE_PLAN]: 1,
        [HAU_GIANG]: 1,
      });
      const carriedOut = await lineage(store, { document: "vn/tw/nq/2022/29", relations: ["IMPLEMENTS"] });
      expect(
        carriedOut?.links
          .find(({ from }) => from === "vn/an-giang/tu/ctr/2023/21")
          ?.evidence.map(({ document }) => document),
      ).toEqual([PARTY_PLAN, COMMITTEE_PLAN]);
      expect(await distances("vn/tw/nq/2023/45", { direction: "DOWN", depth: 1, relations: ["MENTIONS"] })).toEqual({
        "vn/tw/nq/2023/45": 0,
        [HAU_GIANG]: 1,
      });
    });

    test("of the plan of 2009: the slip of the plenum is one with its right form, as its review decides", async () => {
      expect(await distances(OLD_PLAN, { direction: "UP", relations: ["IMPLEMENTS", "BASED_ON"] })).toEqual({
        [OLD_PLAN]: 0,
        "vn/an-giang/tu/kh/2009/26": -1,
        "vn/tw/nq/1996/2": -1,
        "vn/tw/tb/~/234": -2,
      });
    });
  });

  describe("names", () => {
    test.each([
      ["KL 69", [KL_69]],
      ["kết luận 69", [KL_69]],
      ["ket luan so 69-KL/TW", [KL_69]],
      ["KH 177 An Giang", [PARTY_PLAN]],
      ["177-KH/TU", [PARTY_PLAN]],
      ["QĐ 709", ["vn/ttg/qd/2024/709"]],
      ["chương trình 141a-CTr/TU", ["vn/hau-giang/tu/ctr/2023/141a"]],
      ["NQTW 2 khóa VIII", ["vn/tw/nq/1996/2"]],
      ["Luật Đầu tư công", ["vn/qh/luat/dau-tu-cong"]],
      ["sở khcn an giang", ["vn/an-giang/so-khoa-hoc-va-cong-nghe"]],
      ["Sở KH&CN tỉnh An Giang", ["vn/an-giang/so-khoa-hoc-va-cong-nghe"]],
      ["BTGTU Hậu Giang", ["vn/hau-giang/ban-tuyen-giao-tinh-uy"]],
      ["Ban cán sự đảng UBND tỉnh Kon Tum", ["vn/kon-tum/ban-can-su-dang-ubnd"]],
      ["UBND huyện Châu Phú", ["vn/an-giang/ubnd-huyen-chau-phu"]],
      ["các sở, ban, ngành An Giang", ["vn/an-giang/cac-so-nganh"]],
      ["Bộ KH&CN", ["vn/bo-khoa-hoc-va-cong-nghe"]],
      [
        "Sở KH&CN",
        [
          "vn/an-giang/so-khoa-hoc-va-cong-nghe",
          "vn/hau-giang/so-khoa-hoc-va-cong-nghe",
          "vn/kon-tum/so-khoa-hoc-va-cong-nghe",
        ],
      ],
    ])("%s", async (name, ids) => {
      const candidates = await resolve(store, loadRegistry(), name);
      expect(candidates.filter(({ exact }) => exact).map(({ id }) => id)).toEqual(ids);
    });

    test("that nothing has give what is like them", async () => {
      const candidates = await resolve(store, loadRegistry(), "KL 70");
      expect(candidates.some(({ exact }) => exact)).toBe(false);
      expect(candidates.map(({ id }) => id)).toContain(KL_69);
    });

    test("are narrowed by a province", async () => {
      expect((await resolve(store, loadRegistry(), "Sở KH&CN", "Hậu Giang")).map(({ id }) => id)).toEqual([
        "vn/hau-giang/so-khoa-hoc-va-cong-nghe",
      ]);
    });
  });

  test("every named part of every agency is what the facts say", async () => {
    const told = new Set<string>();
    const inFacts = new Set<string>();
    for (const file of await listFacts([SHIPPED_FACTS])) {
      const { facts, review } = await readFacts(file);
      for (const task of applyReview(facts, review).facts.tasks)
        for (const role of ["leads", "cooperates", "directed"] as const)
          for (const { agency } of task[role])
            inFacts.add(
              `${agency.replace("vn/~/", "vn/kon-tum/")} ${role.toUpperCase()} ${task.section}@${task.start}`,
            );
    }
    for (const agency of new Set([...inFacts].map((each) => each.split(" ")[0] ?? ""))) {
      const page = await responsibilities(store, {
        agency,
        where: { roles: ["LEADS", "COOPERATES", "DIRECTED"] },
        throughGroups: false,
        first: 1_000,
      });
      for (const { role, task } of page?.items ?? []) told.add(`${agency} ${role} ${(task ?? "").split("#")[1] ?? ""}`);
    }
    expect([...told].sort()).toEqual([...inFacts].sort());
    expect(told.size).toBeGreaterThan(200);
  });

  test("a department that no text names is touched through its group", async () => {
    const page = await responsibilities(store, { agency: "vn/an-giang/so-tu-phap", first: 1_000 });
    expect(page?.items.every(({ via, through }) => via === "GROUP" && through === "vn/an-giang/cac-so-nganh")).toBe(
      true,
    );
    expect(new Set(page?.items.map(({ document }) => document))).toEqual(new Set([COMMITTEE_PLAN, OLD_PLAN]));
  });

  test("a district's committee is touched as one of the districts, also where the text calls them otherwise", async () => {
    const page = await responsibilities(store, {
      agency: "vn/an-giang/ubnd-huyen-chau-phu",
      where: { roles: ["LEADS"] },
      first: 1_000,
    });
    const ways = new Set(page?.items.map(({ through }) => through?.split("/").at(-1) ?? "named"));
    expect(ways).toEqual(new Set(["named", "ubnd-cap-huyen", "dia-phuong"]));
  });

  test("words are found with and without diacritics", async () => {
    const [plain, marked] = [await search(store, "giong cay trong"), await search(store, "giống cây trồng")];
    expect(plain.map(({ id }) => id)).toEqual(marked.map(({ id }) => id));
    expect(plain.length).toBeGreaterThan(3);
    for (const { passage, ranges } of plain)
      for (const [start, end] of ranges) expect(passage.slice(start, end)).toMatch(/^\p{L}/u);
  });
}, "file");
