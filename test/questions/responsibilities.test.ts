import { expect, test } from "vitest";
import type { Facts } from "../../src/facts/model.ts";
import type { Store } from "../../src/graph/store.ts";
import { matrix } from "../../src/questions/matrix.ts";
import { responsibilities } from "../../src/questions/responsibilities.ts";
import type { Responsibility } from "../../src/questions/parts.ts";
import { agency, inventedFacts, task } from "../support/facts.ts";
import { loadFacts } from "../support/graph.ts";
import { onEachStore } from "../support/stores.ts";

const at = (type: string): string => `vn/an-giang/${type}`;
const [LABOUR, JUSTICE, SECTORS, FARMERS, DISTRICTS, LOCAL, UNITS, HEAD] = [
  "so-noi-vu",
  "so-tu-phap",
  "cac-so-nganh",
  "hoi-nong-dan",
  "ubnd-cap-huyen",
  "dia-phuong",
  "co-quan-don-vi",
  "ubnd",
].map(at) as [string, string, string, string, string, string, string, string];
const CHAU_PHU = at("ubnd-huyen-chau-phu");
const bodies = [
  agency(LABOUR, "Sở Nội vụ"),
  agency(CHAU_PHU, "Ủy ban nhân dân huyện Châu Phú"),
  agency(HEAD, "Ủy ban nhân dân tỉnh"),
  ...[SECTORS, DISTRICTS, LOCAL, UNITS].map((id) => agency(id, id.split("/").at(-1) ?? "", true)),
];
const part = (id: string, text = "", more: Partial<Facts["tasks"][number]["leads"][number]> = {}) => ({
  agency: id,
  basis: "assigned" as const,
  start: 100,
  end: 109,
  text,
  ...more,
});
const told = (items: readonly Responsibility[] | undefined) =>
  (items ?? []).map(({ role, via, through, task: of }) => [
    role,
    via,
    through?.split("/").at(-1) ?? null,
    of === null ? null : Number(of.split("@")[1]),
  ]);

