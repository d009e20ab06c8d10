import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { ArchiveError, reasonOf } from "./archive-error.ts";
import type { Entry, Tally } from "./entries.ts";
import { end, FORMAT, header, type Header } from "./format.ts";
import { SECTIONS } from "./sections.ts";

/** No record is as long as this, in bytes: the limit on documents lies far below. */
const LONGEST_LINE = 1 << 28;

/** Reads an archive to its end and keeps nothing of it: what is in it, once it is known to be whole. Throws `ArchiveError`. */
export async function checkArchive(path: string): Promise<{ readonly about: Header; readonly tally: Tally }> {
  const tally: Record<string, number> = {};
  let about: Header | undefined;
  for await (const { section } of readArchive(path, (found) => (about = found)))
    tally[section.kind] = (tally[section.kind] ?? 0) + 1;
  if (about === undefined) throw bad(path, "it is empty");
  return { about, tally };
}

/** The entries of an archive; that it is whole is known only when the last one was taken. Throws `ArchiveError`. */
export async function* readArchive(
  path: string,
  onHeader: (about: Header) => void = () => undefined,
): AsyncGenerator<Entry> {
  const hash = createHash("sha256");
  let number = 0;
  let ended = false;
  for await (const line of linesOf(path)) {
    number += 1;
    if (ended) throw bad(path, "something follows its end");
    const value = parsed(line, path, number);
    if (number === 1) onHeader(headerIn(value, path));
    else if (value["kind"] === "end") {
      const told = end.safeParse(value).data;
      if (told?.records !== number - 2 || told.sha256 !== hash.copy().digest("hex"))
        throw bad(path, "its checksum does not fit: it was altered");
      ended = true;
    } else yield entryIn(value, path, number);
    hash.update(line).update("\n");
  }
  if (!ended) throw bad(path, "it is cut off");
}

function headerIn(value: Readonly<Record<string, unknown>>, path: string): Header {
  const { mandate, version } = value;
  if (mandate !== FORMAT.mandate) throw bad(path, "it is not what `mandate backup` writes");
  if (typeof version === "number" && version > FORMAT.version)
    throw bad(path, `a newer version of mandate made it (archive version ${version}): update mandate, then restore it`);
  const found = header.safeParse(value);
  if (found.success) return found.data;
  throw bad(path, "its header is not one of this version");
}

function entryIn(value: Readonly<Record<string, unknown>>, path: string, number: number): Entry {
  const { kind, record } = value;
  const section = SECTIONS.find((each) => each.kind === kind);
  if (section === undefined)
    throw bad(path, `line ${number} is of a kind that is not known ("${String(kind).slice(0, 40)}")`);
  const fault = section.fault(record);
  if (fault !== null) throw bad(path, `line ${number}: ${fault}`);
  return { section, record: record as object };
}

function parsed(line: Buffer, path: string, number: number): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(line.toString("utf8"));
  } catch {
    throw bad(path, number === 1 ? "it is not what `mandate backup` writes" : `line ${number} is no JSON`);
  }
  if (typeof value === "object" && value !== null) return value as Readonly<Record<string, unknown>>;
  throw bad(path, `line ${number} is no record`);
}

/** The lines without their ends. Only the line feed ends one: words of a document may hold other separators. */
async function* linesOf(path: string): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  let length = 0;
  try {
    const unpacked = createGunzip();
    // The error of the file comes out of the stream that is read.
    pipeline(createReadStream(path), unpacked, () => undefined);
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      let from = 0;
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
        yield Buffer.concat([...rest, chunk.subarray(from, at)]);
        rest = [];
        length = 0;
        from = at + 1;
      }
      rest.push(chunk.subarray(from));
      length += chunk.length - from;
      if (length > LONGEST_LINE) throw bad(path, "a line of it is longer than any record");
    }
  } catch (error) {
    throw asArchiveError(error, path);
  }
  if (length > 0) throw bad(path, "it is cut off");
}

function asArchiveError(error: unknown, path: string): ArchiveError {
  if (error instanceof ArchiveError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "Z_BUF_ERROR") return bad(path, "it is cut off");
  if (code === "Z_DATA_ERROR") {
    const isNone = error instanceof Error && error.message.includes("header");
    return bad(path, isNone ? "it is not what `mandate backup` writes" : "it was altered or damaged");
  }
  return new ArchiveError("CANNOT_READ", `${path}: cannot be read: ${reasonOf(error)}`, { cause: error });
}

function bad(path: string, why: string): ArchiveError {
  return new ArchiveError("BAD_ARCHIVE", `${path}: cannot be restored: ${why}; nothing was changed`);
}
