import { pino } from "pino";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Access, READ_ONLY } from "../../../src/api/access/access.ts";
import type { Role } from "../../../src/api/access/caller.ts";
import { badToken } from "../../../src/api/access/refusal.ts";
import { makeApi } from "../../../src/api/make-schema.ts";
import { questionResolvers } from "../../../src/api/questions.ts";
import { type RunningServer, startServer } from "../../../src/api/server.ts";
import { loadRegistry } from "../../../src/registry/load-registry.ts";
import { agency, inventedFacts, task } from "../../support/facts.ts";
import { dump, loadFacts } from "../../support/graph.ts";
import { onEachStore } from "../../support/stores.ts";

const LABOUR = "vn/an-giang/so-noi-vu";
const plan = inventedFacts({
  agencies: [agency(LABOUR, "Sở Nội vụ")],
  tasks: [
    task(100, { leads: [{ agency: LABOUR, basis: "stated", start: 100, end: 109, text: "Sở Nội vụ" }] }),
    task(200),
  ],
});
const ID = plan.document.id;
/** Tokens of the test: the role is the token, the subject is lan. */
const access: Access = {
  openReading: true,
  identify: (header) => {
    if (header === undefined) return Promise.resolve(null);
    const role = header.replace("Bearer ", "");
    return role === "expired" ? Promise.reject(badToken()) : Promise.resolve({ subject: "lan", role: role as Role });
  },
};

