import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import grafeo from "@grafeo-db/js";
import type { Store } from "../store.ts";
import { EmbeddedStore } from "./embedded-store.ts";
import { openingError, unwritable } from "./errors.ts";
import { leaveNote, removeNote } from "./holder-note.ts";

/**
 * Opens the store in the file `path`, or makes it with the folders above it. While it is open its log (`<path>.wal`) and a note of its holder (`<path>.pid`)
 * stand beside it; closed, it is one file. `holder` is the process that the note names, and others are told of. Throws `STORE_IN_USE`, `STORE_UNWRITABLE` or `STORE_DAMAGED`.
 */
export function openEmbedded(path: string, holder: number = process.pid): Promise<Store> {
  return Promise.resolve().then(() => {
    const file = resolve(path);
    makeFolder(dirname(file), path);
    const engine = openEngine(file, path);
    leaveNote(file, holder);
    return new EmbeddedStore(engine, path, () => removeNote(file));
  });
}

function makeFolder(folder: string, path: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw unwritable(error, path);
  }
}

/** What is made here, the file and the folder of its log, is its owner's alone; a file that stands there keeps its rights. */
function openEngine(file: string, path: string) {
  const before = process.umask(0o077);
  try {
    return grafeo.GrafeoDB.create(file);
  } catch (error) {
    throw openingError(error, path, file);
  } finally {
    process.umask(before);
  }
}
