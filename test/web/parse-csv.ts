/** Rows of a CSV file (RFC 4180), apostrophes before formulas kept. */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (quoted && letter === '"' && text.charAt(at + 1) === '"') {
      cell += '"';
      at += 1;
    } else if (letter === '"') quoted = !quoted;
    else if (!quoted && letter === ",") {
      row.push(cell);
      cell = "";
    } else if (!quoted && letter === "\n") {
      rows.push([...row, cell.replace(/\r$/u, "")]);
      row = [];
      cell = "";
    } else cell += letter;
  }
  return rows;
}
