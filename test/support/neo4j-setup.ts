import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { createInterface } from "node:readline";
import type { TestProject } from "vitest/node";
import { install, isInstalled, lacking } from "../../tools/neo4j/install.ts";
import { type Neo4jServer, startNeo4j } from "../../tools/neo4j/server.ts";
import type { Reply } from "./neo4j.ts";

/**
 * Shares one Neo4j among the test files of a run, which run in processes of their own: a file asks over a socket, and the server starts when the first
 * does. It has one database, so a file that uses it holds a lease, which is the connection itself: closed, or its process dead, the next one's turn comes.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let absence: string | null | undefined;
  let server: Promise<Neo4jServer> | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  const isAbsent = (): string | null => {
    if (absence !== undefined) return absence;
    absence = makeReady();
    if (absence !== null) console.error(`\nNOT RUN: the tests on Neo4j, as ${absence}\n`);
    return absence;
  };
  const lease = async (socket: Socket): Promise<Reply> => {
    const before = turn;
    turn = before.then(() => (socket.destroyed ? undefined : once(socket, "close")));
    await before;
    server ??= startNeo4j();
    return { uri: (await server).uri };
  };
  const answer = async (socket: Socket): Promise<Reply> => {
    const [asked] = (await once(createInterface(socket), "line")) as [string];
    const absent = isAbsent();
    if (absent !== null) return { absent };
    return asked === "lease" ? lease(socket) : {};
  };
  const listener = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    answer(socket).then(
      (reply) => socket.write(`${JSON.stringify(reply)}\n`),
      (error: unknown) => socket.write(`${JSON.stringify({ absent: String(error) })}\n`),
    );
  });
  listener.listen(0, "127.0.0.1");
  await once(listener, "listening");
  project.provide("neo4jPort", (listener.address() as AddressInfo).port);

  return async () => {
    listener.close();
    await (await server?.catch(() => undefined))?.stop();
  };
}

/** Why no server can be had, or null. Fetches it where it is missing and can be. */
function makeReady(): string | null {
  const missing = lacking();
  if (missing !== null || isInstalled()) return missing;
  console.error("fetching the Neo4j server for the tests, some 150 MB, once");
  try {
    install();
    return null;
  } catch (error) {
    return String(error);
  }
}
