import type { FastifyInstance } from "fastify";
import { isLoopback } from "../../loopback.ts";
import { sendError } from "../http-errors.ts";

// Matches "localhost", "127.0.0.1:4000", "[::1]:4000". Must not match "a b" or "::1".
const HOST = /^(?:\[(?<address>[\da-f:.]+)\]|(?<name>[\w.-]+))(?::\d{1,5})?$/u;

/**
 * Answers only who calls the server by a name of this machine or one of `hosts`. A page of anybody's may have its own name point here, and its reader's
 * browser would let it read what it finds ("DNS rebinding"); the name that it asks for gives it away.
 */
export function answerHosts(app: FastifyInstance, hosts: readonly string[]): void {
  app.addHook("onRequest", (request, reply, done) => {
    const { address, name = address } = HOST.exec(request.headers.host?.toLowerCase() ?? "")?.groups ?? {};
    if (name !== undefined && (isLoopback(name) || hosts.includes(name))) {
      done();
      return;
    }
    void sendError(
      reply,
      421,
      "This server answers to localhost alone: ask it as http://localhost, or have MANDATE_HOSTS name the host that it is asked by",
      "WRONG_HOST",
    );
  });
}
