import { withoutInvisible } from "./invisible.ts";
import { secrecyIn, type SaidSecrecy, type SecrecyLevel } from "./secrecy-words.ts";

export interface SecrecyStamp {
  readonly level: SecrecyLevel;
  /** Half open, in UTF-16 code units of the text. */
  readonly start: number;
  readonly end: number;
}

/** A stamp stands by the number and symbol, so among the first lines of a document or of what is attached to it. */
const HEAD_LINES = 25;
/** Of no line of a head, in UTF-16 code units and in columns. */
const LONGEST_LINE = 500;
const MOST_COLUMNS = 16;
/** A line of so many letters that is not ended goes on in the next one. */
const WRAPPED = 60;

// Columns of a head: "UBND TỈNH A  MẬT", "| UBND TỈNH A<br>Số: 1/KH | MẬT |".
const COLUMN = /(?:(?!\t|[ \u00a0\u3000]{2}|\||<br>).)+/gu;
// The number of a document with what stands behind it: "Số: 12/KH-UBND MẬT", "Số 3-KH/TU TỐI MẬT". Must not match "Số lượng 3/4 bản".
const NUMBER = /^\P{L}{0,20}S(?:ố|Ố|o\u0302\u0301|O\u0302\u0301)[\s:.…_\d]{0,30}\p{Ll}?\s?[-/–]\s?[^\s]{1,40}\s+/u;
// A line that begins another head: of an annex, or of a document that is attached whole.
const HEAD = /^\P{L}{0,20}(?:PHỤ LỤC|Phụ lục)(?!\p{L})|CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA|ĐẢNG CỘNG SẢN VIỆT NAM$/u;
// What leaves a heading open: "KẾ HOẠCH BẢO VỆ BÍ" is followed by "MẬT", "QUẢN LÝ" by "TÀI LIỆU MẬT".
const OPEN =
  /(?:^|\P{L})(?:BÍ|BẢO|CƠ|VỀ|VÀ|HOẶC|CÁC|NHỮNG|CỦA|ĐỘ|TUYỆT|TỐI|GIỮ|HỦY|HUỶ|GỬI|SỬ DỤNG|QUẢN LÝ|XỬ LÝ|BẢO VỆ)$|,$/iu;

interface Part {
  readonly start: number;
  readonly end: number;
}

interface Line {
  readonly start: number;
  readonly words: string;
  readonly columns: readonly Part[];
  /** True where no empty line stands before it. */
  readonly isNext: boolean;
}

/**
 * The secrecy stamp of a document or of what is attached to it, or `null`: a line, a column of a head or what stands behind a number that speaks of
 * nothing but secrecy, urgency and copies. A text that only speaks of secrets has none.
 */
export function secrecyStamp(text: string): SecrecyStamp | null {
  let before: Line | null = null;
  let headLeft = HEAD_LINES;
  for (const { start, words, isNext } of linesOf(text)) {
    const isLong = words.length > LONGEST_LINE;
    const line: Line = isLong
      ? { start, words: words.slice(-LONGEST_LINE), columns: [], isNext }
      : { start, words, columns: columnsOf(words, start), isNext };
    if (text[start - 1] === "\f" || (!isLong && HEAD.test(plain(words)))) headLeft = HEAD_LINES;
    const stamp = stampIn(text, line, before, headLeft > 0);
    if (stamp !== null) return stamp;
    headLeft -= 1;
    before = line;
  }
  return null;
}

/** The lines in which something stands. They are parted by what ends them: a pattern would run out of stack on a line of millions. */
function* linesOf(text: string): Generator<Omit<Line, "columns">> {
  let start = 0;
  let isNext = false;
  for (const { index: end } of `${text}\n`.matchAll(/[\r\n\f\v\u0085\u2028\u2029]/gu)) {
    const words = text.slice(start, end);
    if (/\S/u.test(words)) yield { start, words, isNext };
    // Windows ends a line with two characters, between which nothing stands.
    if (words !== "" || text[start - 1] !== "\r") isNext = /\S/u.test(words);
    start = end + 1;
  }
}

