import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import grafeo from "@grafeo-db/js";
import { StoreError, type Store } from "../store.ts";
import { EmbeddedStore } from "./embedded-store.ts";
import { openingError, unwritable } from "./errors.ts";
import { leaveNote, notedHolder, removeNote } from "./holder-note.ts";

/** How long a process that comes or goes may hold the store without its note, and how often it is asked again meanwhile: milliseconds. */
const UNNAMED_MS = 1000;
const AGAIN_MS = 20;

/**
 * Opens the store in the file `path`, or makes it with the folders above it. While it is open its log (`<path>.wal`) and a note of its holder (`<path>.pid`)
 * stand beside it; closed, it is one file. `holder` is the process that the note names, and others are told of. A store that is held by a process that
 * no note names yet, or any more, is tried again for a second. Throws `STORE_IN_USE`, `STORE_UNWRITABLE` or `STORE_DAMAGED`.
 */
export async function openEmbedded(path: string, holder: number = process.pid): Promise<Store> {
  const file = resolve(path);
  makeFolder(dirname(file), path);
  const engine = await openOnceNamed(file, path);
  leaveNote(file, holder);
  return new EmbeddedStore(engine, path, () => removeNote(file));
}

async function openOnceNamed(file: string, path: string) {
  const end = Date.now() + UNNAMED_MS;
  for (;;) {
    try {
      return openEngine(file, path);
    } catch (error) {
      const isUnnamed = error instanceof StoreError && error.code === "STORE_IN_USE" && notedHolder(file) === null;
      if (!isUnnamed || Date.now() >= end) throw error;
    }
    await setTimeout(AGAIN_MS);
  }
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
