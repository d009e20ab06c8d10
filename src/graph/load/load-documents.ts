import type { z } from "zod";
import type { ReviewedFacts } from "../../facts/read-facts.ts";
import type { Identified } from "../../identify/identify.ts";
import { run, type Statement } from "../statement.ts";
import type { Transaction } from "../store.ts";
import { agencyRows, isRegistered } from "./registry-view.ts";
import type { RegistryView } from "./body.ts";
import { plan, type Planned, type PlanManner } from "./plan.ts";
import { refresh, type Touched } from "./refresh.ts";
import {
  clearStatements,
  documentStatements as write,
  refreshStatements as ask,
  registryStatements as known,
  unhold,
} from "./statements.ts";

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
  /** The hash of the earlier reading whose place it took, if there was one: the same document, read from another text of the same name. */
  readonly replaced: readonly string[];
}

export interface LoadManner extends PlanManner {
  /** Called when everything is given to the store and only its answers are waited for. */
  readonly onSent?: () => void;
}

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
  { onSent, ...manner }: LoadManner = {},
): Promise<readonly Loaded[]> {
  const planned = await plan(transaction, given, registry, manner);
  const flags = flat(planned, (each) => (each.flags === null ? [] : [each.flags]));
  await put(transaction, ask.flagConflict, "ids", flags);
  const stood = await clear(transaction, planned);
  const gone = flat(planned, (each) => each.replaced).map(({ sha256 }) => sha256);
  // Given one after the other, and run in that order: no answer is waited for before the next is sent.
  const working = [
    writeDocuments(transaction, planned, registry, places),
    put(transaction, ask.dropSources, "hashes", gone),
    refresh(transaction, stood, flat(planned, namedIn), registry),
  ];
  onSent?.();
  await Promise.all(working);
  return planned.map(({ reviewed: { file }, rows, identified: { id, joins, doubts }, conflict, replaced }) => ({
    file,
    id,
    name: rows.document.properties.name,
    tasks: rows.tasks.length,
    joins,
    doubts,
    conflict,
    replaced: replaced.map(({ sha256 }) => sha256),
  }));
}

function flat<T>(planned: readonly Planned[], of: (each: Planned) => readonly T[]): T[] {
  return planned.flatMap(of);
}

/** Runs a statement over a list of which it has one parameter; over none there is nothing to do. */
async function put<K extends string, P extends z.ZodType<unknown, Record<K, unknown[]>>>(
  transaction: Transaction,
  statement: Statement<P, z.ZodType>,
  name: K,
  list: z.input<P>[K],
): Promise<void> {
  if (list.length > 0) await run(transaction, statement, { [name]: list } as z.input<P>);
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

async function writeDocuments(
  transaction: Transaction,
  planned: readonly Planned[],
  registry: RegistryView,
  places: ReadonlySet<string>,
): Promise<void> {
  const writing: Promise<void>[] = [];
  const all = <T>(of: (rows: Planned["rows"]) => readonly T[]): T[] => planned.flatMap(({ rows }) => of(rows));
  const rows = <P extends z.ZodType<unknown, { rows: unknown[] }>>(
    statement: Statement<P, z.ZodType>,
    list: z.input<P>["rows"],
  ): void => void writing.push(put(transaction, statement, "rows", list));
  const registered = new Set(registry.documents().map(({ id }) => id));

  rows(
    write.document,
    all(({ id, document }) => [
      { ...document, properties: { ...document.properties, registered: registered.has(id) } },
    ]),
  );
  rows(write.source, planned.map(sourceRow));
  rows(write.cited, firstOfEach(all(({ cited }) => cited)));

  const named = firstOfEach(all(({ agencies }) => agencies));
  const bodies = agencyRows(
    named.filter(({ id }) => !isRegistered(id, places, registry)),
    registry,
  );
  rows(write.agencies, bodies.agencies);
  rows(write.agencyPlaces, bodies.places);
  rows(write.memberships, bodies.memberships);
  rows(known.parts, bodies.parts);
  rows(known.successions, bodies.successions);
  rows(
    write.names,
    all(({ names }) => names),
  );
  rows(
    write.shortNames,
    all(({ shortNames }) => shortNames),
  );
  const edges = all(({ citations, effects, links }) => [...citations, ...effects, ...links]);
  for (const [relation, statement] of Object.entries(write.relations)) {
    rows(
      statement,
      edges.filter((edge) => edge.relation === relation),
    );
  }
  rows(
    write.place,
    all(({ id: document }) => {
      const place = registry.placeOf(document);
      return place === null ? [] : [{ document, place }];
    }),
  );
  rows(
    write.issued,
    all(({ id, issuer, issued }) => (issuer === null ? [] : [{ document: id, agency: issuer, properties: issued }])),
  );
  rows(
    write.signed,
    all(({ signers }) => signers),
  );
  rows(
    write.tasks,
    all(({ tasks }) => tasks),
  );
  rows(
    write.targets,
    all(({ targets }) => targets),
  );
  for (const role of ["leads", "cooperates", "directed"] as const)
    rows(
      write[role],
      all((of) => of[role]),
    );
  rows(
    write.carriesOut,
    all(({ carriesOut }) => carriesOut),
  );
  const lines = all(({ reports }) => reports);
  rows(
    write.reports,
    lines.flatMap(({ from, ...line }) => (from === null ? [] : [{ from, ...line }])),
  );
  rows(
    write.reportsUnnamed,
    lines.filter(({ from }) => from === null),
  );
  rows(
    write.passesOn,
    all(({ passesOn }) => passesOn),
  );
  rows(
    write.receives,
    all(({ receives }) => receives),
  );
  await Promise.all(writing);
}

function sourceRow({ rows: { id }, sha256, text, reviewed: { facts, review, name } }: Planned) {
  return {
    document: id,
    names: [...new Set([facts.source, name ?? facts.source])],
    properties: {
      sha256,
      name: facts.source,
      encoding: facts.text?.encoding ?? null,
      length: facts.text?.length ?? null,
      facts: JSON.stringify(facts),
      review: JSON.stringify(review),
      text,
    },
  };
}

/** One row for each id: who comes first names what several speak of. */
function firstOfEach<T extends { readonly id: string }>(rows: readonly T[]): T[] {
  return [...new Map([...rows].reverse().map((row) => [row.id, row])).values()].reverse();
}
