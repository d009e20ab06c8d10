import { request } from "node:http";
import { afterEach, expect, test } from "vitest";
import { makeApi } from "../../../src/api/make-schema.ts";
import { makeLog } from "../../../src/api/operation/log.ts";
import { type RunningServer, type ServerOptions, startServer } from "../../../src/api/server.ts";
import { givenStore } from "../../support/stores.ts";
import { invented } from "../questions.ts";

const given = givenStore("embedded", "file");
const logged: string[] = [];
let server: RunningServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function start(options: Partial<ServerOptions>): Promise<void> {
  const { store } = given;
  logged.length = 0;
  const log = makeLog("info", [], { write: (line) => void logged.push(line) });
  const api = await makeApi({ store, questions: invented });
  server = await startServer({ store, api, host: "127.0.0.1", port: 0, log, ...options });
}

interface Answer {
  readonly status: number | undefined;
  readonly body: string;
}
/** Asks with headers that `fetch` would not send. */
function ask(headers: Readonly<Record<string, string>>, path = "/graphql?query=%7B__typename%7D"): Promise<Answer> {
  return new Promise((done, failed) => {
    const all = { "apollo-require-preflight": "yes", ...headers };
    request(`${server?.url ?? ""}${path}`, { headers: all }, (answer) => {
      let body = "";
      answer.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
      answer.on("end", () => done({ status: answer.statusCode, body }));
    })
      .on("error", failed)
      .end();
  });
}

test.each([
  "localhost",
  "localhost:4000",
  "LOCALHOST",
  "127.0.0.1:4000",
  "127.0.0.1",
  "[::1]:4000",
  "mandate.office.vn",
])("a server of this machine answers who asks for %s", async (host) => {
  await start({ hosts: ["mandate.office.vn"] });
  expect((await ask({ host })).status).toBe(200);
});

test.each([
  "evil.example",
  "evil.example:4000",
  "localhost.evil.example",
  "127.0.0.1.evil.example",
  "evil.example@localhost",
  "a localhost",
  "::1",
  "%",
])("and not who asks for %j, whatever path", async (host) => {
  await start({ hosts: [] });
  for (const path of [undefined, "/", "/healthz", "/nowhere"]) {
    const { status, body } = await ask({ host }, path);
    expect([status, JSON.parse(body)]).toMatchObject([421, { errors: [{ extensions: { code: "WRONG_HOST" } }] }]);
  }
});

test("one that is not told of hosts answers for any", async () => {
  await start({});
  expect((await ask({ host: "evil.example" })).status).toBe(200);
});

const from = () =>
  logged.map((line) => (JSON.parse(line) as { readonly from?: string }).from).filter((each) => each !== undefined);

test("behind a proxy that is trusted, the rate and the log count the client", async () => {
  await start({ trustProxy: ["loopback"], rate: 1 });
  const statuses = [];
  for (const client of ["203.0.113.7", "203.0.113.8", "203.0.113.7", "forged, 203.0.113.8"])
    statuses.push((await ask({ "x-forwarded-for": client })).status);
  expect(statuses).toEqual([200, 200, 429, 429]);
  expect(from()).toEqual(["203.0.113.7", "203.0.113.8", "203.0.113.7", "203.0.113.8"]);
});

test("nobody else's word on who asks is taken", async () => {
  await start({ trustProxy: ["10.0.0.0/8"], rate: 1 });
  expect((await ask({ "x-forwarded-for": "203.0.113.7" })).status).toBe(200);
  expect((await ask({ "x-forwarded-for": "203.0.113.8" })).status).toBe(429);
  expect(from()).toEqual(["127.0.0.1", "127.0.0.1"]);
});
