/** A range of the composed text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

const BREAK = /<br\s*\/?>/giu;
const COLUMN_GAP = /\s{3,}|\t+/gu;

/** The cells of a row, which bars part (with or without one before the first) or, where it has none, tabs; without white space around them; an empty cell is an empty range. */
export function cellsOf(text: string, row: Range): readonly Range[] {
  const cells: Range[] = [];
  const bar = text.slice(row.start, row.end).includes("|") ? "|" : "\t";
  let start = row.start + (text[row.start] === "|" ? 1 : 0);
  for (let place = start; place <= row.end; place++) {
    const isEnd = place === row.end;
    if (!isEnd && (text[place] !== bar || text[place - 1] === "\\")) continue;
    if (!(isEnd && text.slice(start, place).trim() === "")) cells.push(trimmed(text, start, place));
    start = place + 1;
  }
  return cells;
}

/** The lines inside a cell: what `<br>` parts. */
export function linesInCell(text: string, cell: Range): readonly Range[] {
  return split(text, cell, BREAK);
}

/** The columns of a line that is set in two: what wide gaps part. */
export function columnsOf(text: string, line: Range): readonly Range[] {
  return split(text, line, COLUMN_GAP);
}

function split(text: string, { start, end }: Range, gap: RegExp): readonly Range[] {
  const pieces: Range[] = [];
  let from = start;
  for (const { 0: found, index } of text.slice(start, end).matchAll(gap)) {
    pieces.push(trimmed(text, from, start + index));
    from = start + index + found.length;
  }
  pieces.push(trimmed(text, from, end));
  return pieces.filter((piece) => piece.end > piece.start);
}

function trimmed(text: string, start: number, end: number): Range {
  const slice = text.slice(start, end);
  const lead = slice.length - slice.trimStart().length;
  return { start: Math.min(start + lead, end), end: Math.max(start + lead, start + slice.trimEnd().length) };
}
