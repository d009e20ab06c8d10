import { statSync } from "node:fs";
import { StoreError } from "../store.ts";
import { notedHolder } from "./holder-note.ts";

/** Why a store could not be opened. `path` is as the user gave it, `file` the same made absolute. */
export function openingError(error: unknown, path: string, file: string): StoreError {
  const reason = reasonOf(error);
  // The engine has two ways to say it, the second while the other process is still making the file.
  if (/cannot be locked|locked by another process/u.test(reason)) return inUse(error, path, file);
  // GRAFEO-S…: a checksum fails or a part is missing. An empty file is one whose making was cut off.
  if (/GRAFEO-S\d|holds files of another database/u.test(reason) || isEmpty(file)) return damaged(error, path);
  return unwritable(error, path, kindOfRefusal(reason));
}

/** What went wrong in an open store, in a statement or at commit. */
export function workingError(error: unknown, path: string): StoreError {
  if (error instanceof StoreError) return error;
  const reason = reasonOf(error);
  if (/GRAFEO-S\d/u.test(reason)) return damaged(error, path);
  // GRAFEO-T009: the commit could not be written and nothing of it remains; X003: any other input or output.
  if (/GRAFEO-(?:T009|X003)/u.test(reason)) return unwritable(error, path, kindOfRefusal(reason));
  return new StoreError("STATEMENT_FAILED", `the statement failed: ${reason}`, { cause: error });
}

/** The folder of the store could not be made. */
export function unwritable(error: unknown, path: string, refusal = kindOfRefusal(reasonOf(error))): StoreError {
  const message = `cannot keep a store at ${path}: ${refusal}; name another place with --store, or make this one writable`;
  return new StoreError("STORE_UNWRITABLE", message, { cause: error });
}

function inUse(error: unknown, path: string, file: string): StoreError {
  const pid = notedHolder(file);
  const holder = pid === process.pid ? "this process" : pid === null ? "another process" : `process ${pid}`;
  const message = `the store ${path} is in use by ${holder}: stop it, or ask it through its API`;
  return new StoreError("STORE_IN_USE", message, { cause: error });
}

function damaged(error: unknown, path: string): StoreError {
  const message = `the store ${path} is damaged: delete ${path} and ${path}.wal and run \`mandate load\`, which makes it again from the facts files`;
  return new StoreError("STORE_DAMAGED", message, { cause: error });
}

const REFUSALS: readonly (readonly [RegExp, string])[] = [
  [/EACCES|EPERM|Permission denied|Operation not permitted/u, "permission denied"],
  [/EROFS|Read-only file system/u, "the file system is read-only"],
  [/ENOSPC|EDQUOT|No space left|quota exceeded/iu, "no space is left"],
  [/EFBIG|File too large/u, "a file would grow too large"],
  [/ENOTDIR|EEXIST|Not a directory|File exists/u, "a part of the path is a file"],
  [/not a Grafeo database|not a database file|Is a directory|EISDIR/u, "something else stands there"],
  [/ENAMETOOLONG|File name too long/u, "the name is too long"],
];

function kindOfRefusal(reason: string): string {
  return REFUSALS.find(([pattern]) => pattern.test(reason))?.[1] ?? reason;
}

/** The engine's own words in one line, without its prefix: "Query error: GRAFEO-Q001: syntax error: …". */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/\s+/gu, " ").replace(/^(?:Database|Query|Transaction) error: /u, "");
}

function isEmpty(file: string): boolean {
  try {
    const found = statSync(file);
    return found.isFile() && found.size === 0;
  } catch {
    return false;
  }
}
