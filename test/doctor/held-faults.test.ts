import { expect, test } from "vitest";
import { contentFindings } from "../../src/doctor/contents.ts";
import { makeLoader } from "../../src/graph/load/load.ts";
import { obligations } from "../../src/questions/obligations.ts";
import { reporting } from "../../src/questions/reporting.ts";
import { agency, inventedFacts, reviewed, task } from "../support/facts.ts";
import { loadFacts } from "../support/graph.ts";
import { onEachStore } from "../support/stores.ts";

const LABOUR = "vn/an-giang/so-noi-vu";
const COMMITTEE = "vn/an-giang/ubnd";
const due = (to: string) => ({ text: "x", from: null, to, recurs: null });
const line = (deadline: string, start: number) => ({
  from: LABOUR,
  to: COMMITTEE,
  via: null,
  recurs: null,
  deadline,
  start,
  end: start + 9,
});
const plan = inventedFacts({
  agencies: [agency(LABOUR, "Sở Nội vụ"), agency(COMMITTEE, "Ủy ban nhân dân tỉnh")],
  tasks: [
    task(100, { leads: [{ agency: LABOUR }], deadline: due("--11-15") }),
    task(200, { leads: [{ agency: LABOUR }], deadline: due("--11-20") }),
  ],
  reports: [line("2024-11-15", 300), line("2024-11-20", 400)],
});
const MOVED = [
  ["--11-15", "--13-45"],
  ["2024-11-15", "2024-99-99"],
] as const;

onEachStore((given) => {
  /** A store as an earlier version filled it, which took digits for days. */
  async function plant(): Promise<void> {
    await loadFacts(given.store, plan);
    let facts = JSON.stringify(plan);
    for (const [from, to] of MOVED) facts = facts.replaceAll(from, to);
    await given.store.write(async (transaction) => {
      for (const [from, to] of MOVED) {
        await transaction.run("MATCH (task:Task {dueDay: $from}) SET task.dueDay = $to", { from, to });
        await transaction.run("MATCH ()-[line:REPORTS_TO]->() WHERE line.deadline = $from SET line.deadline = $to", {
          from,
          to,
        });
      }
      const review = JSON.stringify({
        review: 1,
        source: plan.source,
        decisions: [
          {
            id: "r1",
            by: "lan",
            on: "2024-01-01",
            reason: "x",
            action: "identify",
            document: { id: plan.document.id, issuedOn: "0000-01-01" },
          },
          {
            id: "r2",
            by: "lan",
            on: "2024-01-01",
            reason: "a heading",
            through: "api",
            action: "reject",
            part: "tasks",
            at: { start: 200 },
          },
        ],
        summaries: [],
      });
      await transaction.run("MATCH (source:Source) SET source.facts = $facts, source.review = $review", {
        facts,
        review,
      });
    });
  }

  test("a day that no calendar has is left out of every answer, and told with its remedy", async () => {
    await plant();
    const answer = await obligations(given.store, { from: "2024-01-01", to: "2024-12-31" });
    expect(answer.map(({ due: day }) => day)).toEqual(["2024-11-20", "2024-11-20"]);
    const told = await reporting(given.store, { agency: LABOUR, asOf: "2024-01-01" });
    expect(told?.lines.map(({ nextDue }) => nextDue)).toEqual([null, "2024-11-20"]);
    const findings = await contentFindings(given.store);
    expect(findings.map(({ code, what }) => `${code} ${what}`)).toEqual([
      expect.stringMatching(/^BAD_FACTS .*tasks\[0\]\.deadline\.to: a day is one that exists.*1 more/u),
    ]);
    expect(findings[0]?.mend).toMatch(/load its facts file|ingest its text/u);
  });

  test("facts that are right mend it, and of its review the decisions that are any are kept", async () => {
    await plant();
    const loader = await makeLoader(given.store);
    await loader.load(reviewed(plan), { by: "lan", through: "command" });
    expect(await contentFindings(given.store)).toEqual([]);
    const answer = await obligations(given.store, { from: "2024-01-01", to: "2024-12-31" });
    expect(answer.map(({ due: day }) => day)).toEqual(["2024-11-15", "2024-11-15", "2024-11-20"]);
  });
});
