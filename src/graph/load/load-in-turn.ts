import type { ReviewedFacts } from "../../facts/read-facts.ts";
import { sourceOf } from "../../facts/source-of.ts";
import type { Ahead } from "./ahead.ts";
import { byItself, yearless } from "./by-itself.ts";
import type { RegistryView } from "./body.ts";
import type { Sent } from "./begin-beside.ts";
import { type Loaded, NOTHING, type Underway } from "./load-documents.ts";

/** The transaction before. */
interface Before extends Underway {
  readonly documents: readonly ReviewedFacts[];
  readonly isApart: boolean;
}

const NONE: Before = { ...NOTHING, documents: [], isApart: true };

/**
 * Loads batch after batch. While the store is busy with one the next begins, where it does not rest on that one. `onLoaded` is told of each document once it
 * is kept, in the order given.
 */
export async function loadInTurn(
  batches: Ahead<readonly ReviewedFacts[]>,
  registry: RegistryView,
  begin: (given: readonly ReviewedFacts[], after: Underway) => Promise<Sent>,
  onLoaded: (loaded: Loaded) => void,
): Promise<void> {
  let before = NONE;
  try {
    for (let batch = await batches.next(); batch !== undefined; batch = await batches.next())
      for (let left = batch; left.length > 0;) {
        if (!before.isApart || restsOn(left, before.documents, registry)) {
          await before.kept();
          before = NONE;
        }
        const sending = begin(left, before);
        batches.begin();
        const sent = await sending;
        before = underway(sent, left.slice(0, sent.plan.loaded.length), onLoaded);
        left = left.slice(sent.plan.loaded.length);
      }
    await before.kept();
  } finally {
    await Promise.allSettled([before.kept()]);
    await batches.end();
  }
}

function underway(
  { plan, isApart, kept }: Sent,
  documents: readonly ReviewedFacts[],
  onLoaded: (loaded: Loaded) => void,
): Before {
  let { touches } = plan;
  const told = kept.then((loaded) => {
    touches = new Set();
    loaded.forEach(onLoaded);
  });
  told.catch(() => undefined);
  return { documents, isApart, touches: () => touches, kept: () => told };
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
