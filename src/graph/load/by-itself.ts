import { setImmediate as breath } from "node:timers/promises";
import { parseDocumentId } from "../../facts/document-id.ts";
import type { ReviewedFacts } from "../../facts/read-facts.ts";
import { identify, type Identified } from "../../identify/identify.ts";
import type { RegistryView } from "./body.ts";
import { documentRows, type DocumentRows } from "./document-rows.ts";

/** What a document is where nothing that a store holds bears on it. */
export interface ByItself {
  /** The words that came with it. */
  readonly text: string | null;
  readonly identified: Identified;
  readonly rows: DocumentRows;
}

const known = new WeakMap<RegistryView, WeakMap<ReviewedFacts, ByItself>>();

/** Works out once what a document is by itself, so that it can be done ahead, while a store is busy with other documents. */
export function byItself(reviewed: ReviewedFacts, registry: RegistryView): ByItself {
  const ofRegistry = known.get(registry) ?? new WeakMap<ReviewedFacts, ByItself>();
  known.set(registry, ofRegistry);
  const before = ofRegistry.get(reviewed);
  if (before !== undefined) return before;
  const text = reviewed.text ?? null;
  const identified = identify(reviewed, registry.documents(), text);
  const rows = documentRows(identified, registry, { claims: identified.id, conflict: false, text });
  const worked = { text, identified, rows };
  ofRegistry.set(reviewed, worked);
  return worked;
}

/** Gives batches on, each worked out as far as its documents go by themselves: one document at a time, for answers of the store are waited for meanwhile. */
export async function* workedOut(
  batches: AsyncIterable<readonly ReviewedFacts[]>,
  registry: RegistryView,
): AsyncGenerator<readonly ReviewedFacts[]> {
  for await (const batch of batches) {
    for (const reviewed of batch) {
      byItself(reviewed, registry);
      await breath();
    }
    yield batch;
  }
}

/** Numbers of citations without year: which documents are meant depends on those that are held. */
export function yearless({ facts }: ReviewedFacts): readonly string[] {
  return facts.citations.flatMap(({ id }) => {
    const parsed = parseDocumentId(id);
    return parsed.form === "numbered" && parsed.year === null ? [parsed.number] : [];
  });
}
