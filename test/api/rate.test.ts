import { pino } from "pino";
import { afterEach, expect, test } from "vitest";
import type { Access } from "../../src/api/access/access.ts";
import { badToken } from "../../src/api/access/refusal.ts";
import { makeApi } from "../../src/api/make-schema.ts";
import { type RunningServer, startServer } from "../../src/api/server.ts";
import { givenStore } from "../support/stores.ts";
import { invented } from "./questions.ts";

const given = givenStore("embedded", "file");
let server: RunningServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const access: Access = {
  openReading: false,
  identify: (header) => {
    if (header === undefined) return Promise.resolve(null);
    return header === "Bearer bad"
      ? Promise.reject(badToken())
      : Promise.resolve({ subject: header.slice(7), role: "reader" });
  },
};

async function start(rate: number | null): Promise<void> {
  const { store } = given;
  const api = await makeApi({ store, questions: invented });
  const log = pino({ level: "silent" });
  server = await startServer({ store, api, host: "127.0.0.1", port: 0, log, access, rate });
}
async function ask(token: string, path = "/graphql"): Promise<Response> {
  return fetch(`${server?.url ?? ""}${path}`, {
    method: path === "/graphql" ? "POST" : "GET",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(path === "/graphql" ? { body: '{"query":"{ __typename }"}' } : {}),
  });
}
const statuses = async (count: number, token: string, path?: string) => {
  const all: number[] = [];
  for (let time = 0; time < count; time += 1) all.push((await ask(token, path)).status);
  return all;
};

test("one token that asks too often waits, with a JSON answer that says how long; others do not, nor does health", async () => {
  await start(3);
  expect(await statuses(4, "lan")).toEqual([200, 200, 200, 429]);
  const late = await ask("lan");
  expect(Number(late.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await late.json()).toMatchObject({ errors: [{ extensions: { code: "TOO_MANY_REQUESTS" } }] });
  expect(await statuses(3, "minh")).toEqual([200, 200, 200]);
  expect(await statuses(5, "lan", "/healthz")).toEqual([200, 200, 200, 200, 200]);
});

test("tokens that do not hold count for the address they come from", async () => {
  await start(2);
  expect(await statuses(3, "bad")).toEqual([401, 401, 429]);
});

test("without a rate nothing is counted", async () => {
  await start(null);
  expect(new Set(await statuses(30, "lan"))).toEqual(new Set([200]));
});
