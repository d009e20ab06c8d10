import type { z } from "zod";
import type { documentsOf, linesOf } from "./statements.ts";
import { viaOf, type Source, type Touch } from "./touches.ts";

export type LineRow = z.output<typeof linesOf.row>;
export type DocumentRow = z.output<typeof documentsOf.row>;

const NO_TASK = { basis: null, inherited: false, headings: [], dueTo: null, task: null } as const;
const AFTER_TASKS = 1_000_000_000;

/** Reporting lines that a body stands in; nobody reports to itself, so a group's line is not the line of the body that collects or passes on. */
export function linesTouched(
  agency: string,
  sources: readonly (readonly [Source, readonly LineRow[]])[],
  days: ReadonlyMap<string, string | null>,
): Touch[] {
  const seen = new Set<string>();
  return sources.flatMap(([source, lines]) => {
    const named = lines.filter((line) => line.agency === source.body && !seen.has(lineKey(line)));
    const free = ({ from, via, to }: LineRow, body: string): boolean => ![from, via, to].includes(body);
    const ends = new Set(named.map(lineKey));
    const through = lines.filter(
      (line) =>
        line.agency !== source.body && !ends.has(lineKey(line)) && !seen.has(lineKey(line)) && free(line, source.body),
    );
    const told = [...named, ...through].filter((line) => source.predecessor === null || free(line, agency));
    for (const line of told) seen.add(lineKey(line));
    return told.map((line) => lineTouch(source, line, days.get(line.document) ?? null));
  });
}

function lineTouch(source: Source, line: LineRow, on: string | null): Touch {
  return {
    ...NO_TASK,
    key: `${lineKey(line)} ${line.position} ${line.agency}`,
    ...viaOf(source, line.agency),
    role: "REPORTS",
    scope: source.predecessor?.partial === true ? "RELEVANT" : "ALL",
    document: line.document,
    on,
    order: AFTER_TASKS + (line.start[0] ?? 0),
    position: line.position,
    line,
    received: null,
  };
}

/** Documents that a body issued or received, each once, by its own name before a group's and a predecessor's. */
export function documentsTouched(sources: readonly (readonly [Source, readonly DocumentRow[]])[]): Touch[] {
  const seen = new Set<string>();
  return sources.flatMap(([source, rows]) => {
    const named = rows.filter((row) => row.agency === source.body && !seen.has(documentKey(row)));
    for (const row of named) seen.add(documentKey(row));
    const through = rows.filter((row) => {
      const fresh = row.agency !== source.body && !seen.has(documentKey(row));
      if (fresh) seen.add(documentKey(row));
      return fresh;
    });
    return [...named, ...through].map((row) => documentTouch(source, row));
  });
}

function documentTouch(source: Source, row: DocumentRow): Touch {
  return {
    ...NO_TASK,
    key: `${documentKey(row)} ${row.agency} ${row.start[0] ?? ""}`,
    ...viaOf(source, row.agency),
    role: row.relation === "ISSUED" ? "ISSUES" : "RECEIVES",
    scope: source.predecessor?.partial === true ? "RELEVANT" : "ALL",
    document: row.document,
    on: row.on,
    order: 2 * AFTER_TASKS,
    position: null,
    line: null,
    received: row,
  };
}

const documentKey = ({ document, relation }: DocumentRow): string => `${document} ${relation}`;

function lineKey({ document, from, to, via, start }: LineRow): string {
  return `${document} ${from ?? ""} ${to} ${via ?? ""} ${start[0] ?? ""}`;
}
