import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { ingest } from "../../src/ingest/ingest.ts";
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
  await writeFile(path, text);
  return path;
}

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
    const other = plan.replace("ít nhất 80%", "ít nhất 90%");
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
});
