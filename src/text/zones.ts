import { cellsOf, columnsOf, linesInCell } from "./cells.ts";
import { sortLines, type SortedLine } from "./line-sorts.ts";
import { isMark } from "./labels.ts";
import { goesOn, isCapitals, startsLow, type Wrapping } from "./wrapping.ts";

/** What a stretch of lines is for: the head with issuer and number, the kind word, whose document it is, the title, what stands before the first part, the parts, and recipients with the signature. */
export type Zone =
  "head" | "address" | "kind" | "ofWhom" | "title" | "opening" | "body" | "annex" | "recipients" | "signature";

export interface ZonedLine extends SortedLine {
  readonly zone: Zone;
  /** True for the right one of two columns. */
  readonly isRight: boolean;
}

/** Folded words that tell the zones apart; the kinds of documents come from the registry. */
export interface ZoneWords {
  /** Headings that print a kind, in capitals and as printed. */
  readonly kinds: readonly string[];
}

// Matches "Nơi nhận:" and the same with letters lost, "N~i nh~n:". Must not match "Nơi nhận" inside a sentence.
const RECIPIENTS = /^(?:noi nhan|noi gui|kinh chuyen|n[^ ][il1] nh[^ ]{1,2}n(?= ?:))(?![\p{L}])/u;
const ADDRESS = /^kinh gui\b/u;
// Matches the head of a telegram's addressees: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện:".
const SENDS = /(?:^| )dien ?: ?$/u;
const SUBJECT = /^v\/v\b|^v\/ v\b/u;
// Matches "TM. ỦY BAN", "T/M TỈNH ỦY", "KT. CHỦ TỊCH", "TL. BỘ TRƯỞNG". Must not match "TL trong bài".
const ON_BEHALF = /^(?:(?:tm|t\/m|t\.m|kt|k\/t|k\.t|tl|t\/l|t\.l|tuq|t\/uq)(?:\s?[./]\s?|\s)|q\.\s?)(?=\p{L})/u;
const POSTS =
  /^(?:pho )?(?:chu tich|bi thu|giam doc|bo truong|thu truong|thu tuong|truong ban|tong bi thu|chanh van phong|cuc truong|vien truong|chanh an|hieu truong|tong giam doc|chu nhiem|chi huy truong|thuong truc ban bi thu)\b/u;
// Matches "của …", also behind what is left of a damaged word.
const OF_WHOM = /^[^\p{L}]{0,40}(?:[^\s~^|\\]{0,40}[~^|\\]\S{0,40} {1,8}){0,3}cua\b/u;
const STARTERS =
  /^(?:can cu|thuc hien|tren co so|trien khai|thi hanh|cu the hoa|xet|theo|de|nham|ngay \d|kinh gui|qua|sau|tiep theo)\b/u;
