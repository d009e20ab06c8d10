import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { SHIPPED_FACTS } from "../../src/assets.ts";
import { listFacts } from "../../src/cli/facts-files.ts";
import { readFacts, type ReviewedFacts } from "../../src/facts/read-facts.ts";
import { changes, type Author } from "../../src/graph/audit.ts";
import { openEmbedded } from "../../src/graph/embedded/open.ts";
import { makeLoader } from "../../src/graph/load/load.ts";
import type { Store } from "../../src/graph/store.ts";
import { agency, citation, inventedFacts, reviewed, task } from "../support/facts.ts";
import { dump } from "../support/graph.ts";
import { failingAt } from "../support/failing-store.ts";
import { onEachStore } from "../support/stores.ts";

const LAN: Author = { by: "lan", through: "command" };
const PLACE = "vn/an-giang";
const LABOUR = "vn/an-giang/so-noi-vu";
const BRIDGE = "vn/an-giang/ban-quan-ly-cau-phao";
const PONTOON = "vn/an-giang/doi-cau-phao";

const numbered = (number: string, year: string) => ({
  id: `vn/an-giang/tu/kh/${year}/${number}`,
  kind: "KH",
  number,
  symbol: "KH/TU",
  issuedOn: `${year}-03-04`,
});
const plan = (number: string, year: string, seed: string) => inventedFacts({ document: numbered(number, year) }, seed);

/** A plan that says all that a plan can say. */
const secret = inventedFacts(
  {
    document: {
      ...numbered("5", "2024"),
      issuer: "vn/an-giang/tu",
      signers: [{ name: "Trần Thị Mây", position: "Bí thư", onBehalfOf: null }],
    },
    citations: [
      citation("vn/an-giang/tu/kh/2023/12", { relation: "IMPLEMENTS", direct: true, issuedOn: "2023-05-06" }),
      citation("vn/an-giang/tu/kh/2022/8", { issuedOn: "2022-01-01", symbol: "KH/TU" }),
      citation("vn/tw/kl/2024/69"),
    ],
    links: [
      {
        from: "vn/an-giang/tu/kh/2023/12",
        to: "vn/tw/kl/2024/69",
        relation: "IMPLEMENTS",
        start: 10,
        end: 40,
        cue: "thực hiện",
      },
    ],
    agencies: [
      agency("vn/an-giang/tu", "Tỉnh ủy"),
      agency(LABOUR, "Sở Nội vụ"),
      agency(BRIDGE, "Ban Quản lý cầu phao"),
      agency(PONTOON, "Đội cầu phao"),
    ],
    shortNames: [{ words: "cầu phao", agency: PONTOON, means: [BRIDGE], start: 60, end: 68 }],
    tasks: [
      task(100, {
        leads: [{ agency: LABOUR, basis: "stated", start: 100, end: 109, text: "Sở Nội vụ" }],
        cooperates: [{ agency: BRIDGE }],
        carriesOut: [{ document: "vn/an-giang/tu/kh/2023/12", start: 120, end: 130 }],
      }),
      task(200),
    ],
    reports: [
      { from: BRIDGE, to: "vn/an-giang/tu", via: LABOUR, recurs: "yearly", deadline: "--11-15", start: 300, end: 340 },
      { from: null, to: "vn/an-giang/tu", via: null, recurs: null, deadline: null, start: 350, end: 360 },
    ],
    targets: [
      { section: "I", indicator: "Cầu phao", start: 50, end: 90, value: 12, comparison: ">=", unit: "cầu", by: null },
    ],
    recipients: [{ agency: LABOUR, start: 400, end: 409 }],
  },
  "5ec",
);
/** Another one that speaks of it, and of some of what it speaks of. */
const citing = inventedFacts(
  {
    document: numbered("9", "2025"),
    citations: [
      citation("vn/an-giang/tu/kh/2024/5", { symbol: "KH-TU", issuedOn: "2024-03-05" }),
      citation("vn/an-giang/tu/kh/2022/8", { issuedOn: "2022-02-02", symbol: "KH/TUAG" }),
    ],
    agencies: [agency(PONTOON, "Đội Cầu phao tỉnh")],
  },
  "c17e",
);
const undated = (seed: string) =>
  inventedFacts({ citations: [citation("vn/an-giang/tu/kh/~/12", { kind: "KH", number: "12" })] }, seed);
const claim = (seed: string, tasks = [task(100)]) =>
  inventedFacts({ document: { id: "vn/an-giang/ubnd/kh/2024/7", number: "7", symbol: "KH-UBND" }, tasks }, seed);

async function loadAll(store: Store, all: readonly ReviewedFacts[]): Promise<void> {
  const loader = await makeLoader(store);
  await loader.know([PLACE]);
  for (const each of all) await loader.load(each);
}

/** What a store holds that only these documents were loaded into. */
async function dumpOf(...all: readonly ReviewedFacts[]): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), "mandate-forget-"));
  const store = await openEmbedded(join(folder, "graph"));
  try {
    await loadAll(store, all);
    return await dump(store);
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}

