import { describe, expect, test } from "vitest";
import type { Facts } from "../../src/facts/model.ts";
import type { Store } from "../../src/graph/store.ts";
import { gaps } from "../../src/questions/gaps.ts";
import { agency, citation, inventedFacts, task } from "../support/facts.ts";
import { loadFacts } from "../support/graph.ts";
import { onEachStore } from "../support/stores.ts";

const at = (type: string): string => `vn/an-giang/${type}`;
const single = [
  "so-y-te",
  "so-noi-vu",
  "ubnd",
  "hdnd",
  "tinh-doan",
  "ban-thuong-vu-tinh-doan",
  "ban-can-su-dang-ubnd",
  "uy-ban-mat-tran-to-quoc-viet-nam",
  "thuong-truc-uy-ban-mat-tran-to-quoc-viet-nam",
  "ban-thuong-vu-tinh-uy",
  "tinh-uy",
  "ubnd-huyen-chau-phu",
  "hoi-luat-gia",
  "hoi-nong-dan",
];
const groups = [
  "cac-so-nganh",
  "ubnd-cap-huyen",
  "dia-phuong",
  "to-chuc-chinh-tri-xa-hoi",
  "dang-doan",
  "co-quan-don-vi",
];
const bodies = [...single.map((type) => agency(at(type), type)), ...groups.map((type) => agency(at(type), type, true))];
const lead = (type: string, basis: "stated" | "assigned" = "stated") => ({
  agency: at(type),
  basis,
  start: 100,
  end: 109,
  text: type,
});
const led = (...types: string[]) => task(100, { leads: types.map((type) => lead(type)) });
const sentTo = (...types: string[]) => types.map((type) => ({ agency: at(type), start: 900, end: 920, text: type }));
const report = { from: at("so-y-te"), to: at("ubnd"), via: null, recurs: null, deadline: null, start: 100, end: 150 };

