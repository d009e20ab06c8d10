import { describe, expect, onTestFinished, test } from "vitest";
import { load } from "../../../src/graph/load/load.ts";
import { documentStatements, refreshStatements } from "../../../src/graph/load/statements.ts";
import { openStore } from "../../../src/graph/open-store.ts";
import { run } from "../../../src/graph/statement.ts";
import type { Store } from "../../../src/graph/store.ts";
import { wrapped } from "../../../src/graph/wrapped.ts";
import { agency, inventedFacts, task } from "../../support/facts.ts";
import { dump, dumpOf, factsFolder } from "../../support/graph.ts";
import { neo4jAbsence } from "../../support/neo4j.ts";
import { givenStore } from "../../support/stores.ts";

const absence = await neo4jAbsence();
const FERRY = "vn/an-giang/ban-quan-ly-pha";
const MARKET = "vn/an-giang/ban-quan-ly-cho";
const NAMES = { [FERRY]: "Ban Quản lý phà", [MARKET]: "Ban Quản lý chợ" };

const SIGNER = { name: "Trần Văn Sông", position: "Chủ tịch", onBehalfOf: null };

/** A document of one signer in which each of the bodies leads a task. */
const ledBy = (number: string, ...bodies: readonly (keyof typeof NAMES)[]) =>
  inventedFacts(
    {
      document: { id: `vn/an-giang/ubnd/kh/2024/${number}`, number, symbol: "KH-UBND", signers: [SIGNER] },
      agencies: bodies.map((id) => agency(id, NAMES[id])),
      tasks: bodies.map((id, index) =>
        task(100 * (index + 1), {
          leads: [{ agency: id, basis: "stated", start: 100 * (index + 1), end: 115 * (index + 1) }],
        }),
      ),
    },
    number,
  );

describe.skipIf(absence !== null)("of two processes that wait for each other", () => {
  const given = givenStore("neo4j", "test");

  test("one begins again, also where a named statement met the other", async () => {
    const documents = [ledBy("1", FERRY), ledBy("2", MARKET)];
    await load(given.store, await factsFolder(documents));
    const other = await openStore({ kind: "neo4j", uri: given.store.place, user: "neo4j", password: "any" });
    onTestFinished(() => other.close());
    const [one = "", two = ""] = documents.map(({ document }) => document.id);
    let runs = 0;
    let holding = 0;
    let meet = (): void => undefined;
    const met = new Promise<void>((resolve) => (meet = resolve));
    const flagging = (store: Store, ids: readonly [string, string]): Promise<void> =>
      store.write(async (transaction) => {
        runs += 1;
        await run(transaction, refreshStatements.flagConflict, { ids: [ids[0]] });
        // Both have to hold what the other comes for.
        holding += 1;
        if (holding === 2) meet();
        await met;
        await run(transaction, refreshStatements.flagConflict, { ids: [ids[1]] });
      });
    await Promise.all([flagging(given.store, [one, two]), flagging(other, [two, one])]);
    expect(runs).toBe(3);
  });
});

describe.skipIf(absence !== null)("a document that is begun while the one before is under way", () => {
  const given = givenStore("neo4j", "test");

  test("is written but for what that one touches, which waits until it is kept", async () => {
    const first = ledBy("1", FERRY);
    const second = ledBy("2", FERRY, MARKET);
    const watched = watching(given.store);
    const held = watched.holdBack(FERRY);
    const loading = load(watched.store, await factsFolder([first, second]));
    // Which of the two is told of first is nobody's promise.
    await watched.until(FERRY, MARKET);
    const before = watched.led.toSorted();
    held.release();
    await loading;
    expect(before).toEqual([MARKET, FERRY]);
    expect(watched.led.slice(2)).toEqual([FERRY]);
    expect(await dump(given.store)).toEqual(await dumpOf(first, second));
  });

  test("lets others go first where that one waits for a stranger who waits for it", async () => {
    const documents = [ledBy("0", FERRY, MARKET), ledBy("1", FERRY), ledBy("2", MARKET)];
    const [zeroth = "", ...files] = await factsFolder(documents);
    await load(given.store, [zeroth]);
    const stranger = await openStore({ kind: "neo4j", uri: given.store.place, user: "neo4j", password: "any" });
    onTestFinished(() => stranger.close());
    const watched = watching(given.store);
    let loading: Promise<unknown> | undefined;
    await stranger.write(async (transaction) => {
      const take = (id: string) =>
        transaction.run("MATCH (a:Agency {id: $id}) SET a.name = a.name RETURN 1 AS taken", { id });
      await take(FERRY);
      loading = load(watched.store, files);
      await watched.until(MARKET);
      await take(MARKET);
    });
    await loading;
    expect(watched.led.filter((body) => body === MARKET)).toHaveLength(2);
    expect(await dump(given.store)).toEqual(await dumpOf(...documents));
  });
});

/** The store, with the bodies that its writers make lead tasks, once they do; the commit of the writer that makes one lead can be held back. */
function watching(store: Store) {
  const led: string[] = [];
  let held: { readonly body: string; readonly until: Promise<void> } | undefined;
  const write: Store["write"] = (work) =>
    store.write(async (transaction, letNext) => {
      const mine: string[] = [];
      const answer = await work(
        {
          run: async (cypher, params) => {
            const rows = await transaction.run(cypher, params);
            if (cypher !== documentStatements.leads.cypher) return rows;
            const documents = params["documents"] as readonly { readonly agency: readonly string[] }[];
            const bodies = documents.flatMap((each) => each.agency);
            mine.push(...bodies);
            led.push(...bodies);
            return rows;
          },
        },
        letNext,
      );
      const holding = held;
      if (holding !== undefined && mine.includes(holding.body)) {
        held = undefined;
        await holding.until;
      }
      return answer;
    });
  return {
    store: wrapped(store, { write }, (driver) => driver),
    led,
    holdBack(body: string): { readonly release: () => void } {
      let release = (): void => undefined;
      held = { body, until: new Promise((resolve) => (release = resolve)) };
      return { release };
    },
    async until(...bodies: readonly string[]): Promise<void> {
      while (!bodies.every((body) => led.includes(body))) await new Promise((resolve) => setTimeout(resolve, 5));
    },
  };
}
