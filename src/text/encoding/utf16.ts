import { SourceError } from "../read-error.ts";

export type Utf16 = "utf-16le" | "utf-16be";

/** Which UTF-16 the bytes are by their mark or, without one, by where the NULs of ASCII letters stand; `null` where they are none. */
export function sniffUtf16(bytes: Uint8Array): { readonly encoding: Utf16; readonly mark: boolean } | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: "utf-16le", mark: true };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: "utf-16be", mark: true };
  const length = Math.min(bytes.length, 65_536) & ~1;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  const enough = Math.max(2, length / 10);
  if (odd >= enough && even * 20 <= odd) return { encoding: "utf-16le", mark: false };
  if (even >= enough && odd * 20 <= even) return { encoding: "utf-16be", mark: false };
  return null;
}

/** The text of UTF-16 bytes. Throws `BAD_ENCODING` with the offset of a lone surrogate or a cut end, `NOT_TEXT` with that of a NUL. */
export function decodeUtf16(bytes: Uint8Array, encoding: Utf16, mark: boolean, name: string): string {
  const start = mark ? 2 : 0;
  const littleEndian = encoding === "utf-16le";
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const unit = (at: number): number => (at + 1 < bytes.length ? view.getUint16(at, littleEndian) : 0);
  for (let at = start; at < bytes.length; at += 2) {
    if (at + 1 >= bytes.length) throw bad(name, encoding, at, "a cut letter at the end");
    const code = unit(at);
    if (code === 0) throw new SourceError("NOT_TEXT", `${name} has a NUL letter at byte ${at}: it is no text file`);
    if (code < 0xd800 || code > 0xdfff) continue;
    const next = unit(at + 2);
    if (code > 0xdbff || next < 0xdc00 || next > 0xdfff) throw bad(name, encoding, at, "half a surrogate pair");
    at += 2;
  }
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(start));
}

function bad(name: string, encoding: Utf16, at: number, what: string): SourceError {
  return new SourceError(
    "BAD_ENCODING",
    `${name} looks like ${encoding} but has ${what} at byte ${at}: save it again as UTF-8`,
  );
}
