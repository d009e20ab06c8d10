import { readFileSync, readdirSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { makeApi } from "../../src/api/make-schema.ts";
import { questionResolvers } from "../../src/api/questions.ts";
import { entriesOf } from "../../src/archive/entries.ts";
import { brokenOff, fill } from "../../src/archive/fill.ts";
import { checkArchive, readArchive } from "../../src/archive/read-archive.ts";
import { writeArchive } from "../../src/archive/write-archive.ts";
import { changes } from "../../src/graph/audit.ts";
import { load } from "../../src/graph/load/load.ts";
import { openEmbedded } from "../../src/graph/embedded/open.ts";
import { TEXT_INDEXES, type Store } from "../../src/graph/store.ts";
import { loadRegistry } from "../../src/registry/load-registry.ts";
import { answer } from "../api/answers.ts";
import { inventedFacts } from "../support/facts.ts";
import { dump, factsFolder, loadFacts } from "../support/graph.ts";
import { onEachStore } from "../support/stores.ts";
import { plant } from "./planted.ts";

const ABOUT = { madeAt: "2026-11-24T09:00:00.000Z", registry: "any" };
const FRESH = { of: "the test", replace: false };
const folder = () => mkdtemp(join(tmpdir(), "mandate-archive-"));

async function embedded(): Promise<Store> {
  const store = await openEmbedded(join(await folder(), "graph"));
  onTestFinished(() => store.close());
  return store;
}

async function archiveOf(store: Store): Promise<string> {
  const file = join(await folder(), "archive.gz");
  await writeArchive(file, ABOUT, entriesOf(store));
  return file;
}

/** What the store answers to every example of an analyst, and to words. */
async function answersOf(store: Store): Promise<unknown> {
  const api = await makeApi({ store, questions: questionResolvers(loadRegistry()) });
  const answers: unknown[] = [];
  for (const name of readdirSync("examples").filter((each) => each.endsWith(".graphql")))
    answers.push(
      await answer(api, { query: readFileSync(join("examples", name), "utf8"), variables: {}, unordered: true }),
    );
  for (const label of TEXT_INDEXES)
    answers.push((await store.searchText(label, ["cong", "nghe"], 1_000)).map(({ id }) => id).sort());
  return answers;
}

/** What only one of two dumps has, in short. */
function differences(one: readonly string[], other: readonly string[]): readonly string[] {
  const [inOne, inOther] = [new Set(one), new Set(other)];
  const only = (name: string, lines: readonly string[], there: ReadonlySet<string>) =>
    lines.filter((line) => !there.has(line)).map((line) => `${name} ${line.slice(0, 600)}`);
  return [...only("-", one, inOther), ...only("+", other, inOne)];
}

async function expectAlike(one: Store, other: Store): Promise<void> {
  expect(differences(await dump(one), await dump(other))).toEqual([]);
  const answers = await answersOf(one);
  expect(JSON.stringify(answers).length).toBeGreaterThan(50_000);
  expect(await answersOf(other)).toEqual(answers);
}

onEachStore((given) => {
  test("what the archive of an embedded store is restored into holds the same graph and answers alike, whatever order documents came in", async () => {
    const source = await embedded();
    await plant(source);
    const file = await archiveOf(source);
    expect((await checkArchive(file)).tally).toMatchObject({ document: expect.any(Number) as number });
    expect(await fill(given.store, readArchive(file), FRESH)).toEqual([]);
    await expectAlike(source, given.store);
  });

  test("and back: its own archive fills an embedded store alike, and the same archive is made of that one", async () => {
    await plant(given.store);
    const target = await embedded();
    const file = await archiveOf(given.store);
    await fill(target, readArchive(file), FRESH);
    await expectAlike(given.store, target);
    expect(readFileSync(await archiveOf(target))).toEqual(readFileSync(file));
  });

  test("a store is copied into another without a file between", async () => {
    const source = await embedded();
    await loadFacts(source, inventedFacts({}, "a"), inventedFacts({}, "b"));
    await fill(given.store, entriesOf(source), FRESH);
    expect(await dump(given.store)).toEqual(await dump(source));
  });

  test("a store that holds documents is refused, and stays as it was; replaced, nothing of it is left", async () => {
    const source = await embedded();
    await loadFacts(source, inventedFacts({}, "a"));
    await loadFacts(given.store, inventedFacts({}, "b"), inventedFacts({}, "c"));
    const before = await dump(given.store);
    await expect(fill(given.store, entriesOf(source), FRESH)).rejects.toThrow(
      /holds 2 documents already: name another store, or .* --replace/u,
    );
    expect(await dump(given.store)).toEqual(before);
    await fill(given.store, entriesOf(source), { ...FRESH, replace: true });
    expect(await dump(given.store)).toEqual(await dump(source));
  });

  test("a fill that was broken off is known by its mark, and begun again without being told to replace", async () => {
    const source = await embedded();
    await loadFacts(source, inventedFacts({}, "a"), inventedFacts({}, "b"));
    const breaking = async function* () {
      for await (const entry of entriesOf(source)) {
        if (entry.section.kind === "cited") throw new Error("the power is gone");
        yield entry;
        if (entry.section.kind === "document") throw new Error("the power is gone");
      }
    };
    await expect(fill(given.store, breaking(), { ...FRESH, of: "monday.gz" })).rejects.toThrow("the power is gone");
    expect(await brokenOff(given.store)).toBe("monday.gz");
    await fill(given.store, entriesOf(source), FRESH);
    expect(await brokenOff(given.store)).toBeNull();
    expect(await dump(given.store)).toEqual(await dump(source));
  });

  test("a text whose facts cannot be read any more, or that no document is read from, is carried along as it is, and told", async () => {
    const source = await embedded();
    await loadFacts(source, inventedFacts({}, "a"), inventedFacts({}, "b"));
    await source.write(async (transaction) => {
      await transaction.run(
        "MATCH (s:Source {name: 'invented-b.txt'}) SET s.facts = '{\"tasks\": 7}', s.text = 'Điều 1'",
        {},
      );
      await transaction.run(
        "CREATE (:Source {sha256: 'c', name: 'lone.txt', facts: '{}', review: '{}', text: 'Điều 2'})",
        {},
      );
    });
    const unloaded = await fill(given.store, readArchive(await archiveOf(source)), FRESH);
    expect(unloaded).toMatchObject([
      { name: "invented-b.txt", why: expect.stringContaining("the facts of invented-b.txt") as string },
    ]);
    const kept = (store: Store) =>
      store.read((transaction) =>
        transaction.run(
          "MATCH (s:Source) RETURN s.name AS name, s.facts AS facts, s.review AS review, s.text AS text ORDER BY name",
          {},
        ),
      );
    expect(await kept(given.store)).toEqual(await kept(source));
    expect(await kept(source)).toHaveLength(3);
  });

  test("the log of what is replaced goes on: with the archive's entries, with those it does not have, and with one of the fill", async () => {
    const author = { by: "giam-doc", through: "api" } as const;
    const source = await embedded();
    await load(source, await factsFolder([inventedFacts({}, "a")]), { author });
    await load(given.store, await factsFolder([inventedFacts({}, "b")]), { author: { ...author, by: "minh" } });
    await fill(given.store, readArchive(await archiveOf(source)), {
      of: "monday.gz",
      replace: true,
      signed: { by: "lan", through: "command", what: "RESTORED", madeAt: ABOUT.madeAt },
    });
    const made = await changes(given.store, { since: null, first: 9 });
    expect(made.map(({ by, through, what }) => [by, through, what])).toEqual([
      ["lan", "command", "RESTORED"],
      ["minh", "api", "LOADED"],
      ["giam-doc", "api", "LOADED"],
    ]);
    expect(made[0]).toMatchObject({
      document: null,
      name: null,
      detail: `1 document from monday.gz, made ${ABOUT.madeAt}; 1 earlier entry is of what was replaced alone`,
    });
    const again = await embedded();
    await fill(again, readArchive(await archiveOf(given.store)), FRESH);
    expect(await changes(again, { since: null, first: 9 })).toEqual(made);
  });

  test("what else a database holds is left alone", async () => {
    await given.store.write((transaction) => transaction.run("CREATE (:Visitor {name: 'not ours'})", {}));
    const source = await embedded();
    await loadFacts(source, inventedFacts({}, "a"));
    await fill(given.store, entriesOf(source), { ...FRESH, replace: true });
    expect((await dump(given.store)).filter((each) => each.includes("Visitor"))).toHaveLength(1);
  });
});
