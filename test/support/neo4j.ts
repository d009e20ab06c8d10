import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** Where `neo4j-setup.ts` listens. */
    neo4jPort: number;
  }
}

/** What `neo4j-setup.ts` answers: the address of a server of its own, or why there is none. */
export interface Reply {
  readonly uri?: string;
  readonly absent?: string;
}

/** The shared server for as long as the lease is held: nobody else uses it meanwhile. */
export interface Lease {
  readonly uri: string;
  end(): void;
}

/** Why the tests on Neo4j are not run, or null where they are: the server can be had, or MANDATE_REQUIRE says that they must run, and so fail without it. */
export async function neo4jAbsence(): Promise<string | null> {
  if ((process.env["MANDATE_REQUIRE"] ?? "").split(/[\s,]+/u).includes("neo4j")) return null;
  const { socket, reply } = await ask("status");
  socket.destroy();
  return reply.absent ?? null;
}

/** Waits until the shared server is free and up. Rejects where there is none. */
export async function leaseNeo4j(): Promise<Lease> {
  const { socket, reply } = await ask("lease");
  if (reply.uri === undefined) {
    socket.destroy();
    throw new Error(`no Neo4j for this test: ${reply.absent ?? "no address"}`);
  }
  return { uri: reply.uri, end: () => socket.destroy() };
}

async function ask(question: "status" | "lease"): Promise<{ readonly socket: Socket; readonly reply: Reply }> {
  const socket = connect(inject("neo4jPort"), "127.0.0.1");
  socket.write(`${question}\n`);
  const [line] = (await once(createInterface(socket), "line")) as [string];
  return { socket, reply: JSON.parse(line) as Reply };
}
