import { z } from "zod";
import { read, statement } from "./statement.ts";
import type { Store } from "./store.ts";

const nodes = statement("query/counts", {
  params: z.strictObject({}),
  row: z.strictObject({ label: z.string().nullable(), count: z.int() }),
});
const heldNumber = statement("query/held-count", {
  params: z.strictObject({}),
  row: z.strictObject({ count: z.int() }),
});
const held = statement("query/held", {
  params: z.strictObject({ limit: z.int() }),
  row: z.strictObject({ id: z.string(), name: z.string(), conflict: z.boolean(), diagnostics: z.array(z.string()) }),
});

export interface Counts {
  /** Nodes by label. */
  readonly nodes: Readonly<Record<string, number>>;
  /** Documents whose texts are held. */
  readonly held: number;
}

const MOST_LISTED = 10_000;

/** What the store holds. */
export async function counts(store: Store): Promise<Counts> {
  const rows = await read(store, nodes, {});
  return {
    nodes: Object.fromEntries(rows.flatMap(({ label, count }) => (label === null ? [] : [[label, count]]))),
    held: await heldCount(store),
  };
}

/** How many documents are held, of however many. */
export async function heldCount(store: Store): Promise<number> {
  const [row] = await read(store, heldNumber, {});
  return row?.count ?? 0;
}

/** The held documents with what is doubtful about each. */
export async function heldDocuments(store: Store): Promise<readonly z.output<typeof held.row>[]> {
  return read(store, held, { limit: MOST_LISTED });
}
