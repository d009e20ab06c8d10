import { readFileSync } from "node:fs";
import { request } from "node:http";
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
  `{ agencies(where: { leads: { some: { leaders: { some: { leads: { some: { id: { eq: "nope" } } } } } } } }) { id } }`,
  `{ agencies(where: { leads: { some: { leaders: { some: { leads: { some: { leaders: { some: { id: { eq: "nope" } } } } } } } } } }) { id } }`,
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
  const sizes: Sizes[] = [];
  const watch = setInterval(() => sizes.push(residentMegabytes(pid)), 1_000);
  const mischief = makeMischief(served.url, SECONDS * 1_000);
  const health = delays(SECONDS * 1_000, async () => (await fetch(new URL("/healthz", served.url))).status);
  const others = delays(SECONDS * 1_000, async () => (await askFrom("127.0.0.2", served.url, GOOD[0] ?? "")).status);
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
  const healthDelays = await health;
  const otherDelays = await others;
  const statuses = result.statusCodeStats ?? {};
  console.info(
    JSON.stringify({
      perSecond: result.requests.average,
      p50: result.latency.p50,
      p99: result.latency.p99,
      statuses,
      errors: result.errors,
      timeouts: result.timeouts,
      health: spread(healthDelays),
      others: spread(otherDelays),
      megabytes: sizes.map(({ server, engine }) => `${server}+${engine}`).join(" "),
    }),
  );
  expect(Object.keys(statuses).filter((status) => !HONEST.includes(status))).toEqual([]);
  expect(statuses["200"]?.count ?? 0).toBeGreaterThan(SECONDS);
  expect(result.timeouts).toBe(0);
  // The deadline of a question, and room for a machine that is busy with the clients too.
  expect(result.latency.max).toBeLessThan(15_000);
  // Health is asked past all the turns, and who comes from elsewhere waits for no more than those inside.
  expect(spread(healthDelays)).toMatchObject({ median: below(500), most: below(3_000) });
  expect(spread(otherDelays)).toMatchObject({ median: below(3_000), most: below(10_000) });
  // Levelled off: the last third is hardly larger than the one before it, of the server and of its engine's own process.
  const third = Math.floor(sizes.length / 3);
  for (const process of ["server", "engine"] as const) {
    const megabytes = sizes.map((each) => each[process]);
    expect(Math.min(...megabytes.slice(third))).toBeGreaterThan(10);
    expect(average(megabytes.slice(-third)), process).toBeLessThan(
      1.25 * average(megabytes.slice(third, 2 * third)) + 20,
    );
  }
  expect((await ask(served.url, GOOD[0] ?? "")).status).toBe(200);
  expect(await served.stop()).toBe(0);
});

describe("SIGTERM in the middle of load", () => {
  test("lets every question that was taken be answered, and ends well within ten seconds", async () => {
    const served = await start({ MANDATE_LOG: "info" });
    let log = "";
    served.process.stderr?.on("data", (chunk: Buffer) => (log += chunk.toString()));
    const outcomes: Outcome[] = [];
    let running = true;
    const client = async (): Promise<void> => {
      while (running) {
        const outcome = await askFrom("127.0.0.1", served.url, GOOD[outcomes.length % GOOD.length] ?? "");
        outcomes.push(outcome);
        running &&= outcome.status !== "refused";
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
    const with200 = outcomes.filter(({ status }) => status === 200).length;
    expect([code, outcomes.filter(({ status }) => status === "cut")]).toEqual([0, []]);
    // A connection that ends before the first byte of an answer may have been one that nobody took: the server knows how many it answered.
    const told = log.split("\n").filter((line) => line.includes('"path":"/graphql"') && line.includes('"answered"'));
    expect(told.filter((line) => line.includes('"status":200'))).toHaveLength(with200);
    expect(told.filter((line) => !/"status":(?:200|503)/u.test(line))).toEqual([]);
    expect(with200).toBeGreaterThan(50);
    expect(Date.now() - begun).toBeLessThan(12_000);
  });
});

/** A status, or that nothing of an answer came, or only a part of it. */
interface Outcome {
  readonly status: number | "refused" | "cut";
  readonly why?: string;
}

/** Asks once, on a connection of its own from one of this machine's addresses. */
function askFrom(localAddress: string, url: string, query: string): Promise<Outcome> {
  return new Promise((resolve) => {
    const headers = { "content-type": "application/json" };
    const asking = request(url, { method: "POST", localAddress, agent: false, headers }, (response) => {
      response.resume();
      response.on("end", () => resolve({ status: response.complete ? (response.statusCode ?? 0) : "cut" }));
      response.on("error", (error) => resolve({ status: "cut", why: error.message }));
    });
    asking.on("error", (error) => resolve({ status: "refused", why: error.message }));
    asking.end(asBody(query));
  });
}

async function start(env: Readonly<Record<string, string>> = {}): Promise<Serving> {
  const command = [process.execPath, "bin/mandate.js", "start", "--port", "0"] as const;
  return serving(command, { MANDATE_STORE: await storePath(), ...env });
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

/** Milliseconds that something took which is done once a second, each time with 200. */
async function delays(ms: number, work: () => Promise<Outcome["status"]>): Promise<readonly number[]> {
  const until = Date.now() + ms;
  const all: number[] = [];
  while (Date.now() < until) {
    const begun = Date.now();
    expect(await work()).toBe(200);
    all.push(Date.now() - begun);
    await pause(1_000);
  }
  return all;
}

function spread(numbers: readonly number[]): { readonly median: number; readonly most: number } {
  const sorted = [...numbers].sort((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? NaN, most: sorted.at(-1) ?? NaN };
}

const below = (most: number): unknown =>
  expect.toSatisfy((value: number) => value < most, `is less than ${String(most)}`);

interface Sizes {
  readonly server: number;
  /** Of the processes that the server started: the engine's, for a moment those of two. */
  readonly engine: number;
}

function residentMegabytes(pid: number | undefined): Sizes {
  const id = String(pid ?? "self");
  const children = readFileSync(`/proc/${id}/task/${id}/children`, "latin1").split(" ").filter(Boolean);
  return { server: residentOf(id), engine: children.reduce((sum, child) => sum + residentOf(child), 0) };
}

function residentOf(id: string): number {
  try {
    const [, pages = "0"] = readFileSync(`/proc/${id}/statm`, "latin1").split(" ");
    return Math.round((Number(pages) * 4_096) / 1_048_576);
  } catch {
    // It has ended meanwhile.
    return 0;
  }
}

function average(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}
