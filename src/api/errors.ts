import { randomUUID } from "node:crypto";
import { unwrapResolverError } from "@apollo/server/errors";
import { type GraphQLFormattedError, GraphQLError } from "graphql/index.js";
import type { FastifyBaseLogger } from "fastify";
import { isImpatience } from "../graph/patience.ts";
import { StoreError } from "../graph/store.ts";
import { requestAtWork } from "./operation/request-id.ts";
import { QuestionError } from "../questions/question-error.ts";

export const INTERNAL = "INTERNAL_SERVER_ERROR";
export const UNAVAILABLE = "STORE_UNAVAILABLE";
export const TOO_LONG = "QUESTION_TOO_LONG";

/**
 * The formatter of every error of an answer: shows what is meant to be shown (what GraphQL finds wrong with a question, and `QuestionError`s); the rest it
 * logs under an id, which is all that the client sees of it. `deadline`: milliseconds that a question may take.
 */
export function errorFormat(
  log: FastifyBaseLogger,
  deadline: number,
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const cause = unwrapResolverError(error);
    if (cause instanceof QuestionError) return shown(formatted, cause.message, { code: cause.code });
    const code = formatted.extensions?.["code"];
    if (cause instanceof GraphQLError && code !== INTERNAL) return shown(formatted, formatted.message, { code });
    if (isImpatience(cause)) return shown(formatted, lateMessage(deadline), { code: TOO_LONG });
    const id = randomUUID();
    const unavailable = isUnavailable(cause);
    const request = requestAtWork();
    (request?.log ?? log).error(
      { err: cause, id, path: formatted.path },
      unavailable ? "the store cannot be reached" : "a query failed",
    );
    return unavailable
      ? shown(formatted, "The graph cannot be reached at the moment: try again", {
          code: UNAVAILABLE,
          id,
          request: request?.id,
        })
      : shown(formatted, "Internal error", { code: INTERNAL, id, request: request?.id });
  };
}

function lateMessage(deadline: number): string {
  return `The question took longer than ${deadline / 1_000} s and was given up: ask for less at once (a smaller page, fewer fields inside lists, a narrower filter)`;
}

/** Codes of the driver for a database that is away, restarting or not to be had in time. */
const AWAY = ["ServiceUnavailable", "SessionExpired"];

/** Whatever keeps the store from being asked at all; a statement that failed is a fault of ours. */
export function isUnavailable(cause: unknown): boolean {
  if (cause instanceof StoreError) return cause.code !== "STATEMENT_FAILED";
  return cause instanceof Error && "code" in cause && typeof cause.code === "string" && AWAY.includes(cause.code);
}

function shown(
  { locations, path }: GraphQLFormattedError,
  message: string,
  extensions: Readonly<Record<string, unknown>>,
): GraphQLFormattedError {
  return { message, ...(locations && { locations }), ...(path && { path }), extensions: { ...extensions } };
}