onEachStore((given) => {
  const found = async (facts: Partial<Facts>, more: Partial<Parameters<typeof gaps>[1]> = {}) => {
    const store: Store = given.store;
    await loadFacts(
      store,
      inventedFacts({
        agencies: bodies,
        reports: [report],
        ...facts,
        document: { issuedOn: "2024-03-04", issuer: at("ubnd") },
      }),
    );
    return gaps(store, {
      kinds: ["NO_LEAD", "SEVERAL_LEADS", "ONLY_GROUPS", "LEAD_NOT_RECIPIENT", "LEAD_DISSOLVED", "NO_REPORTING"],
      ...more,
    });
  };
  const kinds = async (...asked: Parameters<typeof found>) =>
    (await found(...asked)).items.map(
      ({ kind, subject }) => `${kind} ${subject.split("/").at(-1)?.replace(/^.*@/u, "@") ?? ""}`,
    );

  test.each([
    ["nobody leads", task(100), ["NO_LEAD @100"]],
    ["one leads", led("so-y-te"), []],
    ["two lead by their names", led("so-y-te", "so-noi-vu"), ["SEVERAL_LEADS @100"]],
    ["one leads and a group with it", led("so-y-te", "cac-so-nganh"), []],
    [
      "two are told to do it, nobody to lead",
      task(100, { leads: [lead("so-y-te", "assigned"), lead("so-noi-vu", "assigned")] }),
      [],
    ],
    ["groups alone lead", led("cac-so-nganh", "dia-phuong"), ["ONLY_GROUPS @100"]],
  ])("of a task that %s", async (_what, given_, expected) => {
    expect(await kinds({ tasks: [given_] })).toEqual(expected);
  });

  describe("a lead is reached", () => {
    test.each([
      ["by its own name", ["so-y-te"], ["so-y-te"], []],
      ["through its group", ["so-y-te"], ["cac-so-nganh"], []],
      ["by what it is part of", ["ban-thuong-vu-tinh-uy"], ["tinh-uy"], []],
      [
        "by the board that acts for it",
        ["uy-ban-mat-tran-to-quoc-viet-nam"],
        ["thuong-truc-uy-ban-mat-tran-to-quoc-viet-nam"],
        [],
      ],
      ["by the Party's caucus in it", ["uy-ban-mat-tran-to-quoc-viet-nam"], ["dang-doan"], []],
      ["as the caucus of a body", ["ban-can-su-dang-ubnd"], ["ubnd"], []],
      ["as the issuer", ["ubnd"], ["so-y-te"], []],
      ["as a district through the districts", ["ubnd-huyen-chau-phu"], ["ubnd-cap-huyen"], []],
      ["where nobody can tell whom the recipients are", ["hoi-luat-gia"], ["co-quan-don-vi"], []],
      ["where the document has no recipients", ["so-y-te"], [], []],
      ["as a group whose members nobody knows", ["dia-phuong", "so-y-te"], ["so-y-te"], []],
      ["not at all", ["so-y-te"], ["ubnd-cap-huyen"], ["LEAD_NOT_RECIPIENT so-y-te"]],
      [
        "not as an association by the departments",
        ["hoi-luat-gia"],
        ["cac-so-nganh"],
        ["LEAD_NOT_RECIPIENT hoi-luat-gia"],
      ],
      [
        "not as a mass organisation by the departments",
        ["hoi-nong-dan"],
        ["cac-so-nganh"],
        ["LEAD_NOT_RECIPIENT hoi-nong-dan"],
      ],
      [
        "not as a group one of whose members has no caucus",
        ["to-chuc-chinh-tri-xa-hoi", "so-y-te"],
        ["dang-doan", "cac-so-nganh"],
        ["LEAD_NOT_RECIPIENT to-chuc-chinh-tri-xa-hoi"],
      ],
      [
        "as that group where the member's board is named",
        ["to-chuc-chinh-tri-xa-hoi", "so-y-te"],
        ["dang-doan", "cac-so-nganh", "ban-thuong-vu-tinh-doan"],
        [],
      ],
    ])("%s", async (_how, leads, recipients, expected) => {
      expect(
        await kinds({ tasks: [led(...leads)], recipients: sentTo(...recipients) }, { kinds: ["LEAD_NOT_RECIPIENT"] }),
      ).toEqual(expected);
    });
  });

  test("mass organisations are reached where the words name them", async () => {
    const recipients = [{ agency: at("cac-so-nganh"), start: 900, end: 920, text: "Sở, ban, ngành, đoàn thể tỉnh" }];
    expect(
      await kinds({
        tasks: [led("hoi-nong-dan"), task(200, { leads: [lead("to-chuc-chinh-tri-xa-hoi")] })],
        recipients,
      }),
    ).toEqual(["ONLY_GROUPS @200"]);
  });

  test("a lead that is no more is told with who took over, and nobody is invented", async () => {
    const page = await found(
      { tasks: [led("ubnd-huyen-chau-phu")] },
      { asOf: "2025-07-01", kinds: ["LEAD_DISSOLVED"] },
    );
    expect(page.items).toMatchObject([{ subject: at("ubnd-huyen-chau-phu"), agency: at("ubnd-huyen-chau-phu") }]);
    expect(page.items[0]?.explanation).toContain("since 1/7/2025; no single successor is known");
    expect(page.items[0]?.evidence.at(-1)).toMatchObject({
      standing: "REGISTRY",
      note: expect.stringContaining("NQ 203/2025/QH15") as string,
    });
    expect((await gaps(given.store, { asOf: "2025-06-30", kinds: ["LEAD_DISSOLVED"] })).totalCount).toBe(0);
    expect((await gaps(given.store, { kinds: ["LEAD_DISSOLVED"] })).totalCount).toBe(0);
  });

  test("a plan that asks for no report, rests on what is not held, and is carried out by nothing", async () => {
    const facts = {
      tasks: [led("so-y-te")],
      reports: [],
      citations: [citation("vn/tw/kl/2024/69", { relation: "IMPLEMENTS" as const, direct: true })],
    };
    const page = await found(facts, { kinds: null });
    expect(page.items.map(({ kind, subject }) => [kind, subject.startsWith("vn/tw")])).toEqual([
      ["NO_REPORTING", false],
      ["BROKEN_LINEAGE", true],
      ["NOT_CARRIED_OUT", false],
    ]);
    expect(page.items.every(({ explanation, evidence }) => explanation !== "" && evidence.length > 0)).toBe(true);
  });

  test("pages go on where the last one ended, and a document that came later is left out", async () => {
    const tasks = [100, 200, 300].map((start) => task(start));
    const first = await found({ tasks }, { kinds: ["NO_LEAD"], first: 2 });
    const rest = await gaps(given.store, { kinds: ["NO_LEAD"], first: 2, after: first.endCursor });
    expect([...first.items, ...rest.items].map(({ task: of }) => of?.split("@")[1])).toEqual(["100", "200", "300"]);
    expect((await gaps(given.store, { asOf: "2024-03-03" })).totalCount).toBe(0);
    expect((await gaps(given.store, { place: "Hậu Giang" })).totalCount).toBe(0);
  });
});
