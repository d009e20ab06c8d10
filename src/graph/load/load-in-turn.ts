import type { ReviewedFacts } from "../../facts/read-facts.ts";
import { sourceOf } from "../../facts/source-of.ts";
import { StoreError } from "../store.ts";
import type { Ahead } from "./ahead.ts";
import { byItself, yearless } from "./by-itself.ts";
import type { RegistryView } from "./body.ts";
import type { Loaded } from "./load-documents.ts";

const CHANGED = "others changed during the load what it rests on: load the rest again, what was told is kept";

/** A transaction that only waits for its store: what it loads, from the first document on, and the same once it is kept. */
export interface Sent {
  readonly loaded: readonly Loaded[];
  readonly kept: Promise<readonly Loaded[]>;
}

/** The transaction before. */
interface Before {
  readonly documents: readonly ReviewedFacts[];
  /** True where it left none of its batch, which would rest on it, and changed nothing of what was held. */
  readonly isApart: boolean;
  readonly kept: Promise<void>;
}

/**
 * Loads batch after batch. While the store is busy with one the next begins, where it does not rest on that one; it touches nothing that documents share
 * before `after` is kept, so that neither can wait for the other. `onLoaded` is told of each document once it is kept, in the order given.
 */
export async function loadInTurn(
  batches: Ahead<readonly ReviewedFacts[]>,
  registry: RegistryView,
  begin: (given: readonly ReviewedFacts[], after: Promise<void>) => Promise<Sent>,
  onLoaded: (loaded: Loaded) => void,
): Promise<void> {
  let before: Before = { documents: [], isApart: true, kept: Promise.resolve() };
  try {
    for (let batch = await batches.next(); batch !== undefined; batch = await batches.next())
      for (let left = batch; left.length > 0;) {
        if (!before.isApart || restsOn(left, before.documents, registry)) await before.kept;
        const sending = begin(left, before.kept);
        batches.begin();
        const { loaded, kept } = await sending;
        before = {
          documents: left.slice(0, loaded.length),
          isApart: loaded.length === left.length && loaded.every(({ isNew }) => isNew),
          kept: kept.then((each) => {
            each.forEach(onLoaded);
            if (!isAlike(each, loaded)) throw new StoreError("STATEMENT_FAILED", CHANGED);
          }),
        };
        before.kept.catch(() => undefined);
        left = left.slice(loaded.length);
      }
    await before.kept;
  } finally {
    await Promise.allSettled([before.kept]);
    await batches.end();
  }
}

/** False where a transaction that was run again, with other documents held meanwhile, came to others than those that the next was begun beside. */
function isAlike(kept: readonly Loaded[], sent: readonly Loaded[]): boolean {
  return kept.length === sent.length && kept.every(({ isNew }, index) => isNew === sent[index]?.isNew);
}

/** True where what is to be written of one of the later documents may rest on what one of the earlier will have changed, or is cited by it. */
function restsOn(later: readonly ReviewedFacts[], earlier: readonly ReviewedFacts[], registry: RegistryView): boolean {
  const texts = new Set(earlier.map(sourceOf));
  const names = new Set(earlier.map(({ facts }) => facts.source));
  const numbers = new Set(earlier.map(({ facts }) => facts.document.number));
  const ids = new Set(
    earlier.flatMap((each) => {
      const { id, cited, links } = byItself(each, registry).rows;
      return [id, ...cited.map((document) => document.id), ...links.flatMap(({ from, to }) => [from, to])];
    }),
  );
  return later.some(
    (each) =>
      texts.has(sourceOf(each)) ||
      names.has(each.facts.source) ||
      ids.has(byItself(each, registry).identified.id) ||
      yearless(each).some((number) => numbers.has(number)),
  );
}
