import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { SourceError } from "./read-error.ts";
import { LARGEST_SOURCE, readSource, tooLarge, type ReadSource } from "./read-source.ts";

/** As `readSource`, for a path. What is too large is not even loaded; what is no plain file (a folder, a pipe, a device) is not opened. */
export async function readSourceFile(path: string): Promise<ReadSource> {
  // Asked before it is opened: opening a pipe would wait for its other end.
  const state = await stat(path).catch((cause: unknown) => {
    throw cannotRead(path, cause);
  });
  if (!state.isFile())
    throw new SourceError("CANNOT_READ", `${path} is no file: name the files in it, or the folder to ingest`);
  if (state.size > LARGEST_SOURCE) throw tooLarge(path, state.size);
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw cannotRead(path, cause);
  });
  return readSource(bytes, basename(path));
}

function cannotRead(path: string, cause: unknown): SourceError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new SourceError("CANNOT_READ", `${path} cannot be read: ${reason}`, cause);
}
