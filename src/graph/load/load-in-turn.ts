import type { ReviewedFacts } from "../../facts/read-facts.ts";
import { sourceOf } from "../../facts/source-of.ts";
import type { Ahead } from "./ahead.ts";
import { byItself, yearless } from "./by-itself.ts";
import type { RegistryView } from "./body.ts";
import type { Sent } from "./begin-beside.ts";
import type { Loaded, Underway } from "./load-documents.ts";

/** How many transactions are under way at most: while one is committed, the next joins its documents to others, and one more writes what is its own. */
const AT_ONCE = 3;

/** A transaction that was begun, with those before it that are under way still. */
interface Begun extends Underway {
  readonly documents: readonly ReviewedFacts[];
  readonly isApart: boolean;
}

/**
 * Loads batch after batch. While the store is busy with some the next begins, where it does not rest on them. `onLoaded` is told of each document once it is
 * kept, in the order given.
 */
export async function loadInTurn(
  batches: Ahead<readonly ReviewedFacts[]>,
  registry: RegistryView,
  begin: (given: readonly ReviewedFacts[], after: Underway) => Promise<Sent>,
  onLoaded: (loaded: Loaded) => void,
): Promise<void> {
  let before: readonly Begun[] = [];
  const allKept = () => Promise.all(before.map((each) => each.kept()));
  try {
    for (let batch = await batches.next(); batch !== undefined; batch = await batches.next())
      for (let left = batch; left.length > 0;) {
        if (before.length === AT_ONCE) await before[0]?.kept();
        before = before.slice(1 - AT_ONCE);
        if (before.some(({ isApart, documents }) => !isApart || restsOn(left, documents, registry))) {
          await allKept();
          before = [];
        }
        const sending = begin(left, together(before));
        batches.begin();
        const sent = await sending;
        const { length } = sent.plan.loaded;
        before = [...before, begun(sent, left.slice(0, length), onLoaded)];
        left = left.slice(length);
      }
    await allKept();
  } finally {
    await Promise.allSettled(before.map((each) => each.kept()));
    await batches.end();
  }
}

/** Transactions of which each waits for the one before it. */
function together(begun: readonly Begun[]): Underway {
  return {
    kept: async () => begun.at(-1)?.kept(),
    touches: () => new Set(begun.flatMap((each) => [...each.touches()])),
  };
}

function begun(
  { plan, isApart, kept }: Sent,
  documents: readonly ReviewedFacts[],
  onLoaded: (loaded: Loaded) => void,
): Begun {
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
      const { id, cited, relations } = byItself(each, registry).rows;
      return [id, ...cited.map((document) => document.id), ...relations.flatMap(({ row: { from, to } }) => [from, to])];
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
