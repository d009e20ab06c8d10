import { randomUUID } from "node:crypto";
import { unwrapResolverError } from "@apollo/server/errors";
import { type GraphQLFormattedError, GraphQLError } from "graphql/index.js";
import type { FastifyBaseLogger } from "fastify";
import { StoreError } from "../graph/store.ts";
import { QuestionError } from "../questions/question-error.ts";

export const INTERNAL = "INTERNAL_SERVER_ERROR";
export const UNAVAILABLE = "STORE_UNAVAILABLE";

/**
 * The formatter of every error of an answer: shows what is meant to be shown (what GraphQL finds wrong with a question, and `QuestionError`s); the rest it
 * logs under an id, which is all that the client sees of it.
 */
export function errorFormat(
  log: FastifyBaseLogger,
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const cause = unwrapResolverError(error);
    if (cause instanceof QuestionError) return shown(formatted, cause.message, { code: cause.code });
    const code = formatted.extensions?.["code"];
    if (cause instanceof GraphQLError && code !== INTERNAL) return shown(formatted, formatted.message, { code });
    const id = randomUUID();
    const unavailable = isUnavailable(cause);
    log.error({ err: cause, id, path: formatted.path }, unavailable ? "the store cannot be reached" : "a query failed");
    return unavailable
      ? shown(formatted, "The graph cannot be reached at the moment: try again", { code: UNAVAILABLE, id })
      : shown(formatted, "Internal error", { code: INTERNAL, id });
  };
}

/** Codes of the port and of the driver for a database that is away, restarting or not to be had in time. */
const AWAY = ["STORE_UNREACHABLE", "ServiceUnavailable", "SessionExpired"];

export function isUnavailable(cause: unknown): boolean {
  if (cause instanceof StoreError) return AWAY.includes(cause.code);
  return cause instanceof Error && "code" in cause && typeof cause.code === "string" && AWAY.includes(cause.code);
}

function shown(
  { locations, path }: GraphQLFormattedError,
  message: string,
  extensions: Readonly<Record<string, unknown>>,
): GraphQLFormattedError {
  return { message, ...(locations && { locations }), ...(path && { path }), extensions: { ...extensions } };
}
