import { once } from "node:events";
import { connect } from "node:net";
import { getIntrospectionQuery } from "graphql/index.js";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { QuestionResolver } from "../../src/api/context.ts";
import { makeApi } from "../../src/api/make-schema.ts";
import { type RunningServer, startServer } from "../../src/api/server.ts";
import { type Store, StoreError } from "../../src/graph/store.ts";
import { QuestionError } from "../../src/questions/question-error.ts";
import { givenStore } from "../support/stores.ts";
import { plant } from "./plant.ts";
import { invented } from "./questions.ts";

const planted = givenStore("embedded", "file");
let server: RunningServer;
const logged: string[] = [];
const log = pino({ level: "error" }, { write: (line: string) => logged.push(line) });

let slowBegun = (): void => undefined;

const failing: Readonly<Record<string, QuestionResolver>> = {
  ...invented,
  resolve: (_source, { text }: { text: string }) => {
    if (text === "slow") {
      slowBegun();
      return new Promise((resolve) => setTimeout(() => resolve([]), 500));
    }
    if (text === "away") throw new StoreError("STORE_UNREACHABLE", "bolt://secret:7687 is away");
    if (text === "wrong") throw new QuestionError("BAD_ARGUMENT", "text is wrong: write it otherwise");
    throw new Error(`secret of ${text}`);
  },
};

beforeAll(async () => {
  await plant(planted.store);
  server = await serve();
});

afterAll(async () => {
  await server.close();
});

async function serve(more: { introspection?: boolean; store?: Store; ending?: number } = {}): Promise<RunningServer> {
  const { store = planted.store, ...options } = more;
  const api = await makeApi({ store, questions: failing });
  return startServer({ store, api, host: "127.0.0.1", port: 0, log, ...options });
}

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly json: {
    readonly data?: unknown;
    readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
  };
}

async function ask(path: string, init: RequestInit = {}, url = server.url): Promise<Answer> {
  const response = await fetch(`${url}${path}`, init);
  expect(response.headers.get("content-type")).toMatch(/^application\/(?:graphql-response\+)?json/u);
  const text = await response.text();
  return { status: response.status, text, json: JSON.parse(text) as Answer["json"] };
}

function post(body: unknown, contentType = "application/json", url = server.url): Promise<Answer> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return ask("/graphql", { method: "POST", headers: { "content-type": contentType }, body: text }, url);
}

test("answers a question", async () => {
  const { status, json } = await post({
    query: "query($id: ID!) { documents(where: { id: { eq: $id } }) { number } }",
    variables: { id: "vn/ttg/qd/2024/709" },
  });
  expect([status, json]).toEqual([200, { data: { documents: [{ number: "709" }] } }]);
});

const deep = `{ documents ${"{ implements ".repeat(12)}{ id }${" }".repeat(13)}`;
const aliases = `{ documents { ${Array.from({ length: 21 }, (_, index) => `a${index}: id`).join(" ")} } }`;

describe("tells what was wrong with a request, as JSON, without a stack", () => {
  test.each([
    ["bad JSON", "{bad", "application/json", 400, "FST_ERR_CTP_INVALID_JSON_BODY"],
    ["no query", {}, "application/json", 400, "BAD_REQUEST"],
    ["bad GraphQL", { query: "{ documents" }, "application/json", 400, "GRAPHQL_PARSE_FAILED"],
    ["an unknown field", { query: "{ documents { secret } }" }, "application/json", 400, "GRAPHQL_VALIDATION_FAILED"],
    ["too deep a question", { query: deep }, "application/json", 400, "GRAPHQL_VALIDATION_FAILED"],
    ["too many aliases", { query: aliases }, "application/json", 400, "GRAPHQL_VALIDATION_FAILED"],
    [
      "too many words",
      { query: `{ ${"documents { id } ".repeat(400)} }` },
      "application/json",
      400,
      "GRAPHQL_PARSE_FAILED",
    ],
    [
      "a variable of the wrong type",
      { query: "query($n: Int) { documents(limit: $n) { id } }", variables: { n: "x" } },
      "application/json",
      400,
      "BAD_USER_INPUT",
    ],
    [
      "no day",
      { query: '{ documents(where: { issuedOn: { gt: "2024-02-30" } }) { id } }' },
      "application/json",
      400,
      "GRAPHQL_VALIDATION_FAILED",
    ],
    ["no limit", { query: "{ documents(limit: 0) { id } }" }, "application/json", 400, "BAD_ARGUMENT"],
    [
      "a question that is wrong",
      { query: '{ resolve(text: "wrong") { score } }' },
      "application/json",
      400,
      "BAD_ARGUMENT",
    ],
    ["a batch", [{ query: "{ documents { id } }" }], "application/json", 400, "BAD_REQUEST"],
    [
      "a big body",
      { query: "{ documents { id } }", variables: { x: "x".repeat(100_000) } },
      "application/json",
      413,
      "FST_ERR_CTP_BODY_TOO_LARGE",
    ],
    ["a form of another site", '{"query":"{ documents { id } }"}', "text/plain", 400, "BAD_REQUEST"],
    ["another type of body", "<a/>", "application/xml", 415, "FST_ERR_CTP_INVALID_MEDIA_TYPE"],
  ])("%s", async (_what, body, contentType, status, code) => {
    const { json, text, ...answer } = await post(body, contentType);
    expect([answer.status, json.errors?.[0]?.extensions.code]).toEqual([status, code]);
    expect(text).not.toMatch(/stacktrace|node_modules|\.ts:/u);
  });

  test("a GET without preflight", async () => {
    const { status, json } = await ask("/graphql?query={documents{id}}");
    expect([status, json.errors?.[0]?.extensions.code]).toEqual([400, "BAD_REQUEST"]);
  });

  test("a path that is none, and one that cannot be read", async () => {
    expect((await ask("/nowhere")).status).toBe(404);
    expect((await ask("/%zz")).status).toBe(400);
  });
});

