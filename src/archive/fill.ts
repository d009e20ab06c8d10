import { type Author, record } from "../graph/audit.ts";
import { makeLoader } from "../graph/load/load.ts";
import { read, run } from "../graph/statement.ts";
import type { Store } from "../graph/store.ts";
import { ArchiveError } from "./archive-error.ts";
import { counted, type Entry, logOf } from "./entries.ts";
import { changes, clear, content, left, mark } from "./statements.ts";

/** What cannot be loaded of what is kept: the text stays as it was, without a document. */
export interface Unloaded {
  readonly name: string;
  readonly why: string;
}

/** How a store is filled. */
export interface Filling {
  /** From what, without any password: for whoever finds the fill broken off, and for the log. */
  readonly of: string;
  readonly replace: boolean;
  /** Who fills it, to be recorded; `madeAt`: when the archive was made. */
  readonly signed?: Author & { readonly what: "RESTORED" | "COPIED"; readonly madeAt?: string };
}

/** The store whose place the filled one takes: its log goes on in that one. */
export type Replaced = Store | "damaged" | null;

/** Nodes of a store that are emptied away. The log stays, and what else a database holds. */
const LABELS = ["Task", "Target", "Document", "Agency", "Person", "Source", "Place"];
const CLEARED_AT_ONCE = 5_000;

/**
 * Fills a store that holds no documents; with `replace`, or after a fill that was broken off, it is emptied first. While it is filled it carries a mark, by
 * which one that was broken off is known. Its log has the entries of both, what was replaced and what it is filled from, and in the end one of the fill
 * itself: nobody takes an entry away by going back to an archive. Throws `ArchiveError` NOT_EMPTY.
 */
export async function fill(
  store: Store,
  entries: AsyncIterable<Entry>,
  { of, replace, signed }: Filling,
  replaced: Replaced = null,
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
  const tally: Record<string, number> = {};
  const write = async (given: AsyncIterable<Entry>) => {
    for await (const { section, records } of batches(given)) await section.write(target, records);
  };
  await write(counted(entries, tally, () => undefined));
  if (replaced !== null && replaced !== "damaged") await write(logOf(replaced));
  await store.write(async (transaction) => {
    if (signed !== undefined) {
      const { by, through, what, madeAt } = signed;
      const kept = ((await run(transaction, changes.count, {}))[0]?.count ?? 0) - (tally["change"] ?? 0);
      const detail = told({ of, madeAt, documents: tally["document"] ?? 0, kept, isLost: replaced === "damaged" });
      await record(transaction, { by, through, what, document: null, name: null, detail });
    }
    await run(transaction, mark.end, {});
  });
  return unloaded;
}

interface Fill {
  readonly of: string;
  readonly madeAt: string | undefined;
  readonly documents: number;
  /** Entries of the log that what it was filled from does not have: they tell of what is given up. */
  readonly kept: number;
  readonly isLost: boolean;
}

function told({ of, madeAt, documents, kept, isLost }: Fill): string {
  return [
    `${documents} document${documents === 1 ? "" : "s"} from ${of}${madeAt === undefined ? "" : `, made ${madeAt}`}`,
    ...(kept > 0 ? [`${kept} earlier entr${kept === 1 ? "y is" : "ies are"} of what was replaced alone`] : []),
    ...(isLost ? ["what was replaced was damaged, and its log is lost"] : []),
  ].join("; ");
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
