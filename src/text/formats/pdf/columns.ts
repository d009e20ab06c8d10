import type { Line, Segment } from "./lines.ts";

/** A line in reading order. */
export interface PlainLine extends Segment {
  readonly y: number;
  readonly size: number;
  /** Begins a new column or follows one: what stands before it in the text does not stand above it on the page. */
  readonly jumps: boolean;
}

/** How many line heights may lie between the lines of one column. */
const FARTHEST = 3;
/** The empty strip between two columns, in letter heights. */
const GUTTER = 1;

interface Band {
  readonly lines: readonly Line[];
  readonly middle: number;
}

/** Lines set side by side (a letterhead, recipients beside a signature) as the left column, then the right one; all others as they are. */
export function inReadingOrder(lines: readonly Line[]): readonly PlainLine[] {
  const result: PlainLine[] = [];
  for (let at = 0; at < lines.length;) {
    const band = bandAt(lines, at);
    if (band === null) {
      const line = lines[at];
      if (line) result.push({ ...joined(line.segments), y: line.y, size: line.size, jumps: false });
      at += 1;
      continue;
    }
    for (const left of [true, false]) {
      let jumps = !left;
      for (const { segments, y, size } of band.lines) {
        const side = segments.filter((segment) => segment.end <= band.middle === left);
        if (side.length === 0) continue;
        result.push({ ...joined(side), y, size, jumps });
        jumps = false;
      }
    }
    at += band.lines.length;
    const next = lines[at];
    if (next && bandAt(lines, at) === null) {
      result.push({ ...joined(next.segments), y: next.y, size: next.size, jumps: true });
      at += 1;
    }
  }
  return result;
}

/** The lines from `first` on that keep one strip of the page empty, some on both sides of it; `null` where the first has no gap. */
function bandAt(lines: readonly Line[], first: number): Band | null {
  const top = lines[first];
  const gap = top && widestGap(top);
  if (!top || !gap) return null;
  let { from, to } = gap;
  let last = first;
  for (let at = first + 1; at < lines.length; at += 1) {
    const line = lines[at];
    const above = lines[at - 1];
    if (!line || !above || line.y - above.y > FARTHEST * Math.max(line.size, above.size) * 1.3) break;
    const left = Math.max(
      from,
      ...line.segments.filter((segment) => segment.x < (from + to) / 2).map((segment) => segment.end),
    );
    const right = Math.min(
      to,
      ...line.segments.filter((segment) => segment.x >= (from + to) / 2).map((segment) => segment.x),
    );
    if (right - left < GUTTER * line.size) break;
    if (line.segments.length === 1 && !isAligned(line, lines.slice(first, at), (from + to) / 2)) break;
    [from, to] = [left, right];
    last = at;
  }
  return { lines: lines.slice(first, last + 1), middle: (from + to) / 2 };
}

/** Whether a line on one side alone begins, ends or is centred where another of that side is; a heading below the columns is not. */
function isAligned({ segments: [own], size }: Line, above: readonly Line[], middle: number): boolean {
  if (!own) return false;
  const side = above.flatMap(({ segments }) => segments.filter((segment) => segment.x < middle === own.x < middle));
  const near = (one: number, other: number): boolean => Math.abs(one - other) < size;
  return side.some(({ x, end }) => near(x, own.x) || near(end, own.end) || near((x + end) / 2, (own.x + own.end) / 2));
}

function widestGap(line: Line): { readonly from: number; readonly to: number } | null {
  let widest: { readonly from: number; readonly to: number } | null = null;
  for (const [index, segment] of line.segments.entries()) {
    const next = line.segments[index + 1];
    if (next && (widest === null || next.x - segment.end > widest.to - widest.from))
      widest = { from: segment.end, to: next.x };
  }
  return widest;
}

function joined(segments: readonly Segment[]): Segment {
  return {
    text: segments.map((segment) => segment.text).join("   "),
    x: Math.min(...segments.map((segment) => segment.x)),
    end: Math.max(...segments.map((segment) => segment.end)),
    firstEnd: segments[0]?.firstEnd ?? 0,
  };
}
