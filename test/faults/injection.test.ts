import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Access } from "../../src/api/access/access.ts";
import type { Role } from "../../src/api/access/caller.ts";
import { makeApi } from "../../src/api/make-schema.ts";
import { questionResolvers } from "../../src/api/questions.ts";
import { type RunningServer, startServer } from "../../src/api/server.ts";
import type { Store } from "../../src/graph/store.ts";
import { loadRegistry } from "../../src/registry/load-registry.ts";
import { noQuestions } from "../api/answers.ts";
import { mandate, storePath } from "../support/command.ts";
import { agency, citation, inventedFacts, task } from "../support/facts.ts";
import { loadFacts } from "../support/graph.ts";
import { onEachStore } from "../support/stores.ts";
import { census } from "./census.ts";
import { everyLeaf, type Leaf } from "./every-argument.ts";
import { INJECTIONS } from "./hostile.ts";

const LABOUR = "vn/an-giang/so-noi-vu";
const plan = inventedFacts({
  citations: [citation("vn/tw/kl/2024/69", { relation: "IMPLEMENTS" })],
  agencies: [agency(LABOUR, "Sở Nội vụ")],
  tasks: [task(100, { leads: [{ agency: LABOUR, basis: "stated", start: 100, end: 109, text: "Sở Nội vụ" }] })],
});
const { schema } = await makeApi({ store: { kind: "embedded" } as unknown as Store, questions: noQuestions });
const leaves = everyLeaf(schema, { document: plan.document.id, agency: LABOUR });
/** Words that an engine or a path of ours would have, and no attacker here. */
const INSIDE = /node_modules|\.[jt]s:\d|stacktrace|GRAFEO|Neo\.ClientError|Invalid input '/u;

test("places where a caller writes a value are found in every question, filter, sort and change", () => {
  const names = leaves.map(({ name }) => name);
  expect(names.length).toBeGreaterThan(1_000);
  expect(names).toEqual(
    expect.arrayContaining([
      "Query.lineage(document)",
      "Query.responsibilities(where.heading)",
      "Query.documentsConnection(where.title.contains)",
      "Query.documentsConnection(sort.title)",
      "Query.documents.tasksConnection(sort.edge.order)",
      "Mutation.identify(number)",
    ]),
  );
});

/** Each argument of a question takes every injection; the many fields of filters and sorts take one each, in turn. */
const injected = (leaf: Leaf, at: number): readonly string[] =>
  leaf.path.length === 1 ? INJECTIONS : INJECTIONS.slice(at % INJECTIONS.length).slice(0, 1);

/** A server plans each new statement for some 50 ms: there one in so many of the fields inside filters is tried. */
const SHARE = 7;

/** Whether nothing can be found by a value that no node has. */
const findsNothing = ({ path }: Leaf): boolean =>
  path.length > 2 &&
  ["eq", "in", "contains", "startsWith", "endsWith"].includes(path.at(-1) ?? "") &&
  !path.some((each) => ["none", "all", "NOT", "node"].includes(each));

