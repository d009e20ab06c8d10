import type { z } from "zod";
import type { Statement } from "../statement.ts";
import type { Planned } from "./plan.ts";

/**
 * Rows of one document: whose they are, what its text is called, and a list for each property, with one entry a row. Both stores take that in well under the
 * time that a map for each row would take them.
 */
export type Columns<T> = { readonly owner: string; readonly source: string } & {
  readonly [Name in keyof T]: readonly unknown[];
};

/** A statement that takes rows as columns of documents. */
export type ColumnStatement<T> = Statement<z.ZodType<unknown, { documents: Columns<T>[] }>, z.ZodType>;

/** Turns the rows of each document into columns; a document without rows has none. Rows of one kind have the same properties. */
export function inColumns<T extends object>(
  planned: readonly Pick<Planned, "rows">[],
  rowsOf: (rows: Planned["rows"]) => readonly T[],
): Columns<T>[] {
  return planned.flatMap(({ rows }) => {
    const given = rowsOf(rows);
    const [first] = given;
    if (first === undefined) return [];
    const names = Object.keys(first) as (keyof T)[];
    const columns = Object.fromEntries(names.map((name) => [name, given.map((row) => row[name])]));
    return [{ owner: rows.id, source: rows.source, ...(columns as Record<keyof T, unknown[]>) }];
  });
}
