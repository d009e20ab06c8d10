import { foldUnits } from "./fold-char.ts";
import { emphasisBefore, plainLine } from "./emphasis.ts";
import { labelOf, type Label } from "./labels.ts";
import type { Line } from "./lines.ts";

/** A line with what it looks like. `content` is the place in the composed text where its content starts, after markdown and label. */
export interface SortedLine extends Line {
  readonly sort: "text" | "row" | "rule" | "page";
  readonly plain: string;
  readonly folded: string;
  readonly label: Label | null;
  readonly content: number;
}

// Matches "-----", "***", "_______", "*", "o0o". Must not match "- ".
const RULE = /^(?:[-–—_*=~.·\s]+|[-*\s]*o0o[-*\s]*)$/iu;
// Matches "4", "- 12 -", "Trang 3/15". Must not match "12 huyện".
const PAGE = /^(?:[-–—]\s*)?(?:trang\s+)?\d{1,3}(?:\s*\/\s*\d{1,3})?(?:\s*[-–—])?$/iu;
// Matches "|---|:---:|". Must not match "| 1 | Xây dựng |".
const TABLE_RULE = /^(?=.*---)[\s:|-]+$/su;
/** A line that comes this often is printed on every page. */
const PAGE_HEAD_TIMES = 3;
const PAGE_HEAD_LENGTH = 90;

export function sortLines(text: string, lines: readonly Line[]): readonly SortedLine[] {
  const barred = withBareRows(
    text,
    lines.map((line) => sortLine(text, line)),
  );
  const sorted = withTabbedRows(text, barred);
  const times = new Map<string, number>();
  for (const { plain, label, sort } of sorted)
    if (sort === "text" && label === null && plain.length < PAGE_HEAD_LENGTH && /\p{L}/u.test(plain))
      times.set(withoutNumbers(plain), (times.get(withoutNumbers(plain)) ?? 0) + 1);
  return sorted.map((line) => (isPageHead(line, times) ? { ...line, sort: "page" } : line));
}

// What parts the cells of a row; an empty last cell ends with it.
const BAR = /(?<=\s)\|(?=\s|$)/gu;
/** A row that has no bar before it has so many between its cells at least, and the line beside it too. */
const FEWEST_BARS = 2;

/** Rows of a table whose outer bars are left out: "1 | Lập danh mục | Sở Y tế | Quý II". */
function withBareRows(text: string, sorted: readonly SortedLine[]): readonly SortedLine[] {
  const bars = sorted.map(({ sort, start, end }) =>
    sort === "text" ? (text.slice(start, end).match(BAR)?.length ?? 0) : 0,
  );
  // The head of a group between rows has two cells: "B | Phát triển rừng".
  const isBarred = bars.map(
    (count, index) =>
      count >= FEWEST_BARS ||
      (count > 0 && (bars[index - 1] ?? 0) >= FEWEST_BARS && (bars[index + 1] ?? 0) >= FEWEST_BARS),
  );
  return sorted.map((line, index) => {
    if (isBarred[index] !== true) return line;
    const hasNeighbour = [index - 1, index + 1].some((beside) => isBarred[beside] === true);
    return hasNeighbour ? { ...line, sort: "row", label: null, content: line.start } : line;
  });
}

// Matches the first cell of a table's head: "STT", "TT", "Số TT".
const NUMBER_HEAD = /^(?:stt|tt|so tt|so thu tu)\.?$/u;
const FEWEST_TABS = 2;

/** Rows of a table whose cells are parted by tabs, from its head on; a line without tabs ends it, unless a row of all its columns follows. */
function withTabbedRows(text: string, sorted: readonly SortedLine[]): readonly SortedLine[] {
  const rows: SortedLine[] = [];
  let columns: number | null = null;
  let isInside = false;
  for (const line of sorted) {
    const cells = line.sort === "text" ? text.slice(line.start, line.end).split("\t") : [];
    const isHead = cells.length > FEWEST_TABS && isTableHead(cells);
    if (isHead) columns = cells.length;
    // A page may end inside a table.
    if (line.sort === "text")
      isInside = columns !== null && cells.length > 1 && (isHead || isInside || cells.length === columns);
    if (line.sort !== "text" || !isInside) {
      rows.push(line);
      continue;
    }
    // An empty first cell is white space before the line.
    let { start } = line;
    while (text[start - 1] === "\t" || text[start - 1] === " ") start -= 1;
    rows.push({ ...line, sort: "row", label: null, start, content: start });
  }
  return rows;
}

function isTableHead(cells: readonly string[]): boolean {
  const heads = cells.map((cell) => foldUnits(cell.trim()));
  return (
    NUMBER_HEAD.test(heads[0] ?? "") ||
    (heads.some((head) => head.includes("chu tri")) &&
      heads.some((head) => /^(?:noi dung|nhiem vu|cong viec|ten)\b/u.test(head)))
  );
}

function isPageHead({ plain, label, sort }: SortedLine, times: ReadonlyMap<string, number>): boolean {
  if (sort !== "text" || label !== null || plain.length >= PAGE_HEAD_LENGTH || plain.length < 8) return false;
  // A head of a page has the number of the page or the name of the paper in it; a wrapped line that recurs starts small or ends in the middle.
  return (
    (times.get(withoutNumbers(plain)) ?? 0) >= PAGE_HEAD_TIMES &&
    /\d/u.test(plain) &&
    /^(?:công báo|trang|\d)/iu.test(plain)
  );
}

function withoutNumbers(plain: string): string {
  return plain.replace(/\d+/gu, "#");
}

function sortLine(text: string, line: Line): SortedLine {
  const raw = text.slice(line.start, line.end);
  const before = emphasisBefore(raw);
  const plain = plainLine(raw);
  const folded = foldUnits(plain);
  const base = { ...line, plain, folded };
  if (raw.startsWith("|"))
    return { ...base, sort: TABLE_RULE.test(raw) ? "rule" : "row", label: null, content: line.start };
  if (PAGE.test(plain)) return { ...base, sort: "page", label: null, content: line.start };
  if (RULE.test(raw)) return { ...base, sort: "rule", label: null, content: line.start };
  const label = labelOf(raw.slice(before).replace(/^(\d+|[a-zđ])\\(?=[.)])/u, "$1 "));
  return { ...base, sort: "text", label, content: line.start + before + (label?.length ?? 0) };
}
