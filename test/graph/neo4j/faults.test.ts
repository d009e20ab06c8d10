import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { openStore } from "../../../src/graph/open-store.ts";
import type { Store } from "../../../src/graph/store.ts";
import { type Neo4jServer, startNeo4j } from "../../../tools/neo4j/server.ts";
import { neo4jAbsence } from "../../support/neo4j.ts";

const PASSWORD = "mat-khau-cua-may-chu";
const absence = await neo4jAbsence();

const open = (uri: string, more: { readonly password?: string; readonly database?: string } = {}): Promise<Store> =>
  openStore({ kind: "neo4j", uri, user: "neo4j", password: PASSWORD, ...more });

/** The error that `work` ends with, in which no password may stand, and the milliseconds until then. */
async function failureOf(
  work: Promise<unknown>,
): Promise<{ readonly code: string; readonly message: string; readonly ms: number }> {
  const start = performance.now();
  const error = await work.then(
    () => new Error("it succeeded"),
    (reason: unknown) => reason as Error,
  );
  const { code, message } = error as Error & { readonly code?: string };
  expect(message).not.toContain(PASSWORD);
  return { code: code ?? "", message, ms: performance.now() - start };
}

describe("an address where no server answers", () => {
  test.each([
    ["bolt", ""],
    ["neo4j", ""],
    ["bolt", `neo4j:a@${PASSWORD}@`],
  ])("with %s://%s is told within seconds, with the address and the remedy", async (scheme, credentials) => {
    const { code, message, ms } = await failureOf(open(`${scheme}://${credentials}127.0.0.1:1`));
    expect(code).toBe("STORE_UNREACHABLE");
    expect(message).toContain(`${scheme}://127.0.0.1:1`);
    expect(message).toContain("NEO4J_URI");
    expect(ms).toBeLessThan(8_000);
  });

  test("though something is silent there", async () => {
    const silent = createServer(() => undefined).listen(0, "127.0.0.1");
    onTestFinished(() => void silent.close());
    await once(silent, "listening");
    const { port } = silent.address() as AddressInfo;
    const { code, ms } = await failureOf(open(`bolt://127.0.0.1:${port}`));
    expect(code).toBe("STORE_UNREACHABLE");
    expect(ms).toBeLessThan(8_000);
  });

  test.each(["http://localhost:7474", "localhost", "neo4j://"])("as %s is none of Neo4j's", async (uri) => {
    expect(await failureOf(open(uri))).toMatchObject({ code: "STORE_UNREACHABLE" });
  });
});

describe.skipIf(absence !== null)("a server", () => {
  let server: Neo4jServer;
  beforeAll(async () => void (server = await startNeo4j({ password: PASSWORD })), 120_000);
  afterAll(() => (server as Neo4jServer | undefined)?.kill());
  const opened = async (): Promise<Store> => {
    const store = await open(server.uri);
    onTestFinished(() => store.close());
    return store;
  };

  test("that refuses the password says which settings to look at", async () => {
    const { code, message, ms } = await failureOf(open(server.uri, { password: "sai" }));
    expect(code).toBe("STORE_DENIED");
    expect(message).toContain(server.uri);
    expect(message).toContain("NEO4J_PASSWORD");
    expect(ms).toBeLessThan(5_000);
  });

  test("that has no such database names it", async () => {
    const { code, message } = await failureOf(open(server.uri, { database: "khongco" }));
    expect(code).toBe("STORE_UNREACHABLE");
    expect(message).toContain("khongco");
  });

  test("that is slow is waited for", async () => {
    const store = await opened();
    const start = performance.now();
    const rows = await store.read((transaction) =>
      transaction.run("UNWIND range(1, $times) AS x UNWIND range(1, 10000) AS y RETURN sum(x * y % 7) > 0 AS done", {
        times: 8_000,
      }),
    );
    expect(rows).toEqual([{ done: true }]);
    expect(performance.now() - start).toBeGreaterThan(2_600);
  });

  test("that freezes in the middle of a write is told within seconds, keeps nothing of it, and serves again once it is back", async () => {
    const store = await opened();
    const write = store.write(async (transaction) => {
      await transaction.run("CREATE (:Thing {id: 'frozen'})", {});
      server.process.kill("SIGSTOP");
      await transaction.run("CREATE (:Thing {id: 'frozen too'})", {});
    });
    const { code, message, ms } = await failureOf(write);
    expect(code).toBe("STORE_UNREACHABLE");
    expect(message).toContain(server.uri);
    expect(ms).toBeLessThan(10_000);
    expect((await failureOf(store.searchText("Task", ["x"], 1))).code).toBe("STORE_UNREACHABLE");

    server.process.kill("SIGCONT");
    await new Promise((resolve) => setTimeout(resolve, 500));
    const rows = await store.read((transaction) => transaction.run("MATCH (n:Thing) RETURN count(n) AS count", {}));
    expect(rows).toEqual([{ count: 0 }]);
  });

  // The last one: the server is gone after it.
  test("that dies in the middle of a write is told within seconds, and so is every call after it", async () => {
    const store = await opened();
    const write = store.write(async (transaction) => {
      await transaction.run("CREATE (:Thing)", {});
      await server.kill();
      await transaction.run("CREATE (:Thing)", {});
    });
    const first = await failureOf(write);
    expect(first).toMatchObject({ code: "STORE_UNREACHABLE" });
    expect(first.ms).toBeLessThan(10_000);
    for (const call of [
      () => store.read((transaction) => transaction.run("RETURN 1 AS one", {})),
      () => store.prepare([]),
    ]) {
      const { code, ms } = await failureOf(call());
      expect(code).toBe("STORE_UNREACHABLE");
      expect(ms).toBeLessThan(10_000);
    }
  });
});