onEachStore((given) => {
  const loaded = async (facts: Partial<Facts>, issuedOn = "2024-03-04"): Promise<Store> => {
    const { store } = given;
    await loadFacts(store, inventedFacts({ agencies: bodies, ...facts, document: { issuedOn } }));
    return store;
  };
  const of = async (store: Store, id: string, question: Partial<Parameters<typeof responsibilities>[1]> = {}) =>
    responsibilities(store, { agency: id, ...question });

  test("a group's tasks are found for its members, and marked so", async () => {
    const store = await loaded({
      tasks: [task(100, { leads: [part(SECTORS, "các sở, ban, ngành", { scope: "relevant" })] })],
    });
    expect((await of(store, JUSTICE))?.items).toMatchObject([
      {
        role: "LEADS",
        via: "GROUP",
        through: SECTORS,
        scope: "RELEVANT",
        basis: "ASSIGNED",
        evidence: [{ text: "các sở, ban, ngành" }, { start: 100, end: 150 }],
      },
    ]);
    expect((await of(store, JUSTICE, { throughGroups: false }))?.totalCount).toBe(0);
    expect((await of(store, SECTORS))?.items).toMatchObject([{ via: "NAMED" }]);
  });

  test("a named part beats a group's, and nobody cooperates with itself", async () => {
    const store = await loaded({
      tasks: [
        task(100, { leads: [part(LABOUR)], cooperates: [part(SECTORS)] }),
        task(200, { leads: [part(SECTORS)], cooperates: [part(LABOUR)] }),
        task(300, { leads: [part(SECTORS)], cooperates: [part(SECTORS)] }),
      ],
    });
    expect(told((await of(store, LABOUR))?.items)).toEqual([
      ["LEADS", "NAMED", null, 100],
      ["COOPERATES", "NAMED", null, 200],
      ["LEADS", "GROUP", "cac-so-nganh", 300],
    ]);
    expect(told((await of(store, JUSTICE))?.items)).toEqual([
      ["COOPERATES", "GROUP", "cac-so-nganh", 100],
      ["LEADS", "GROUP", "cac-so-nganh", 200],
      ["LEADS", "GROUP", "cac-so-nganh", 300],
    ]);
  });

  test("mass organisations are meant only where they are named", async () => {
    const store = await loaded({
      tasks: [
        task(100, { leads: [part(SECTORS, "các sở, ban, ngành")] }),
        task(200, { leads: [part(SECTORS, "các sở, ban, ngành, đoàn thể")] }),
      ],
    });
    expect(told((await of(store, FARMERS))?.items)).toEqual([["LEADS", "GROUP", "cac-so-nganh", 200]]);
  });

  test("a department belongs to its group only while it stands", async () => {
    const tasks = [task(100, { leads: [part(SECTORS)] })];
    const touched = async (issuedOn: string) => {
      const store = await loaded({ tasks }, issuedOn);
      return Promise.all(
        ["so-ke-hoach-va-dau-tu", "so-nong-nghiep-va-moi-truong"].map(
          async (type) => (await of(store, at(type)))?.totalCount,
        ),
      );
    };
    expect(await touched("2024-03-04")).toEqual([1, 0]);
    expect(await touched("2025-06-01")).toEqual([0, 1]);
  });

  test("a text's own short name holds inside that text", async () => {
    const short = { words: "địa phương", agency: LOCAL, means: [DISTRICTS], start: 10, end: 20 };
    const tasks = [task(100, { leads: [part(LOCAL)] })];
    const { store } = given;
    await loadFacts(
      store,
      inventedFacts({ agencies: bodies, tasks, shortNames: [short], document: { issuedOn: "2024-03-04" } }, "a"),
      inventedFacts({ agencies: bodies, tasks, document: { issuedOn: "2024-03-05" } }, "b"),
    );
    expect((await of(store, CHAU_PHU))?.items).toMatchObject([
      { via: "GROUP", through: LOCAL, document: expect.stringContaining("a0000000") as string },
    ]);
  });

  test("groups whose members cannot be known are told apart: they may concern it", async () => {
    const store = await loaded({
      tasks: [task(100, { leads: [part(UNITS)] }), task(200, { cooperates: [part(UNITS)] })],
    });
    expect(await of(store, LABOUR)).toMatchObject({ totalCount: 0, openGroups: [{ group: UNITS, count: 2 }] });
  });

  test("reporting lines: as sender, channel and receiver; nobody reports to itself through its group", async () => {
    const line = { recurs: "yearly" as const, deadline: "--11-15", start: 300, end: 340 };
    const store = await loaded({
      reports: [
        { from: SECTORS, to: HEAD, via: LABOUR, ...line },
        { from: SECTORS, to: LABOUR, via: null, ...line, start: 350, end: 380 },
        { from: null, to: HEAD, via: null, ...line, start: 390, end: 399 },
      ],
    });
    const lines = async (id: string) =>
      (await of(store, id))?.items.map(({ role, via, position, line: told }) => [
        role,
        via,
        position,
        told?.from?.split("/").at(-1) ?? null,
        told?.to.split("/").at(-1),
      ]);
    expect(await lines(JUSTICE)).toEqual([
      ["REPORTS", "GROUP", "FROM", "cac-so-nganh", "ubnd"],
      ["REPORTS", "GROUP", "FROM", "cac-so-nganh", "so-noi-vu"],
    ]);
    expect(await lines(LABOUR)).toEqual([
      ["REPORTS", "NAMED", "VIA", "cac-so-nganh", "ubnd"],
      ["REPORTS", "NAMED", "TO", "cac-so-nganh", "so-noi-vu"],
    ]);
    expect(await lines(HEAD)).toEqual([
      ["REPORTS", "NAMED", "TO", "cac-so-nganh", "ubnd"],
      ["REPORTS", "NAMED", "TO", null, "ubnd"],
    ]);
  });

  test("who issued and who received", async () => {
    const { store } = given;
    await loadFacts(
      store,
      inventedFacts({
        document: { issuer: HEAD },
        agencies: bodies,
        recipients: [
          { agency: SECTORS, start: 400, end: 418, text: "Sở, ban, ngành, đoàn thể" },
          { agency: LABOUR, start: 420, end: 429 },
        ],
      }),
    );
    expect((await of(store, HEAD))?.items).toMatchObject([{ role: "ISSUES", via: "NAMED" }]);
    expect((await of(store, LABOUR))?.items).toMatchObject([{ role: "RECEIVES", via: "NAMED" }]);
    expect((await of(store, FARMERS))?.items).toMatchObject([{ role: "RECEIVES", via: "GROUP", through: SECTORS }]);
  });

  test("is read page by page to its end, in one order", async () => {
    const store = await loaded({ tasks: [1, 2, 3, 4, 5].map((each) => task(each * 100, { leads: [part(LABOUR)] })) });
    const seen: unknown[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page = await of(store, LABOUR, { first: 2, after });
      seen.push(...told(page?.items).map((each) => each[3]));
      more = page?.hasNextPage === true;
      after = page?.endCursor ?? null;
    }
    expect(seen).toEqual([100, 200, 300, 400, 500]);
    await expect(of(store, LABOUR, { after: "bm90IG91cnM" })).rejects.toThrow(
      'after: "bm90IG91cnM" is no cursor of this answer',
    );
    await expect(of(store, LABOUR, { first: 0 })).rejects.toThrow("first is 0");
  });

  test("is narrowed by document, place, role, way, basis, heading and day", async () => {
    const store = await loaded({
      tasks: [
        task(100, {
          headings: ["NHIỆM VỤ", "Cải cách hành chính"],
          leads: [part(LABOUR, "", { basis: "stated" })],
          deadline: { text: "trước ngày 30/6/2024", from: null, to: "2024-06-30", recurs: null },
        }),
        task(200, { headings: ["NHIỆM VỤ", "Nhân lực"], cooperates: [part(LABOUR)] }),
        task(300, { leads: [part(SECTORS)] }),
      ],
    });
    const where = async (filter: NonNullable<Parameters<typeof responsibilities>[1]["where"]>) =>
      told((await of(store, LABOUR, { where: filter }))?.items).map((each) => each[3]);
    expect(await where({})).toEqual([100, 200, 300]);
    expect(await where({ roles: ["COOPERATES"] })).toEqual([200]);
    expect(await where({ via: ["GROUP"] })).toEqual([300]);
    expect(await where({ basis: "STATED" })).toEqual([100]);
    expect(await where({ heading: "nhan luc" })).toEqual([200]);
    expect(await where({ dueBefore: "2024-06-30" })).toEqual([100]);
    expect(await where({ dueBefore: "2024-06-29" })).toEqual([]);
    expect(await where({ place: "An Giang" })).toEqual([100, 200, 300]);
    expect(await where({ place: "kon-tum" })).toEqual([]);
    expect(await where({ document: "vn/an-giang/tu/kh/2023/12" })).toEqual([]);
  });

  test("counts what it finds by role and way; an unknown agency has nothing", async () => {
    const store = await loaded({
      tasks: [task(100, { leads: [part(LABOUR)] }), task(200, { leads: [part(SECTORS)], cooperates: [part(LABOUR)] })],
    });
    expect((await of(store, LABOUR))?.byRole).toEqual([
      { role: "LEADS", via: "NAMED", count: 1 },
      { role: "COOPERATES", via: "NAMED", count: 1 },
    ]);
    expect(await of(store, at("so-khong-co"))).toBeNull();
  });

  test("the matrix has a cell for each named part, groups not expanded", async () => {
    const store = await loaded({
      tasks: [
        task(100, { leads: [part(LABOUR, "", { inherited: true })], directed: [part(DISTRICTS)] }),
        task(200),
        task(300, { leads: [part(SECTORS)], cooperates: [part(LABOUR)] }),
      ],
    });
    const document = inventedFacts().document.id;
    const found = await matrix(store, document);
    expect(found).toMatchObject({ document, truncated: false });
    expect(found?.tasks.map((id) => Number(id.split("@")[1]))).toEqual([100, 200, 300]);
    expect(found?.agencies[0]).toBe(LABOUR);
    expect(found?.cells.map(({ agency: who, role, inherited }) => [who.split("/").at(-1), role, inherited])).toEqual([
      ["ubnd-cap-huyen", "DIRECTED", false],
      ["so-noi-vu", "LEADS", true],
      ["so-noi-vu", "COOPERATES", false],
      ["cac-so-nganh", "LEADS", false],
    ]);
    expect(await matrix(store, "vn/tw/kl/1900/1")).toBeNull();
  });
});
