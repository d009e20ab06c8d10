import type { SortedLine } from "./line-sorts.ts";

/** How the text is broken into lines: by the width of a page, or one paragraph a line. */
export interface Wrapping {
  readonly isWrapped: boolean;
  /** The length that full lines have. */
  readonly width: number;
  /** True where empty lines stand between the lines of one paragraph. */
  readonly isSpaced: boolean;
}

const LONGEST_WRAPPED = 140;

export function wrappingOf(lines: readonly SortedLine[]): Wrapping {
  const texts = lines.filter(({ sort }) => sort === "text");
  const lengths = texts
    .map(({ start, end }) => end - start)
    .filter((length) => length > 30)
    .sort((a, b) => a - b);
  const at = (share: number): number => lengths[Math.min(lengths.length - 1, Math.floor(lengths.length * share))] ?? 0;
  const width = at(0.9);
  const isWrapped = width > 0 && at(0.97) <= LONGEST_WRAPPED && at(0.5) > width * 0.6;
  const lower = texts.filter(({ plain, label }) => label === null && startsLow(plain));
  const spaced = lower.filter(({ blanks }) => blanks > 0).length;
  return { isWrapped, width, isSpaced: isWrapped && lower.length > 4 && spaced > lower.length * 0.5 };
}

/** True where a line goes on inside a sentence: its first letter is small. */
export function startsLow(plain: string): boolean {
  return /^["“(]?\p{Ll}/u.test(plain);
}

// Matches what no paragraph ends with: "…của", "theo văn bản số", "…QĐ-", "…,". Must not match "…của tỉnh" nor "Chuyển đổi số".
const OPEN_END =
  /(?:[,\-–—/(]|(?:^|[\s"“(])(?:của|và|về|(?<!(?:đổi|tế|nghệ|tầng|hội|năng|quyền|dữ liệu|môi trường) )số|ngày|tháng|năm|với|cho|tại|các|những|là|theo|trong|đến|từ|bằng|do|để|hoặc|thực hiện|khóa|lần thứ|nghị quyết|kết luận|chỉ thị|quyết định|kế hoạch|chương trình|(?<!tập )trung|(?<!hoàn )thành|thủ tướng|ủy ban))$/iu;
// Matches the first word of a body's name, "…đề nghị Sở". Must not match "cơ sở", "cán bộ", "Xã hội".
const OPEN_NAME = /(?:^|[\s"“(])(?:Bộ|Sở|Ban|Hội)$/u;
const CLOSED_END = /[.;:!?…]["”'*)]*$/u;
// Matches "(Sở Y tế chủ trì…", "Đơn vị chủ trì: …", "Thời gian thực hiện: …": who carries out what stands above, never the next sentence of it.
const ASSIGNS =
  /^(?:\(\p{Lu}|\(?(?:(?:cơ quan|đơn vị) )?(?:chủ trì|phối hợp|thực hiện|đầu mối|phân công|thời gian|thời hạn|tiến độ|hoàn thành)(?: \p{Ll}+){0,2} ?:)/iu;
// Matches a colon that names follow, not items: "; cơ quan phối hợp:", "với các Sở:".
const NAMES_FOLLOW = /(?:phối hợp|chủ trì|thực hiện|đầu mối|các (?:sở|bộ|cục|vụ|ban))\s?:$/iu;
// Matches a line that can only go on: "20-NQ/TW ngày", "KL/TW;", "05/10/2023 của", "(khóa XI)".
const ONLY_GOES_ON =
  /^(?:\d+[a-z]?\s?[-/]|\p{Lu}{2,}\p{L}?[-/]\p{Lu}|\d{1,2}[/.-]\d|\(?khóa|\(qua|\(sau|\(gọi|\(viết)/iu;

/** How sure a break after a line without a full stop has to be: a heading has none, an item has one, a recital always goes on to its semicolon. */
export type Kind = "heading" | "item" | "recital";
const ROOM: Readonly<Record<Kind, number>> = { heading: 0.96, item: 0.85, recital: 0 };

/** True where `line`, which has no label, goes on in the paragraph whose last line is `last`. */
export function goesOn(
  last: SortedLine,
  line: SortedLine,
  { isWrapped, width, isSpaced }: Wrapping,
  kind: Kind = "heading",
): boolean {
  if (startsLow(line.plain)) return !(CLOSED_END.test(last.plain) && line.blanks > 0 && !isSpaced && !isWrapped);
  if (CLOSED_END.test(last.plain)) {
    if (!isWrapped || ASSIGNS.test(line.plain)) return false;
    if (/:["”'*)]*$/u.test(last.plain) && !NAMES_FOLLOW.test(last.plain)) return false;
    return isFull(last, line, width) && (line.blanks === 0 || isSpaced);
  }
  if (isCapitals(last.plain)) return isCapitals(line.plain) && line.blanks === 0;
  if (OPEN_END.test(last.plain) || OPEN_NAME.test(last.plain) || ONLY_GOES_ON.test(line.plain)) return true;
  return isWrapped && isFull(last, line, width * ROOM[kind]);
}

/** True where the first word of `line` would not have found room at the end of `last`. */
function isFull(last: SortedLine, line: SortedLine, width: number): boolean {
  const word = /^\S+/u.exec(line.plain)?.[0].length ?? 0;
  return last.end - last.start + last.indent + 1 + word > width;
}

/** True for a line in capitals: a heading. */
export function isCapitals(plain: string): boolean {
  const letters = plain.replace(/[^\p{L}]/gu, "");
  return letters.length > 2 && letters === letters.toUpperCase();
}
