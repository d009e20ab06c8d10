import type { Store } from "../graph/store.ts";
import type { Section } from "./section.ts";
import { LOG, SECTIONS } from "./sections.ts";

/** One record on its way from a store or a file to another store. */
export interface Entry {
  readonly section: Section;
  readonly record: object;
}

/** Everything of a store that is not derived, section by section; the graph is derived from it again. */
export async function* entriesOf(store: Store): AsyncGenerator<Entry> {
  for (const section of SECTIONS) for await (const record of section.records(store)) yield { section, record };
}

/** The entries of a store's log alone. */
export async function* logOf(store: Store): AsyncGenerator<Entry> {
  for await (const record of LOG.records(store)) yield { section: LOG, record };
}

/** How many records of each kind there are. */
export type Tally = Readonly<Record<string, number>>;

/** Passes entries on and counts them; `onDocument` is told the name of each document when the one after it is asked for. */
export async function* counted(
  entries: AsyncIterable<Entry>,
  tally: Record<string, number>,
  onDocument: (name: string) => void,
): AsyncGenerator<Entry> {
  for await (const entry of entries) {
    yield entry;
    const { kind } = entry.section;
    tally[kind] = (tally[kind] ?? 0) + 1;
    if (kind === "document" && "name" in entry.record) onDocument(String(entry.record.name));
  }
}
