import type { Registry } from "../registry/load-registry.ts";
import type { TextView } from "../text/view.ts";
import { dayAt, iso } from "./dates.ts";

/** A document as the text cites it. What the parts mean, `resolve/` decides. */
export interface CitationMention {
  readonly form: "numbered" | "plenum" | "congress" | "law" | "bare";
  readonly start: number;
  readonly end: number;
  /** The code of the kind word before the number, or null where there is none. */
  readonly kindWord: string | null;
  readonly number: string | null;
  /** The year inside the number: "40/2024/QĐ-UBND". */
  readonly numberYear: string | null;
  /** As printed, without spaces: "KH-UBND", "NQ/TW", "BKHCN-KHTC". */
  readonly symbol: string | null;
  /** "-" where it stands between number and symbol as Party numbers have it, else "/". */
  readonly separator: "-" | "/";
  readonly issuedOn: string | null;
  /** Where the date after the mention ends, or the mention itself. */
  readonly tail: number;
  /** Term and session of a plenum, number of a congress ("xiii"), name of a law. */
  readonly name: string | null;
  readonly term: string | null;
  readonly session: number | null;
  readonly isProvincial: boolean;
}

const KIND =
  "(?<kind>thong bao ket luan|(?:chuong trinh|ke hoach|quy che|thoa thuan) phoi hop|(?:nghi quyet|ke hoach|chuong trinh|huong dan|quyet dinh|chi thi|cong van|quy che|thong bao) lien (?:tich|nganh|so)|chuong trinh hanh dong|ke hoach hanh dong|thong tu lien tich|thong tu lien bo|nghi quyet|ket luan|chi thi|chuong trinh|ke hoach|quyet dinh|nghi dinh|thong tu|huong dan|thong bao|bao cao|cong van|to trinh|quy dinh|quy che|de an|cong dien|bo luat|phap lenh|luat|van ban)";
