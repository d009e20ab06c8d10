import { decodeText } from "./encoding/decode.ts";
import { reletter } from "./encoding/legacy.ts";
import { CHILD_LIMITS, readInChild, type ChildLimits } from "./formats/child.ts";
import { detectFormat } from "./formats/detect.ts";
import { readHtml } from "./formats/html.ts";
import { encodingWith } from "./formats/legacy-font.ts";
import { SourceError, type SourceNote } from "./read-error.ts";
import { secrecyStamp } from "./read-secrecy.ts";
import type { SourceFormat, SourceText } from "./source-text.ts";

export { SourceError, type SourceErrorCode, type SourceNote } from "./read-error.ts";

/** A text together with what was noticed on the way. */
export interface ReadSource extends SourceText {
  readonly notes: readonly SourceNote[];
}

const MIB = 1024 * 1024;
/** No file is read that is larger. */
export const LARGEST_SOURCE = 32 * MIB;
/** No line is read that is longer: no document has one, and patterns would run out of stack on it. In UTF-16 code units. */
export const LONGEST_LINE = 1_000_000;

interface Read {
  readonly text: string;
  readonly encoding: string;
  readonly notes: readonly SourceNote[];
  readonly furniture?: string;
}

/**
 * The text of a file, in which all offsets count: of txt and md the file as decoded, letters and line ends unchanged; of html, docx and pdf what was
 * read out of it. Throws `SourceError` for a file that gives no text, or that is stamped secret.
 */
export async function readSource(
  bytes: Uint8Array,
  name: string,
  limits: ChildLimits = CHILD_LIMITS,
): Promise<ReadSource> {
  if (bytes.length > LARGEST_SOURCE) throw tooLarge(name, bytes.length);
  const format = detectFormat(bytes, name);
  const read = await readFormat(bytes, name, format, limits);
  const { text, encoding, notes } = relettered(read);
  for (const words of [text, read.furniture ?? ""]) {
    const stamp = secrecyStamp(words);
    if (stamp !== null)
      throw new SourceError(
        "SECRET",
        `${name} is stamped ${stamp.level} ("${words.slice(stamp.start, stamp.end).replace(/\s+/gu, " ")}"): secret documents are not read, stored or shown here; remove it`,
      );
  }
  const line = longestLine(text);
  if (line > LONGEST_LINE)
    throw new SourceError(
      "TOO_LARGE",
      `${name} has a line of ${line} characters; lines up to ${LONGEST_LINE} are read: break it into paragraphs`,
    );
  const empty: readonly SourceNote[] = /\S/u.test(text) ? [] : [{ code: "EMPTY", message: "the file holds no words" }];
  return { name, text, encoding, format, notes: [...notes, ...replacementNotes(text), ...empty] };
}

/** U+FFFD that was in the file already, as such or as an entity of no character: letters that some earlier program lost. */
function replacementNotes(text: string): readonly SourceNote[] {
  const at = text.indexOf("\ufffd");
  if (at < 0) return [];
  const count = text.split("\ufffd").length - 1;
  const message = `${count} letters were lost before the file came here, the first at ${at}`;
  return [{ code: "REPLACEMENT_CHARACTERS", message }];
}

function longestLine(text: string): number {
  let longest = 0;
  let from = 0;
  for (const { index } of text.matchAll(/[\n\r]/gu)) {
    longest = Math.max(longest, index - from);
    from = index + 1;
  }
  return Math.max(longest, text.length - from);
}

/** What a file of this size is told. */
export function tooLarge(name: string, size: number): SourceError {
  const megabytes = Math.ceil(size / MIB);
  return new SourceError(
    "TOO_LARGE",
    `${name} has ${megabytes} MB; files up to ${LARGEST_SOURCE / MIB} MB are read: split it`,
  );
}

async function readFormat(bytes: Uint8Array, name: string, format: SourceFormat, limits: ChildLimits): Promise<Read> {
  switch (format) {
    case "txt":
    case "md":
      return decodeText(bytes, name);
    case "html": {
      const decoded = decodeText(bytes, name, declaresWestern(bytes));
      const { text, notes, converted } = readHtml(decoded.text, name);
      const encoding = converted.size === 0 ? decoded.encoding : encodingWith(converted);
      return { text, encoding, notes: [...decoded.notes, ...notes] };
    }
    case "docx":
    case "pdf":
      return readInChild({ format, bytes, name }, limits);
  }
}

/** A page that says so may be in Windows-1252, its Vietnamese written in entities. */
function declaresWestern(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 2048)).toString("latin1");
  return /charset\s*=\s*["']?(?:windows-1252|iso-8859-1|latin-?1|us-ascii)\b/iu.test(head);
}

/** Letters of Unicode that only look like a legacy encoding, as what they look like. */
function relettered(read: Read): Read {
  const other = read.encoding.startsWith("utf-") && !read.encoding.includes("+") ? reletter(read.text) : null;
  if (other === null) return read;
  const message = `the letters are those of ${other.encoding}, saved as Unicode, and were converted`;
  return {
    ...read,
    text: other.text,
    encoding: `${read.encoding}+${other.encoding}`,
    notes: [...read.notes, { code: "CONVERTED", message }],
  };
}
