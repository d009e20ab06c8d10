import Table from "cli-table3";

/** A column: its head and its width; one column without width takes what is left of the terminal. */
export interface Column {
  readonly head: string;
  readonly width?: number;
}

const NARROWEST_REST = 24;
const GAP = "  ";
/** Rules between rows, none around them. */
const RULES = {
  ...Object.fromEntries(
    [
      "top",
      "top-mid",
      "top-left",
      "top-right",
      "bottom",
      "bottom-mid",
      "bottom-left",
      "bottom-right",
      "left",
      "left-mid",
      "right",
      "right-mid",
    ].map((each) => [each, ""]),
  ),
  mid: "─",
  "mid-mid": "──",
  middle: GAP,
};

/** A plain table that fits the terminal: words wrap, thin rules between rows, no colours. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[], terminal: number): string {
  const taken = columns.reduce((sum, column) => sum + (column.width ?? 0), 0) + (columns.length - 1) * GAP.length;
  const rest = Math.max(NARROWEST_REST, terminal - taken);
  const drawn = new Table({
    head: columns.map((column) => column.head),
    colWidths: columns.map((column) => column.width ?? rest),
    wordWrap: true,
    chars: RULES,
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
  });
  drawn.push(...rows.map((row) => [...row]));
  return drawn.toString().replace(/[ ]+$/gmu, "");
}

/** How wide the terminal is; a comfortable width where the output goes to a file. */
export function terminalWidth(): number {
  return Math.min(process.stdout.columns || Number(process.env["COLUMNS"]) || 120, 200);
}
