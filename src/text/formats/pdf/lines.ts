import type { FontRuns } from "../legacy-font.ts";
import type { Glyph } from "./glyphs.ts";

/** A stretch of one line without a wide gap. */
export interface Segment {
  readonly text: string;
  readonly x: number;
  readonly end: number;
  /** Where its first word ends. */
  readonly firstEnd: number;
}

export interface Line {
  readonly y: number;
  readonly size: number;
  readonly segments: readonly Segment[];
}

/** A gap this wide, in letter heights, is a space; one with a space drawn in it may be narrower. */
const SPACE = 0.2;
const DRAWN_SPACE = 0.05;
/** A gap this wide parts columns, unless it stands after an item's label. */
const COLUMN = 2.2;
// Matches "-", "1.", "a)", "(3)", "IV.", "2.1.", "Điều 5.". Must not match "Số: 12".
const LABEL =
  /^(?:[-–+*•]|\(?\d{1,3}(?:\.\d{1,3})*[.)]?|\(?\p{L}[.)]|[IVXLC]{1,7}[.)]?|(?:Điều|ĐIỀU|Phần|PHẦN) \S{1,5})$/u;

/** Letters as lines from top to bottom, each from left to right, whatever order they were drawn in. */
export function linesOf(glyphs: readonly Glyph[], fonts: FontRuns, splitColumns: boolean): readonly Line[] {
  return rows(glyphs).flatMap((row) => {
    const segments = segmentsOf(row, fonts, splitColumns);
    if (segments.length === 0) return [];
    const main = tallest(row);
    return [{ y: main.y, size: main.size, segments }];
  });
}

function tallest(row: readonly [Glyph, ...Glyph[]]): Glyph {
  return row.reduce((best, glyph) => (glyph.size > best.size * 1.05 ? glyph : best), row[0]);
}

/** Letters whose baselines lie together; raised and lowered small ones belong to the line they stand by. */
function rows(glyphs: readonly Glyph[]): readonly [Glyph, ...Glyph[]][] {
  const sorted = glyphs
    .filter((glyph) => glyph.text.trim() !== "" || glyph.end > glyph.x)
    .sort((one, other) => one.y - other.y || one.x - other.x);
  const result: [Glyph, ...Glyph[]][] = [];
  let main: Glyph | null = null;
  for (const glyph of sorted) {
    const row = result.at(-1);
    if (row && main && glyph.y - main.y <= 0.42 * Math.max(main.size, glyph.size)) {
      row.push(glyph);
      if (glyph.size > main.size * 1.05) main = glyph;
    } else {
      result.push([glyph]);
      main = glyph;
    }
  }
  return result;
}

function segmentsOf(row: readonly Glyph[], fonts: FontRuns, splitColumns: boolean): readonly Segment[] {
  const segments: Segment[] = [];
  const sorted = [...row].sort((one, other) => one.x - other.x);
  const wide = splitColumns ? widestSpace(sorted) : Number.POSITIVE_INFINITY;
  let words = "";
  let start = 0;
  let firstEnd: number | null = null;
  let last: Glyph | null = null;
  let space = false;
  const finish = (): void => {
    const text = (words + fonts.take()).normalize("NFC").replace(/\s+/gu, " ").trim();
    if (text !== "" && last) segments.push({ text, x: start, end: last.end, firstEnd: firstEnd ?? last.end });
    words = "";
  };
  for (const glyph of sorted) {
    if (glyph.text.trim() === "") {
      space = true;
      continue;
    }
    if (last === null) start = glyph.x;
    else {
      const gap = (glyph.x - last.end) / Math.max(glyph.size, last.size);
      if (isShadow(glyph, last)) continue;
      if (gap > wide && !LABEL.test((words += fonts.take()).trim())) {
        finish();
        start = glyph.x;
        firstEnd = null;
      } else if (gap > SPACE || (space && gap > DRAWN_SPACE)) {
        firstEnd ??= last.end;
        fonts.add(" ", null);
      }
    }
    fonts.add(glyph.text, glyph.font);
    last = glyph;
    space = false;
  }
  finish();
  return segments;
}

/** The same letter drawn again a hair aside, as programs do to make it bold. */
function isShadow(glyph: Glyph, last: Glyph): boolean {
  return (
    glyph.text === last.text && Math.abs(glyph.x - last.x) < 0.12 * glyph.size && glyph.end - glyph.x > 0.2 * glyph.size
  );
}

/** What counts as a wide gap in this line: more than its spaces, which justified lines stretch. */
function widestSpace(sorted: readonly Glyph[]): number {
  const gaps: number[] = [];
  let last: Glyph | null = null;
  for (const glyph of sorted) {
    if (glyph.text.trim() === "") continue;
    if (last !== null) {
      const gap = (glyph.x - last.end) / Math.max(glyph.size, last.size);
      if (gap > SPACE) gaps.push(gap);
    }
    last = glyph;
  }
  gaps.sort((one, other) => one - other);
  const median = gaps.length >= 3 ? (gaps[Math.floor(gaps.length / 2)] ?? 0) : 0;
  return Math.max(COLUMN, 3 * median);
}
