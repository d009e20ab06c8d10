import { expect, test } from "vitest";
import type { Facts } from "../../src/facts/model.ts";
import type { Store } from "../../src/graph/store.ts";
import { obligations } from "../../src/questions/obligations.ts";
import { agency, inventedFacts, task } from "../support/facts.ts";
import { loadFacts } from "../support/graph.ts";
import { onEachStore } from "../support/stores.ts";

const at = (type: string): string => `vn/an-giang/${type}`;
const types = ["so-y-te", "so-noi-vu", "ubnd", "so-ke-hoach-va-dau-tu", "ubnd-huyen-chau-phu"];
const bodies = [...types.map((type) => agency(at(type), type)), agency(at("cac-so-nganh"), "các sở, ngành", true)];
const lead = (type: string) => [{ agency: at(type), basis: "stated" as const, start: 100, end: 109, text: type }];
const deadline = (to: string, recurs: "yearly" | "monthly" | null = null) => ({ text: "hạn", from: null, to, recurs });
const YEAR = { from: "2025-01-01", to: "2025-12-31" };

onEachStore((given) => {
  const loaded = async (facts: Partial<Facts>, document: Partial<Facts["document"]> = {}): Promise<Store> => {
    await loadFacts(
      given.store,
      inventedFacts({ agencies: bodies, ...facts, document: { issuedOn: "2024-03-04", ...document } }),
    );
    return given.store;
  };
  const due = async (store: Store, question: Partial<Parameters<typeof obligations>[1]> = {}) =>
    (await obligations(store, { ...YEAR, ...question })).map(
      ({ due: on, task: of, line, agencies }) =>
        `${on} ${of?.split("@")[1] ?? line?.from?.split("/").at(-1) ?? ""}: ${agencies.map(({ agency: id }) => id.split("/").at(-1) ?? "").join(", ")}`,
    );

  test("tasks and reports with a day come in the order of their days, those of every year on the next one", async () => {
    const store = await loaded({
      tasks: [
        task(100, { leads: lead("so-y-te"), deadline: deadline("--11-15", "yearly") }),
        task(200, { leads: lead("so-noi-vu"), deadline: deadline("2025-06-30") }),
        task(300, { leads: lead("so-y-te"), deadline: deadline("2026-06-30") }),
        task(400, { leads: lead("so-y-te") }),
      ],
      reports: [
        {
          from: at("so-noi-vu"),
          to: at("ubnd"),
          via: null,
          recurs: "monthly",
          deadline: "---20",
          start: 500,
          end: 520,
        },
      ],
    });
    expect(await due(store)).toEqual([
      "2025-01-20 so-noi-vu: so-noi-vu",
      "2025-06-30 200: so-noi-vu",
      "2025-11-15 100: so-y-te",
    ]);
    expect(await due(store, { from: "2025-06-30", to: "2025-06-30" })).toEqual(["2025-06-30 200: so-noi-vu"]);
    expect(await due(store, { place: "Hậu Giang" })).toEqual([]);
    await expect(obligations(store, { from: "2025-02-01", to: "2025-01-01" })).rejects.toThrow(/is after/u);
  });

  test("of one body: by its name, as member of a group, and as sender, not as the one that receives", async () => {
    const store = await loaded({
      tasks: [
        task(100, { leads: lead("so-y-te"), deadline: deadline("2025-05-01") }),
        task(200, { leads: lead("cac-so-nganh"), deadline: deadline("2025-06-01") }),
      ],
      reports: [
        { from: at("so-y-te"), to: at("ubnd"), via: null, recurs: "yearly", deadline: "--12-01", start: 500, end: 520 },
      ],
    });
    expect(await due(store, { agency: at("so-y-te") })).toEqual([
      "2025-05-01 100: so-y-te",
      "2025-06-01 200: cac-so-nganh",
      "2025-12-01 so-y-te: so-y-te",
    ]);
    expect(await due(store, { agency: at("so-tu-phap") })).toEqual(["2025-06-01 200: cac-so-nganh"]);
    expect(await due(store, { agency: at("ubnd") })).toEqual([]);
  });

  test("nothing falls due before the document or outside its period", async () => {
    const tasks = [task(100, { leads: lead("so-y-te"), deadline: deadline("--02-01", "yearly") })];
    const store = await loaded({ tasks }, { period: { from: null, to: "2025-12-31" } });
    expect(await due(store, { from: "2024-01-01", to: "2024-12-31" })).toEqual([]);
    expect(await due(store)).toEqual(["2025-02-01 100: so-y-te"]);
    expect(await due(store, { from: "2026-01-01", to: "2027-01-01" })).toEqual([]);
  });

  test("a body that is no more has no duty: its successor has it, and of a district nobody", async () => {
    const store = await loaded({
      tasks: [
        task(100, { leads: lead("so-ke-hoach-va-dau-tu"), deadline: deadline("--11-15", "yearly") }),
        task(200, { leads: lead("ubnd-huyen-chau-phu"), deadline: deadline("--11-15", "yearly") }),
      ],
    });
    const before = { from: "2024-11-01", to: "2024-11-30" };
    const after = { from: "2025-11-01", to: "2025-11-30" };
    expect(await due(store, before)).toEqual([
      "2024-11-15 100: so-ke-hoach-va-dau-tu",
      "2024-11-15 200: ubnd-huyen-chau-phu",
    ]);
    expect(await due(store, after)).toEqual(["2025-11-15 100: so-tai-chinh"]);
    expect(await due(store, { ...after, agency: at("so-tai-chinh") })).toEqual(["2025-11-15 100: so-tai-chinh"]);
    expect(await due(store, { ...before, agency: at("so-tai-chinh") })).toEqual([]);
    expect(await due(store, { ...after, agency: at("so-ke-hoach-va-dau-tu") })).toEqual([]);
  });
});
