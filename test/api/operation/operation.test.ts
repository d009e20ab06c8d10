import { connect } from "node:net";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { QuestionResolver } from "../../../src/api/context.ts";
import { makeApi } from "../../../src/api/make-schema.ts";
import { makeLog } from "../../../src/api/operation/log.ts";
import { makeMetrics } from "../../../src/api/operation/metrics.ts";
import { type RunningServer, startServer } from "../../../src/api/server.ts";
import { type Store, StoreError } from "../../../src/graph/store.ts";
import { withTimes } from "../../../src/graph/with-times.ts";
import { heldCount } from "../../../src/graph/counts.ts";
import { givenStore } from "../../support/stores.ts";
import { plant } from "../plant.ts";
import { invented } from "../questions.ts";

const planted = givenStore("embedded", "file");
let server: RunningServer;
let ready = true;
const logged: string[] = [];
const log = makeLog("info", [], { write: (line) => void logged.push(line) });

const failing: Readonly<Record<string, QuestionResolver>> = {
  ...invented,
  resolve: (_source, { text }: { text: string }) => {
    throw text === "away" ? new StoreError("STORE_UNREACHABLE", "away") : new Error("secret");
  },
  corpus: async (_source, _args, { store }) => ({ held: await heldCount(store) }),
};

beforeAll(async () => {
  await plant(planted.store);
  server = await serve(planted.store);
});
afterAll(() => server.close());

async function serve(given: Store): Promise<RunningServer> {
  const metrics = makeMetrics();
  const store = withTimes(given, metrics.statement);
  const api = await makeApi({ store, questions: failing });
  return startServer({ store, api, host: "127.0.0.1", port: 0, log, metrics, isReady: () => ready });
}

const post = (query: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${server.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query }),
  });
const metricsOf = async ({ url }: RunningServer) => (await fetch(`${url}/metrics`)).text();

describe("the metrics", () => {
  test("count requests, questions, errors, statements, what is held, and the process", async () => {
    await post('{ documents { id } lineage(document: "x") { truncated } }');
    await post('{ resolve(text: "x") { score } }');
    await post("{ thereIsNoSuchField }");
    await fetch(`${server.url}/no/such/path?with=words`);
    const text = await metricsOf(server);
    for (const line of [
      /^mandate_http_requests_total\{method="POST",route="\/graphql",status="200"\} 1$/mu,
      /^mandate_http_requests_total\{method="POST",route="\/graphql",status="500"\} 1$/mu,
      /^mandate_http_requests_total\{method="GET",route="none",status="404"\} 1$/mu,
      /^mandate_http_request_seconds_bucket\{le="30",route="\/graphql"\} 3$/mu,
      /^mandate_graphql_questions_total\{question="documents"\} 1$/mu,
      /^mandate_graphql_errors_total\{code="INTERNAL_SERVER_ERROR"\} 1$/mu,
      /^mandate_graphql_errors_total\{code="GRAPHQL_VALIDATION_FAILED"\} 1$/mu,
      /^mandate_statement_seconds_count\{statement="generated"\} \d+$/mu,
      /^mandate_statement_seconds_count\{statement="query\/held-count"\} \d+$/mu,
      /^mandate_store_up 1$/mu,
      /^mandate_documents_held \d$/mu,
      /^process_resident_memory_bytes \d+$/mu,
    ])
      expect(text).toMatch(line);
    expect(text).not.toMatch(/thereIsNoSuchField|such\/path/u);
  });

  test("say that the store is down, and are there all the same", async () => {
    const lost = { ...planted.store, kind: "neo4j", place: "x", read: () => Promise.reject(new Error("gone")) };
    const other = await serve(lost as unknown as Store);
    const text = await metricsOf(other).finally(() => other.close());
    expect(text).toMatch(/^mandate_store_up 0$/mu);
    expect(text).toMatch(/^mandate_documents_held Nan$/mu);
  });
});

describe("every request has an id", () => {
  test("of its own or its proxy's, which its answer, its line of the log and its failures have", async () => {
    logged.length = 0;
    const answer = await post('{ resolve(text: "x") { score } }', { "x-request-id": "proxy-1:a" });
    const { errors } = (await answer.json()) as { errors: { extensions: { id: string; request: string } }[] };
    expect(answer.headers.get("x-request-id")).toBe("proxy-1:a");
    expect(errors[0]?.extensions.request).toBe("proxy-1:a");
    const lines = logged.map((line) => JSON.parse(line) as { request?: string; msg: string; id?: string });
    expect(lines.map(({ request, msg }) => [request, msg])).toEqual([
      ["proxy-1:a", "a query failed"],
      ["proxy-1:a", "answered"],
    ]);
    expect(lines[0]?.id).toBe(errors[0]?.extensions.id);
  });

  test.each(["a b", "x".repeat(65), "<script>", '","level":60'])("and %j is none", async (given) => {
    const id = (await post("{ documents { id } }", { "x-request-id": given })).headers.get("x-request-id");
    expect(id).toMatch(/^[0-9a-f-]{36}$/u);
  });

  test("also one that cannot be read, and whatever its path holds, it has one line without what is asked for", async () => {
    logged.length = 0;
    await fetch(`${server.url}/a%0a%0d{"level":60}?token=abcdef`);
    const { port } = new URL(server.url);
    const raw = connect(Number(port), "127.0.0.1");
    raw.write("GET /%zz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n");
    const [head] = (await once(raw, "data")) as [Buffer];
    expect(head.toString()).toMatch(/^HTTP\/1\.1 400 /u);
    raw.destroy();
    for (const line of logged) expect(line).toMatch(/^\{[^\n]*\}\n$/u);
    expect(logged.join("")).not.toContain("abcdef");
  });
});

test("a client of a store that is away is told when to ask again", async () => {
  const { status, headers } = await post('{ resolve(text: "away") { score } }');
  expect([status, headers.get("retry-after")]).toEqual([503, "5"]);
});

test("a server whose store is not prepared is not ready", async () => {
  ready = false;
  const before = await fetch(`${server.url}/readyz`);
  ready = true;
  const after = await fetch(`${server.url}/readyz`);
  expect([before.status, before.headers.get("retry-after"), after.status]).toEqual([503, "5", 200]);
});
