import { makeLoader } from "../graph/load/load.ts";
import { read, run } from "../graph/statement.ts";
import type { Store } from "../graph/store.ts";
import { ArchiveError } from "./archive-error.ts";
import type { Entry } from "./entries.ts";
import { clear, content, left, mark } from "./statements.ts";

/** What cannot be loaded of what is kept: the text stays as it was, without a document. */
export interface Unloaded {
  readonly name: string;
  readonly why: string;
}

/** Nodes of a store that are ours. A database may hold others, which are left alone. */
const LABELS = ["Task", "Target", "Document", "Agency", "Person", "Source", "Place", "Change"];
const CLEARED_AT_ONCE = 5_000;

/**
 * Fills a store that holds no documents; with `replace`, or after a fill that was broken off, it is emptied first. While it is filled it carries a mark, by
 * which one that was broken off is known. Throws `ArchiveError` NOT_EMPTY.
 */
export async function fill(
  store: Store,
  entries: AsyncIterable<Entry>,
  { of, replace }: { readonly of: string; readonly replace: boolean },
): Promise<readonly Unloaded[]> {
  await refuseFull(store, replace);
  await store.write((transaction) => run(transaction, mark.begin, { of }));
  await empty(store);
  const unloaded: Unloaded[] = [];
  const target = {
    store,
    loader: await makeLoader(store),
    onUnloaded: (name: string, why: string) => void unloaded.push({ name, why }),
  };
  for await (const { section, records } of batches(entries)) await section.write(target, records);
  await store.write((transaction) => run(transaction, mark.end, {}));
  return unloaded;
}

/** From what a fill was begun that has not ended; null for a store that is whole. */
export async function brokenOff(store: Store): Promise<string | null> {
  return (await read(store, mark.begun, {}))[0]?.of ?? null;
}

/** Throws `ArchiveError` NOT_EMPTY where the store holds texts, and neither is it to be replaced nor was a fill broken off. */
export async function refuseFull(store: Store, replace: boolean): Promise<void> {
  const sources = (await read(store, content, {}))[0]?.sources ?? 0;
  if (sources === 0 || replace || (await brokenOff(store)) !== null) return;
  throw new ArchiveError(
    "NOT_EMPTY",
    `${store.place} holds ${sources} document${sources === 1 ? "" : "s"} already: name another store, or have what it holds replaced with --replace (mandate backup keeps it first)`,
  );
}

async function empty(store: Store): Promise<void> {
  while (((await read(store, left, { labels: LABELS }))[0]?.count ?? 0) > 0)
    await store.write((transaction) => run(transaction, clear, { labels: LABELS, limit: CLEARED_AT_ONCE }));
}

async function* batches(entries: AsyncIterable<Entry>) {
  let batch: Entry[] = [];
  const taken = () => {
    const [first] = batch;
    const records = batch.map(({ record }) => record);
    batch = [];
    return first === undefined ? [] : [{ section: first.section, records }];
  };
  for await (const entry of entries) {
    if (batch[0] !== undefined && batch[0].section !== entry.section) yield* taken();
    batch.push(entry);
    if (batch.length >= entry.section.batch) yield* taken();
  }
  yield* taken();
}
