import type { CellValue, TableData } from "./table-data.ts";

/** CSV with a byte-order mark, so that a spreadsheet shows Vietnamese; what a spreadsheet would run as a formula is quoted with an apostrophe. */
export function csv({ head, rows }: TableData): string {
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function cell(value: CellValue): string {
  const text = value === null ? "" : String(value);
  const safe = typeof value === "string" && /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
