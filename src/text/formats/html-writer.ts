import { tableBlocks, type Block } from "./blocks.ts";
import { FontRuns, type LegacyFont } from "./legacy-font.ts";

interface Table {
  readonly rows: string[][][];
  bordered: boolean;
  row: string[][] | null;
  cell: string[] | null;
  /** Rows that a cell of each column still reaches down. */
  readonly reach: number[];
  /** Cells to the right of the open one that it also covers. */
  covered: number;
  readonly outer: { readonly blocks: Block[]; readonly apart: boolean };
}

/** Cells that merged ones may cover in a page: a page that claims more is read without keeping its columns below each other. */
const MOST_COVERED = 200_000;
const COVERED: string[] = [];

/** Collects the lines and tables of a page as its tags open and close. */
export class HtmlWriter {
  readonly fonts = new FontRuns();
  #blocks: Block[] = [];
  #apart = true;
  readonly #tables: Table[] = [];
  #covered = 0;
  #label = "";

  text(text: string, font: LegacyFont, preformatted = false): void {
    this.fonts.add(preformatted ? text : text.replace(/[ \t\r\n\f]+/gu, " "), font);
  }

  /** A label of a list, before the next words, though they stand in an element of their own. */
  label(label: string): void {
    this.#label += `${label} `;
  }

  lineBreak(): void {
    this.fonts.add("\n", null);
  }

  /** Ends the line; `apart` asks for an empty line before the next one. */
  boundary(apart: boolean): void {
    const words = this.fonts
      .take()
      .replace(/(?<! ) *\n */gu, "\n")
      .replace(/ {2,}/gu, " ")
      .replace(/^[ \n]+|(?<![ \n])[ \n]+$/gu, "");
    if (words.trim() !== "") {
      const text = this.#label + words;
      this.#label = "";
      const table = this.#tables.at(-1);
      if (table?.cell) table.cell.push(text);
      else this.#blocks.push({ kind: "paragraph", text, tight: !this.#apart });
      this.#apart = false;
    }
    this.#apart ||= apart;
  }

  openTable(bordered: boolean): void {
    this.boundary(true);
    this.#tables.push({
      rows: [],
      bordered,
      row: null,
      cell: null,
      reach: [],
      covered: 0,
      outer: { blocks: this.#blocks, apart: this.#apart },
    });
    this.#blocks = [];
  }

  openRow(): void {
    this.closeRow();
    const table = this.#tables.at(-1);
    if (table) table.row = [];
  }

  openCell(columns: number, rows: number, bordered: boolean): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    this.closeCell();
    table.row ??= [];
    skipReached(table);
    table.bordered ||= bordered;
    table.cell = [];
    this.#covered += columns * rows - 1;
    if (this.#covered > MOST_COVERED) return;
    table.covered = columns - 1;
    for (let column = 0; column < columns && rows > 1; column += 1) table.reach[table.row.length + column] = rows;
  }

  closeCell(): void {
    this.boundary(false);
    const table = this.#tables.at(-1);
    if (!table?.cell || !table.row) return;
    table.row.push(table.cell);
    for (let column = 0; column < table.covered; column += 1) table.row.push(COVERED);
    table.covered = 0;
    table.cell = null;
  }

  closeRow(): void {
    this.closeCell();
    const table = this.#tables.at(-1);
    if (!table?.row) return;
    skipReached(table);
    table.rows.push(table.row);
    table.row = null;
    for (const [column, rows] of table.reach.entries()) if (rows > 0) table.reach[column] = rows - 1;
  }

  /** A table inside a cell becomes lines of that cell, one a row. */
  closeTable(): void {
    this.closeRow();
    const table = this.#tables.pop();
    if (!table) return;
    const loose = this.#blocks;
    this.#blocks = table.outer.blocks;
    const parent = this.#tables.at(-1);
    if (parent?.cell) {
      for (const row of table.rows) parent.cell.push(row.flat().join(" "));
      return;
    }
    for (const block of [...loose, ...tableBlocks(table.rows, table.bordered)]) this.#blocks.push(block);
    this.#apart = true;
  }

  finish(): readonly Block[] {
    while (this.#tables.length > 0) this.closeTable();
    this.boundary(true);
    return this.#blocks;
  }
}

/** Puts an empty cell where one of a row above reaches down. */
function skipReached(table: Table): void {
  while (table.row && (table.reach[table.row.length] ?? 0) > 0) table.row.push(COVERED);
}
