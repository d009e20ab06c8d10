import type { Line } from "./lines.ts";

/** The smallest usual distance of lines in the cells, in letter heights. */
export function linePitch(cells: readonly (readonly Line[])[]): number {
  const distances = cells.flatMap((lines) =>
    lines.flatMap(({ y, size }, index) => {
      const above = lines[index - 1];
      return above && y - above.y >= 0.95 * size ? [(y - above.y) / size] : [];
    }),
  );
  return distances.sort((one, other) => one - other)[Math.floor(distances.length / 7)] ?? Number.POSITIVE_INFINITY;
}

/** More than the margin that programs leave between a border and the words. */
const WIDEST_MARGIN = 8;

/** The lines of a cell joined where they only wrap: a line ends its paragraph where the next word would still have fitted, or stands further off. */
export function paragraphs(lines: readonly Line[], pitch: number, left: number, right: number): readonly string[] {
  const result: string[] = [];
  const margin = lines
    .flatMap((line) => line.segments)
    .reduce((least, segment) => Math.min(least, segment.x - left, right - segment.end), WIDEST_MARGIN);
  let free = 0;
  let above = 0;
  for (const { segments, size, y } of lines) {
    const [segment] = segments;
    if (segment === undefined) continue;
    const { text, x, end, firstEnd } = segment;
    const fits = free >= firstEnd - x + 0.3 * size;
    const apart = y - above > 1.22 * pitch * size;
    if (result.length === 0 || fits || apart || /^[-–+•]\s/u.test(text)) result.push(text);
    else result.push(`${result.pop() ?? ""} ${text}`);
    free = right - left - 2 * Math.max(0, margin) - (end - x);
    above = y;
  }
  return result;
}
