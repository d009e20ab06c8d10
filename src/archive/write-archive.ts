import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { ArchiveError, reasonOf } from "./archive-error.ts";
import type { Entry } from "./entries.ts";
import { FORMAT, type Header } from "./format.ts";
import { writeAside } from "./write-aside.ts";

/**
 * Writes an archive, whole or not at all: the one that stood at `path` stays until the new one is safe on the disk, anything else that stands there is never
 * replaced. In memory there is one record at a time. Throws `ArchiveError` where the file cannot be written, whatever the entries throw otherwise.
 */
export async function writeArchive(
  path: string,
  about: Omit<Header, "mandate" | "version">,
  entries: AsyncIterable<Entry>,
) {
  let broken: { readonly because: unknown } | undefined;
  // Of the stages of a pipeline that ends each tells only that it was called off: why, the first one knows.
  let refused: { readonly because: unknown } | undefined;
  const guarded = async function* () {
    try {
      yield* linesOf({ ...FORMAT, ...about }, entries);
    } catch (error) {
      if (refused === undefined && !isCalledOff(error)) broken = { because: error };
      throw error;
    }
  };
  try {
    await writeAside(path, (file) =>
      pipeline(Readable.from(guarded()), createGzip(), async (chunks: AsyncIterable<Uint8Array>) => {
        try {
          for await (const chunk of chunks) await file.appendFile(chunk);
        } catch (error) {
          if (!isCalledOff(error)) refused = { because: error };
          throw error;
        }
      }),
    );
  } catch (error) {
    if (broken !== undefined) throw broken.because;
    if (error instanceof ArchiveError) throw error;
    throw new ArchiveError(
      "CANNOT_WRITE",
      `${path}: cannot be written: ${reasonOf(refused?.because ?? error)}; name another file`,
      {
        cause: error,
      },
    );
  }
}

async function* linesOf(header: Header, entries: AsyncIterable<Entry>): AsyncGenerator<string> {
  const hash = createHash("sha256");
  const line = (value: object): string => {
    const text = `${JSON.stringify(value)}\n`;
    hash.update(text);
    return text;
  };
  let records = 0;
  yield line(header);
  for await (const { section, record } of entries) {
    records += 1;
    yield line({ kind: section.kind, record });
  }
  yield `${JSON.stringify({ kind: "end", records, sha256: hash.digest("hex") })}\n`;
}

function isCalledOff(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}
