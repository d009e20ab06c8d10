import { chmod, mkdir, mkdtemp, truncate, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { contentFindings } from "../../src/doctor/contents.ts";
import { examine } from "../../src/doctor/examine.ts";
import { nodeFindings } from "../../src/doctor/machine.ts";
import { engineFindings, versionFindings } from "../../src/doctor/schema.ts";
import { openEmbedded } from "../../src/graph/embedded/open.ts";
import type { Store } from "../../src/graph/store.ts";
import { mandate } from "../support/command.ts";
import { agency, citation, inventedFacts, task } from "../support/facts.ts";
import { loadFacts } from "../support/graph.ts";
import { onEachStore } from "../support/stores.ts";

const LEADER = "vn/an-giang/so-noi-vu";
const plan = inventedFacts(
  {
    agencies: [agency(LEADER, "Sở Nội vụ")],
    citations: [citation("vn/an-giang/tu/kh/2020/3")],
    tasks: [
      task(100, { leads: [{ agency: LEADER, basis: "stated", start: 100, end: 109, text: "Sở Nội vụ" }] }),
      task(200),
    ],
  },
  "a",
);
const DOCUMENT = plan.document.id;
const decision = { id: "r1", by: "a reader", on: "2026-01-02", reason: "the text", action: "reject" as const };

const place = async () => join(await mkdtemp(join(tmpdir(), "mandate-doctor-")), "graph");
const codes = (found: readonly { readonly code: string }[]) => found.map(({ code }) => code);
const at = (path: string) => examine({ kind: "embedded", path });
async function loadedAt(path: string): Promise<void> {
  const store = await openEmbedded(path);
  await loadFacts(store, plan);
  await store.close();
}

onEachStore((given, kind) => {
  const found = () => contentFindings(given.store);
  const done = (cypher: string) => given.store.write((transaction) => transaction.run(cypher, {}));

  test("nothing is found where nothing is wrong", async () => {
    await loadFacts(given.store, plan);
    expect(await found()).toEqual([]);
    expect(await engineFindings(given.store)).toEqual([]);
  });

  test.each([
    [
      "a task that was taken out of the graph",
      "MATCH (t:Task) WHERE t.id ENDS WITH '@200' DETACH DELETE t",
      "GRAPH_DISAGREES",
      /the graph has 1 tasks, its facts 2/u,
    ],
    [
      "a target that no fact tells",
      `MATCH (d:Document {id: '${DOCUMENT}'}) CREATE (d)-[:SETS]->(:Target {id: 'x'})`,
      "GRAPH_DISAGREES",
      /1 targets, its facts 0/u,
    ],
    [
      "words that are kept but not shown",
      "MATCH (s:Source) SET s.text = 'Sở Nội vụ'",
      "GRAPH_DISAGREES",
      /2 tasks have no words/u,
    ],
    [
      "facts that the contract does not allow",
      "MATCH (s:Source) SET s.facts = '{\"source\": 7}'",
      "BAD_FACTS",
      /source: /u,
    ],
    ["a review that is none", "MATCH (s:Source) SET s.review = '[]'", "BAD_FACTS", /its review is none/u],
    ["a document without its facts", "MATCH (s:Source) DETACH DELETE s", "NO_FACTS", /is held, but the facts/u],
    [
      "a task that belongs to nothing",
      "CREATE (:Task {id: 'lone'})",
      "ORPHANS",
      /1 Task node belong to nothing, such as lone/u,
    ],
    [
      "a text that no document is read from",
      "CREATE (:Source {sha256: 'x', name: 'lone.txt'})",
      "ORPHANS",
      /lone\.txt/u,
    ],
    ["a body that nobody names", "CREATE (:Agency {id: 'vn/x', registered: false})", "ORPHANS", /1 Agency/u],
    [
      "a document that nobody cites",
      "CREATE (:Document {id: 'vn/x', held: false, registered: false})",
      "ORPHANS",
      /1 Document/u,
    ],
    ["a person who signed nothing", "CREATE (:Person {id: 'vn/person/x'})", "ORPHANS", /1 Person/u],
    [
      "an edge that does not tell where it stands",
      "MATCH ()-[l:LEADS]->() SET l.source = null",
      "NO_EVIDENCE",
      /1 LEADS edge/u,
    ],
    [
      "another registry than this version's",
      "MATCH (p:Place {id: 'vn'}) SET p.registry = 'older'",
      "REGISTRY_DIFFERS",
      /1 place \(vn /u,
    ],
    [
      "a restore that was broken off",
      "CREATE (:_Restore {id: 'restore', of: 'monday.gz'})",
      "RESTORE_BROKEN_OFF",
      /monday\.gz/u,
    ],
  ])("%s is found, with what to do", async (_what, cypher, code, what) => {
    await loadFacts(given.store, plan);
    await done(cypher);
    const findings = await found();
    expect(codes(findings)).toEqual([code]);
    expect(findings[0]?.what).toMatch(what);
    expect(findings[0]?.mend).toMatch(/mandate|load|ingest|run the restore/u);
  });

  test("a decision that no longer fits is found with its place", async () => {
    const review = {
      decisions: [{ ...decision, part: "tasks" as const, at: { section: "II.1", start: 9_000, end: 9_050 } }],
    };
    await loadFacts(given.store, { facts: plan, review });
    expect(await found()).toMatchObject([
      {
        code: "REVIEW_UNPLACED",
        what: expect.stringMatching(/decision r1 finds no place/u) as string,
        mend: expect.stringContaining(`mandate review "${DOCUMENT}" --undo r1`) as string,
      },
    ]);
  });

  test("an id that two texts claim, and a document that names no province", async () => {
    const claim = (seed: string) =>
      inventedFacts({ document: { id: "vn/~/ubnd/kh/2024/7", number: "7", place: null } }, seed);
    await loadFacts(given.store, claim("aaaaaaaa"));
    expect(codes(await found())).toEqual(["NO_PROVINCE"]);
    const second = (seed: string) =>
      inventedFacts({ document: { id: "vn/an-giang/ubnd/kh/2024/7", number: "7" } }, seed);
    await loadFacts(given.store, second("b"), second("c"));
    expect(codes(await found()).sort()).toEqual(["CLAIMED_TWICE", "CLAIMED_TWICE", "NO_PROVINCE"]);
  });

  if (kind === "neo4j")
    test("an index and a constraint that are missing", async () => {
      await loadFacts(given.store, plan);
      for (const cypher of ["DROP INDEX folded_task", "DROP CONSTRAINT person_id", "DROP INDEX document_number"])
        await done(cypher);
      expect(await engineFindings(given.store)).toMatchObject(
        ["person_id", "document_number", "folded_task"].map((name) => ({
          code: "INDEX_MISSING",
          what: `${name} is not there`,
        })),
      );
      await loadFacts(given.store, plan);
      expect(await engineFindings(given.store)).toEqual([]);
    });
});

describe("an embedded store", () => {
  test("that was never prepared lacks its text indexes", async () => {
    const store: Store = await openEmbedded(await place());
    onTestFinished(() => store.close());
    expect(codes(await engineFindings(store))).toEqual(["INDEX_MISSING", "INDEX_MISSING", "INDEX_MISSING"]);
  });

  test("that is not there is not made", async () => {
    const path = await place();
    expect(codes((await at(path)).findings)).toEqual(["NOTHING_LOADED"]);
    expect(existsSync(path)).toBe(false);
  });

  test("that is damaged: the backup is the remedy", async () => {
    const path = await place();
    await loadedAt(path);
    await truncate(path, 100_000);
    const { findings, inside } = await at(path);
    expect(inside).toBeNull();
    expect(findings).toMatchObject([
      {
        code: "STORE_DAMAGED",
        severity: "error",
        mend: expect.stringMatching(/^mandate restore ARCHIVE --replace/u) as string,
      },
    ]);
  });

  test("that another process holds is told with the process", async () => {
    const path = await place();
    const store = await openEmbedded(path);
    onTestFinished(() => store.close());
    const { code, out } = await mandate(["doctor", "--json"], { MANDATE_STORE: path });
    expect(code).toBe(1);
    expect((JSON.parse(out) as { findings: unknown }).findings).toMatchObject([
      { code: "STORE_IN_USE", what: expect.stringContaining(`process ${process.pid}`) as string },
    ]);
  });

  test("that is a folder, or something else", async () => {
    const path = await place();
    await mkdir(path);
    expect(codes((await at(path)).findings)).toEqual(["STORE_UNWRITABLE"]);
    const other = await place();
    await writeFile(other, "a letter to the office, and no store\n".repeat(1_000));
    expect(codes((await at(other)).findings)).toEqual(["STORE_UNWRITABLE"]);
  });

  test("whose holder was killed, and beside which a restore was broken off", async () => {
    const path = await place();
    await loadedAt(path);
    await writeFile(`${path}.pid`, "999999999\n");
    expect((await at(path)).findings).toMatchObject([{ code: "HOLDER_KILLED", severity: "note" }]);
    await writeFile(`${path}.restoring`, "");
    expect(codes((await at(path)).findings)).toEqual(["RESTORE_BROKEN_OFF"]);
  });

  test("that has less room than it would need once more", async () => {
    const path = await place();
    await writeFile(path, "");
    // Sparse: it takes no room, but is as large as no disk here is.
    await truncate(path, 2 ** 43);
    expect(codes((await at(path)).findings)).toContain("LITTLE_SPACE");
  });

  test.skipIf(process.getuid?.() === 0)("in a folder that cannot be written", async () => {
    const path = await place();
    await loadedAt(path);
    await chmod(join(path, ".."), 0o500);
    onTestFinished(() => chmod(join(path, ".."), 0o700));
    expect(codes((await at(path)).findings)).toContain("FOLDER_UNWRITABLE");
  });
});

test.each([
  ["20.18.1", ["NODE_TOO_OLD"]],
  ["18.20.0", ["NODE_TOO_OLD"]],
  ["20.19.0", []],
  ["24.1.0", []],
])("Node.js %s: %j", (version, expected) => expect(codes(nodeFindings(version))).toEqual(expected));

test.each([
  ["Neo4j 4.4.12", ["DATABASE_TOO_OLD"]],
  ["Neo4j 5.25.1", ["DATABASE_TOO_OLD"]],
  ["Neo4j 5.26.0", []],
  ["Neo4j 2026.01.0", []],
])("%s: %j", (version, expected) => expect(codes(versionFindings(version))).toEqual(expected));

test("a database that does not answer: exit 1, the address, the remedy, no password", async () => {
  const env = { NEO4J_URI: "bolt://127.0.0.1:9", NEO4J_PASSWORD: "do-not-print" };
  const { code, out } = await mandate(["doctor"], env);
  expect(code).toBe(1);
  expect(out).toMatch(/STORE_UNREACHABLE/u);
  expect(out).toContain("127.0.0.1:9");
  expect(out).not.toContain("do-not-print");
});
