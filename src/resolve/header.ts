import type { AgencyMention } from "../recognise/mention.ts";
import { dayAt, iso } from "../recognise/dates.ts";
import type { Layout } from "../text/structure.ts";
import type { Block } from "../text/blocks.ts";

/** What the head of a document prints of it. */
export interface PrintedHead {
  readonly number: string | null;
  readonly symbol: string | null;
  readonly year: string | null;
  readonly separator: "-" | "/";
  readonly place: string | null;
  /** The first day of issue that is printed, head before signature; another one does not change it but is told. */
  readonly issuedOn: string | null;
  /** Every printed day of issue with its place in the view. */
  readonly days: readonly { readonly start: number; readonly end: number; readonly day: string }[];
  /** Where the printed number stands in the view, so that it is no citation. */
  readonly numberAt: { readonly start: number; readonly end: number } | null;
}

// Matches "Số: 87/KH-UBND", "Số: 1472 QĐ/UB", "S6 42-CTr/TU", "Số 31-CTr/TU", "Số:      /QĐ-UBND", "Số: 40/2024/QĐ-UBND".
const NUMBER =
  /^(?:so|s0|sO|s6) ?:? ?(?<number>\d{1,5}[a-zđ]?)? ?(?:\/ ?(?<year>(?:19|20)\d{2}))? ?(?<sep>[-/]|(?<=\d )(?=(?:qd|ct|nq|kh|tb|bc|cv|tt|hd)[-/])) ?(?<symbol>[a-z]+\d{0,3}(?:(?: [-/.&,]|[-/.&,] ?)[a-z]+\d{0,3})*)/u;
// Matches "Trà Vinh, ngày 16 tháng 01 năm 2023", "Hà Nội ngày 5/3/2020", "TP. Hồ Chí Minh, ngày   tháng 3 năm 2021".
const PLACE = /(?:^|[-|*] ?)(?<place>[\p{L}. -]{2,40}?),? ?(?=ngay\b)/u;

export function printedHead({ view, blocks }: Layout): PrintedHead {
  const head = blocks.filter(({ zone }) => zone === "head");
  // The line of the day at the foot may stand under the recipients.
  const tail = blocks.filter(
    ({ zone, start }) => zone === "signature" || (zone === "recipients" && view.text.charAt(start) !== "-"),
  );
  let found: PrintedHead = {
    number: null,
    symbol: null,
    year: null,
    separator: "/",
    place: null,
    issuedOn: null,
    days: [],
    numberAt: null,
  };
  for (const block of [...head, ...tail]) {
    const folded = view.folded.slice(block.start, block.end);
    const text = view.text.slice(block.start, block.end);
    const numbered = found.symbol === null && block.zone === "head" ? NUMBER.exec(folded) : null;
    if (numbered !== null) {
      const { number, year, sep, symbol = "" } = numbered.groups ?? {};
      const at = numbered[0].length - symbol.length;
      const printed = text.slice(at, at + symbol.length).replace(/\s/gu, "");
      found = {
        ...found,
        number: number ?? null,
        year: year ?? null,
        symbol: printed,
        separator: sep === "-" ? "-" : "/",
        numberAt: { start: block.start, end: block.start + numbered[0].length },
      };
    }
    const placed = PLACE.exec(folded);
    if (placed === null || /^so\b/u.test(placed[0]) || !/ngay[\s\d.…/_-]*(?:thang|\d)/u.test(folded)) continue;
    const day = dayAt(view.folded, block.start + placed.index + placed[0].length);
    const issuedOn = day?.year == null ? null : iso(day.year, day.month, day.day);
    if (day !== null && issuedOn !== null)
      found = { ...found, days: [...found.days, { start: day.start, end: day.end, day: issuedOn }] };
    if (found.place === null) found = { ...found, place: placeIn(text, placed), issuedOn };
  }
  return found;
}

/** "Trà Vinh" of "… - Trà Vinh, ngày 16 tháng 01 năm 2023". */
function placeIn(text: string, { 0: line, index, groups }: RegExpExecArray): string | null {
  const place = groups?.["place"] ?? "";
  const at = index + line.indexOf(place);
  const printed = text.slice(at, at + place.length).trim();
  return printed.split(/\s[-–—]\s/u).at(-1) ?? null;
}

/** The bodies of the head's left column, which prints who issues it, the parent first. */
export function headAgencies(blocks: readonly Block[], mentions: readonly AgencyMention[]): readonly AgencyMention[] {
  const head = blocks.filter(({ zone }) => zone === "head");
  return mentions.filter((mention) => head.some(({ start, end }) => mention.start >= start && mention.end <= end));
}
