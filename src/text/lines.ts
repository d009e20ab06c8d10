/** A line of the composed text without the white space around it. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** How many empty lines stand before it. */
  readonly blanks: number;
  /** White space before its first character. */
  readonly indent: number;
}

const LINE = /[^\n\r\f\v\u2028\u2029]*(?:\r\n|[\n\r\f\v\u2028\u2029]|$)/gu;
const NEWLINE = /[\n\r\f\v\u2028\u2029]/u;

/** The lines that have anything in them. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let blanks = 0;
  for (const { 0: raw, index } of text.matchAll(LINE)) {
    if (raw === "") continue;
    const newline = raw.search(NEWLINE);
    const content = newline < 0 ? raw : raw.slice(0, newline);
    const trimmed = content.trim();
    if (trimmed === "") {
      blanks += 1;
      continue;
    }
    const indent = content.length - content.trimStart().length;
    lines.push({ start: index + indent, end: index + indent + trimmed.length, blanks, indent });
    blanks = 0;
  }
  return lines;
}
