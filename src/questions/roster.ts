import type { z } from "zod";
import { read } from "../graph/statement.ts";
import type { Store } from "../graph/store.ts";
import { pageOf, type Page } from "./page.ts";
import { rosterOf, rosterOfPlace } from "./page-statements.ts";

type Row = z.output<typeof rosterOf.row>;

/** A body with how often it is told something itself, by role: parts through groups are not counted. */
export type RosterEntry = Omit<Row, "id" | "name"> & { readonly agency: string };

/** The bodies that some document gives work, reports or itself to, those with most tasks first. Throws `QuestionError`. */
export async function roster(
  store: Store,
  { place, first, after }: { readonly place?: string | null; readonly first: number; readonly after?: string | null },
): Promise<Page<RosterEntry>> {
  const rows = await (place == null ? read(store, rosterOf, {}) : read(store, rosterOfPlace, { place }));
  const touched = new Map(rows.filter((row) => total(row) > 0).map((row) => [row.id, row]));
  const sorted = [...touched.values()].sort(
    (a, b) => tasks(b) - tasks(a) || total(b) - total(a) || (a.id < b.id ? -1 : 1),
  );
  const entries = sorted.map(({ id, leads, cooperates, directed, reports, receives }) => ({
    agency: id,
    leads,
    cooperates,
    directed,
    reports,
    receives,
  }));
  return pageOf(entries, ({ agency }) => agency, { first, after });
}

const tasks = ({ leads, cooperates, directed }: Row): number => leads + cooperates + directed;
const total = (row: Row): number => tasks(row) + row.reports + row.receives;
