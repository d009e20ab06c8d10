import { randomUUID } from "node:crypto";
import { z } from "zod";
import { read, run, statement } from "./statement.ts";
import type { Store, Transaction } from "./store.ts";

/** Who changes something: a token's subject through the API, the system's user through a command. */
export interface Author {
  readonly by: string;
  readonly through: "api" | "command";
}

/**
 * LOADED: it was not held before. RELOADED: its facts, its review or its words are others now. REPLACED: it was read from another text of the same name.
 * FORGOTTEN: it was taken out. RESTORED and COPIED: the whole store was made anew from an archive or from another store.
 */
export const DEEDS = [
  "LOADED",
  "RELOADED",
  "REPLACED",
  "DECIDED",
  "TAKEN_BACK",
  "FORGOTTEN",
  "RESTORED",
  "COPIED",
] as const;
export type Deed = (typeof DEEDS)[number];

export const change = z.strictObject({
  /** Sorts those of one transaction, which have one time, in the order told. */
  id: z.string(),
  /** ISO 8601, in UTC. */
  at: z.string(),
  by: z.string(),
  through: z.enum(["api", "command"]),
  what: z.enum(DEEDS),
  /** The document's id when it was changed, and its name; null where the whole store was. */
  document: z.string().nullable(),
  name: z.string().nullable(),
  detail: z.string(),
});
export type Change = z.output<typeof change>;

const recorded = statement("audit/record", {
  params: z.strictObject({ rows: z.array(change) }),
  row: z.strictObject({}),
});
const listed = statement("audit/changes", {
  params: z.strictObject({ since: z.string(), first: z.int() }),
  row: change,
});

/** A change as it is told by whoever makes it. */
export type Told = Omit<Change, "id" | "at">;

/** Keeps changes in the transaction that makes them: the log can never tell of what was not kept, nor miss what was. */
export async function record(transaction: Transaction, ...told: readonly Told[]): Promise<void> {
  if (told.length === 0) return;
  const at = new Date().toISOString();
  const together = randomUUID();
  const idOf = (index: number): string => `${together}/${String(index + 1).padStart(6, "0")}`;
  await run(transaction, recorded, { rows: told.map((each, index) => ({ id: idOf(index), at, ...each })) });
}

/** The changes since a day or a point in time (ISO 8601), the latest first. */
export function changes(
  store: Store,
  { since, first }: { readonly since: string | null; readonly first: number },
): Promise<readonly Change[]> {
  return read(store, listed, { since: since ?? "", first });
}
