import { mkdir, mkdtemp, readFile, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { ingest } from "../../src/ingest/ingest.ts";
import { changes } from "../../src/graph/audit.ts";
import { load } from "../../src/graph/load/load.ts";
import { words } from "../../src/questions/words.ts";
import { mandate, storePath } from "../support/command.ts";
import { dump } from "../support/graph.ts";
import { onEachStore } from "../support/stores.ts";

const ID = "vn/soc-trang/ubnd/kh/2024/412";
let folder = "";
let plan = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mandate-twice-"));
  plan = await readFile("examples/documents/rural-markets.txt", "utf8");
});

async function written(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  return path;
}

/** The same plan with other words, and with another number. */
const otherWords = () => plan.replace("ít nhất 80%", "ít nhất 90%");
const otherNumber = () => plan.replace("412/KH-UBND", "413/KH-UBND");
const REPLACED = /^a~[0-9a-f]{8}\.replaced\.json$/u;
const APART = /^a~[0-9a-f]{8}\.json$/u;
const factsIn = async (): Promise<readonly string[]> => (await readdir(join(folder, "facts"))).sort();
const targetIn = async (name: string): Promise<string> => {
  const facts = JSON.parse(await readFile(join(folder, "facts", name), "utf8")) as {
    document: { number: string };
    targets: readonly { value: number }[];
  };
  return `${facts.document.number}: ${String(facts.targets[0]?.value)}`;
};

