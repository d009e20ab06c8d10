import { ServerError } from "../api/server-error.ts";
import { ArchiveError, type ArchiveErrorCode } from "../archive/archive-error.ts";
import { ConfigError } from "../config.ts";
import { FactsError } from "../facts/read-facts.ts";
import { WriteError } from "../facts/write-facts.ts";
import { StoreError, type StoreErrorCode } from "../graph/store.ts";
import { SourceError } from "../text/read-error.ts";
import { QuestionError } from "../questions/question-error.ts";

/** Exit codes: 0 fine, 1 the answer is bad, 2 wrong use, 65 bad input file, 74 cannot read or write, 75 store in use. */
export const EXIT = { fine: 0, badAnswer: 1, wrongUse: 2, badInput: 65, noAccess: 74, inUse: 75 } as const;

/** A command that ends without an answer: one line for people, a code for scripts. `candidates` are what a name may mean. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  readonly code: string;
  readonly exitCode: number;
  readonly candidates: readonly { readonly id: string; readonly name: string }[];
  constructor(code: string, exitCode: number, message: string, candidates: CommandError["candidates"] = []) {
    super(message);
    this.code = code;
    this.exitCode = exitCode;
    this.candidates = candidates;
  }
}

const STORE_EXITS: Readonly<Record<StoreErrorCode, number>> = {
  STORE_IN_USE: EXIT.inUse,
  STORE_UNREACHABLE: EXIT.noAccess,
  STORE_UNWRITABLE: EXIT.noAccess,
  STORE_DAMAGED: EXIT.noAccess,
  STORE_DENIED: EXIT.noAccess,
  STATEMENT_FAILED: EXIT.noAccess,
  TOO_LONG: EXIT.noAccess,
  ABANDONED: EXIT.noAccess,
};

const ARCHIVE_EXITS: Readonly<Record<ArchiveErrorCode, number>> = {
  BAD_ARCHIVE: EXIT.badInput,
  NOT_EMPTY: EXIT.wrongUse,
  IN_THE_WAY: EXIT.noAccess,
  CANNOT_READ: EXIT.noAccess,
  CANNOT_WRITE: EXIT.noAccess,
};

/** Any failure as a command tells it; what is nobody's fault but ours is passed on as it is. */
export function asCommandError(error: unknown): CommandError {
  if (error instanceof CommandError) return error;
  if (error instanceof StoreError) return new CommandError(error.code, STORE_EXITS[error.code], error.message);
  if (error instanceof ArchiveError) return new CommandError(error.code, ARCHIVE_EXITS[error.code], error.message);
  if (error instanceof FactsError)
    return new CommandError(error.code, error.code === "CANNOT_READ" ? EXIT.noAccess : EXIT.badInput, error.message);
  if (error instanceof WriteError) return new CommandError(error.code, EXIT.noAccess, error.message);
  if (error instanceof SourceError)
    return new CommandError(error.code, error.code === "CANNOT_READ" ? EXIT.noAccess : EXIT.badInput, error.message);
  if (error instanceof QuestionError) return new CommandError(error.code, EXIT.wrongUse, error.message);
  if (error instanceof ServerError) return new CommandError(error.code, EXIT.noAccess, error.message);
  if (error instanceof ConfigError) return new CommandError(error.code, EXIT.wrongUse, error.message);
  throw error;
}
