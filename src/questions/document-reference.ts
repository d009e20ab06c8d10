import type { Registry } from "../registry/load-registry.ts";
import { fold } from "../registry/fold.ts";
import { bare } from "../registry/documents.ts";

/** A document as people refer to it: kinds that its words may mean, its number, and what else they say of it. */
export interface DocumentReference {
  /** Codes in upper case ("KL"); empty where no kind is said. */
  readonly kinds: readonly string[];
  /** As ids write it: "69", "141a". */
  readonly number: string;
  /** The printed symbol ("KH-UBND"), if it is said. */
  readonly symbol: string | null;
  readonly year: string | null;
  /** The rest, for places and issuers: "An Giang". */
  readonly rest: string;
}

// Matches "69-KL/TW", "709/QĐ-TTg", "40/2024/QĐ-UBND", "141a-CTr/TU" and the bare "177" of "KH 177 An Giang". Must not match "KH&CN" (no number).
const NUMBERED =
  /(?<![\p{L}\p{N}])(?:số\s*)?(?<number>\d{1,5}[a-zđ]?)(?:\s*[-/]\s*(?<year>(?:19|20)\d{2})(?=\s*[-/]))?(?:\s*[-/]\s*(?<symbol>\p{L}[\p{L}\d&]*(?:\s*[-/]\s*\p{L}[\p{L}\d&]*)*))?/iu;
const DATE = /(?:ngày\s*)?\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*(?<year>\d{4})|(?:năm\s+)(?<said>\d{4})/iu;

/** Reads "KL 69", "kết luận 69", "Kế hoạch số 177-KH/TU ngày 29/5/2024 An Giang" …; null where there is no number with a kind before it or a symbol after. */
export function documentReference(text: string, registry: Registry): DocumentReference | null {
  const dated = DATE.exec(text);
  const plain = text.replace(DATE, " ").normalize("NFC");
  const match = NUMBERED.exec(plain);
  const number = match?.groups?.["number"];
  if (match === null || number === undefined) return null;

  const symbol = match.groups?.["symbol"]?.replace(/\s/gu, "") ?? null;
  const before = plain.slice(0, match.index).trim();
  const after = plain.slice(match.index + match[0].length).trim();
  const kinds = kindsOf(before, symbol, registry);
  if (kinds.length === 0) return null;
  const year = match.groups?.["year"] ?? dated?.groups?.["year"] ?? dated?.groups?.["said"] ?? null;
  return { kinds, number: bare(fold(number)), symbol, year, rest: after };
}

/** By the word before the number, longest first from the left ("kế hoạch", "KL"); where there is none, by the symbol behind it. */
function kindsOf(before: string, symbol: string | null, registry: Registry): readonly string[] {
  const said = before
    .replace(/\s*số$/iu, "")
    .split(/\s+/u)
    .filter((word) => word !== "");
  for (let from = 0; from < said.length; from += 1) {
    const words = said.slice(from).join(" ");
    const kind = registry.kindNamed(words);
    const bySymbol = registry.kindsOfSymbol(words);
    const all = [...new Set([...(kind === null ? [] : [kind]), ...bySymbol])];
    if (all.length > 0) return all.map(({ code }) => code.toUpperCase());
  }
  const [first, second] = (symbol ?? "").split(/[-/]/u);
  return [first, second]
    .flatMap((part) => (part === undefined || part === "" ? [] : registry.kindsOfSymbol(part)))
    .map(({ code }) => code.toUpperCase());
}
