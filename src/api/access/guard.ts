import type { FastifyInstance, FastifyRequest } from "fastify";
import { sendError } from "../http-errors.ts";
import type { Access } from "./access.ts";
import { type Caller, mayActAs, type Role } from "./caller.ts";
import { Refusal } from "./refusal.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Who asks; null for nobody in particular. */
    caller: Caller | null;
    refusal: Refusal | null;
  }
  interface FastifyContextConfig {
    /** "nobody": whoever comes is answered. Every other route needs a reader where reading is not open, or the role that it names. */
    needs?: Role | "nobody";
  }
}

/** What a route has that anybody may ask at any time: whether the server lives, the pages themselves (what they show is asked of GraphQL). */
export const FOR_ALL = { config: { needs: "nobody" } } as const;

/**
 * Lets nobody in who may not: every route asks for a token, unless it says that it does not or reading is open. A request is told apart when it comes
 * and turned away before its body is read; in between it can be counted.
 */
export function guard(app: FastifyInstance, access: Access): void {
  app.decorateRequest("caller", null);
  app.decorateRequest("refusal", null);
  app.addHook("onRequest", async (request) => {
    const needed = needsOf(request) ?? (access.openReading ? null : "reader");
    if (needed === "nobody") return;
    try {
      request.caller = await access.identify(request.headers.authorization);
      if (needed !== null) requireRole(request.caller, needed);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      request.refusal = error;
    }
  });
  app.addHook("preParsing", (request, reply, _payload, done) => {
    const { refusal } = request;
    if (refusal === null) {
      done();
      return;
    }
    // Errors about a token carry along all that it says of its holder: only their words are told.
    request.log.warn({ code: refusal.code, why: whyOf(refusal) }, "a request was refused");
    void sendError(reply.headers(refusal.headers), refusal.status, refusal.message, refusal.code);
  });
}

function whyOf({ message, cause }: Refusal): string {
  const causes: string[] = [];
  for (let at = cause; at instanceof Error && causes.length < 4; at = at.cause) causes.push(at.message);
  return causes.length === 0 ? message : causes.join(": ");
}

const needsOf = (request: FastifyRequest): Role | "nobody" | undefined =>
  request.is404 ? "nobody" : request.routeOptions.config.needs;

/** Throws a `Refusal` unless the caller may act in this role. */
export function requireRole(caller: Caller | null, needed: Role): void {
  if (caller === null) throw new Refusal("UNAUTHENTICATED", `This needs a token with the role ${needed}`);
  if (!mayActAs(caller, needed))
    throw new Refusal("FORBIDDEN", `This needs the role ${needed}; the token has ${caller.role}`);
}
