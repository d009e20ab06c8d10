import { pino } from "pino";
import { describe, expect, onTestFinished, test } from "vitest";
import { makeApi } from "../../src/api/make-schema.ts";
import { questionResolvers } from "../../src/api/questions.ts";
import { startServer } from "../../src/api/server.ts";
import { SHIPPED_FACTS } from "../../src/assets.ts";
import { listFacts } from "../../src/cli/facts-files.ts";
import { load } from "../../src/graph/load/load.ts";
import { openStore } from "../../src/graph/open-store.ts";
import { loadRegistry } from "../../src/registry/load-registry.ts";
import { ask } from "../support/command.ts";
import { givenStore, neo4jIsAbsent } from "../support/stores.ts";

const QUESTIONS = [
  `{ lineage(document: "vn/tw/kl/2024/69") { nodes { distance document { id number } } } }`,
  `{ responsibilities(agency: "vn/an-giang/so-khoa-hoc-va-cong-nghe", first: 20) { totalCount items { role task { id } } } }`,
  `{ documents(where: { id: { startsWith: "vn/tw/" } }, sort: [{ id: ASC }]) { id title } }`,
];

describe.skipIf(neo4jIsAbsent)("several APIs on one Neo4j", () => {
  const given = givenStore("neo4j", "file");

  test("give the same answers, also while a loader writes other documents", async () => {
    const files = await listFacts([SHIPPED_FACTS]);
    await load(given.store, files);
    const urls = await Promise.all([served(given.store.place), served(given.store.place)]);
    const answersOf = (url: string) => Promise.all(QUESTIONS.map((question) => ask(url, question)));
    const [first, second] = await Promise.all(urls.map(answersOf));
    expect(first).toEqual(second);
    expect(first?.map(({ status }) => status)).toEqual([200, 200, 200]);

    const under = { way: true };
    const loaded = load(given.store, await listFacts(["examples/facts"])).finally(() => (under.way = false));
    let asked = 0;
    while (under.way) {
      for (const answers of await Promise.all(urls.map(answersOf))) expect(answers).toEqual(first);
      asked += 1;
    }
    expect((await loaded).every(({ ok }) => ok)).toBe(true);
    expect(asked).toBeGreaterThan(0);
  });

  test("give the same answers while the very documents that they tell of are loaded again", async () => {
    const files = await listFacts([SHIPPED_FACTS]);
    await load(given.store, files);
    const url = await served(given.store.place);
    const answersOf = () => Promise.all(QUESTIONS.map((question) => ask(url, question)));
    const first = await answersOf();
    const under = { way: true };
    const again = async () => {
      for (let round = 0; round < 3; round += 1) await load(given.store, files);
    };
    const loading = again().finally(() => (under.way = false));
    while (under.way) expect(await answersOf()).toEqual(first);
    await loading;
  });
});

async function served(uri: string): Promise<string> {
  const store = await openStore({ kind: "neo4j", uri, user: "neo4j", password: "any" }, { serving: true });
  const api = await makeApi({ store, questions: questionResolvers(loadRegistry()) });
  const server = await startServer({ store, api, host: "127.0.0.1", port: 0, log: pino({ level: "silent" }) });
  onTestFinished(async () => {
    await server.close();
    await store.close();
  });
  return `${server.url}/graphql`;
}
