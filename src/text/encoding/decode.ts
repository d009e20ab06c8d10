import { SourceError, type SourceNote } from "../read-error.ts";
import { decodeLegacy, windows1252 } from "./legacy.ts";
import { firstInvalidUtf8 } from "./utf8.ts";
import { decodeUtf16, sniffUtf16 } from "./utf16.ts";

export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  readonly notes: readonly SourceNote[];
}

const MARK_NOTE: SourceNote = {
  code: "BYTE_ORDER_MARK",
  message: "the file begins with a byte order mark, which is not part of the text",
};

/**
 * The text of a plain file, its letters unchanged: line ends and decomposed letters stay, a byte order mark goes. `western` allows Windows-1252 where
 * the file itself declares it (html). Throws `BAD_ENCODING` or `NOT_TEXT` with the offset of the byte; never puts U+FFFD in place of one.
 */
export function decodeText(bytes: Uint8Array, name: string, western = false): Decoded {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return decodeUtf8(bytes.subarray(3), 3, name, [MARK_NOTE]);
  const utf16 = sniffUtf16(bytes);
  if (utf16 !== null) {
    const text = decodeUtf16(bytes, utf16.encoding, utf16.mark, name);
    return { text, encoding: utf16.encoding, notes: utf16.mark ? [MARK_NOTE] : [] };
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0)
    throw new SourceError("NOT_TEXT", `${name} has a NUL at byte ${nul}: it is no text file, or a damaged one`);
  const invalid = firstInvalidUtf8(bytes);
  if (invalid === null) return decodeUtf8(bytes, 0, name, []);
  const legacy = decodeLegacy(bytes);
  if (legacy !== null)
    return {
      ...legacy,
      notes: [{ code: "CONVERTED", message: `the file is in ${legacy.encoding} and was converted to Unicode` }],
    };
  if (western) return { text: windows1252(bytes), encoding: "windows-1252", notes: [] };
  throw notUtf8(name, invalid, bytes[invalid]);
}

function decodeUtf8(bytes: Uint8Array, skipped: number, name: string, notes: readonly SourceNote[]): Decoded {
  const invalid = firstInvalidUtf8(bytes);
  if (invalid !== null) throw notUtf8(name, invalid + skipped, bytes[invalid]);
  const nul = bytes.indexOf(0);
  if (nul >= 0) throw new SourceError("NOT_TEXT", `${name} has a NUL at byte ${nul + skipped}: it is no text file`);
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  return { text, encoding: "utf-8", notes };
}

function notUtf8(name: string, at: number, byte = 0): SourceError {
  const hex = byte.toString(16).padStart(2, "0").toUpperCase();
  return new SourceError(
    "BAD_ENCODING",
    `${name} is neither UTF-8 (byte ${at} is ${hex}) nor Vietnamese in TCVN3, VNI, VISCII or windows-1258: save it again as UTF-8`,
  );
}
