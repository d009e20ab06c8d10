import { Agent, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Access } from "../../src/api/access/access.ts";
import { makeApi } from "../../src/api/make-schema.ts";
import { type RunningServer, startServer } from "../../src/api/server.ts";
import { noQuestions } from "../api/answers.ts";
import { givenStore } from "../support/stores.ts";

const CROWD = 40;
/** Milliseconds in which others are answered, on a machine that is busy with other tests. */
const SOON = 1_500;
const given = givenStore("embedded", "file");
const access: Access = {
  openReading: true,
  identify: (header) => Promise.resolve(header === undefined ? null : { subject: header, role: "reader" }),
};

let server: RunningServer;
/** Questions that take until they are let go. */
let running: (() => void)[] = [];
let most = 0;

beforeAll(async () => {
  const slow = () =>
    new Promise<null>((resolve) => {
      running.push(() => resolve(null));
      most = Math.max(most, running.length);
    });
  const api = await makeApi({ store: given.store, questions: { ...noQuestions, matrix: slow } });
  server = await startServer({
    store: given.store,
    api,
    host: "127.0.0.1",
    port: 0,
    log: pino({ level: "silent" }),
    access,
  });
});
afterAll(() => server.close());
afterEach(() => {
  most = 0;
});

interface Who {
  readonly from?: string;
  readonly token?: string;
}

function ask(query: string, { from = "127.0.0.1", token }: Who): Promise<number> {
  return new Promise((resolve, reject) => {
    const asking = request(
      `${server.url}/graphql`,
      {
        method: "POST",
        localAddress: from,
        agent: new Agent(),
        headers: { "content-type": "application/json", ...(token === undefined ? {} : { authorization: token }) },
      },
      (response) => {
        response.resume();
        response.on("end", () => resolve(response.statusCode ?? 0));
      },
    );
    asking.on("error", reject);
    asking.end(JSON.stringify({ query }));
  });
}

test.each<readonly [string, Who, Who]>([
  ["one address", {}, { from: "127.0.0.2" }],
  ["one token, from several addresses", { token: "lan" }, { token: "mai" }],
  ["one token beside nobody in particular", { token: "lan" }, {}],
])("where %s asks 40 questions that take long, others are answered meanwhile", async (_who, crowd, other) => {
  const asked = Array.from({ length: CROWD }, (_, index) =>
    ask(`{ matrix(document: "x") { document { id } } }`, {
      ...crowd,
      ...(crowd.token === undefined ? {} : { from: `127.0.0.${index + 1}` }),
    }),
  );
  while (running.length < 8) await pause(10);
  const begun = performance.now();
  expect(await ask("{ documents { id } }", other)).toBe(200);
  expect(performance.now() - begun).toBeLessThan(SOON);
  expect(most).toBe(8);
  let left = CROWD;
  const all = Promise.all(asked.map((each) => each.finally(() => (left -= 1))));
  while (left > 0) {
    const inside = running;
    running = [];
    for (const letGo of inside) letGo();
    await pause(5);
  }
  expect(await all).toEqual(Array.from({ length: CROWD }, () => 200));
});
