import { setTimeout as pause } from "node:timers/promises";
import { isRetryableError, Neo4jError } from "neo4j-driver";
import { ZodError } from "zod";
import { tooLong } from "../patience.ts";
import { StoreError } from "../store.ts";

/** An error of the driver as one of the store's; any other, thrown by the work itself, stays what it is. */
export function driverError(error: unknown, place: string): unknown {
  if (!(error instanceof Neo4jError)) return error;
  const { code } = error;
  if (code.startsWith("Neo.ClientError.Security.")) return denied(error, place);
  if (/^Neo\.ClientError\.Database\.DatabaseNotFound$|DatabaseUnavailable$|\.Cluster\./u.test(code)) {
    return unreachable(error, place, error.message);
  }
  // "…Transaction.TransactionTimedOut" and "…TransactionTimedOutClientConfiguration".
  if (/\.TransactionTimedOut/u.test(code)) return tooLong({ cause: error });
  if (code.startsWith("Neo."))
    return new StoreError("STATEMENT_FAILED", `the statement failed: ${oneLine(error.message)}`, { cause: error });
  return unreachable(error, place, "it does not answer");
}

/** What lies under the store's own errors, of which one may tell more than another: the statement's name, the server's words. */
function innermost(error: unknown): unknown {
  return error instanceof StoreError ? innermost(error.cause) : error;
}

/** The error that makes the driver try a transaction again, where a store's error hides one. */
export function asDriverSees(error: unknown): unknown {
  const hidden = innermost(error);
  return hidden instanceof Neo4jError && isRetryableError(hidden) ? hidden : error;
}

/** How often a read begins again that met what another transaction was just replacing. */
const AGAIN = 4;
/** Milliseconds; a document's commit is through after some of them. */
const MOMENT = 25;

/**
 * Runs a read, and again where something that it had found was gone before it was read: the server shows each statement what is committed then, so that a
 * document that is loaded anew meanwhile may be met half gone. Beginning again, after a moment, shows it whole.
 */
export async function readAgain<T>(read: () => Promise<T>, times = AGAIN): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (times === 0 || !isGone(error)) throw error;
    await pause(MOMENT * (AGAIN - times + 1));
    return readAgain(read, times - 1);
  }
}

function isGone(error: unknown): boolean {
  const cause = innermost(error);
  // Of a relation that goes while it is read there is a row, with nothing in it.
  return isTorn(cause) || (cause instanceof Neo4jError && cause.code === "Neo.ClientError.Statement.EntityNotFound");
}

function isTorn(cause: unknown): boolean {
  return cause instanceof ZodError && cause.issues.some(({ message }) => message.endsWith("received null"));
}

/** The server does not answer or cannot serve; `because` holds no credentials. */
export function unreachable(cause: unknown, place: string, because: string): StoreError {
  const message = `cannot use Neo4j at ${place}: ${oneLine(because)}; see that the server runs and that NEO4J_URI and NEO4J_DATABASE name it`;
  return new StoreError("STORE_UNREACHABLE", message, { cause });
}

function denied(cause: Neo4jError, place: string): StoreError {
  const reason = cause.code.endsWith("AuthenticationRateLimit")
    ? "too many wrong passwords, wait a little"
    : "access denied";
  return new StoreError("STORE_DENIED", `Neo4j at ${place}: ${reason}; check NEO4J_USER and NEO4J_PASSWORD`, { cause });
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