/** The words between two places as a person reads them. */
const plain = (words: string): string => withoutInvisible(words).normalize("NFC").replace(/\s+/gu, " ").trim();

function columnsOf(words: string, at: number): readonly Part[] {
  const columns: Part[] = [];
  for (const { 0: column, index } of words.matchAll(COLUMN)) {
    if (column.trim() === "") continue;
    const start = index + column.length - column.trimStart().length;
    const end = index + column.trimEnd().length;
    const number = NUMBER.exec(words.slice(start, end))?.[0].length ?? 0;
    if (number > 0) columns.push({ start: at + start, end: at + start + number });
    columns.push({ start: at + start + number, end: at + end });
  }
  return columns;
}

function stampIn(text: string, line: Line, before: Line | null, inHead: boolean): SecrecyStamp | null {
  const { columns, words } = line;
  if (!/[mｍ]/iu.test(words) || columns.length === 0 || columns.length > MOST_COLUMNS || goesOn(before, line))
    return null;
  const found = stampsAmong(text, columns, before);
  const levels = new Set(found.map(({ level }) => level));
  // Several levels beside one another are the head of a table of them.
  if (levels.size !== 1) return null;
  return found.find((stamp) => isPlace(text, stamp, columns, inHead)) ?? null;
}

type Found = SecrecyStamp & Pick<SaidSecrecy, "manner">;

/** What the columns of a line say, the most columns together first: letters that are set apart look like columns. */
function stampsAmong(text: string, columns: readonly Part[], before: Line | null): readonly Found[] {
  const found: Found[] = [];
  for (let first = 0; first < columns.length; first += 1) {
    for (let last = columns.length - 1; last >= first; last -= 1) {
      const [start, end] = [columns[first]?.start ?? 0, columns[last]?.end ?? 0];
      const said = secrecyIn(text.slice(start, end));
      if (said === null) continue;
      found.push(begunAbove(text, { ...said, start, end }, before));
      first = last;
      break;
    }
  }
  return found;
}

/** "TUYỆT" over "MẬT" is one stamp. */
function begunAbove(text: string, stamp: Found, before: Line | null): Found {
  for (const { start, end } of stamp.level === "MẬT" ? (before?.columns ?? []) : []) {
    const said = secrecyIn(`${text.slice(start, end)} ${text.slice(stamp.start, stamp.end)}`);
    if (said !== null && said.level !== "MẬT") return { ...said, start, end: stamp.end };
  }
  return stamp;
}

/** Whether a stamp may stand there: a whole line anywhere, a column in a head, what is not in capitals only in a head. */
function isPlace(
  text: string,
  { start, end, level, manner }: Found,
  columns: readonly Part[],
  inHead: boolean,
): boolean {
  const [first, last] = [columns[0], columns.at(-1)];
  const number = first !== undefined && NUMBER.test(`${text.slice(first.start, first.end)} `) ? columns[1] : first;
  const isWhole = start <= (number?.start ?? 0) && end === last?.end;
  if (manner !== "title") return isWhole || (inHead && !isRow(text, first));
  return inHead && (isWhole || (columns.length <= 2 && level !== "MẬT"));
}

/** A line that begins with its ordinal is one of a table: a list of documents tells how secret each is. */
function isRow(text: string, first: Part | undefined): boolean {
  const words = first === undefined ? "" : text.slice(first.start, first.end);
  return /\d/u.test(words) && !/\p{L}/u.test(words);
}

/** Whether the line above goes on in this one: a heading that is left open, a paragraph that is not ended. */
function goesOn(before: Line | null, { isNext }: Line): boolean {
  if (before === null) return false;
  const last = plain(before.words.slice((before.columns.at(-1)?.start ?? before.start) - before.start));
  if (secrecyIn(`${last} MẬT`) !== null) return false;
  if (OPEN.test(last)) return true;
  return isNext && last.length >= WRAPPED && /\p{Ll}/u.test(last) && !/^Số|[.:;!?…"”)]$/u.test(last);
}