test("tells nothing of a failure of ours but an id that the log has", async () => {
  const { status, json, text } = await post({ query: '{ resolve(text: "x") { score } }' });
  const [error] = json.errors ?? [];
  const { id } = error?.extensions as unknown as { id: string };
  expect([status, error?.message]).toEqual([500, "Internal error"]);
  expect(text).not.toContain("secret");
  expect(logged.some((line) => line.includes(id) && line.includes("secret of x"))).toBe(true);
});

test("tells that the store is away, without its address", async () => {
  const { status, text } = await post({ query: '{ resolve(text: "away") { score } }' });
  expect(status).toBe(503);
  expect(text).not.toContain("bolt");
});

test("passes what is asked for as parameters only", async () => {
  const evil = ["'}) DETACH DELETE n //", '" OR true', "`", "\\", "\\u0027", "$param0", "*/"];
  for (const id of evil) {
    const query =
      "query($id: ID!) { documents(where: { id: { eq: $id } }) { id } tasks(where: { text: { contains: $text } }) { id } }";
    const { status, json } = await post({
      query: query.replace("$id: ID!", "$id: ID!, $text: String"),
      variables: { id, text: id },
    });
    expect([status, json.data]).toEqual([200, { documents: [], tasks: id === "\\" ? [expect.anything()] : [] }]);
  }
  expect((await post({ query: "{ documentsConnection { totalCount } }" })).json.data).toEqual({
    documentsConnection: { totalCount: 6 },
  });
});

test("shows its schema on this machine, and elsewhere only where it is told to", async () => {
  expect((await post({ query: getIntrospectionQuery() })).status).toBe(200);
  const closed = await serve({ introspection: false });
  const { status } = await post({ query: getIntrospectionQuery() }, "application/json", closed.url);
  const misspelt = await post({ query: "{ documents { titel } }" }, "application/json", closed.url);
  expect(status).toBe(400);
  expect(misspelt.text).not.toContain("Did you mean");
  await closed.close();
});

test("says whether it lives and whether its store answers", async () => {
  expect((await ask("/healthz")).json).toEqual({ status: "ok" });
  expect((await ask("/readyz")).json).toEqual({ status: "ready", store: "embedded" });
  const lost = {
    ...planted.store,
    kind: "neo4j",
    version: () => Promise.reject(new Error("secret")),
  } as unknown as Store;
  const waiting = await serve({ store: lost });
  const { status, text } = await ask("/readyz", {}, waiting.url);
  expect([status, text]).toEqual([503, '{"status":"unavailable","store":"neo4j"}']);
  expect((await ask("/healthz", {}, waiting.url)).status).toBe(200);
  await waiting.close();
});

test("finishes what is under way before it closes", async () => {
  const other = await serve();
  const begun = new Promise<void>((resolve) => (slowBegun = resolve));
  const slow = post({ query: '{ resolve(text: "slow") { score } }' }, "application/json", other.url);
  await begun;
  await other.close();
  expect((await slow).json).toEqual({ data: { resolve: [] } });
  await expect(post({ query: "{ documents { id } }" }, "application/json", other.url)).rejects.toThrow();
});

test("says which port is in use, and what to do", async () => {
  const { store } = planted;
  const api = await makeApi({ store, questions: failing });
  const port = Number(new URL(server.url).port);
  const second = startServer({ store, api, host: "127.0.0.1", port, log });
  await expect(second).rejects.toMatchObject({
    code: "PORT_IN_USE",
    message: `port ${port} of 127.0.0.1 is in use: choose another with --port`,
  });
});

test("lets pages bring nothing from elsewhere", async () => {
  const { headers } = await fetch(`${server.url}/healthz`);
  expect(headers.get("content-security-policy")).toContain("default-src 'self'");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
});

test.each([
  ["/graphql", "PUT", "GET, HEAD, OPTIONS, POST"],
  ["/graphql?query=x", "DELETE", "GET, HEAD, OPTIONS, POST"],
  ["/facts/plan", "POST", "PUT"],
  ["/healthz", "POST", "GET, HEAD"],
])("%s does not take %s, and says what it takes", async (path, method, allow) => {
  const answer = await fetch(`${server.url}${path}`, { method });
  expect([answer.status, answer.headers.get("allow"), await answer.json()]).toMatchObject([
    405,
    allow,
    { errors: [{ extensions: { code: "METHOD_NOT_ALLOWED" } }] },
  ]);
});

test.each(["/graphql/x", "/facts", "/facts/a/b", "/nowhere"])("%s is not found, by any method", async (path) => {
  for (const method of ["GET", "POST", "PUT"])
    expect((await fetch(`${server.url}${path}`, { method })).status).toBe(404);
});

test("clients that never end their request do not keep a server from ending in time", async () => {
  const ending = await serve({ ending: 300 });
  const { port } = new URL(ending.url);
  const slow = Array.from({ length: 50 }, (_, index) => {
    const socket = connect(Number(port), "127.0.0.1").on("error", () => undefined);
    socket.write(
      index % 2 === 0
        ? "POST /graphql HTTP/1.1\r\nhost: x\r\nx-s"
        : "POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 90\r\n\r\n{",
    );
    return socket;
  });
  await Promise.all(slow.map((socket) => once(socket, "connect")));
  await new Promise((done) => setTimeout(done, 200));
  const begun = Date.now();
  await ending.close();
  expect(Date.now() - begun).toBeLessThan(3_000);
  for (const socket of slow) socket.destroy();
});
