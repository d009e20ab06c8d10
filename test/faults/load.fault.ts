import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import autocannon from "autocannon";
import { describe, expect, test } from "vitest";
import { ask, serving, storePath, type Serving } from "../support/command.ts";

const CONNECTIONS = 200;
const SECONDS = Number(process.env["MANDATE_FAULT_SECONDS"] ?? 60);
/** What a client may be told under load: the answer, what was wrong with its question, or to come again. */
const HONEST = ["200", "400", "429", "503", "504"];

const GOOD = [
  `{ lineage(document: "vn/tw/kl/2024/69") { nodes { distance document { id number } } } }`,
  `{ responsibilities(agency: "vn/an-giang/so-khoa-hoc-va-cong-nghe", first: 10) { totalCount items { role task { address } } } }`,
  `{ documents(limit: 5) { id title tasks(limit: 5) { address leaders { name } } } }`,
  `{ search(text: "khoa học công nghệ", first: 5) { score } }`,
];
/** Legal and dear, illegal, and no question at all. */
const EVIL = [
  `{ documents { tasks(limit: 200) { leaders { leads(limit: 200) { leaders { leads(limit: 200) { id } } } } } } }`,
  `{ documents ${"{ implements ".repeat(40)}{ id }${" }".repeat(41)}`,
  `query { ${"documents { id } ".repeat(300)} }`,
  `}{`,
];

const asBody = (query: string): string => JSON.stringify({ query });
let asked = 0;
/** One evil question in twenty. */
const nextBody = (): string => {
  asked += 1;
  const list = asked % 20 === 0 ? EVIL : GOOD;
  return asBody(list[Math.floor(asked / (list === EVIL ? 20 : 1)) % list.length] ?? "");
};

test(`${CONNECTIONS} connections for ${SECONDS} s, with evil questions, slow and vanishing clients: nothing falls over`, async () => {
  const served = await start();
  const { pid } = served.process;
  const sizes: number[] = [];
  const watch = setInterval(() => sizes.push(residentMegabytes(pid)), 1_000);
  const mischief = makeMischief(served.url, SECONDS * 1_000);
  const health = healthDelays(served.url, SECONDS * 1_000);
  const result = await autocannon({
    url: new URL(served.url).origin,
    connections: CONNECTIONS,
    duration: SECONDS,
    timeout: 30,
    requests: [
      {
        method: "POST",
        path: "/graphql",
        headers: { "content-type": "application/json" },
        setupRequest: (request) => ({ ...request, body: nextBody() }),
      },
    ],
  });
  await mischief;
  clearInterval(watch);
  const delays = await health;
  const statuses = result.statusCodeStats ?? {};
  console.info(
    JSON.stringify({
      perSecond: result.requests.average,
      p50: result.latency.p50,
      p99: result.latency.p99,
      statuses,
      errors: result.errors,
      timeouts: result.timeouts,
      slowestHealth: Math.max(...delays),
      megabytes: sizes,
    }),
  );
  expect(Object.keys(statuses).filter((status) => !HONEST.includes(status))).toEqual([]);
  expect(statuses["200"]?.count ?? 0).toBeGreaterThan(SECONDS);
  expect(result.timeouts).toBe(0);
  // The deadline of a question, and room for a machine that is busy with the clients too.
  expect(result.latency.max).toBeLessThan(15_000);
  // Levelled off: the last third is hardly larger than the one before it.
  const third = Math.floor(sizes.length / 3);
  expect(average(sizes.slice(-third))).toBeLessThan(1.25 * average(sizes.slice(third, 2 * third)));
  expect((await ask(served.url, GOOD[0] ?? "")).status).toBe(200);
  expect(await served.stop()).toBe(0);
});

describe("SIGTERM in the middle of load", () => {
  test("lets every question that was taken be answered, and ends well within ten seconds", async () => {
    const served = await start();
    let answered = 0;
    let cut = 0;
    let running = true;
    const client = async (): Promise<void> => {
      while (running) {
        try {
          const { status } = await ask(served.url, GOOD[answered % GOOD.length] ?? "");
          if (status === 200) answered += 1;
        } catch (error) {
          // Refused is fine: nobody took that question. An answer that was begun and cut off is not.
          const { code } = (error as { readonly cause?: { readonly code?: string } }).cause ?? {};
          if (code !== "ECONNREFUSED" && code !== "UND_ERR_SOCKET" && code !== "ECONNRESET") cut += 1;
          running = false;
        }
      }
    };
    const slow = connect(Number(new URL(served.url).port), "127.0.0.1");
    slow.on("error", () => undefined);
    slow.write("POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-le");
    const clients = Array.from({ length: 50 }, client);
    await pause(3_000);
    const begun = Date.now();
    const code = await served.stop();
    running = false;
    await Promise.all(clients);
    slow.destroy();
    expect([code, cut]).toEqual([0, 0]);
    expect(answered).toBeGreaterThan(50);
    expect(Date.now() - begun).toBeLessThan(12_000);
  });
});

async function start(): Promise<Serving> {
  return serving([process.execPath, "bin/mandate.js", "start", "--port", "0"], { MANDATE_STORE: await storePath() });
}

/** Clients that send a byte now and then, and clients that ask and are gone before the answer. */
async function makeMischief(url: string, ms: number): Promise<void> {
  const { port } = new URL(url);
  const until = Date.now() + ms;
  const slow = Array.from({ length: 20 }, () => open(port));
  for (const each of slow) each.write("POST /graphql HTTP/1.1\r\nhost: x\r\n");
  while (Date.now() < until) {
    for (const each of slow) if (each.writable) each.write("x-slow: 1\r\n");
    const vanishing = open(port);
    const body = asBody(GOOD[2] ?? "");
    vanishing.write(
      `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
    await pause(50);
    vanishing.destroy();
  }
  for (const each of slow) each.destroy();
}

function open(port: string) {
  const socket = connect(Number(port), "127.0.0.1");
  socket.on("error", () => undefined);
  return socket;
}

/** Milliseconds that /healthz took, asked once a second. */
async function healthDelays(url: string, ms: number): Promise<readonly number[]> {
  const until = Date.now() + ms;
  const delays: number[] = [];
  while (Date.now() < until) {
    const begun = Date.now();
    const { status } = await fetch(new URL("/healthz", url));
    expect(status).toBe(200);
    delays.push(Date.now() - begun);
    await pause(1_000);
  }
  return delays;
}

function residentMegabytes(pid: number | undefined): number {
  const [, pages = "0"] = readFileSync(`/proc/${pid ?? "self"}/statm`, "latin1").split(" ");
  return Math.round((Number(pages) * 4096) / 1_048_576);
}

function average(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}
