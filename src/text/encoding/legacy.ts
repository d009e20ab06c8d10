import iconv from "iconv-lite";
import { fromTcvn3 } from "./tcvn3.ts";
import { isConvincing, vietnameseShare } from "./vietnamese-share.ts";
import { fromVni } from "./vni.ts";

export type LegacyEncoding = "tcvn3" | "vni-windows" | "viscii" | "windows-1258" | "tcvn-5712";

const DECODERS: readonly (readonly [LegacyEncoding, (bytes: Buffer) => string])[] = [
  ["tcvn3", (bytes) => fromTcvn3(windows1252(bytes))],
  ["vni-windows", (bytes) => fromVni(windows1252(bytes))],
  ["viscii", (bytes) => iconv.decode(bytes, "viscii")],
  ["windows-1258", (bytes) => iconv.decode(bytes, "windows1258").normalize("NFC")],
  ["tcvn-5712", (bytes) => iconv.decode(bytes, "tcvn").normalize("NFC")],
];

/** Bytes as the letters of Windows for Western Europe, in which the legacy fonts borrow theirs. */
export function windows1252(bytes: Uint8Array): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), "win1252");
}

/** How much of a text is decoded with every table to choose among them. */
const SAMPLE = 262_144;

/** The text of bytes in a Vietnamese encoding of before Unicode, or `null` where no table gives Vietnamese. Never holds U+FFFD. */
export function decodeLegacy(bytes: Uint8Array): { readonly text: string; readonly encoding: LegacyEncoding } | null {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = Math.max(0, all.findIndex((byte) => byte >= 0x80) - 1024);
  const sample = all.subarray(first, first + SAMPLE);
  let best: {
    readonly encoding: LegacyEncoding;
    readonly decode: (bytes: Buffer) => string;
    readonly known: number;
  } | null = null;
  for (const [encoding, decode] of DECODERS) {
    const share = vietnameseShare(decode(sample));
    if (isConvincing(share) && share.known > (best?.known ?? 0)) best = { encoding, decode, known: share.known };
  }
  if (best === null) return null;
  const text = best.decode(all);
  return text.includes("\ufffd") ? null : { text, encoding: best.encoding };
}

export interface Relettered {
  readonly text: string;
  readonly encoding: "tcvn3" | "vni-windows";
}

const UNICODE_VIETNAMESE = /[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9]/u;

/**
 * A Unicode text that only looks like a legacy one, as when a file in .VnTime is saved or pasted elsewhere ("thùc hiÖn"): read as what it looks like,
 * or `null` where it is what it seems.
 */
export function reletter(text: string): Relettered | null {
  const first = text.search(/[\u00a1-\u00ff\uf0a1-\uf0fe]/u);
  if (first < 0) return null;
  const sample = text.slice(Math.max(0, first - 1024), first + SAMPLE);
  if (UNICODE_VIETNAMESE.test(sample)) return null;
  const before = vietnameseShare(sample);
  const tcvn3 = vietnameseShare(fromTcvn3(sample));
  const vni = vietnameseShare(fromVni(sample));
  const best = vni.known > tcvn3.known ? vni : tcvn3;
  if (!isConvincing(best) || best.known < 2 * before.known || best.known < 5) return null;
  return best === vni ? { text: fromVni(text), encoding: "vni-windows" } : { text: fromTcvn3(text), encoding: "tcvn3" };
}
