import { graphql } from "graphql/index.js";
import { beforeAll, expect, test } from "vitest";
import { makeApi, type Api } from "../../src/api/make-schema.ts";
import { questionResolvers } from "../../src/api/questions.ts";
import { SHIPPED_FACTS } from "../../src/assets.ts";
import { listFacts } from "../../src/cli/facts-files.ts";
import { load } from "../../src/graph/load/load.ts";
import { loadRegistry } from "../../src/registry/load-registry.ts";
import { onEachStore } from "../support/stores.ts";

// What an analyst asks of the five documents, through GraphQL; the answers were found by reading the texts.
const PARTY_PLAN = "vn/an-giang/tu/kh/2024/177";
const COMMITTEE_PLAN = "vn/an-giang/ubnd/kh/~/~70e9dd3f";
const OLD_PLAN = "vn/an-giang/ubnd/kh/~/~c43c1659";
const HAU_GIANG = "vn/hau-giang/tu/ctr/~/~41d0cc4b";
const KON_TUM = "vn/kon-tum/tu/kh/~/~7cbb1d0a";
const AG = "vn/an-giang";

interface Item {
  readonly [key: string]: unknown;
}
const places = (items: readonly Item[]): unknown[] => items.map(({ task }) => (task as Item | null)?.["address"]);
const ids = (items: readonly Item[], key: string): unknown[] => items.map((item) => (item[key] as Item | null)?.["id"]);

