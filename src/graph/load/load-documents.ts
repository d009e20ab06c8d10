import type { ReviewedFacts } from "../../facts/read-facts.ts";
import type { Identified } from "../../identify/identify.ts";
import { run } from "../statement.ts";
import type { Transaction } from "../store.ts";
import type { RegistryView } from "./body.ts";
import { plan, type Planned, type PlanManner } from "./plan.ts";
import { refresh, type Touched } from "./refresh.ts";
import { clearStatements, refreshStatements as ask, unhold } from "./statements.ts";
import { put, sharedBy, writeOwn } from "./write-documents.ts";

/** What loading one document did. */
export interface Loaded {
  readonly file: string;
  readonly id: string;
  readonly name: string;
  readonly tasks: number;
  readonly joins: Identified["joins"];
  readonly doubts: Identified["doubts"];
  /** True where another text claims the same id: both are kept, this one under an id of its own. */
  readonly conflict: boolean;
  /** True where nothing of it was held before, and what it is changed nothing for others. */
  readonly isNew: boolean;
  /** The hash of the earlier reading whose place it took, if there was one: the same document, read from another text of the same name. */
  readonly replaced: readonly string[];
}

/** A transaction that may be under way still: when it is kept, and until then what documents share that it touches. */
export interface Underway {
  readonly kept: () => Promise<unknown>;
  readonly touches: () => ReadonlySet<string>;
}

export interface LoadManner extends PlanManner {
  /** Another transaction that is still under way: what it touches is not touched before it is kept. */
  readonly after?: Underway;
  /** Called with what is to be loaded before any of it is written; may throw. */
  readonly onPlanned?: (plan: LoadPlan) => void;
  /** Called when all is given to the store that need not wait for others: the next may begin. */
  readonly onSent?: () => void;
}

/** What a transaction is to load, and what documents share that it touches, its documents among them: ids. */
export interface LoadPlan {
  readonly loaded: readonly Loaded[];
  readonly touches: ReadonlySet<string>;
}

/** Where none is. */
export const NOTHING: Underway = { kept: () => Promise.resolve(), touches: () => new Set() };

/**
 * Writes documents into a transaction that is open, from the first on as many as do not depend on one another, with their words where they are at hand or
 * kept already; the answer tells which. The same facts twice change nothing, a fact that is gone from its file goes from the graph. The bodies of `places`
 * are in the graph already, as the registry has them.
 */
export async function loadDocuments(
  transaction: Transaction,
  given: readonly ReviewedFacts[],
  registry: RegistryView,
  places: ReadonlySet<string>,
  { after = NOTHING, onPlanned, onSent, ...manner }: LoadManner = {},
): Promise<readonly Loaded[]> {
  const planned = await plan(transaction, given, registry, manner);
  const loaded = planned.map(asLoaded);
  const shared = sharedBy(planned, registry, places);
  onPlanned?.({ loaded, touches: shared.touches });
  if (!planned.every(isNew)) await after.kept();
  const flags = flat(planned, (each) => (each.flags === null ? [] : [each.flags]));
  await put(transaction, ask.flagConflict, "ids", flags);
  const stood = await clear(transaction, planned);
  const gone = flat(planned, (each) => each.replaced).map(({ sha256 }) => sha256);
  const taken = after.touches();
  const isTaken = (ids: readonly string[]): boolean => ids.some((id) => taken.has(id));
  // Given one after the other, and run in that order: no answer is waited for before the next is sent.
  const free = [writeOwn(transaction, planned, registry), shared.write(transaction, (ids) => !isTaken(ids))];
  for (const each of free) each.catch(() => undefined);
  onSent?.();
  await after.kept();
  const working = [
    ...free,
    shared.write(transaction, isTaken),
    put(transaction, ask.dropSources, "hashes", gone),
    refresh(transaction, stood, flat(planned, namedIn), registry),
  ];
  await Promise.all(working);
  return loaded;
}

function asLoaded(each: Planned): Loaded {
  return {
    file: each.reviewed.file,
    id: each.identified.id,
    name: each.rows.document.properties.name,
    tasks: each.rows.tasks.length,
    joins: each.identified.joins,
    doubts: each.identified.doubts,
    conflict: each.conflict,
    isNew: isNew(each),
    replaced: each.replaced.map(({ sha256 }) => sha256),
  };
}

function isNew({ held, flags }: Planned): boolean {
  return held.length === 0 && flags === null;
}

function flat<T>(planned: readonly Planned[], of: (each: Planned) => readonly T[]): T[] {
  return planned.flatMap(of);
}

/** Takes away what the documents said before, also where they stood under other ids; returns what they named. */
async function clear(transaction: Transaction, planned: readonly Planned[]): Promise<readonly Touched[]> {
  const ids = flat(planned, ({ held }) => held);
  if (ids.length === 0) return [];
  const touched = await run(transaction, ask.touched, { ids });
  for (const statement of clearStatements) await run(transaction, statement, { ids });
  const left = flat(planned, ({ held, identified }) => held.filter((id) => id !== identified.id));
  await put(transaction, unhold, "ids", left);
  return [...touched, ...left.map((id) => ({ label: "Document" as const, id }))];
}

/** What the documents name now. */
function namedIn({ rows }: Planned): readonly Touched[] {
  return [
    ...rows.agencies.map(({ id }) => ({ label: "Agency" as const, id })),
    ...rows.cited.map(({ id }) => ({ label: "Document" as const, id })),
  ];
}
