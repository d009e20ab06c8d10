import { randomUUID } from "node:crypto";
import { unwrapResolverError } from "@apollo/server/errors";
import { type GraphQLFormattedError, GraphQLError } from "graphql";
import type { FastifyBaseLogger } from "fastify";
import { StoreError } from "../graph/store.ts";

export type QuestionErrorCode = "BAD_USER_INPUT" | "NOT_FOUND" | "AMBIGUOUS" | "TOO_MUCH";

/** What a client may read as it stands: what was wrong with the question, never of the inside. Every other error becomes "Internal error". */
export class QuestionError extends Error {
  override readonly name = "QuestionError";
  readonly code: QuestionErrorCode;
  constructor(code: QuestionErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

export const INTERNAL = "INTERNAL_SERVER_ERROR";
export const UNAVAILABLE = "STORE_UNAVAILABLE";

/** The formatter of every error of an answer: shows what is meant to be shown; logs the rest under an id, which is all that the client sees of it. */
export function errorFormat(log: FastifyBaseLogger): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const cause = unwrapResolverError(error);
    if (cause instanceof QuestionError) return shown(formatted, cause.message, { code: cause.code });
    if (cause instanceof GraphQLError && formatted.extensions?.["code"] !== INTERNAL) return withoutStack(formatted);
    const id = randomUUID();
    const unavailable = isUnavailable(cause);
    log.error({ err: cause, id, path: formatted.path }, unavailable ? "the store cannot be reached" : "a query failed");
    return unavailable
      ? shown(formatted, "The graph cannot be reached at the moment: try again", { code: UNAVAILABLE, id })
      : shown(formatted, "Internal error", { code: INTERNAL, id });
  };
}

/** Codes of the driver and of the port for a database that is away, restarting or not to be had in time. */
const AWAY = ["STORE_UNREACHABLE", "ServiceUnavailable", "SessionExpired"];

function isUnavailable(cause: unknown): boolean {
  if (cause instanceof StoreError) return AWAY.includes(cause.code);
  return cause instanceof Error && "code" in cause && typeof cause.code === "string" && AWAY.includes(cause.code);
}

type Extensions = Readonly<Record<string, unknown>>;

function shown(formatted: GraphQLFormattedError, message: string, extensions: Extensions): GraphQLFormattedError {
  const { locations, path } = formatted;
  return { message, ...(locations && { locations }), ...(path && { path }), extensions: { ...extensions } };
}

function withoutStack(formatted: GraphQLFormattedError): GraphQLFormattedError {
  return shown(formatted, formatted.message, { code: formatted.extensions?.["code"] });
}
