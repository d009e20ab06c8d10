export type CellValue = string | number | null;

/** A table as it is taken away: what is shown, without what only the eye needs. */
export interface TableData {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
}
