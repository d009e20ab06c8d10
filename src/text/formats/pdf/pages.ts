import { tableBlocks, type Block, type Grid } from "../blocks.ts";
import type { PlainLine } from "./columns.ts";
import { inReadingOrder } from "./columns.ts";
import type { PageMarks } from "./glyphs.ts";
import { linesOf } from "./lines.ts";
import { ruledTables, type RuledTable } from "./ruled-tables.ts";
import type { FontRuns } from "../legacy-font.ts";

/** What stands on a page from top to bottom. */
export type PageItem =
  /** `edge`: so near the top or bottom that it may be a running header. */
  | { readonly kind: "line"; readonly line: PlainLine; readonly edge: boolean }
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "table"; readonly table: RuledTable };

// Matches "12", "- 12 -", "12/15", "Trang 3". Must not match "2025." of a text.
const PAGE_NUMBER = /^(?:[-–]\s*)?(?:(?:Trang|TRANG)\s+)?\d{1,4}(?:\s*[/|]\s*\d{1,4})?(?:\s*[-–])?$/u;

/** The lines and tables of a page in reading order. */
export function pageItems(marks: PageMarks, height: number, fonts: FontRuns): readonly PageItem[] {
  const { tables, rest } = ruledTables(marks.glyphs, marks.rules, fonts);
  const lines = linesOf(rest, fonts, true);
  const items: PageItem[] = [];
  let from = 0;
  const addLines = (to: number): void => {
    for (const line of inReadingOrder(lines.slice(from, to))) {
      const atEdge = line.y < 0.12 * height || line.y > 0.88 * height;
      if (atEdge && PAGE_NUMBER.test(line.text)) items.push({ kind: "number", text: line.text });
      else items.push({ kind: "line", line, edge: line.y < 0.08 * height || line.y > 0.92 * height });
    }
    from = to;
  };
  for (const table of tables) {
    const next = lines.findIndex((line) => line.y - 0.3 * line.size > table.top);
    addLines(Math.max(from, next < 0 ? lines.length : next));
    items.push({ kind: "table", table });
  }
  addLines(lines.length);
  return items;
}

/** Pages as blocks: page numbers on lines of their own, tables that go on over a page as one. */
export function pagesToBlocks(pages: readonly (readonly PageItem[])[]): readonly Block[] {
  const blocks: Block[] = [];
  const pitch = linePitch(pages);
  let open: { rows: (readonly (readonly string[])[])[]; edges: readonly number[] } | null = null;
  let numbers: string[] = [];
  const closeTable = (): void => {
    for (const block of open ? tableBlocks(open.rows, true) : []) blocks.push(block);
    open = null;
    for (const text of numbers) blocks.push({ kind: "paragraph", text, tight: false });
    numbers = [];
  };
  let afterNumber = true;
  let last: PlainLine | null = null;
  let width = 0;
  for (const items of pages) {
    let first = true;
    for (const item of items) {
      if (item.kind === "number") {
        if (open) numbers.push(item.text);
        else blocks.push({ kind: "paragraph", text: item.text, tight: false });
        afterNumber = true;
        continue;
      }
      if (item.kind === "table") {
        if (open !== null && first && goesOn(open.edges, item.table.edges)) appendRows(open.rows, item.table.grid);
        else {
          closeTable();
          open = { rows: [...item.table.grid], edges: item.table.edges };
        }
        afterNumber = true;
        first = false;
        continue;
      }
      closeTable();
      const { line } = item;
      const below =
        last !== null && (first ? isShort(last, width) : line.y - last.y > 1.22 * pitch(line.size) || line.y < last.y);
      const apart = afterNumber || line.jumps || below;
      blocks.push({ kind: "paragraph", text: line.text, tight: !apart });
      last = line;
      first = false;
      afterNumber = false;
    }
    width = pageWidth(items);
  }
  closeTable();
  return blocks;
}

/** Where the longest line of a page ends. */
function pageWidth(items: readonly PageItem[]): number {
  return items.reduce((most, item) => (item.kind === "line" ? Math.max(most, item.line.end) : most), 0);
}

/** Whether the last line of a page of this width ends its paragraph: not where the paragraph may go on over the page. */
function isShort(line: PlainLine, width: number): boolean {
  return line.end < 0.8 * width || line.end - line.x < 0.5 * width;
}

function goesOn(edges: readonly number[], next: readonly number[]): boolean {
  return edges.length === next.length && edges.every((edge, index) => Math.abs(edge - (next[index] ?? 0)) < 4);
}

/** Adds the rows of the next page: without a heading that is printed again, and a row cut by the page's end put together. */
function appendRows(rows: (readonly (readonly string[])[])[], more: Grid): void {
  const isSame = (one: Grid[number] = [], other: Grid[number] = []): boolean =>
    JSON.stringify(one) === JSON.stringify(other);
  const rest = isSame(rows[0], more[0]) ? more.slice(1) : more;
  const [first, ...others] = rest;
  const last = rows.at(-1);
  const numbered = rows.filter((row) => (row[0]?.length ?? 0) > 0).length;
  if (first && last && first[0]?.length === 0 && (last[0]?.length ?? 0) > 0 && numbered >= 0.8 * rows.length)
    rows[rows.length - 1] = last.map((cell, column) => glued(cell, first[column] ?? []));
  else if (first) rows.push(first);
  for (const row of others) rows.push(row);
}

function glued(above: readonly string[], below: readonly string[]): readonly string[] {
  const [first, ...others] = below;
  const last = above.at(-1);
  if (first === undefined || last === undefined) return [...above, ...below];
  if (/[;.:]$/u.test(last)) return [...above, ...below];
  return [...above.slice(0, -1), `${last} ${first}`, ...others];
}

/** How far apart the lines of one paragraph are, by their size: one of the smaller distances seen, where paragraphs stand further apart. */
function linePitch(pages: readonly (readonly PageItem[])[]): (size: number) => number {
  const distances = new Map<number, number[]>();
  for (const items of pages) {
    let last: PlainLine | null = null;
    for (const item of items) {
      if (item.kind !== "line") {
        last = null;
        continue;
      }
      const distance = item.line.y - (last?.y ?? item.line.y);
      if (distance >= item.line.size && distance < 3 * item.line.size && !item.line.jumps) {
        const key = Math.round(item.line.size);
        distances.set(key, [...(distances.get(key) ?? []), distance]);
      }
      last = item.line;
    }
  }
  const pitches = new Map(
    [...distances].map(([size, list]) => [
      size,
      list.sort((one, other) => one - other)[Math.floor(list.length / 7)] ?? 0,
    ]),
  );
  return (size) => Math.max(pitches.get(Math.round(size)) ?? 0, 1.15 * size);
}
