import { copyFile, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import type { SourceText } from "../text/source-text.ts";
import type { Facts } from "./model.ts";
import { placeOfFacts, type FactsPlace } from "./place-of-facts.ts";

/** A file of facts or of their review that could not be written: nothing of it stands, what stood there before still does. */
export class WriteError extends Error {
  override readonly name = "WriteError";
  readonly code = "CANNOT_WRITE";
}

/** A facts file as it is written: the same facts give the same bytes. */
export function factsText(facts: Facts): string {
  return `${JSON.stringify(facts, null, 1)}\n`;
}

/** Where the facts of a source go in a folder: `NAME.json`, with the kind of file in the name where two of one name would meet. */
export function factsPath(folder: string, source: string): string {
  const ending = extname(source);
  return join(folder, `${ending === ".txt" ? basename(source, ending) : basename(source)}.json`);
}

/** The review file beside a facts file: `NAME.review.json`. */
export function reviewPath(factsFile: string): string {
  return join(dirname(factsFile), `${basename(factsFile, ".json")}.review.json`);
}

/** True for a file's name that is one of facts, not of their review, nor of facts that were put aside for those of a newer reading. */
export function isFactsName(name: string): boolean {
  return name.endsWith(".json") && !name.endsWith(".review.json") && !name.endsWith(".replaced.json");
}

/**
 * Writes the facts of a source into a folder, whole or not at all. Of a file that is no plain text, the text that was read out of it is kept beside them
 * (`NAME.text`), for the offsets count in it. Facts of another text are never written over: see `placeOfFacts`. Returns where they stand now. Throws
 * `WriteError`.
 */
export async function writeFacts(
  folder: string,
  facts: Facts,
  { format, text }: Pick<SourceText, "format" | "text">,
  alongside: ReadonlySet<string> = new Set(),
): Promise<FactsPlace> {
  await mkdir(folder, { recursive: true }).catch((cause: unknown) => {
    throw unwritten(folder, cause);
  });
  const place = await placeOfFacts(factsPath(folder, facts.source), facts, alongside);
  const { path, aside } = place;
  if (aside !== null) await putAside(path, aside);
  if (format !== "txt" && format !== "md") await writeWhole(textPath(path), text);
  await writeWhole(path, factsText(facts));
  return place;
}

/** Where the text is kept that was read out of a file, beside its facts. */
function textPath(factsFile: string): string {
  return `${factsFile.slice(0, -".json".length)}.text`;
}

/** Copies facts, and the text that was read for them where it is kept, so that nobody ever misses them. Throws `WriteError`. */
async function putAside(path: string, aside: string): Promise<void> {
  await copyFile(textPath(path), textPath(aside)).catch((cause: unknown) => {
    if (!(cause instanceof Error && "code" in cause && cause.code === "ENOENT"))
      throw unwritten(textPath(aside), cause);
  });
  await copyFile(path, aside).catch((cause: unknown) => {
    throw unwritten(aside, cause);
  });
}

/** Writes a file so that nobody ever sees half of it. Throws `WriteError`. */
export async function writeWhole(path: string, content: string): Promise<void> {
  const aside = join(dirname(path), `.${basename(path)}.${String(process.pid)}`);
  try {
    await writeFile(aside, content);
    await rename(aside, path);
  } catch (cause) {
    await rm(aside, { force: true }).catch(() => undefined);
    throw unwritten(path, cause);
  }
}

function unwritten(path: string, cause: unknown): WriteError {
  const reason = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
  const what = reason === "ENOSPC" ? "no space is left" : reason;
  return new WriteError(`${path} cannot be written (${what}): make room or name another folder, and do it again`, {
    cause,
  });
}