const ENACTING = /^(?:quyet dinh|quyet nghi|chi thi|yeu cau|ket luan|nghi quyet|thong bao)\s?:?$/u;
const ENCLOSED = /^\(?(?:ban hanh )?(?:kem theo|dinh kem)\b/u;

/** Says of every line what it is for. Lines set in two columns come as two. */
export function zonesOf(
  text: string,
  lines: readonly SortedLine[],
  wrapping: Wrapping,
  words: ZoneWords,
): readonly ZonedLine[] {
  const out: ZonedLine[] = [];
  const put = (line: SortedLine, zone: Zone, isRight = false): void => {
    out.push({ ...line, zone, isRight });
  };
  const kindAt = lines.findIndex((line, place) => place < 60 && kindLength(line, words) > 0);
  const addressAt = lines.findIndex((line) => ADDRESS.test(line.folded));
  let place = 0;
  const headEnd =
    kindAt >= 0 && (addressAt < 0 || kindAt < addressAt) ? kindAt : addressAt >= 0 ? addressAt : headOf(lines);
  for (; place < headEnd; place++) {
    const line = lines[place];
    if (line !== undefined) for (const piece of piecesOf(text, line)) put(piece.line, "head", piece.isRight);
  }
  if (headEnd === kindAt && kindAt >= 0) place = titled(text, lines, place, wrapping, words, put);
  else if (addressAt < 0) place = untitled(lines, place, wrapping, put);
  bodied(text, lines, place, words, put);
  return out;
}

type Put = (line: SortedLine, zone: Zone, isRight?: boolean) => void;

/** Length of the kind in capitals that a line begins with: "KẾ HOẠCH", "CHƯƠNG TRÌNH HÀNH ĐỘNG CỦA …". */
function kindLength({ plain, folded, sort }: SortedLine, { kinds }: ZoneWords): number {
  if (sort !== "text") return 0;
  let longest = 0;
  for (const kind of kinds) {
    if (kind.length <= longest || !folded.startsWith(kind)) continue;
    const printed = plain.slice(0, kind.length);
    if (printed === printed.toUpperCase() && !/[\p{L}\p{N}]/u.test(plain[kind.length] ?? "")) longest = kind.length;
  }
  return longest;
}

/** Where a text without a kind begins: after a printed head, if it has one. */
function headOf(lines: readonly SortedLine[]): number {
  const motto = lines.findIndex(
    ({ folded }, place) => place < 20 && /cong hoa xa hoi chu nghia|dang cong san viet nam/u.test(folded),
  );
  if (motto < 0) return 0;
  const end = lines.findIndex(
    ({ folded, label }, place) => place > motto && (STARTERS.test(folded) || (label !== null && !isMark(label.style))),
  );
  return end < 0 ? Math.min(lines.length, motto + 3) : end;
}

function titled(
  text: string,
  lines: readonly SortedLine[],
  from: number,
  wrapping: Wrapping,
  words: ZoneWords,
  put: Put,
): number {
  const first = lines[from];
  if (first === undefined) return from;
  const { line: kindLine, rest } = parted(text, first, kindLength(first, words));
  put(kindLine, "kind");
  return titleLines(lines, from + 1, rest, wrapping, put);
}

/** Parts a line in two after the given number of plain letters. */
function parted(
  text: string,
  line: SortedLine,
  length: number,
): { readonly line: SortedLine; readonly rest: SortedLine | null } {
  // Emphasis is left out of the plain text: count letters in both.
  let letters = 0;
  const wanted = line.plain.slice(0, length).replace(/\s/gu, "").length;
  let place = line.start;
  for (; place < line.end && letters < wanted; place++) if (/[^\s*_#>\\]/u.test(text[place] ?? "")) letters += 1;
  const [after] = sortLines(text, [{ ...line, start: place, end: line.end }]);
  const hasRest = line.plain.slice(length).replace(/[\s:*_.]/gu, "") !== "";
  return {
    line: { ...line, end: place, plain: line.plain.slice(0, length) },
    rest: hasRest && after !== undefined ? skipSpace(text, after) : null,
  };
}

function skipSpace(text: string, line: SortedLine): SortedLine {
  let { start } = line;
  while (start < line.end && /\s/u.test(text[start] ?? "")) start += 1;
  return { ...line, start, content: Math.max(start, line.content), blanks: 0 };
}

function untitled(lines: readonly SortedLine[], from: number, wrapping: Wrapping, put: Put): number {
  const first = lines[from];
  return first === undefined ? from : titleLines(lines, from, null, wrapping, put);
}

function titleLines(
  lines: readonly SortedLine[],
  from: number,
  rest: SortedLine | null,
  wrapping: Wrapping,
  put: Put,
): number {
  let last: SortedLine | null = null;
  let hasTitle = false;
  let allCapitals = true;
  if (rest !== null) {
    const isOfWhom = /^cua\b/u.test(rest.folded.trimStart()) && isCapitals(rest.plain);
    put(rest, isOfWhom ? "ofWhom" : "title");
    hasTitle = !isOfWhom;
    last = rest;
    allCapitals = isCapitals(rest.plain);
  }
  for (let place = from; place < lines.length; place++) {
    const line = lines[place];
    if (line === undefined) break;
    if (line.sort === "page") continue;
    if (line.sort === "rule") {
      if (hasTitle) return place + 1;
      continue;
    }
    if (line.sort === "row" || (line.label !== null && !isMark(line.label.style))) return place;
    const isOfWhom =
      !hasTitle &&
      isCapitals(line.plain) &&
      (OF_WHOM.test(line.folded) ||
        (last !== null && /^(?:cua|va)\b/u.test(last.folded) && !STARTERS.test(line.folded)));
    if (isOfWhom) {
      put(line, "ofWhom");
      last = line;
      continue;
    }
    if (hasTitle && last !== null && isAfterTitle(last, line, wrapping, allCapitals)) return place;
    put(line, "title");
    hasTitle = true;
    allCapitals &&= isCapitals(line.plain);
    last = line;
  }
  return lines.length;
}

function isAfterTitle(last: SortedLine, line: SortedLine, wrapping: Wrapping, allCapitals: boolean): boolean {
  if (startsLow(line.plain)) return false;
  // "QUY CHẾ PHỐI HỢP / Về công tác …": the words in capitals say the kind more closely.
  if (allCapitals && !isCapitals(line.plain) && /^(?:ve|trong|giua)\b/u.test(line.folded)) return false;
  if (/^can cu\b/u.test(line.folded) || ENCLOSED.test(line.folded) || ADDRESS.test(line.folded)) return true;
  if (isCapitals(line.plain) && !allCapitals) return true;
  if (isCapitals(line.plain) && POSTS.test(line.folded)) return true;
  const isOpen = wrapping.isSpaced
    ? goesOn(last, line, wrapping, "item")
    : goesOn({ ...last, end: last.start }, line, { ...wrapping, isWrapped: false });
  if (isOpen) return false;
  return line.blanks > 0 || STARTERS.test(line.folded) || !wrapping.isWrapped;
}

function bodied(text: string, lines: readonly SortedLine[], from: number, words: ZoneWords, put: Put): void {
  let zone: Zone = "opening";
  let isAddress = false;
  for (let place = from; place < lines.length; place++) {
    const line = lines[place];
    if (line === undefined) break;
    if (line.sort === "rule") continue;
    // "Kính gửi:", "… điện:" with the lines and dashes below it.
    isAddress =
      ADDRESS.test(line.folded) ||
      (zone === "opening" && SENDS.test(line.folded)) ||
      (isAddress &&
        line.sort !== "row" &&
        (line.label !== null ? isMark(line.label.style) : line.blanks === 0 || startsLow(line.plain)));
    if (isAddress) {
      put(line, "address");
      continue;
    }
    zone = zoneAfter(zone, line, lines.slice(place + 1, place + 7), words, lines[place - 1] ?? null);
    if (zone === "recipients" || zone === "signature") {
      for (const { line: piece, isRight } of piecesOf(text, line)) {
        if (zone === "recipients" && !isRight && isSigned(piece)) zone = "signature";
        put(piece, isRight && !RECIPIENTS.test(piece.folded) ? "signature" : zone, isRight);
      }
    } else if (zone === "body" && ENACTING.test(line.folded) && isCapitals(line.plain)) put(line, "opening");
    else put(line, zone);
  }
}

function zoneAfter(
  zone: Zone,
  line: SortedLine,
  next: readonly SortedLine[],
  words: ZoneWords,
  before: SortedLine | null,
): Zone {
  const { folded, label, sort } = line;
  const isList = label !== null && !isMark(label.style);
  switch (zone) {
    case "opening":
      if (isTail(line) && (ON_BEHALF.test(folded) || /\bnoi nhan\b/u.test(folded))) return tailOf(line);
      if (isList || (sort === "row" && !RECIPIENTS.test(folded))) return "body";
      if (label !== null && !/^can cu\b/u.test(foldedContent(line)) && /:["”*]*$/u.test(before?.plain ?? ""))
        return "body";
      if (before !== null && ENACTING.test(before.folded) && isCapitals(before.plain)) return "body";
      return "opening";
    case "recipients":
    case "signature":
      if (RECIPIENTS.test(folded) || (sort === "row" && /\bnoi nhan\b/u.test(folded))) return "recipients";
      if (label?.style === "annex") return "annex";
      if (sort === "row" && line.plain.split("|").length > 4) return "body";
      if (
        isCapitals(line.plain) &&
        kindLength(line, words) > 0 &&
        next.some(({ folded: after }) => ENCLOSED.test(after))
      )
        return "annex";
      if (isList && isCapitals(line.plain) && zone === "signature") return "body";
      return zone;
    case "annex":
      if (isTail(line)) return tailOf(line);
      return (isList && label.style !== "annex") || sort === "row" ? "body" : "annex";
    case "address":
    case "head":
    case "kind":
    case "ofWhom":
    case "title":
    case "body":
      if (isTail(line)) return tailOf(line);
      if (label?.style === "annex" && (isCapitals(line.plain) || label.length >= line.plain.length)) return "annex";
      return "body";
  }
}

function foldedContent({ folded, label }: SortedLine): string {
  return folded.slice(label?.length ?? 0);
}

function isTail(line: SortedLine): boolean {
  const first = line.folded.replace(/^[|\s*_]+/u, "");
  return RECIPIENTS.test(first) || (line.sort === "row" && /\bnoi nhan\s*:/u.test(line.folded)) || isSigned(line);
}

function tailOf(line: SortedLine): Zone {
  return RECIPIENTS.test(line.folded) || /\bnoi nhan\b|\bnoi gui\b/u.test(line.folded) ? "recipients" : "signature";
}

function isSigned({ plain, folded, label, sort }: SortedLine): boolean {
  if (label !== null || sort !== "text" || plain.length > 80) return false;
  if (!ON_BEHALF.test(folded) && !POSTS.test(folded) && !/^ban thuong/u.test(folded)) return false;
  return isMostlyCapitals(plain.split(/\s{3,}|\t/u)[0] ?? "");
}

function isMostlyCapitals(plain: string): boolean {
  const letters = plain.replace(/[^\p{L}]/gu, "");
  return letters.length > 3 && letters.replace(/[^\p{Lu}]/gu, "").length > letters.length * 0.8;
}

/** A line that begins after so many blanks stands in the right column. */
const FAR_RIGHT = 24;

/** The columns of a line of the head or the tail, in their order. */
function piecesOf(text: string, line: SortedLine): readonly { readonly line: SortedLine; readonly isRight: boolean }[] {
  const ranges =
    line.sort === "row"
      ? cellsOf(text, line).flatMap((cell, column) =>
          linesInCell(text, cell).map((range) => ({ range, isRight: column > 0 })),
        )
      : columnsOf(text, line).map((range, column) => ({ range, isRight: column > 0 || line.indent > FAR_RIGHT }));
  return ranges.flatMap(({ range, isRight }, piece) => {
    const [sorted] = sortLines(text, [{ ...range, blanks: piece === 0 ? line.blanks : 0, indent: line.indent }]);
    return sorted === undefined || sorted.sort === "rule" ? [] : [{ line: sorted, isRight }];
  });
}

export { SUBJECT, ADDRESS, ON_BEHALF, POSTS };
