import { visible } from "./visible.ts";

/** Rows as CSV with a byte-order mark, so that a spreadsheet shows Vietnamese; cells that a spreadsheet would run as formulas are quoted with an apostrophe. */
export function csv(head: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function cell(value: string | number | null): string {
  const text = value === null ? "" : visible(String(value));
  const safe = typeof value === "string" && /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