onEachStore((given) => {
  const forget = async (id: string) => (await makeLoader(given.store)).forget(id, LAN);

  test.each<[string, ReviewedFacts[], string, ReviewedFacts[]]>([
    ["that stands alone", [reviewed(secret)], secret.document.id, []],
    ["that another one cites", [reviewed(citing), reviewed(secret)], secret.document.id, [reviewed(citing)]],
    ["that is cited later", [reviewed(secret), reviewed(citing)], secret.document.id, [reviewed(citing)]],
    ["that cites it", [reviewed(secret), reviewed(citing)], citing.document.id, [reviewed(secret)]],
    [
      "with its words and what was decided on it",
      [
        {
          ...reviewed(secret, {
            decisions: [
              {
                id: "r1",
                by: "lan",
                on: "2026-01-01",
                reason: "so",
                action: "reject",
                part: "tasks",
                at: { start: 200 },
              },
            ],
          }),
          text: "x".repeat(10_000),
        },
      ],
      secret.document.id,
      [],
    ],
    [
      "that the registry knows",
      [
        reviewed(
          inventedFacts({ document: { id: "vn/tw/kl/2024/69", kind: "KL", number: "69", title: "Khác" } }, "69"),
        ),
      ],
      "vn/tw/kl/2024/69",
      [],
    ],
    [
      "that a citation without year means",
      [reviewed(plan("12", "2021", "2021")), reviewed(undated("a"))],
      "vn/an-giang/tu/kh/2021/12",
      [reviewed(undated("a"))],
    ],
    [
      "that a citation without year may mean beside another one",
      [reviewed(plan("12", "2021", "2021")), reviewed(plan("12", "2022", "2022")), reviewed(undated("a"))],
      "vn/an-giang/tu/kh/2021/12",
      [reviewed(plan("12", "2022", "2022")), reviewed(undated("a"))],
    ],
    [
      "the first of two that claim one id",
      [reviewed(claim("aaaaaaaa")), reviewed(claim("bbbbbbbb", [task(300), task(400)]))],
      "vn/an-giang/ubnd/kh/2024/7",
      [reviewed(claim("bbbbbbbb", [task(300), task(400)]))],
    ],
    [
      "the second of two that claim one id",
      [reviewed(claim("aaaaaaaa")), reviewed(claim("bbbbbbbb"))],
      "vn/an-giang/ubnd/kh/2024/7~bbbbbbbb",
      [reviewed(claim("aaaaaaaa"))],
    ],
    [
      "the first of three that claim one id",
      [reviewed(claim("aaaaaaaa")), reviewed(claim("bbbbbbbb")), reviewed(claim("cccccccc"))],
      "vn/an-giang/ubnd/kh/2024/7",
      [reviewed(claim("bbbbbbbb")), reviewed(claim("cccccccc"))],
    ],
  ])("after a document is forgotten %s, the graph is one in which it never was", async (_what, all, id, others) => {
    await loadAll(given.store, all);
    expect(await forget(id)).toMatchObject({ id });
    expect(await dump(given.store)).toEqual(await dumpOf(...others));
  });

  test("each of the shipped documents goes out of the graph of all, and comes back", async () => {
    const all = await Promise.all((await listFacts([SHIPPED_FACTS])).map(readFacts));
    const loader = await makeLoader(given.store);
    const ids: string[] = [];
    for (const each of all) ids.push((await loader.load(each)).id);
    const whole = await dump(given.store);
    for (const [index, each] of all.entries()) {
      const id = ids[index] ?? "";
      expect(await loader.forget(id, LAN)).toMatchObject({ id });
      const rows = await dump(given.store);
      expect(rows.filter((row) => row.includes(`"${each.facts.source}"`))).toEqual([]);
      await loader.load(each);
      expect(await dump(given.store)).toEqual(whole);
    }
  });

  test("what was forgotten is in the log, without its words; what is not held cannot be forgotten", async () => {
    await loadAll(given.store, [reviewed(secret)]);
    expect(await forget("vn/an-giang/tu/kh/2023/12"), "known by citation alone").toBeNull();
    expect(await forget("vn/an-giang/tu/kh/1999/1")).toBeNull();
    await forget(secret.document.id);
    expect(await forget(secret.document.id)).toBeNull();
    const log = await changes(given.store, { first: 9, since: null });
    expect(log).toMatchObject([
      {
        ...LAN,
        what: "FORGOTTEN",
        document: secret.document.id,
        name: "Kế hoạch 5-KH/TU An Giang",
        detail: "its text was 5ec00000",
      },
    ]);
  });

  test("a document is forgotten whole or not at all", async () => {
    const { store } = given;
    await loadAll(store, [reviewed(secret), reviewed(citing)]);
    const before = await dump(store);
    const failing = failingAt(store, (cypher) => cypher.includes(":Change"));
    await expect((await makeLoader(failing)).forget(secret.document.id, LAN)).rejects.toThrow("the disk is full");
    expect(await dump(store)).toEqual(before);
  });
});
