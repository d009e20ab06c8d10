import { describe, expect, test } from "vitest";
import type { Facts } from "../../src/facts/model.ts";
import type { Store } from "../../src/graph/store.ts";
import { reporting } from "../../src/questions/reporting.ts";
import { agency, inventedFacts } from "../support/facts.ts";
import { loadFacts } from "../support/graph.ts";
import { onEachStore } from "../support/stores.ts";

const at = (type: string): string => `vn/an-giang/${type}`;
const types = ["so-y-te", "so-noi-vu", "so-tu-phap", "ubnd", "tinh-uy", "so-ke-hoach-va-dau-tu"];
const bodies = [...types.map((type) => agency(at(type), type)), agency(at("cac-so-nganh"), "các sở, ngành", true)];
type Report = Facts["reports"][number];
const line = (from: string | null, to: string, more: Partial<Report> = {}, start = 100): Report => ({
  from: from === null ? null : at(from),
  to: at(to),
  via: null,
  recurs: null,
  deadline: null,
  start,
  end: start + 50,
  ...more,
});

onEachStore((given) => {
  const loaded = async (
    reports: readonly Report[],
    document: Partial<Facts["document"]> = {},
    seed = "0",
  ): Promise<Store> => {
    const facts = inventedFacts(
      { agencies: bodies, reports: [...reports], document: { issuedOn: "2024-03-04", ...document } },
      seed,
    );
    await loadFacts(given.store, facts);
    return given.store;
  };
  const told = async (store: Store, type: string, more: Partial<Parameters<typeof reporting>[1]> = {}) => {
    const answer = await reporting(store, { agency: at(type), ...more });
    const short = (id: string | null): string => id?.split("/").at(-1) ?? "?";
    return {
      ...answer,
      lines: answer?.lines.map(
        ({ distance, from, via, to }) =>
          `${distance} ${short(from)} ${via === null ? "" : `(${short(via)}) `}${short(to)}`,
      ),
      due: answer?.lines.map(({ nextDue }) => nextDue),
    };
  };

  test("lines are walked on to the last receiver and back to the first sender, never sideways", async () => {
    const store = await loaded([
      line("so-y-te", "so-noi-vu"),
      line("so-noi-vu", "ubnd"),
      line("ubnd", "tinh-uy"),
      line("so-tu-phap", "ubnd"),
    ]);
    expect((await told(store, "so-noi-vu")).lines).toEqual([
      "1 so-noi-vu ubnd",
      "1 so-y-te so-noi-vu",
      "2 ubnd tinh-uy",
    ]);
    expect((await told(store, "tinh-uy")).lines).toEqual([
      "1 ubnd tinh-uy",
      "2 so-noi-vu ubnd",
      "2 so-tu-phap ubnd",
      "3 so-y-te so-noi-vu",
    ]);
  });

  test("a chain does not go on in another document", async () => {
    await loaded([line("so-y-te", "ubnd")]);
    const store = await loaded([line("ubnd", "tinh-uy")], {}, "1");
    expect((await told(store, "so-y-te")).lines).toEqual(["1 so-y-te ubnd"]);
  });

  test("a group that reports to one of its members makes no circle", async () => {
    const store = await loaded([line("cac-so-nganh", "ubnd", { via: at("so-noi-vu") }), line("so-noi-vu", "ubnd")]);
    expect(await told(store, "so-noi-vu")).toMatchObject({ loops: [], deadEnds: [] });
    expect((await told(store, "so-y-te")).lines).toEqual([]);
  });

  test("circles and bodies that pass nothing on are told", async () => {
    const store = await loaded([
      line("so-y-te", "so-noi-vu"),
      line("so-noi-vu", "so-y-te"),
      line("so-y-te", "ubnd", { via: at("so-tu-phap") }, 300),
    ]);
    expect(await told(store, "so-y-te")).toMatchObject({
      loops: [[at("so-noi-vu"), at("so-y-te")]],
      deadEnds: [at("so-tu-phap")],
    });
  });

  test("a sender that is not named is told, and the depth is kept", async () => {
    const store = await loaded([line(null, "so-noi-vu"), line("so-noi-vu", "ubnd"), line("ubnd", "tinh-uy")]);
    expect(await told(store, "so-noi-vu", { depth: 1 })).toMatchObject({
      lines: ["1 ? so-noi-vu", "1 so-noi-vu ubnd"],
      truncated: true,
    });
    expect(await told(store, "so-noi-vu", { depth: 2 })).toMatchObject({ truncated: false });
    await expect(reporting(store, { agency: at("ubnd"), depth: 0 })).rejects.toThrow(/depth is 0/u);
    expect(await reporting(store, { agency: "vn/nobody" })).toBeNull();
  });

  describe("the next day", () => {
    const yearly = { recurs: "yearly", deadline: "--11-15" } as const;
    test.each([
      ["is looked for from the day asked for", {}, "so-y-te", "2024-10-01", ["2024-11-15"]],
      ["is not told where no day was asked for", {}, "so-y-te", null, [null]],
      [
        "is none where the document's period is over",
        { period: { from: null, to: "2020-12-31" } },
        "so-y-te",
        "2024-10-01",
        [null],
      ],
      ["is none where the sender is no more", {}, "so-ke-hoach-va-dau-tu", "2025-03-01", [null]],
      ["is next year's after this year's", {}, "so-y-te", "2024-11-16", ["2025-11-15"]],
      ["is not asked of a document that came later", {}, "so-y-te", "2024-01-01", []],
    ])("%s", async (_what, document, from, asOf, due) => {
      const store = await loaded([line(from, "ubnd", yearly)], document);
      expect((await told(store, from, { asOf })).due).toEqual(due);
    });
  });
});
