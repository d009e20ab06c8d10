import { expect, test } from "vitest";
import { corpus } from "../../src/questions/corpus.ts";
import { roster } from "../../src/questions/roster.ts";
import { statedLines } from "../../src/questions/stated-lines.ts";
import { words } from "../../src/questions/words.ts";
import { SHIPPED_FACTS } from "../../src/assets.ts";
import { listFacts } from "../../src/cli/facts-files.ts";
import { load } from "../../src/graph/load/load.ts";
import { onEachStore } from "../support/stores.ts";

const PLAN = "vn/an-giang/tu/kh/2024/177";

onEachStore((given) => {
  test("what the pages ask of the shipped corpus: counts, bodies by place, reporting lines; no words where none are held", async () => {
    await load(given.store, await listFacts([SHIPPED_FACTS]));
    expect(await corpus(given.store)).toMatchObject({ held: 5, texts: 0, tasks: 161, targets: 15 });

    const all = await roster(given.store, { first: 1_000 });
    const office = all.items.find(({ agency }) => agency === "vn/an-giang/so-khoa-hoc-va-cong-nghe");
    expect(office).toMatchObject({ leads: 22, cooperates: 6 });
    const here = await roster(given.store, { place: "vn/kon-tum", first: 1_000 });
    expect(here.totalCount).toBeGreaterThan(0);
    expect(here.items.every(({ agency }) => agency.startsWith("vn/kon-tum/"))).toBe(true);

    const lines = await statedLines(given.store, PLAN);
    expect(lines?.map(({ from, to }) => [from, to])).toEqual([
      ["vn/an-giang/ban-tuyen-giao-tinh-uy", "vn/an-giang/ban-thuong-vu-tinh-uy"],
    ]);
    expect(await statedLines(given.store, "vn/nowhere")).toBeNull();
    expect(await words(given.store, PLAN)).toBeNull();
  });
});
