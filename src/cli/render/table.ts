import Table from "cli-table3";

/** A column: its head and its width; one column without width takes what is left of the terminal. */
export interface Column {
  readonly head: string;
  readonly width?: number;
}

const NARROWEST_REST = 24;

/** A plain table that fits the terminal: words wrap, no colours, thin rules between rows only where cells wrap. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[], terminal: number): string {
  const taken = columns.reduce((sum, column) => sum + (column.width ?? 0), 0) + columns.length * 3 + 1;
  const rest = Math.max(NARROWEST_REST, terminal - taken);
  const drawn = new Table({
    head: columns.map((column) => column.head),
    colWidths: columns.map((column) => (column.width ?? rest) + 2),
    wordWrap: true,
    style: { head: [], border: [], compact: false },
  });
  drawn.push(...rows.map((row) => [...row]));
  return drawn.toString();
}

/** How wide the terminal is; a comfortable width where the output goes to a file. */
export function terminalWidth(): number {
  return Math.min(process.stdout.columns || 120, 200);
}
