import type { z } from "zod";
import type { Statement } from "../statement.ts";
import type { EvidencePlace } from "./evidence.ts";
import type { Planned } from "./plan.ts";

/** Rows that have evidence keep the places of it in lists of their own: those of row i from `at[i]` until before `at[i + 1]`. */
type ColumnOf<T> = T extends { readonly places: unknown }
  ? Exclude<keyof T, "places"> | "at" | keyof EvidencePlace
  : keyof T;

/**
 * Rows of one document: whose they are, what its text is called, and a list for each property, with one entry a row. Both stores take that in well under the
 * time that a map for each row would take them.
 */
export type Columns<T> = { readonly owner: string; readonly source: string } & {
  readonly [Name in ColumnOf<T>]: readonly unknown[];
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
    const columns: Record<string, unknown[]> = {};
    for (const name of Object.keys(first) as (keyof T & string)[])
      if (name === "places") Object.assign(columns, placeColumns(given as readonly WithPlaces[]));
      else columns[name] = given.map((row) => row[name]);
    return [{ owner: rows.id, source: rows.source, ...(columns as Record<ColumnOf<T>, unknown[]>) }];
  });
}

interface WithPlaces {
  readonly places: readonly EvidencePlace[];
}

function placeColumns(rows: readonly WithPlaces[]) {
  const at = [0];
  const all: EvidencePlace[] = [];
  for (const { places } of rows) {
    all.push(...places);
    at.push(all.length);
  }
  return {
    at,
    section: all.map(({ section }) => section),
    start: all.map(({ start }) => start),
    end: all.map(({ end }) => end),
    words: all.map(({ words }) => words),
  };
}