onEachStore((given) => {
  let api: Api;
  beforeAll(async () => {
    await load(given.store, await listFacts([SHIPPED_FACTS]));
    api = await makeApi({ store: given.store, questions: questionResolvers(loadRegistry()) });
  });
  const ask = async <T>(query: string): Promise<T> => {
    const { data, errors } = await graphql({ schema: api.schema, source: query, contextValue: api.context() });
    expect(errors).toBeUndefined();
    return JSON.parse(JSON.stringify(data)) as T;
  };
  const gapsOf = async (document: string, kind: string, asOf = "null") =>
    (
      await ask<{ gaps: { totalCount: number; items: Item[] } }>(
        `{ gaps(document: "${document}", kinds: [${kind}], asOf: ${asOf}, first: 200) { totalCount items { kind subject task { address } agency { id } explanation evidence { start } } } }`,
      )
    ).gaps;
  const leadsOf = async (agency: string, more: string) =>
    (
      await ask<{ responsibilities: { totalCount: number; stands: boolean | null; items: Item[] } }>(
        `{ responsibilities(agency: "${agency}", ${more}, first: 200) { totalCount stands items { via through { id } task { address } document { id } } } }`,
      )
    ).responsibilities;

  test("1 · Which plans that we hold carry out Kết luận 69, at which distance, with how many tasks?", async () => {
    const { lineage } = await ask<{ lineage: { nodes: Item[] } }>(
      `{ lineage(document: "vn/tw/kl/2024/69", direction: DOWN) { nodes { document { id } distance held taskCount } } }`,
    );
    expect(
      lineage.nodes
        .filter(({ held }) => held)
        .map((node) => [(node["document"] as Item)["id"], node["distance"], node["taskCount"]]),
    ).toEqual([
      [PARTY_PLAN, 1, 28],
      [HAU_GIANG, 1, 22],
      [KON_TUM, 1, 20],
      [COMMITTEE_PLAN, 2, 47],
    ]);
  });

  test("2 · Who looks to Nghị quyết 45 on intellectuals? Hậu Giang alone.", async () => {
    const { documents } = await ask<{ documents: Item[] }>(
      `{ documents(where: { mentions: { some: { id: { eq: "vn/tw/nq/2023/45" } } } }) { id } }`,
    );
    expect(documents).toEqual([{ id: HAU_GIANG }]);
  });

  test("3 · How many tasks of the committee's plan does Sở KH&CN lead by its own name? 21.", async () => {
    const { totalCount } = await leadsOf(
      `${AG}/so-khoa-hoc-va-cong-nghe`,
      `where: { document: "${COMMITTEE_PLAN}", roles: [LEADS], via: [NAMED] }`,
    );
    expect(totalCount).toBe(21);
  });

  test("4 · Who is to set up the high-tech farming zone, with whom, where is it written?", async () => {
    const { responsibilities } = await ask<{ responsibilities: { items: Item[] } }>(
      `{ responsibilities(agency: "${AG}/ubnd-huyen-chau-phu", where: { roles: [LEADS], via: [NAMED] }) { items { basis task { address } others { role agency { id } } } } }`,
    );
    expect(responsibilities.items).toEqual([
      {
        basis: "STATED",
        task: { address: "điểm h, khoản 3, Mục II" },
        others: [{ role: "COOPERATES", agency: { id: `${AG}/cac-so-nganh` } }],
      },
    ]);
  });

  test("5 · By when do departments and districts report, through whom, to whom? Before 15 November, through Sở KH&CN.", async () => {
    const { reporting } = await ask<{ reporting: { lines: Item[]; loops: unknown[]; deadEnds: unknown[] } }>(
      `{ reporting(agency: "${AG}/ubnd", document: "${COMMITTEE_PLAN}", asOf: "2024-10-01") { lines { from { id } via { id } to { id } recurs nextDue } loops deadEnds } }`,
    );
    expect(reporting.lines.filter(({ nextDue }) => nextDue !== null)).toEqual(
      ["cac-so-nganh", "ubnd-cap-huyen"].map((type) => ({
        from: { id: `${AG}/${type}` },
        via: { id: `${AG}/so-khoa-hoc-va-cong-nghe` },
        to: { id: `${AG}/ubnd` },
        recurs: "yearly",
        nextDue: "2024-11-15",
      })),
    );
    expect(reporting).toMatchObject({ loops: [], deadEnds: [] });
  });

  test("6 · To whom does the People's Committee report further?", async () => {
    const { reporting } = await ask<{ reporting: { lines: Item[] } }>(
      `{ reporting(agency: "${AG}/ubnd", document: "${COMMITTEE_PLAN}") { lines { from { id } to { id } } } }`,
    );
    const onward = reporting.lines.filter(({ from }) => (from as Item | null)?.["id"] === `${AG}/ubnd`);
    expect(ids(onward, "to").sort()).toEqual([
      `${AG}/ban-thuong-vu-tinh-uy`,
      `${AG}/co-quan-don-vi`,
      `${AG}/tinh-uy`,
      "vn/bo-khoa-hoc-va-cong-nghe",
      "vn/thu-tuong-chinh-phu",
    ]);
  });

  test.each([
    ["the Party's plan of An Giang", PARTY_PLAN, 24],
    ["the committee's plan", COMMITTEE_PLAN, 0],
    ["the plan of 2009", OLD_PLAN, 32],
    ["Hậu Giang's programme", HAU_GIANG, 2],
    ["Kon Tum's plan", KON_TUM, 0],
  ])("7 · How many tasks has nobody been given in %s?", async (_what, document, count) => {
    expect((await gapsOf(document, "NO_LEAD")).totalCount).toBe(count);
  });

  test("8 · Which tasks of the committee's plan are everybody's and so nobody's? Twelve.", async () => {
    const { items } = await gapsOf(COMMITTEE_PLAN, "ONLY_GROUPS");
    expect(places(items)).toEqual([
      "điểm a, khoản 1, Mục II",
      ...[1, 2, 3, 4].map((item) => `gạch đầu dòng ${item}, điểm a, khoản 2, Mục II`),
      "điểm a, khoản 3, Mục II",
      ...[1, 2].map((item) => `gạch đầu dòng ${item}, điểm a, khoản 4, Mục II`),
      "điểm a, khoản 5, Mục II",
      "điểm a, khoản 6, Mục II",
      "đoạn 1, Mục III",
      "khoản 1, Mục IV",
    ]);
  });

  test.each([
    ["the committee's plan", COMMITTEE_PLAN, [`${AG}/lien-hiep-cac-hoi-khoa-hoc-va-ky-thuat`]],
    ["the Party's plan of An Giang", PARTY_PLAN, []],
    ["Kon Tum's plan", KON_TUM, []],
    ["the plan of 2009, which has no list of recipients", OLD_PLAN, []],
    [
      "Hậu Giang's programme",
      HAU_GIANG,
      ["to-chuc-chinh-tri-xa-hoi", "bao-hau-giang", "dai-phat-thanh-va-truyen-hinh-hau-giang"].map(
        (type) => `vn/hau-giang/${type}`,
      ),
    ],
  ])("9 · Who leads and was not sent %s?", async (_what, document, expected) => {
    expect(ids((await gapsOf(document, "LEAD_NOT_RECIPIENT")).items, "agency")).toEqual(expected);
  });

  test("10 · Who answers today for what Sở Kế hoạch và Đầu tư was to lead? Sở Tài chính, in four places.", async () => {
    const { items } = await leadsOf(
      `${AG}/so-tai-chinh`,
      `asOf: "2025-07-01", where: { roles: [LEADS], via: [SUCCESSOR] }`,
    );
    expect(places(items)).toEqual([
      "điểm c, khoản 2, Mục II",
      "điểm g, khoản 3, Mục II",
      "điểm d, khoản 4, Mục II",
      "điểm c, khoản 5, Mục II",
    ]);
    expect(new Set(ids(items, "through"))).toEqual(new Set([`${AG}/so-ke-hoach-va-dau-tu`]));
  });

  test("11 · And for Sở Thông tin và Truyền thông? Sở KH&CN, but for the press.", async () => {
    const { responsibilities } = await ask<{ responsibilities: { items: Item[] } }>(
      `{ responsibilities(agency: "${AG}/so-khoa-hoc-va-cong-nghe", asOf: "2025-07-01", where: { via: [SUCCESSOR] }) { items { role scope task { address } succession { on by except } } } }`,
    );
    expect(responsibilities.items).toEqual([
      {
        role: "LEADS",
        scope: "ALL",
        task: { address: "điểm c, khoản 1, Mục II" },
        succession: [{ on: "2025-03-01", by: "vn/cp/nd/2025/45", except: ["báo chí, xuất bản"] }],
      },
    ]);
  });

  test("12 · And for farming? Sở Nông nghiệp và Môi trường, new in 2025.", async () => {
    const { items } = await leadsOf(
      `${AG}/so-nong-nghiep-va-moi-truong`,
      `asOf: "2025-07-01", throughGroups: false, where: { roles: [LEADS] }`,
    );
    expect(places(items)).toEqual(["điểm c, khoản 3, Mục II"]);
    expect((await leadsOf(`${AG}/so-nong-nghiep-va-moi-truong`, `asOf: "2025-02-28"`)).totalCount).toBe(0);
  });

  test("13 · Who in Cần Thơ has what the propaganda board of Hậu Giang was given?", async () => {
    const { items } = await leadsOf(
      "vn/can-tho/ban-tuyen-giao-va-dan-van-tinh-uy",
      `asOf: "2025-08-01", where: { roles: [LEADS] }`,
    );
    expect(ids(items, "through")).toEqual([
      "vn/hau-giang/ban-tuyen-giao-tinh-uy",
      "vn/hau-giang/ban-tuyen-giao-tinh-uy",
    ]);
    expect(places(items)).toEqual([expect.stringContaining("khoản 1, Mục II"), "khoản 4, Mục III"]);
  });

  test("14 · Which leads of the committee's plan are no more on 1 July 2025?", async () => {
    const { items } = await gapsOf(COMMITTEE_PLAN, "LEAD_DISSOLVED", '"2025-07-01"');
    expect(ids(items, "agency").map((id) => String(id).split("/").at(-1))).toEqual([
      "so-thong-tin-va-truyen-thong",
      "ubnd-cap-huyen",
      "so-ke-hoach-va-dau-tu",
      "so-nong-nghiep-va-phat-trien-nong-thon",
      "ubnd-huyen-chau-phu",
    ]);
    expect(items.at(-1)?.["explanation"]).toContain("no single successor is known");
  });

  test("15 · Had anybody these tasks in 2015? Nobody: only the plan of 2009 was there.", async () => {
    expect((await leadsOf(`${AG}/ubnd-huyen-chau-phu`, `asOf: "2015-01-01"`)).totalCount).toBe(0);
    const { items } = await leadsOf(`${AG}/so-khoa-hoc-va-cong-nghe`, `asOf: "2015-01-01"`);
    expect(new Set(ids(items, "document"))).toEqual(new Set([OLD_PLAN]));
  });

  test("16 · Which tasks order the plan of the technology market (732/QĐ-UBND) to be carried out?", async () => {
    const { documents } = await ask<{ documents: { carriedOutBy: Item[] }[] }>(
      `{ documents(where: { id: { eq: "${AG}/ubnd/qd/2022/732" } }) { carriedOutBy(sort: [{ documentId: ASC }, { ordinal: ASC }]) { documentId address } } }`,
    );
    expect(documents[0]?.carriedOutBy).toEqual([
      { documentId: PARTY_PLAN, address: "gạch đầu dòng 1, khoản 5, Mục II" },
      { documentId: COMMITTEE_PLAN, address: "điểm a, khoản 5, Mục II" },
      { documentId: COMMITTEE_PLAN, address: "gạch đầu dòng 1, điểm b, khoản 5, Mục II" },
    ]);
  });

  test("17 · What falls due in 2024? Kon Tum's briefing by the end of June, An Giang's reports in November.", async () => {
    const { obligations } = await ask<{ obligations: Item[] }>(
      `{ obligations(from: "2024-01-01", to: "2024-12-31") { due document { id } task { address } line { from { id } } } }`,
    );
    expect(obligations).toEqual([
      {
        due: "2024-06-30",
        document: { id: KON_TUM },
        task: { address: "gạch đầu dòng 1, khoản 1, Mục II" },
        line: null,
      },
      { due: "2024-11-15", document: { id: COMMITTEE_PLAN }, task: { address: "khoản 1, Mục IV" }, line: null },
      ...["cac-so-nganh", "ubnd-cap-huyen"].map((type) => ({
        due: "2024-11-15",
        document: { id: COMMITTEE_PLAN },
        task: null,
        line: { from: { id: `${AG}/${type}` } },
      })),
    ]);
  });

  test("18 · Does a plan that ended in 2020 still ask for anything?", async () => {
    const { reporting, obligations } = await ask<{ reporting: { lines: Item[] }; obligations: Item[] }>(
      `{ reporting(agency: "${AG}/so-khoa-hoc-va-cong-nghe", document: "${OLD_PLAN}", asOf: "2024-10-01") { lines { recurs nextDue } } obligations(agency: "${AG}/so-tu-phap", from: "2021-01-01", to: "2023-12-31") { due } }`,
    );
    expect(reporting.lines).toEqual([{ recurs: "yearly", nextDue: null }]);
    expect(obligations).toEqual([]);
  });

  test("19 · What is Sở Giáo dục và Đào tạo to do for start-ups?", async () => {
    const { items } = await leadsOf(
      `${AG}/so-giao-duc-va-dao-tao`,
      `where: { heading: "khoi nghiep", roles: [LEADS], via: [NAMED] }`,
    );
    expect(places(items)).toEqual(["điểm c, khoản 4, Mục II"]);
  });

  test("20 · Whom is Kon Tum's propaganda board told to guide, and by when?", async () => {
    const { tasks } = await ask<{ tasks: Item[] }>(
      `{ tasks(where: { documentId: { eq: "${KON_TUM}" }, directed: { some: { type: { eq: "huyen-uy" } } } }) { dueFrom dueTo leaders { id } directed { id } } }`,
    );
    expect(tasks).toEqual([
      {
        dueFrom: "2024-04-01",
        dueTo: "2024-06-30",
        leaders: [{ id: "vn/kon-tum/ban-tuyen-giao-tinh-uy" }],
        directed: [{ id: "vn/kon-tum/huyen-uy" }],
      },
    ]);
  });

  test("21 · Which documents that the five rest on do we not hold?", async () => {
    const { gaps } = await ask<{ gaps: { items: Item[] } }>(
      `{ gaps(kinds: [BROKEN_LINEAGE], first: 50) { items { subject document { id } } } }`,
    );
    expect(gaps.items.map((gap) => `${String((gap["document"] as Item)["id"])} ← ${String(gap["subject"])}`)).toEqual([
      `${PARTY_PLAN} ← vn/tw/kl/2024/69`,
      `${COMMITTEE_PLAN} ← vn/an-giang/btgtu/hd/2024/94`,
      `${COMMITTEE_PLAN} ← vn/ttg/qd/2024/709`,
      `${OLD_PLAN} ← vn/an-giang/tu/kh/2009/26`,
      `${OLD_PLAN} ← vn/tw/nq/1996/2`,
      `${HAU_GIANG} ← vn/tw/kl/2024/69`,
      `${KON_TUM} ← vn/tw/kl/2024/69`,
    ]);
  });

  test("22 · Who signed the committee's plan, and to whom was it sent?", async () => {
    const { documents } = await ask<{ documents: { signedBy: Item[]; recipients: Item[] }[] }>(
      `{ documents(where: { id: { eq: "${COMMITTEE_PLAN}" } }) { signedBy { name } recipients { id } } }`,
    );
    expect(documents[0]?.signedBy).toEqual([{ name: "Nguyễn Thị Minh Thúy" }]);
    expect(documents[0]?.recipients).toHaveLength(10);
  });
}, "file");
