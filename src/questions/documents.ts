import type { z } from "zod";
import { read } from "../graph/statement.ts";
import type { Store } from "../graph/store.ts";
import { agencies, documents, tasks } from "./statements.ts";

/** A document as lists show it. */
export type DocumentBrief = z.output<typeof documents.row>;
/** A body as lists show it. */
export type AgencyBrief = z.output<typeof agencies.row>;
/** A task as lists show it. */
export type TaskBrief = z.output<typeof tasks.row>;

/** What lists tell of these documents, by id; ids that are not in the store are left out. */
export async function documentBriefs(store: Store, ids: Iterable<string>): Promise<ReadonlyMap<string, DocumentBrief>> {
  return byId(await read(store, documents, { ids: distinct(ids) }));
}

export async function agencyBriefs(store: Store, ids: Iterable<string>): Promise<ReadonlyMap<string, AgencyBrief>> {
  return byId(await read(store, agencies, { ids: distinct(ids) }));
}

export async function taskBriefs(store: Store, ids: Iterable<string>): Promise<ReadonlyMap<string, TaskBrief>> {
  return byId(await read(store, tasks, { ids: distinct(ids) }));
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

function distinct(ids: Iterable<string>): string[] {
  return [...new Set(ids)];
}