onEachStore((given, kind) => {
  let server: RunningServer;
  beforeAll(async () => {
    await loadFacts(given.store, plan);
    const api = await makeApi({ store: given.store, questions: questionResolvers(loadRegistry()) });
    const log = pino({ level: "silent" });
    server = await startServer({ store: given.store, api, host: "127.0.0.1", port: 0, log, access: ACCESS });
  }, 300_000);
  afterAll(() => server.close());

  async function send(path: string, role: Role, body: unknown, method = "POST") {
    const answer = await fetch(`${server.url}${path}`, {
      method,
      headers: { "content-type": "application/json", authorization: `Bearer ${role}` },
      body: JSON.stringify(body),
    });
    return { status: answer.status, text: await answer.text() };
  }

  test("what is written into any argument, filter, sort or change is a value and nothing else", async () => {
    const before = await census(given.store);
    const wrong: string[] = [];
    for (const [at, leaf] of leaves.entries()) {
      if (kind === "neo4j" && leaf.path.length > 1 && at % SHARE !== 0) continue;
      for (const injection of injected(leaf, at)) {
        const { status, text } = await send("/graphql", "reviewer", {
          query: leaf.query,
          variables: { given: leaf.given(injection) },
        });
        const found = status === 200 && findsNothing(leaf) && !FOUND_NOTHING.test(text);
        if (![200, 400].includes(status) || INSIDE.test(text) || found)
          wrong.push(`${leaf.name} ${injection}: ${status} ${text.slice(0, 200)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await census(given.store)).toEqual(before);
  }, 300_000);

  test.each(INJECTIONS)(
    "facts and decisions that hold %j are kept as they stand, under whatever name",
    async (words) => {
      const before = await census(given.store);
      const { document, agencies, tasks } = plan;
      const facts = {
        ...plan,
        document: { ...document, title: words },
        agencies: agencies.map((each) => ({ ...each, name: words })),
        tasks: tasks.map((each) => ({ ...each, headings: [words] })),
      };
      const put = (sent: unknown) => send(`/facts/${encodeURIComponent(words)}`, "loader", sent, "PUT");
      expect(await put(facts)).toMatchObject({ status: 200 });
      const held = async () => {
        const query = "query($id: ID!) { documents(where: { id: { eq: $id } }) { title tasks { headings } } }";
        return JSON.parse(
          (await send("/graphql", "reader", { query, variables: { id: document.id } })).text,
        ) as unknown;
      };
      expect(await held()).toEqual({ data: { documents: [{ title: words, tasks: [{ headings: [words] }] }] } });

      const decide = async (query: string, variables: object) => {
        const { status, text } = await send("/graphql", "reviewer", {
          query,
          variables: { id: document.id, reason: words, ...variables },
        });
        expect([status, text]).toEqual([200, expect.stringContaining('"decision":"r')]);
        return (JSON.parse(text) as { data: { decided: { decision: string } } }).data.decided.decision;
      };
      const decision = await decide(
        "mutation($id: ID!, $set: JSON!, $reason: String!) { decided: describe(document: $id, set: $set, reason: $reason) { decision } }",
        { set: { title: `${words} ${words}` } },
      );
      expect(await held()).toMatchObject({ data: { documents: [{ title: `${words} ${words}` }] } });
      await decide(
        "mutation($id: ID!, $of: ID!, $reason: String!) { decided: undo(document: $id, decision: $of, reason: $reason) { decision } }",
        { of: decision },
      );
      expect(await held()).toMatchObject({ data: { documents: [{ title: words }] } });

      expect(await put({ ...facts, document: { ...facts.document, id: words } })).toMatchObject({ status: 400 });
      expect(await put({ ...facts, text: { ...facts.text, sha256: words } })).toMatchObject({ status: 400 });
      expect(await census(given.store)).toEqual(before);
    },
  );
}, "file");

/** The role is the token. */
const ACCESS: Access = {
  openReading: true,
  identify: (header) =>
    Promise.resolve(header === undefined ? null : { subject: "lan", role: header.replace("Bearer ", "") as Role }),
};
/** A list without entries, a count of none, or nodes that have none. */
const FOUND_NOTHING = /\[\]|"totalCount":0|"data":null/u;

describe("the command line", () => {
  test("takes injections as names that mean nothing, and changes nothing", async () => {
    const env = { MANDATE_STORE: await storePath() };
    expect((await mandate(["load"], env)).code).toBe(0);
    const held = async () => (await mandate(["lineage", "vn/tw/kl/2024/69", "--json"], env)).out;
    const before = await held();
    for (const [at, words] of [
      ["lineage"],
      ["responsibilities"],
      ["gaps", "--place"],
      ["obligations", "--to", "2024-12-31", "--from"],
      ["search"],
      ["load"],
    ].entries()) {
      const injection = INJECTIONS[at] ?? "";
      const { code, err } = await mandate([...words, injection], env);
      expect([0, 1, 2, 65, 74], `${words.join(" ")} ${injection}: ${err}`).toContain(code);
      expect(err).not.toMatch(/GRAFEO|\.ts:\d|\bat \S+ \(/u);
    }
    expect(await held()).toBe(before);
  });
});
