/** What every structured format is read into: lines and tables in reading order. */
export type Block = ParagraphBlock | TableBlock;

export interface ParagraphBlock {
  readonly kind: "paragraph";
  readonly text: string;
  /** Stands directly below the paragraph before it, without an empty line: the lines of a letterhead, a title, a list of recipients. */
  readonly tight: boolean;
}

export interface TableBlock {
  readonly kind: "table";
  readonly grid: Grid;
}

/** Rows of cells of lines. A merged cell has its lines once, where it begins, and is empty where it goes on, so that columns stay below each other. */
export type Grid = readonly (readonly (readonly string[])[])[];

/** A grid wider and longer than this is written as it is, its short rows not filled up. */
const MOST_FILLED = 1_000_000;

/** The text of the blocks: one paragraph a line, an empty line between those that are apart, tables as Markdown pipe tables. Ends in one line feed. */
export function renderBlocks(blocks: readonly Block[]): string {
  const parts: string[] = [];
  for (const block of blocks) {
    const text = block.kind === "table" ? renderTable(block.grid) : block.text.replace(/(?<![ \t])[ \t]+$/gmu, "");
    if (text.trim() === "") continue;
    if (parts.length > 0) parts.push(block.kind === "paragraph" && block.tight ? "\n" : "\n\n");
    parts.push(text);
  }
  return parts.length === 0 ? "" : `${parts.join("")}\n`;
}

function renderTable(grid: Grid): string {
  const rows = grid.filter((row) => row.some((cell) => cell.some((line) => line.trim() !== "")));
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const filled = rows.length * columns <= MOST_FILLED;
  const lines = rows.map((row) => {
    const cells = row.map(cellText);
    while (filled && cells.length < columns) cells.push("");
    return `|${cells.map((cell) => ` ${cell} `).join("|")}|`;
  });
  if (lines.length > 0) lines.splice(1, 0, `|${"---|".repeat(columns)}`);
  return lines.join("\n");
}

function cellText(lines: readonly string[]): string {
  return lines
    .flatMap((line) => line.split("\n"))
    .map((line) => line.trim().replaceAll("|", "\\|"))
    .filter((line) => line !== "")
    .join("<br>");
}

// What stands in the tables that only place a letterhead or a signature: Nghị định 30/2020/NĐ-CP, Phụ lục I; Hướng dẫn 36-HD/VPTW.
const LETTERHEAD = /CỘNG (?:HÒA|HOÀ) XÃ HỘI CHỦ NGHĨA|ĐẢNG CỘNG SẢN VIỆT NAM|NƠI (?:NHẬN|GỬI)\b/u;

/** A table as the reader sees it: one that only places things side by side becomes its lines, cell by cell; any other stays a table. */
export function tableBlocks(grid: Grid, bordered: boolean): readonly Block[] {
  if (!isLayout(grid, bordered)) return [{ kind: "table", grid }];
  return grid.flatMap((row) =>
    row.flatMap((cell) => cell.map((line, index): Block => ({ kind: "paragraph", text: line, tight: index > 0 }))),
  );
}

function isLayout(grid: Grid, bordered: boolean): boolean {
  const columns = grid.reduce((most, row) => Math.max(most, row.length), 0);
  if (columns <= 1) return true;
  if (columns > 4 || grid.length > 5) return false;
  const cells = grid.flat();
  const words = cells.flat().join("\n").normalize("NFC").toLocaleUpperCase("vi");
  if (LETTERHEAD.test(words)) return true;
  return !bordered && columns <= 3 && grid.length <= 3 && cells.some((cell) => cell.length >= 2);
}
