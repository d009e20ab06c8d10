import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Access } from "../../src/api/access/access.ts";
import { makeApi } from "../../src/api/make-schema.ts";
import { questionResolvers } from "../../src/api/questions.ts";
import { type RunningServer, startServer } from "../../src/api/server.ts";
import { loadRegistry } from "../../src/registry/load-registry.ts";
import { agency, inventedFacts, task } from "../support/facts.ts";
import { dump, loadFacts } from "../support/graph.ts";
import { onEachStore } from "../support/stores.ts";

const LABOUR = "vn/an-giang/so-noi-vu";
const plan = inventedFacts({
  agencies: [agency(LABOUR, "Sở Nội vụ")],
  tasks: [task(430, { section: "II.1.a", leads: [{ agency: LABOUR }] }), task(559, { section: "II.1.b" })],
});
const ID = plan.document.id;
const access: Access = {
  openReading: true,
  identify: () => Promise.resolve({ subject: "lan", role: "loader" }),
};

interface Answer {
  readonly status: number;
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** What no request may bring about: a failure of ours. Each is answered with what was wrong with it, and changes nothing. */
onEachStore((given) => {
  let server: RunningServer;
  beforeAll(async () => {
    await loadFacts(given.store, plan);
    server = await startServer({
      store: given.store,
      api: await makeApi({ store: given.store, questions: questionResolvers(loadRegistry()) }),
      host: "127.0.0.1",
      port: 0,
      log: pino({ level: "silent" }),
      access,
    });
  });
  afterAll(() => server.close());

  async function send(path: string, method: string, body: unknown): Promise<Answer> {
    const headers = { "content-type": "application/json" };
    const answer = await fetch(`${server.url}${path}`, { method, headers, body: JSON.stringify(body) });
    return { status: answer.status, ...((await answer.json()) as object) };
  }
  const ask = (query: string, more: object = {}) => send("/graphql", "POST", { query, ...more });
  const put = (facts: object) => send("/facts/x", "PUT", facts);
  const told = ({ status, errors }: Answer) => [status, errors?.[0]?.extensions.code, errors?.[0]?.message];

  test.each([
    ["a subscription", "subscription { x }", {}],
    ["one of several operations", "query a { corpus { held } } subscription b { x }", { operationName: "b" }],
    ["a subscription of nothing", "subscription S { __typename }", { operationName: "S" }],
  ])("%s is refused: there are none", async (_what, query, more) => {
    expect(told(await ask(query, more))).toEqual([
      400,
      "GRAPHQL_VALIDATION_FAILED",
      expect.stringMatching(/^There is no subscription here/u),
    ]);
  });

  test.each(["99999999999999999999", "9007199254740991", "9223372036854775807", "2147483647"])(
    "a cursor of place %s is refused, at the root and inside",
    async (place) => {
      const after = Buffer.from(`arrayconnection:${place}`).toString("base64");
      const connection = `(after: "${after}") { totalCount edges { node { id } } }`;
      for (const query of [
        `{ documentsConnection${connection} }`,
        `{ tasksConnection${connection} }`,
        `{ documents { tasksConnection${connection} } }`,
        `{ documentsConnection { edges { node { tasksConnection${connection} } } } }`,
      ])
        expect(told(await ask(query))).toEqual([400, "BAD_CURSOR", expect.any(String)]);
    },
  );

  test("a cursor far behind the last node gives an empty page", async () => {
    const after = Buffer.from("arrayconnection:999999999").toString("base64");
    const inside = `(after: "${after}") { edges { node { id } } }`;
    const { status, data } = await ask(
      `{ tasksConnection${inside} documents(where: { held: { eq: true } }) { tasksConnection${inside} } }`,
    );
    expect(status).toBe(200);
    expect(data).toMatchObject({ tasksConnection: { edges: [] }, documents: [{ tasksConnection: { edges: [] } }] });
  });

  test.each<readonly [string, object, RegExp]>([
    [
      "the same task twice",
      { ...plan, tasks: [...plan.tasks, plan.tasks[1]] },
      /x: tasks\[2\]: is the same task as tasks\[1\]/u,
    ],
    [
      "a number of 100,000 characters",
      { ...plan, document: { ...plan.document, number: "9".repeat(100_000) } },
      /x: document\.number: has more than/u,
    ],
    [
      "an id of 100,000",
      { ...plan, document: { ...plan.document, id: `vn/${"a".repeat(100_000)}` } },
      /x: document\.id: has more than/u,
    ],
    [
      "a section of 300,000",
      { ...plan, tasks: [task(1, { section: "I".repeat(300_000) })] },
      /x: tasks\[0\]\.section: has more than/u,
    ],
    [
      "a title of a million",
      { ...plan, document: { ...plan.document, title: "x".repeat(1_000_000) } },
      /x: document\.title: has more than/u,
    ],
    [
      "a body's name of 100,000",
      { ...plan, agencies: [{ ...plan.agencies[0], name: "x".repeat(100_000) }] },
      /x: agencies\[0\]\.name: has more than/u,
    ],
    [
      "a place that no text has",
      { ...plan, text: undefined, tasks: [task(2 ** 40)] },
      /x: tasks\[0\]\.start: no text is so long/u,
    ],
    [
      "a day that no month has",
      { ...plan, tasks: [task(1, { deadline: due("2024-02-30") })] },
      /x: tasks\[0\]\.deadline\.to: a day is one that exists/u,
    ],
    [
      "a day of a year that none has",
      { ...plan, tasks: [task(1, { deadline: due("--13-45") })] },
      /x: tasks\[0\]\.deadline\.to: a day is one that exists/u,
    ],
    [
      "a year that there never was",
      { ...plan, document: { ...plan.document, issuedOn: "0000-01-01" } },
      /x: document\.issuedOn: a date is a day that exists/u,
    ],
  ])("facts with %s are refused with the place", async (_what, facts, message) => {
    const before = await dump(given.store);
    expect(told(await put(facts))).toEqual([400, "BAD_FACTS", expect.stringMatching(message)]);
    expect(await dump(given.store)).toEqual(before);
  });

  describe("a decision", () => {
    const change = (name: string, args: string) =>
      `mutation { ${name}(document: "${ID}", ${args}, reason: "x") { decision } }`;
    const long = "x".repeat(50_000);
    test.each<readonly [string, string, RegExp]>([
      [
        "to add a task where one stands",
        change(
          "add",
          `part: tasks, value: { section: "II.1.a", start: 430, end: 440, leads: [], cooperates: [], deadline: null }`,
        ),
        /is the same task as/u,
      ],
      [
        "to move a task to another's place",
        change("edit", `fact: "tasks@559", set: { section: "II.1.a", start: 430 }`),
        /is the same task as/u,
      ],
      [
        "for a day that does not exist",
        change(
          "edit",
          `fact: "tasks@559", set: { deadline: { text: "x", from: null, to: "2024-99-99", recurs: null } }`,
        ),
        /deadline\.to: a day is one that exists/u,
      ],
      [
        "for a section that is too long",
        change("edit", `fact: "tasks@559", set: { section: "${long}" }`),
        /section: has more than/u,
      ],
      ["for a title that is too long", change("describe", `set: { title: "${long}" }`), /title: has more than/u],
      [
        "for a day of issue that does not exist",
        change("describe", `set: { issuedOn: "0000-01-01" }`),
        /issuedOn: a date is a day/u,
      ],
      ["for an id that is too long", change("identify", `as: "vn/${long}"`), /id: has more than/u],
      ["for an id that is none", change("identify", `as: "vn/X y"`), /id: an id is/u],
      [
        "for a number that is too long",
        change("identify", `as: "vn/tw/kl/2024/69", number: "${long}"`),
        /number: has more than/u,
      ],
      ["to merge into what is no id", change("merge", `from: "${LABOUR}", into: "vn/'}) DETACH"`), /is no id/u],
      [
        "to merge into too long an id",
        change("merge", `from: "${LABOUR}", into: "vn/${long}"`),
        /into: has more than/u,
      ],
      ["for a province that is none", change("place", `province: "An Giang"`), /is none: write it as in ids/u],
      ["for a province that is too long", change("place", `province: "${long}"`), /province: has more than/u],
    ])("%s is refused, and nothing is changed", async (_what, query, message) => {
      const before = await dump(given.store);
      expect(told(await ask(query))).toEqual([400, "BAD_DECISION", expect.stringMatching(message)]);
      expect(await dump(given.store)).toEqual(before);
    });
  });

  test("what stands twice without being the same is loaded", async () => {
    const signer = { name: "Lâm Thanh Bình", position: "Chủ tịch", onBehalfOf: null, start: 900, end: 910 };
    const target = { start: 600, end: 640, value: 3, comparison: ">=" as const, unit: null, by: null };
    const recipient = { agency: LABOUR, start: 950, end: 960 };
    const answer = await put({
      ...inventedFacts({}, "1"),
      document: { ...inventedFacts({}, "1").document, signers: [signer, signer] },
      agencies: [...plan.agencies, ...plan.agencies],
      tasks: [
        task(430, { section: "II.1.a", leads: [{ agency: LABOUR }, { agency: LABOUR }] }),
        task(430, { section: "II.1.b" }),
      ],
      targets: [target, target],
      recipients: [recipient, recipient],
    });
    expect(answer.status, JSON.stringify(answer)).toBe(200);
    const id = inventedFacts({}, "1").document.id;
    const { data } = await ask(
      `{ documents(where: { id: { eq: "${id}" } }) { tasks(sort: [{ id: ASC }]) { id } targets(sort: [{ id: ASC }]) { id } } people { name } }`,
    );
    expect(data).toEqual({
      documents: [
        {
          tasks: [{ id: `${id}#II.1.a@430` }, { id: `${id}#II.1.b@430` }],
          targets: [{ id: `${id}#@600-640/1` }, { id: `${id}#@600-640/2` }],
        },
      ],
      people: [{ name: "Lâm Thanh Bình" }],
    });
  });
}, "file");

function due(to: string) {
  return { text: "x", from: null, to, recurs: null };
}
