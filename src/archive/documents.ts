import { z } from "zod";
import { FactsError, parseFacts } from "../facts/read-facts.ts";
import { reviewFile, type Review } from "../facts/review.ts";
import { read, run } from "../graph/statement.ts";
import type { Store } from "../graph/store.ts";
import { section, type Target } from "./section.ts";
import { sources } from "./statements.ts";

/** A text as the store keeps it: its facts and its review (JSON, as they stand there), its words where they are kept, the document read from it. */
const record = z.strictObject({
  sha256: z.string(),
  /** Null where no document is read from it. */
  id: z.string().nullable(),
  weighed: z.array(z.string()),
  name: z.string(),
  encoding: z.string().nullable(),
  length: z.int().nullable(),
  facts: z.string().nullable(),
  review: z.string().nullable(),
  text: z.string().nullable(),
});
type DocumentRecord = z.output<typeof record>;

export const documents = section({ kind: "document", shape: record, batch: 1, records, write });

/** One text after the other. What is loaded meanwhile is found in the end; what is taken away meanwhile is left out. */
async function* records(store: Store): AsyncGenerator<DocumentRecord> {
  const given = new Set<string>();
  for (;;) {
    const fresh = (await read(store, sources.list, {})).filter(({ sha256 }) => !given.has(sha256));
    if (fresh.length === 0) return;
    for (const { sha256 } of fresh) {
      given.add(sha256);
      const [found] = await read(store, sources.read, { sha256 });
      if (found === undefined) continue;
      const { diagnostics, ...kept } = found;
      yield { sha256, ...kept, weighed: weighedIn(diagnostics ?? []) };
    }
  }
}

async function write(target: Target, given: readonly DocumentRecord[]): Promise<void> {
  for (const each of given) {
    if (each.id === null) await keep(target, each);
    else await load(target, each, each.id);
  }
}

async function load(target: Target, kept: DocumentRecord, id: string): Promise<void> {
  const { name, weighed, text } = kept;
  try {
    const facts = parseFacts(kept.facts ?? "", `the facts of ${name}`);
    const review = checkedReview(kept.review ?? "null");
    await target.loader.load({ file: name, facts, review, ...(text === null ? {} : { text }) }, undefined, {
      before: { id, weighed },
    });
  } catch (error) {
    const why = whyUnusable(error);
    if (why === null) throw error;
    await keep(target, kept);
    target.onUnloaded(name, why);
  }
}

/** The review as it stands there: checked, its fields in their own order. */
function checkedReview(json: string): Review {
  const review: unknown = JSON.parse(json);
  reviewFile.parse(review);
  return review as Review;
}

/** Why what is kept of a text cannot be used; null for any other failure. */
function whyUnusable(error: unknown): string | null {
  if (error instanceof FactsError) return error.message;
  if (error instanceof z.ZodError || error instanceof SyntaxError)
    return `its review is none: ${error.message.replace(/\s+/gu, " ")}`;
  return null;
}

async function keep({ store }: Target, kept: DocumentRecord): Promise<void> {
  const { sha256, name, encoding, length, facts, review, text } = kept;
  const properties = { sha256, name, encoding, length, facts, review, text };
  await store.write((transaction) => run(transaction, sources.write, { sha256, properties }));
}

/**
 * The held documents that a document's citations were weighed against: its diagnostics name them behind the citation.
 * "JOINED (registry): vn/tw/nq/~/20 → vn/tw/nq/2012/20: …", "OPEN_CITATION @12: vn/tw/nq/~/20: several known documents fit: vn/tw/nq/2012/20, …".
 */
function weighedIn(diagnostics: readonly string[]): string[] {
  const telling = diagnostics.filter((line) => /^(?:JOINED \(registry\)|OPEN_CITATION)/u.test(line));
  return [...new Set(telling.flatMap((line) => (line.match(/vn\/[a-z0-9~/-]+/gu) ?? []).slice(1)))];
}
