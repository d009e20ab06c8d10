import { basename } from "node:path";
import { wordFaults } from "../facts/check.ts";
import { extract, hashOf } from "../facts/extract.ts";
import { FactsError, parseFacts, readFacts, type ReviewedFacts } from "../facts/read-facts.ts";
import type { FactsPlace } from "../facts/place-of-facts.ts";
import type { Facts } from "../facts/model.ts";
import { writeFacts } from "../facts/write-facts.ts";
import type { Author } from "../graph/audit.ts";
import type { Loaded } from "../graph/load/load-documents.ts";
import { reviewOf } from "../graph/load/keep-and-record.ts";
import { makeLoader } from "../graph/load/load.ts";
import { refreshStatements } from "../graph/load/statements.ts";
import { read } from "../graph/statement.ts";
import type { Store } from "../graph/store.ts";
import { groupBy } from "../group-by.ts";
import { loadKnowledge } from "../knowledge.ts";
import { SourceError, type SourceNote } from "../text/read-error.ts";
import { readSourceFile } from "../text/read-file.ts";
import type { ReadSource } from "../text/read-source.ts";

/** What became of one document. */
export type Ingested =
  | {
      readonly ok: true;
      readonly file: string;
      readonly loaded: Loaded;
      /** Where its facts were written; null where they were known and only its words were new. */
      readonly facts: FactsPlace | null;
      readonly found: Readonly<Record<"citations" | "agencies" | "tasks" | "reports" | "targets", number>>;
      readonly notes: readonly SourceNote[];
    }
  | { readonly ok: false; readonly file: string; readonly error: SourceError | FactsError };

/**
 * Reads documents, writes their facts into `folder`, loads them and keeps their words: one transaction a document. A text whose facts the store has already
 * (by its hash) gives them its words. A file that cannot be read stops none of the others. Of two files of one name none is a newer reading of the other.
 * `author` is recorded. Throws only where the store or the folder fails.
 */
export async function ingest(
  store: Store,
  files: readonly string[],
  folder: string,
  onDone: (ingested: Ingested) => void = () => undefined,
  author?: Author,
): Promise<readonly Ingested[]> {
  const loader = await makeLoader(store);
  const alongside = await namesakesAmong(files);
  const all: Ingested[] = [];
  for (const file of files) {
    const ingested = await orFault(file, async () => {
      const source = await readSourceFile(file);
      const { reviewed, written } = await factsOf(store, source, folder, alongside);
      const { citations, agencies, tasks, reports, targets } = reviewed.facts;
      const found = {
        citations: citations.length,
        agencies: agencies.length,
        tasks: tasks.length,
        reports: reports.length,
        targets: targets.length,
      };
      return {
        ok: true,
        file,
        loaded: await loader.load(reviewed, author, { alongside }),
        facts: written,
        found,
        notes: source.notes,
      };
    });
    all.push(ingested);
    onDone(ingested);
  }
  return all;
}

async function factsOf(
  store: Store,
  source: ReadSource,
  folder: string,
  alongside: ReadonlySet<string>,
): Promise<{ readonly reviewed: ReviewedFacts; readonly written: FactsPlace | null }> {
  const fresh = extract(source, loadKnowledge());
  const [held] = await read(store, refreshStatements.heldText, { sha256: fresh.text?.sha256 ?? "" });
  const known = held?.facts == null ? null : usable(held.facts, source.name);
  const review = held?.review == null ? null : reviewOf(held.review);
  // A copy in other letters or with other line ends is the same text, but its offsets differ.
  if (known !== null && review !== null && wordFaults(known, source.text).next().done === true)
    return {
      reviewed: { file: source.name, facts: known, review, text: source.text, name: source.name },
      written: null,
    };

  const written = await writeFacts(folder, fresh, source, alongside);
  const reviewed = await readFacts(written.path);
  const kept =
    review === null || reviewed.review.decisions.length > 0 ? reviewed.review : { ...review, source: fresh.source };
  return { reviewed: { ...reviewed, review: kept, text: source.text }, written };
}

/** The hashes of the texts whose file has the name of another one. What cannot be read is told when its turn comes. */
async function namesakesAmong(files: readonly string[]): Promise<ReadonlySet<string>> {
  const hashes = new Set<string>();
  for (const [, same] of groupBy(files, (file) => basename(file)))
    for (const file of same.length > 1 ? same : []) {
      const source = await readSourceFile(file).catch(() => null);
      if (source !== null) hashes.add(hashOf(source.text));
    }
  return hashes;
}

/** Facts that are held; null for such as an earlier version took and that are none: those of the text take their place. */
function usable(held: string, name: string): Facts | null {
  try {
    return parseFacts(held, name);
  } catch (error) {
    if (error instanceof FactsError) return null;
    throw error;
  }
}

async function orFault(file: string, work: () => Promise<Ingested>): Promise<Ingested> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SourceError || error instanceof FactsError) return { ok: false, file, error };
    throw error;
  }
}
