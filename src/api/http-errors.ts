import { randomUUID } from "node:crypto";
import type { FastifyInstance, FastifyReply } from "fastify";
import { INTERNAL, isUnavailable, UNAVAILABLE } from "./errors.ts";
import { methodsTaken } from "./methods.ts";

/** Answers every error outside of GraphQL as JSON of GraphQL's form: what was wrong with the request, or "Internal error" with the id that the log has. */
export function answerErrors(app: FastifyInstance): void {
  const methodsOf = methodsTaken(app);
  app.setNotFoundHandler(({ url, method }, reply) => {
    const allowed = methodsOf(url.split("?")[0] ?? "");
    if (allowed.length === 0 || allowed.includes(method))
      return sendError(reply, 404, "Nothing is found here: GraphQL is at /graphql", "NOT_FOUND");
    const allow = allowed.join(", ");
    return sendError(reply.header("allow", allow), 405, `This takes ${allow} alone`, "METHOD_NOT_ALLOWED");
  });
  app.setErrorHandler((error, request, reply) => {
    const {
      statusCode = 500,
      code = "BAD_REQUEST",
      message,
    } = error as { statusCode?: number; code?: string; message: string };
    if (statusCode >= 400 && statusCode < 500) return sendError(reply, statusCode, message, code);
    const id = randomUUID();
    request.log.error({ err: error, id }, "a request failed");
    if (isUnavailable(error))
      return sendError(
        reply.header("retry-after", "5"),
        503,
        "The graph cannot be reached at the moment: try again",
        UNAVAILABLE,
        { id, request: request.id },
      );
    return sendError(reply, 500, "Internal error", INTERNAL, { id, request: request.id });
  });
}

export function sendError(
  reply: FastifyReply,
  status: number,
  message: string,
  code: string,
  more: Readonly<Record<string, string>> = {},
): FastifyReply {
  return reply.code(status).send({ errors: [{ message, extensions: { code, ...more } }] });
}