const SYMBOL_PART = "[A-ZĐ][A-Za-zĐđ]*(?:&[A-ZĐ]+)*";
// Between a number and a kind's letters a space may stand alone: "Quyết định số 812 QĐ/UB".
const SPACED = "(?<=\\d)\\s(?=(?:QĐ|CT|NQ|NĐ|KH|TB|TT|CV|HD|BC)[-/]\\p{Lu})";
// Matches "69-KL/TW", "709/QĐ-TTg", "40/2024/QĐ-UBND", "93/2025/QH15", "846 /UBND-TH", "183- KH/TU", "QĐ.UBND-NN". Must not match "01/11/2012", "2020-2025", "24/7".
const NUMBER = new RegExp(
  `(?<![\\p{L}\\d/.,~-])(?:[sS](?=\\d))?(?<number>(?:\\d{1,5}|[lIO\\d]{2,5})[a-zđ]?)(?:\\s?/\\s?(?<year>(?:19|20)\\d{2}))?(?:\\s?(?<sep>[-/–])\\s?|${SPACED})(?<symbol>${SYMBOL_PART}(?:\\s?[-/.,–]\\s?${SYMBOL_PART})*(?:\\d{1,3}(?!\\d))?)(?![\\p{L}\\d])`,
  "gu",
);
const BEFORE = new RegExp(`(?<![\\p{L}])${KIND}[ ]?(?:so|[~^*'"]{1,3})?\\s?[:.]?\\s?$`, "u");
// Matches "NQ ", "TT số ", as letters full of abbreviations print the kind.
const SHORT_BEFORE = /(?<![\p{L}/-])(?<kind>NQ|TT|QĐ|NĐ|KH|KL|CT|TB|CTr|HD|CV|BC|TTr|TTLT)[. ]\s?(?:số\s?)?:?\s?$/u;
const LIST_BEFORE = /(?:^|[\s(])(?:so\s?:?\s?)?$/u;
const LOOK_BACK = 40;

/** Yields the documents that the view names by a number and a symbol, in the order of the text. */
export function* numberedCitations(view: TextView, registry: Registry): Generator<CitationMention> {
  const { text, folded } = view;
  let last: { readonly end: number; readonly kindWord: string | null } | null = null;
  for (const match of text.matchAll(NUMBER)) {
    const { number = "", year, sep = "/", symbol = "" } = match.groups ?? {};
    const printed = symbol.replace(/\s/gu, "").replaceAll("–", "-").replace(/,$/u, "");
    const at = match.index;
    const before = folded.slice(Math.max(0, at - LOOK_BACK), at);
    const kind = BEFORE.exec(before);
    // Without a sign before its symbol, or with letters that scans give for digits ("l59"), a number is one only after its kind.
    const isScanned = /[lIO]/u.test(number);
    if ((match.groups?.["sep"] === undefined || isScanned) && kind === null) continue;
    if (isScanned && !/\d/u.test(number)) continue;
    if (!isSymbol(printed, registry, kind !== null)) continue;
    const between: string = last === null ? "" : folded.slice(last.end, at);
    let start = at;
    let kindWord: string | null = null;
    if (kind !== null) {
      start = at - (before.length - kind.index);
      kindWord = kind.groups?.["kind"] ?? null;
    } else if (SHORT_BEFORE.test(text.slice(Math.max(0, at - LOOK_BACK), at))) {
      const short = SHORT_BEFORE.exec(text.slice(Math.max(0, at - LOOK_BACK), at));
      start = at - (before.length - (short?.index ?? before.length));
      kindWord = short?.groups?.["kind"]?.toLowerCase() ?? null;
    } else {
      const so = /so\s?:?\s?$/u.exec(before);
      if (so !== null) start = at - so[0].length;
      // "các nghị quyết: số 19-NQ/TW, số 20-NQ/TW" names the kind once.
      if (
        last !== null &&
        between.length < 160 &&
        LIST_BEFORE.test(before) &&
        !/[.\n]\s/u.test(between.replace(/\d{1,2}\.\d/gu, ""))
      )
        kindWord = last.kindWord;
    }
    if (kindWord === "van ban") kindWord = null;
    const end = at + match[0].length;
    const issued = dateAfter(folded, end);
    last = { end, kindWord };
    yield {
      form: "numbered",
      start,
      end,
      kindWord,
      number: isScanned ? number.replace(/[lI]/gu, "1").replaceAll("O", "0") : number,
      numberYear: year ?? null,
      symbol: printed,
      separator: sep === "/" ? "/" : "-",
      issuedOn: issued?.day ?? null,
      tail: issued?.end ?? end,
      name: null,
      term: null,
      session: null,
      isProvincial: false,
    };
  }
}

// Matches what may stand between a number and its date: ", ngày", " (ngày", " ký ngày", " ban hành ngày".
const TO_DATE = /(?:\s?[,(]?\s?(?:(?:duoc )?(?:ky|ban hanh)\s)?)/uy;

/** The date of issue directly after a place. */
export function dateAfter(folded: string, end: number): { readonly day: string; readonly end: number } | null {
  TO_DATE.lastIndex = end;
  const gap = TO_DATE.exec(folded)?.[0].length ?? 0;
  const found = dayAt(folded, end + gap);
  if (found?.year == null) return null;
  const close = folded[found.end] === ")" && folded.slice(end, end + gap).includes("(") ? 1 : 0;
  return { day: iso(found.year, found.month, found.day), end: found.end + close };
}

/** True for a symbol that documents have: some part of it is a kind or a body that is known, or it is in capitals with a body's form. */
function isSymbol(symbol: string, registry: Registry, hasKind: boolean): boolean {
  const parts = symbol.split(/[-/.,]/u).filter((part) => part !== "");
  // Symbols are in capitals: "2030 - Thu hút" is none.
  if (!parts.some((part) => part.replace(/[^\p{Lu}]/gu, "").length > 1)) return false;
  if (parts.some((part) => registry.kindsOfSymbol(part).length > 0 && part.length > 1))
    return parts.length > 1 || /\d$/u.test(symbol) || GLUED.test(symbol);
  if (parts.some((part) => registry.bodyOfSymbol(part) !== null && part.length > 1)) return true;
  return GLUED.test(symbol) || (hasKind && parts.some((part) => /^\p{Lu}{3,}/u.test(part)));
}

// Matches symbols whose hyphen is lost: "QĐUBND", "NĐCP", "NQTW".
const GLUED = /^(?:QĐ|NQ|NĐ|CT|KH|KL|TB|TT|CTr|HD)(?:UBND|HĐND|CP|TTg|TW|TU)$/u;
export { KIND };