onEachStore((given) => {
  const read = (...files: readonly string[]) => ingest(given.store, files, join(folder, "facts"));
  /** What is held, the names and letters of its sources aside. */
  const held = async () =>
    (await dump(given.store))
      .filter((row) => !row.includes('"labels":["Source"]'))
      .map((row) => row.replace(/"(?:source|start|end)":(?:"[^"]*"|\d+|\[[^\]]*\]),?/gu, ""));
  const sources = () =>
    given.store.read((transaction) =>
      transaction.run("MATCH (s:Source)<-[:READ_FROM]-(d) RETURN s.names AS names, d.id AS id", {}),
    );

  test.each([
    ["the same file", "a.txt", (text: string) => text],
    ["the same text under another name", "b.txt", (text: string) => text],
    ["the same text in decomposed letters", "b.txt", (text: string) => text.normalize("NFD")],
    ["the same text with other line ends", "b.txt", (text: string) => text.replaceAll("\n", "\r\n")],
  ])("%s is one document, and every name is kept", async (_what, name, changed) => {
    await read(await written("a.txt", plan));
    const once = await held();
    const [again] = await read(await written(name, changed(plan)));
    expect(again).toMatchObject({ ok: true, loaded: { id: ID, conflict: false } });
    expect((await held()).length).toBe(once.length);
    expect(await sources()).toEqual([{ names: name === "a.txt" ? ["a.txt"] : ["a.txt", name], id: ID }]);
    // The facts of the first copy again: their places count in its letters, not in those of the other copy.
    await load(given.store, [join(folder, "facts", "a.json")]);
    const shown = await words(given.store, ID);
    if (shown !== null)
      for (const { kind, name: body, start, end } of shown.spans)
        if (kind === "AGENCY" && body === "Sở Công Thương") expect(shown.text.slice(start, end)).toBe("Sở Công Thương");
  });

  test("two texts of one number are both kept whole, and both marked", async () => {
    const other = otherWords();
    await read(await written("a.txt", plan));
    await read(await written("b.txt", other));
    const rows = await given.store.read((transaction) =>
      transaction.run(
        "MATCH (d:Document)-[:READ_FROM]->(s:Source) WHERE d.claims = $id RETURN d.id AS id, d.conflict AS conflict, s.text AS text, COUNT { (d)-[:ASSIGNS]->() } AS tasks ORDER BY id",
        { id: ID },
      ),
    );
    expect(rows).toEqual([
      { id: ID, conflict: true, text: plan, tasks: 3 },
      { id: expect.stringMatching(/~[0-9a-f]{8}$/u) as string, conflict: true, text: other, tasks: 3 },
    ]);
  });

  const told = async () =>
    (await changes(given.store, { first: 9, since: null })).map(({ what, detail }) => `${what} ${detail}`);
  const by = { by: "lan", through: "command" } as const;

  test("a newer text of the same name and number takes the place of the earlier one, says so, and its facts are put aside", async () => {
    const facts = join(folder, "facts");
    const [first] = await ingest(given.store, [await written("a.txt", plan)], facts, undefined, by);
    const [second] = await ingest(given.store, [await written("a.txt", otherWords())], facts, undefined, by);
    expect(first).toMatchObject({ ok: true, loaded: { replaced: [] }, facts: { aside: null, isApart: false } });
    expect(second).toMatchObject({
      ok: true,
      loaded: { id: ID, conflict: false, replaced: [expect.stringMatching(/^[0-9a-f]{64}$/u)] },
      facts: {
        path: join(facts, "a.json"),
        aside: expect.stringMatching(/replaced\.json$/u) as string,
        isApart: false,
      },
    });
    expect(await sources()).toHaveLength(1);
    const hash = second?.ok === true ? second.loaded.replaced[0]?.slice(0, 8) : undefined;
    expect(await told()).toEqual([
      `REPLACED facts, review, words in place of the earlier reading ${hash ?? ""}`,
      "LOADED facts, review, words",
    ]);
    expect(await factsIn()).toEqual(["a.json", expect.stringMatching(REPLACED)]);
    expect(await Promise.all((await factsIn()).map(targetIn))).toEqual(["412: 90", "412: 80"]);
    // What was put aside is not loaded with its folder, and nothing is told again.
    await load(given.store, [join(facts, "a.json")], { author: by });
    expect(await told()).toHaveLength(2);
  });

  test("texts of one name and one number that come together are two, and stay two when they come again", async () => {
    const files = [await written("2023/a.txt", plan), await written("2024/a.txt", otherWords())];
    for (let time = 1; time <= 2; time += 1) {
      const all = await read(...files);
      expect(all.map((each) => each.ok && [each.loaded.conflict, each.loaded.replaced])).toEqual([
        [time === 2, []],
        [true, []],
      ]);
      expect(await sources()).toHaveLength(2);
      expect(await factsIn()).toEqual(["a.json", expect.stringMatching(APART)]);
      expect(await Promise.all((await factsIn()).map(targetIn))).toEqual(["412: 80", "412: 90"]);
    }
    const [newer] = await read(await written("2023/a.txt", plan.replace("ít nhất 80%", "ít nhất 70%")));
    expect(newer, "nobody knows which of the two it is a newer reading of").toMatchObject({
      loaded: { conflict: true, replaced: [] },
    });
    expect(await sources()).toHaveLength(3);
    expect(await factsIn()).toHaveLength(3);
  });

  test("one of two that come together with an earlier reading takes no place", async () => {
    await read(await written("z/a.txt", plan));
    const all = await read(await written("b/a.txt", otherWords()), await written("z/a.txt", plan));
    expect(all.map((each) => each.ok && each.loaded.replaced)).toEqual([[], []]);
    expect(await factsIn()).toEqual(["a.json", expect.stringMatching(APART)]);
  });

  test("texts of one name and of different numbers keep their facts, and what was decided on one stays with it", async () => {
    const facts = join(folder, "facts");
    await read(await written("2023/a.txt", plan));
    const start = (JSON.parse(await readFile(join(facts, "a.json"), "utf8")) as { tasks: { start: number }[] }).tasks[0]
      ?.start;
    const decision = { id: "r1", by: "lan", on: "2026-01-02", reason: "none", action: "reject", part: "tasks" };
    await written(
      "facts/a.review.json",
      JSON.stringify({ source: "a.txt", decisions: [{ ...decision, at: { start } }] }),
    );
    const [second] = await read(await written("2024/a.txt", otherNumber()));
    expect(second).toMatchObject({ loaded: { conflict: false, replaced: [], tasks: 3 }, facts: { isApart: true } });
    expect(await sources()).toHaveLength(2);
    expect(await factsIn()).toEqual(["a.json", "a.review.json", expect.stringMatching(APART)]);
    const outcomes = await load(given.store, [join(facts, "a.json")]);
    expect(outcomes).toMatchObject([{ ok: true, loaded: { id: ID, tasks: 2 } }]);
    // A newer reading of the second is told from the first by its number.
    const [newer] = await read(await written("2024/a.txt", otherNumber().replace("ít nhất 80%", "ít nhất 90%")));
    expect(newer).toMatchObject({ loaded: { replaced: [expect.any(String)] }, facts: { isApart: true } });
    expect(await sources()).toHaveLength(2);
    expect(await targetIn("a.json")).toBe("412: 80");
  });

  test("a newer text of the name of a second one takes the second's place, not the first's", async () => {
    await read(await written("a.txt", plan));
    await read(await written("b.txt", otherWords()));
    const [newer] = await read(await written("b.txt", plan.replace("ít nhất 80%", "ít nhất 70%")));
    expect(newer).toMatchObject({ loaded: { conflict: true, replaced: [expect.any(String)] } });
    expect((await sources()).map(({ names }) => names).sort()).toEqual([["a.txt"], ["b.txt"]]);
  });

  test("a file that is no facts is not written over", async () => {
    await written("facts/a.json", "my own notes");
    await read(await written("a.txt", plan));
    expect(await readFile(join(folder, "facts", "a.json"), "utf8")).toBe("my own notes");
    expect(await factsIn()).toEqual(["a.json", expect.stringMatching(APART)]);
  });
});

describe("the command", () => {
  test("takes a text twice with exit code 0, and reports two texts of one number", async () => {
    const MANDATE_STORE = await storePath();
    const run = (...args: string[]) =>
      mandate([...args, ...(args[0] === "ingest" ? ["--facts", join(folder, "facts")] : [])], { MANDATE_STORE });
    const [a, b] = [await written("a.txt", plan), await written("b.txt", plan)];
    expect(await run("ingest", a, b, a)).toMatchObject({ code: 0, err: "" });
    expect(JSON.parse((await run("doctor", "--json")).out)).toMatchObject({
      held: 1,
      nodes: { Source: 1, Task: 3 },
      findings: [],
    });

    const c = await written("c.txt", plan.replace("ít nhất 80%", "ít nhất 90%"));
    expect(await run("ingest", c)).toMatchObject({ code: 0, out: expect.stringContaining("CONFLICT") as string });
    const { code, out } = await run("doctor");
    expect(code).toBe(1);
    expect(out.match(/is claimed by two texts/gu)).toHaveLength(2);
  });

  test("says which earlier reading a text took the place of, and keeps a decision with the document that it is about", async () => {
    const MANDATE_STORE = await storePath();
    const facts = ["--facts", join(folder, "facts")];
    const run = (...args: string[]) => mandate(args, { MANDATE_STORE });
    await run("ingest", await written("2023/a.txt", plan), ...facts);
    const { out } = await run("ingest", await written("2023/a.txt", otherWords()), ...facts);
    expect(out).toMatch(/REPLACED: it took the place of the earlier reading [0-9a-f]{8}\n/u);
    expect(out).toMatch(/the facts of the earlier reading that stood there are now \S+\.replaced\.json\n/u);
    expect((await run("audit")).out).toContain("REPLACED");

    const other = await run("ingest", await written("2024/a.txt", otherNumber()), ...facts);
    expect(other.out).toContain("the facts of another text have the plain one");
    const second = "vn/soc-trang/ubnd/kh/2024/413";
    const described = ["--describe", "--set", '{"title":"Chợ quê"}', "--reason", "the register"];
    expect(await run("review", second, ...facts, ...described)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/a~[0-9a-f]{8}\.review\.json/u) as string,
    });
    expect((await run("review", ID)).out).not.toContain("the register");
  });
});
