import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeApi } from "../../src/api/make-schema.ts";
import { questionResolvers } from "../../src/api/questions.ts";
import { startServer, type RunningServer } from "../../src/api/server.ts";
import { SHIPPED_FACTS } from "../../src/assets.ts";
import { listFacts } from "../../src/cli/facts-files.ts";
import { load } from "../../src/graph/load/load.ts";
import { loadRegistry } from "../../src/registry/load-registry.ts";
import { ask } from "../support/command.ts";
import { onEachStore } from "../support/stores.ts";

const DEPARTMENT = "vn/an-giang/so-khoa-hoc-va-cong-nghe";

onEachStore((given) => {
  let server: RunningServer;
  beforeAll(async () => {
    await load(given.store, await listFacts([SHIPPED_FACTS]));
    const api = await makeApi({ store: given.store, questions: questionResolvers(loadRegistry()) });
    server = await startServer({ store: given.store, api, host: "127.0.0.1", port: 0, log: pino({ level: "silent" }) });
  });
  afterAll(() => server.close());
  const asked = (query: string) => ask(`${server.url}/graphql`, query);

  test("any generated field may be asked for inside a question's answer", async () => {
    const { data, errors } = await asked(`{
      lineage(document: "vn/tw/kl/2024/69") {
        root { ...named }
        nodes { distance document { ...named implementsConnection(first: 5, sort: [{ node: { id: ASC } }]) { totalCount edges { node { id } properties { direct } } } first: tasks(limit: 1, sort: [{ ordinal: ASC }]) { address leaders { id } } } }
      }
      responsibilities(agency: "${DEPARTMENT}", first: 1) { items { task { headings assignedBy { name } } others { agency { places { name } } } } }
    }
    fragment named on Document { id name }`);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      lineage: { root: { id: "vn/tw/kl/2024/69", name: "Kết luận 69-KL/TW" } },
      responsibilities: { items: [{ task: { assignedBy: [{}] } }] },
    });
  });

  describe("what nothing has is null", () => {
    test.each([
      'lineage(document: "vn/tw/kl/1900/1") { truncated }',
      'responsibilities(agency: "vn/nobody") { totalCount }',
      'matrix(document: "") { truncated }',
    ])("%s", async (question) => {
      const { status, data, errors } = await asked(`{ answer: ${question} }`);
      expect({ status, errors, data }).toEqual({ status: 200, errors: undefined, data: { answer: null } });
    });

    test("and no name means it", async () => {
      expect((await asked(`{ resolve(text: "   ") { score } search(text: "?!") { score } }`)).data).toEqual({
        resolve: [],
        search: [],
      });
    });
  });

  describe("wrong use is told, and nothing of the inside", () => {
    test.each([
      [
        "a depth beyond the most",
        `lineage(document: "vn/tw/kl/2024/69", depth: 33) { truncated }`,
        "BAD_ARGUMENT",
        /depth is 33: it must be a whole number from 0 to 32/u,
      ],
      [
        "a negative depth",
        `lineage(document: "vn/tw/kl/2024/69", depth: -1) { truncated }`,
        "BAD_ARGUMENT",
        /depth is -1/u,
      ],
      [
        "a cursor of nothing",
        `responsibilities(agency: "${DEPARTMENT}", after: "bm9uZQ") { totalCount }`,
        "BAD_CURSOR",
        /"bm9uZQ" is no cursor of this answer/u,
      ],
      [
        "no items at all",
        `responsibilities(agency: "${DEPARTMENT}", first: 0) { totalCount }`,
        "BAD_ARGUMENT",
        /first/u,
      ],
      [
        "too many items",
        `responsibilities(agency: "${DEPARTMENT}", first: 100000) { totalCount }`,
        "BAD_ARGUMENT",
        /first is 100000/u,
      ],
      [
        "a name of a thousand letters",
        `resolve(text: "${"k".repeat(1_000)}") { score }`,
        "BAD_ARGUMENT",
        /text has 1000 characters/u,
      ],
      [
        "a day that is none",
        `responsibilities(agency: "${DEPARTMENT}", where: { dueBefore: "2024-02-31" }) { totalCount }`,
        "GRAPHQL_VALIDATION_FAILED",
        /Date/u,
      ],
      [
        "a role that is none",
        `responsibilities(agency: "${DEPARTMENT}", where: { roles: [BOSS] }) { totalCount }`,
        "GRAPHQL_VALIDATION_FAILED",
        /BOSS/u,
      ],
      ["no document", `lineage { truncated }`, "GRAPHQL_VALIDATION_FAILED", /document/u],
    ])("%s", async (_what, question, code, message) => {
      const { status, errors } = await asked(`{ ${question} }`);
      expect(status).toBe(400);
      expect(errors?.[0]?.message).toMatch(message);
      expect(errors?.[0]?.extensions?.code).toBe(code);
      expect(JSON.stringify(errors)).not.toMatch(/MATCH \(|node_modules|\.ts:\d|\n\s+at /u);
    });

    test.each(["'}) DETACH DELETE n //", "`) //", "\\\\u0027 OR 1=1", "vn/tw/kl/2024/69' RETURN 1 //"])(
      "text that looks like a query is only text: %s",
      async (text) => {
        const before = (await asked("{ documentsConnection { totalCount } }")).data;
        const answers = await asked(
          `{ lineage(document: "${text}") { truncated } resolve(text: "${text}") { score } search(text: "${text}") { score } documents(where: { name: { contains: "${text}" } }) { id } }`,
        );
        expect(answers.status).toBe(200);
        expect((await asked("{ documentsConnection { totalCount } }")).data).toEqual(before);
      },
    );
  });
}, "file");
