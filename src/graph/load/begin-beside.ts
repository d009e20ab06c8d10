import { type Store, StoreError, type Transaction } from "../store.ts";
import { within } from "../within.ts";
import { type Loaded, type LoadManner, type LoadPlan, NOTHING, type Underway } from "./load-documents.ts";

/**
 * How long a transaction waits for those before it while it holds what it has written already, in milliseconds. They may themselves wait for a stranger who
 * waits for this one, which no server can see.
 */
const PATIENCE = 5_000;

const CHANGED = "others changed during the load what it rests on: load the rest again, what was told is kept";

/** A transaction that waits for its store, or for others. */
export interface Sent {
  readonly plan: LoadPlan;
  /** True where it leaves none of its batch, which would rest on it, and changes nothing of what was held: the next may be begun beside it. */
  readonly isApart: boolean;
  /** What it loaded, once it is kept. */
  readonly kept: Promise<readonly Loaded[]>;
}

/** How a transaction of a load goes beside another. */
export type Beside = Required<Pick<LoadManner, "after" | "onPlanned" | "onSent">>;

/**
 * Begins a transaction that loads the first of `size` documents, while those of `after` may be under way, and lets the next writer in once it only waits.
 * Where it has to wait too long it is rolled back, lets others go first and begins anew.
 */
export function beginBeside(
  store: Pick<Store, "write">,
  size: number,
  after: Underway,
  work: (transaction: Transaction, beside: Beside) => Promise<readonly Loaded[]>,
): Promise<Sent> {
  return new Promise((resolve, reject) => {
    let sent: Sent | undefined;
    const attempt = (beside: Underway): Promise<readonly Loaded[]> =>
      store.write((transaction, letNext) => {
        let plan: LoadPlan | undefined;
        const onPlanned = (planned: LoadPlan): void => {
          if (sent?.isApart === true) mustBeAsSent(planned, sent.plan);
          plan = planned;
        };
        const onSent = (): void => {
          if (plan === undefined || sent !== undefined) return;
          sent = { plan, isApart: plan.loaded.length === size && plan.loaded.every(({ isNew }) => isNew), kept };
          letNext();
          resolve(sent);
        };
        return work(transaction, { after: impatiently(beside), onPlanned, onSent });
      });
    const kept = attempt(after).catch(async (error: unknown) => {
      if (!(error instanceof Overtaken)) throw error;
      await after.kept();
      return attempt(NOTHING);
    });
    kept.catch(reject);
  });
}

/** Those before take so long that something may stand in its way that waits for this one. */
class Overtaken extends Error {
  override readonly name = "Overtaken";
}

function impatiently({ kept, touches }: Underway): Underway {
  return {
    touches,
    kept: async () => {
      const outcome = await within(
        PATIENCE,
        kept().then(() => true),
      );
      if (outcome === undefined) throw new Overtaken();
    },
  };
}

/**
 * Ends a transaction that is run again, with other documents held meanwhile, and comes to more than those were told of that were begun beside it: they may hold
 * what it would wait for. Throws `STATEMENT_FAILED`.
 */
function mustBeAsSent(plan: LoadPlan, sent: LoadPlan): void {
  const isAlike =
    plan.loaded.length === sent.loaded.length &&
    plan.loaded.every(({ isNew }, index) => isNew === sent.loaded[index]?.isNew) &&
    [...plan.touches].every((id) => sent.touches.has(id));
  if (!isAlike) throw new StoreError("STATEMENT_FAILED", CHANGED);
}
