import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { startNeo4j } from "../../tools/neo4j/server.ts";
import { ask, mandate, serving } from "../support/command.ts";
import { neo4jAbsence } from "../support/neo4j.ts";

const absence = await neo4jAbsence();
/** Until a cold database has its indexes and the shipped facts, on a busy machine. */
const LOADED = 240_000;
const QUESTION = `{ lineage(document: "vn/tw/kl/2024/69") { nodes { distance document { id } } } }`;

describe.skipIf(absence !== null)("a database server", () => {
  test("that is down at the start, comes up, is killed and comes back: the API waits, serves, says so and serves again", async () => {
    const port = await freePort();
    const env = { NEO4J_URI: `bolt://127.0.0.1:${port}`, NEO4J_PASSWORD: "any-password", MANDATE_LOG: "warn" };
    expect((await mandate(["lineage", "vn/tw/kl/2024/69"], env)).code).toBe(74);
    expect(await mandate(["doctor"], env)).toMatchObject({
      code: 1,
      out: expect.stringContaining("STORE_UNREACHABLE") as string,
    });

    const api = await serving([process.execPath, "bin/mandate.js", "start", "--port", "0"], env);
    let log = "";
    api.process.stderr?.on("data", (chunk: Buffer) => (log += chunk.toString()));
    onTestFinished(() => void api.process.kill("SIGKILL"));
    const readiness = async () => (await fetch(new URL("/readyz", api.url))).status;
    expect(await readiness()).toBe(503);
    expect(await unavailable(api.url)).toEqual({ status: 503, code: "STORE_UNAVAILABLE", retry: "5" });
    expect((await fetch(new URL("/healthz", api.url))).status).toBe(200);

    const first = await startNeo4j({ port });
    await until(async () => (await readiness()) === 200, LOADED);
    expect(await ask(api.url, QUESTION)).toMatchObject({ status: 200, data: { lineage: { nodes: { length: 9 } } } });

    const asking = Array.from({ length: 20 }, () => ask(api.url, QUESTION));
    await first.kill();
    for (const { status } of await Promise.all(asking)) expect([200, 503]).toContain(status);
    const lost = Date.now();
    await until(async () => (await readiness()) === 503, 5_000);
    expect(Date.now() - lost).toBeLessThan(5_500);
    expect(await unavailable(api.url)).toEqual({ status: 503, code: "STORE_UNAVAILABLE", retry: "5" });

    const second = await startNeo4j({ port });
    onTestFinished(() => second.kill());
    await until(async () => (await readiness()) === 200, LOADED);
    expect((await ask(api.url, `{ documents { id } }`)).status).toBe(200);
    api.process.kill("SIGTERM");
    const [code] = (await once(api.process, "exit")) as [number];
    expect(code).toBe(0);
    expect(log).not.toMatch(/unhandled|any-password/iu);
  });

  test("that is slow by ten seconds: questions end at the deadline, and are answered once it is quick again", async () => {
    const server = await startNeo4j();
    onTestFinished(() => server.kill());
    const slowed = await proxyTo(Number(new URL(server.uri).port));
    onTestFinished(() => slowed.close());
    const env = { NEO4J_URI: `bolt://127.0.0.1:${slowed.port}`, MANDATE_DEADLINE: "4" };
    const api = await serving([process.execPath, "bin/mandate.js", "start", "--port", "0"], env);
    onTestFinished(() => void api.process.kill("SIGKILL"));
    expect((await ask(api.url, QUESTION)).status).toBe(200);
    slowed.delay(10_000);
    const begun = Date.now();
    const { status, errors } = await ask(api.url, QUESTION);
    expect(Date.now() - begun).toBeLessThan(7_000);
    expect([503, 504]).toContain(status);
    expect(errors?.length).toBe(1);
    slowed.delay(0);
    await until(async () => (await ask(api.url, QUESTION)).status === 200, 30_000);
    expect(await api.stop()).toBe(0);
  });
});

async function unavailable(url: string) {
  const body = JSON.stringify({ query: QUESTION });
  const response = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body });
  const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return {
    status: response.status,
    code: errors?.[0]?.extensions.code,
    retry: response.headers.get("retry-after"),
  };
}

/** A way to a server on which everything takes `delay` milliseconds more. */
async function proxyTo(target: number) {
  let delay = 0;
  const sockets = new Set<Socket>();
  const pass = (from: Socket, to: Socket): void => {
    sockets.add(from);
    from.on("data", (chunk) => void setTimeout(() => to.writable && to.write(chunk), delay));
    from.on("close", () => to.destroy());
    from.on("error", () => to.destroy());
  };
  const listener = createServer((client) => {
    const server = connect(target, "127.0.0.1");
    pass(client, server);
    pass(server, client);
  }).listen(0, "127.0.0.1");
  await once(listener, "listening");
  return {
    port: (listener.address() as AddressInfo).port,
    delay: (ms: number) => void (delay = ms),
    close: () => {
      listener.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, "127.0.0.1");
  await once(listener, "listening");
  const { port } = listener.address() as AddressInfo;
  listener.close();
  return port;
}

async function until(holds: () => Promise<boolean>, ms: number): Promise<void> {
  const latest = Date.now() + ms;
  while (!(await holds())) {
    if (Date.now() > latest) throw new Error(`it did not come about within ${ms} ms`);
    await pause(200);
  }
}