interface Answer {
  readonly status: number;
  readonly challenge: string | null;
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

onEachStore((given) => {
  let server: RunningServer;
  const start = async (who: Access) => {
    const api = await makeApi({ store: given.store, questions: questionResolvers(loadRegistry()) });
    return startServer({
      store: given.store,
      api,
      host: "127.0.0.1",
      port: 0,
      log: pino({ level: "silent" }),
      access: who,
    });
  };
  beforeEach(async () => {
    await loadFacts(given.store, plan);
    server = await start(access);
  });
  afterEach(() => server.close());

  async function send(
    path: string,
    token: string | null,
    body: unknown,
    method = "POST",
    at = server.url,
  ): Promise<Answer> {
    const answer = await fetch(`${at}${path}`, {
      method,
      headers: { "content-type": "application/json", ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
    return {
      status: answer.status,
      challenge: answer.headers.get("www-authenticate"),
      ...((await answer.json()) as object),
    };
  }
  const ask = (token: string | null, query: string) => send("/graphql", token, { query });
  const reject = (start: number, more = "decision document") =>
    `mutation { reject(document: "${ID}", fact: "tasks@${start}", reason: "a heading") { ${more} } }`;
  const tasks = async () => (await ask(null, "{ tasks { start } }")).data?.["tasks"];

  test.each<readonly [string, string | null, number]>([
    ["nobody", null, 401],
    ["an expired token", "expired", 401],
    ["a reader", "reader", 403],
  ])("%s changes nothing, and is told why", async (_what, token, status) => {
    const before = await dump(given.store);
    const inFragment = `mutation { ...all } fragment all on Mutation { undo(document: "${ID}", decision: "r1", reason: "x") { name } }`;
    const skipped = `mutation { reject(document: "${ID}", fact: "tasks@100", reason: "x") @skip(if: true) { name } }`;
    for (const query of [
      reject(100),
      inFragment,
      skipped,
      "{ changes { at } }",
      `{ corpus { held } decisions(document: "${ID}") { id } }`,
    ]) {
      const answer = await ask(token, query);
      expect([answer.status, answer.data, answer.challenge], query).toEqual([
        status,
        undefined,
        status === 401 ? 'Bearer realm="mandate"' : null,
      ]);
    }
    const sent = await send("/facts/plan", token, "x".repeat(200_000), "PUT");
    expect([sent.status, sent.errors?.length]).toEqual([status, 1]);
    expect(await dump(given.store)).toEqual(before);
  });

  test("a reviewer loads no facts", async () => {
    expect((await send("/facts/plan", "reviewer", plan, "PUT")).status).toBe(403);
  });

  test("without tokens set up nothing can be written, whatever the header says", async () => {
    const closed = await start(READ_ONLY);
    expect((await send("/graphql", "loader", { query: reject(100) }, "POST", closed.url)).status).toBe(401);
    expect((await send("/facts/plan", "loader", plan, "PUT", closed.url)).status).toBe(401);
    await closed.close();
  });

  test("a reviewer decides, and takes it back: the graph follows, the log tells who", async () => {
    const before = await tasks();
    expect((await ask("reviewer", reject(100))).data).toEqual({ reject: { decision: "r1", document: ID } });
    expect(await tasks()).toEqual([{ start: 200 }]);
    const undo = `mutation { undo(document: "${ID}", decision: "r1", reason: "it is a task") { decision } }`;
    expect((await ask("loader", undo)).data).toEqual({ undo: { decision: "r1" } });
    expect(await tasks()).toEqual(before);
    const { data } = await ask(
      "reviewer",
      `{ changes(first: 2) { by through what detail } decisions(document: "${ID}") { id action by reason undoneBy } }`,
    );
    expect(data).toEqual({
      changes: [
        { by: "lan", through: "api", what: "TAKEN_BACK", detail: "r1: it is a task" },
        { by: "lan", through: "api", what: "DECIDED", detail: "r1 reject: a heading" },
      ],
      decisions: [{ id: "r1", action: "reject", by: "lan", reason: "a heading", undoneBy: "lan" }],
    });
  });

  test.each([
    ["edit", `fact: "tasks@200", set: { section: "III" }`],
    ["accept", `fact: "tasks@200"`],
    ["accept", `fact: "agencies:${LABOUR}"`],
    ["add", `part: recipients, value: { agency: "${LABOUR}", start: 5, end: 9 }`],
    ["merge", `from: "${LABOUR}", into: "vn/an-giang/so-lao-dong"`],
    ["place", `province: "ca-mau"`],
    ["identify", `as: "vn/an-giang/ubnd/kh/2024/7", number: "7", symbol: "KH-UBND", issuedOn: "2024-02-03"`],
    ["describe", `set: { title: "Mùa nước nổi" }`],
  ])("%s is decided (%s)", async (name, args) => {
    const { data, errors, status } = await ask(
      "reviewer",
      `mutation { ${name}(document: "${ID}", ${args}, reason: "so it is") { decision doubts } }`,
    );
    expect(errors).toBeUndefined();
    expect([status, data]).toMatchObject([200, { [name]: { decision: "r1" } }]);
  });

  test.each([
    ["a fact that is none", `reject(document: "${ID}", fact: "tasks@101", reason: "x") { name }`, "BAD_DECISION"],
    ["no reason", `reject(document: "${ID}", fact: "tasks@100", reason: " ") { name }`, "BAD_DECISION"],
    [
      "a fact of another shape",
      `add(document: "${ID}", part: tasks, value: { start: "x" }, reason: "x") { name }`,
      "BAD_DECISION",
    ],
    [
      "a body that the facts do not list",
      `edit(document: "${ID}", fact: "tasks@200", set: { leads: [{ agency: "vn/x/y" }] }, reason: "x") { name }`,
      "BAD_DECISION",
    ],
    [
      "a place outside the text",
      `edit(document: "${ID}", fact: "tasks@200", set: { end: 99999 }, reason: "x") { name }`,
      "BAD_DECISION",
    ],
    ["a decision that is none", `undo(document: "${ID}", decision: "r9", reason: "x") { name }`, "BAD_DECISION"],
    ["a document that is not held", `place(document: "vn/x", province: "ca-mau", reason: "x") { name }`, "NOT_HELD"],
    [
      "a NUL in an id",
      `merge(document: "${ID}", from: "${LABOUR}", into: "vn/x\\u0000", reason: "x") { name }`,
      "BAD_DECISION",
    ],
    ["a control in a reason", `undo(document: "${ID}", decision: "r1", reason: "x\\u0007") { name }`, "BAD_DECISION"],
    [
      "a NUL deep in a fact",
      `edit(document: "${ID}", fact: "tasks@200", set: { headings: [{ text: "\\u0000" }] }, reason: "x") { name }`,
      "BAD_DECISION",
    ],
    ["an id that is none", `identify(document: "${ID}", as: "x", reason: "x") { name }`, "BAD_DECISION"],
    [
      "two changes at once",
      `a: undo(document: "${ID}", decision: "r1", reason: "x") { name } b: undo(document: "${ID}", decision: "r1", reason: "x") { name }`,
      "BAD_DECISION",
    ],
  ])("%s is refused with 400, and nothing is changed", async (_what, mutation, code) => {
    const before = await dump(given.store);
    const { status, errors } = await ask("reviewer", `mutation { ${mutation} }`);
    expect([status, errors?.[0]?.extensions.code]).toEqual([400, code]);
    expect(await dump(given.store)).toEqual(before);
  });

  test("a loader loads facts larger than any question, with their review; without one the held review stays", async () => {
    const filler = Array.from({ length: 2_000 }, (_, index) => ({ agency: LABOUR, start: index + 1, end: index + 5 }));
    const large = {
      ...inventedFacts({ agencies: plan.agencies, tasks: [task(100), task(200)], recipients: filler }, "b"),
    };
    const decision = {
      id: "r1",
      by: "minh",
      on: "2026-01-01",
      reason: "x",
      action: "reject",
      part: "tasks",
      at: { start: 100 },
    };
    const review = { source: large.source, decisions: [decision] };
    expect(JSON.stringify(large).length).toBeGreaterThan(100_000);
    expect(await send("/facts/large", "loader", { facts: large, review }, "PUT")).toMatchObject({
      status: 200,
      id: large.document.id,
      tasks: 1,
    });
    expect(await send("/facts/large", "loader", large, "PUT")).toMatchObject({ status: 200, tasks: 1 });
    const { data } = await ask("loader", "{ changes { by what document } }");
    expect(data?.["changes"]).toEqual([{ by: "lan", what: "LOADED", document: large.document.id }]);
  });

  test("facts of a newer text of one name and id say whose place they take; those of another id take nobody's", async () => {
    const reading = (number: string, seed: string) => ({
      ...inventedFacts({ document: { id: `vn/an-giang/ubnd/kh/2024/${number}`, number, symbol: "KH-UBND" } }, seed),
      source: "plan.txt",
    });
    const older = "aaaa".padEnd(64, "0");
    expect(await send("/facts/plan", "loader", reading("7", "aaaa"), "PUT")).toMatchObject({ replaced: [] });
    expect(await send("/facts/plan", "loader", reading("8", "cccc"), "PUT")).toMatchObject({ replaced: [] });
    expect(await send("/facts/plan", "loader", reading("7", "bbbb"), "PUT")).toMatchObject({ replaced: [older] });
    const { data } = await ask("loader", "{ changes { what detail } }");
    const [last, ...before] = data?.["changes"] as { what: string; detail: string }[];
    expect(last).toEqual({ what: "REPLACED", detail: "facts, review in place of the earlier reading aaaa0000" });
    expect(before.map(({ what }) => what)).toEqual(["LOADED", "LOADED"]);
  });

  test("a decision that a loader sends in somebody's name is shown as brought by the loader, and the log names both", async () => {
    await ask("reviewer", reject(200));
    const decision = (id: string, by: string, more: object = {}) => ({
      ...{ id, by, on: "2026-01-01", reason: "signed on paper", action: "describe", set: { title: id } },
      ...more,
    });
    const mine = (await ask("loader", `{ decisions(document: "${ID}") { by on reason says } }`)).data;
    const [made] = mine?.["decisions"] as readonly {
      readonly by: string;
      readonly on: string;
      readonly says: string;
    }[];
    const back = { by: "giam-doc", on: "2026-01-03" };
    const decisions = [
      {
        id: "r1",
        action: "reject",
        by: made?.by,
        on: made?.on,
        reason: "a heading",
        ...(JSON.parse(made?.says ?? "") as object),
      },
      decision("r2", "giam-doc", { through: "api" }),
      decision("r3", "giam-doc", { broughtBy: "minh", undone: { ...back, through: "api" } }),
      decision("r4", "lan"),
    ];
    const put = () => send("/facts/plan", "loader", { facts: plan, review: { source: plan.source, decisions } }, "PUT");
    expect((await put()).status).toBe(200);
    expect((await put()).status).toBe(200);
    const { data } = await ask(
      "loader",
      `{ changes(first: 1) { by what detail } decisions(document: "${ID}") { id by broughtBy undoneBy undoneBroughtBy } }`,
    );
    const none = { broughtBy: null, undoneBy: null, undoneBroughtBy: null };
    expect(data).toEqual({
      changes: [
        {
          by: "lan",
          what: "RELOADED",
          detail: "review; brings r2, r3 in the name of giam-doc; takes back r3 in the name of giam-doc; brings r4",
        },
      ],
      decisions: [
        { ...none, id: "r1", by: "lan" },
        { ...none, id: "r2", by: "giam-doc", broughtBy: "lan" },
        { id: "r3", by: "giam-doc", broughtBy: "lan", undoneBy: "giam-doc", undoneBroughtBy: "lan" },
        { ...none, id: "r4", by: "lan" },
      ],
    });
    // Without a review the held one stays, its marks too.
    await send("/facts/plan", "loader", plan, "PUT");
    expect((await ask("loader", "{ changes { at } }")).data?.["changes"]).toHaveLength(2);
  });

  test.each<readonly [string, unknown, RegExp]>([
    ["a fault in the facts", { ...plan, tasks: [{ ...task(100), start: -1 }] }, /^plan: tasks\[0\]\.start: /u],
    ["a place outside the text", { ...plan, tasks: [task(20_000)] }, /^plan: tasks\[0\]: /u],
    ["a review of another text", { facts: plan, review: { source: "other.txt" } }, /^plan: source: /u],
    ["no facts", [], /^plan: /u],
    ["null", null, /^plan: /u],
    ["no JSON", "{bad", /JSON/u],
  ])("%s is refused with its place, and nothing is loaded", async (_what, body, message) => {
    const before = await dump(given.store);
    const { status, errors } = await send("/facts/plan", "loader", body === null ? "null" : body, "PUT");
    expect([status, errors?.[0]?.message]).toEqual([400, expect.stringMatching(message)]);
    expect(await dump(given.store)).toEqual(before);
  });

  test.each<readonly [string, () => Buffer, RegExp]>([
    [
      "bytes that are no UTF-8",
      () => Buffer.from(JSON.stringify(plan)).fill(0xe9, 30, 31),
      /^The body is no UTF-8: byte 30 is E9$/u,
    ],
    [
      "half of a letter",
      () => Buffer.from(JSON.stringify({ ...plan, document: { ...plan.document, title: "Th\ud800c" } })),
      /^plan: document\.title: has U\+D800 at 2/u,
    ],
    [
      "a NUL in a review",
      () => Buffer.from(JSON.stringify({ facts: plan, review: { source: plan.source, summaries: [{ vi: "\0" }] } })),
      /^plan: summaries\[0\]\.vi: has U\+0000 at 0/u,
    ],
  ])("%s in what is sent are refused with their place, and nothing is loaded", async (_what, body, message) => {
    const before = await dump(given.store);
    const answer = await fetch(`${server.url}/facts/plan`, {
      method: "PUT",
      headers: { "content-type": "application/json", authorization: "Bearer loader" },
      body: new Uint8Array(body()),
    });
    expect([answer.status, await answer.json()]).toMatchObject([
      400,
      { errors: [{ message: expect.stringMatching(message) as string }] },
    ]);
    expect(await dump(given.store)).toEqual(before);
  });

  test("facts that are larger than any document's are refused", async () => {
    expect((await send("/facts/plan", "loader", "x".repeat(4_100_000), "PUT")).status).toBe(413);
  });
});
