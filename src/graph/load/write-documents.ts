import type { z } from "zod";
import { run, type Statement } from "../statement.ts";
import type { Transaction } from "../store.ts";
import type { RegistryView } from "./body.ts";
import type { Planned } from "./plan.ts";
import { agencyRows, isRegistered } from "./registry-view.ts";
import { documentStatements as write, registryStatements as known } from "./statements.ts";

/** Writes what is of each document alone: its node, the text that it is read from, its tasks and its aims. */
export async function writeOwn(
  transaction: Transaction,
  planned: readonly Planned[],
  registry: RegistryView,
): Promise<void> {
  const registered = new Set(registry.documents().map(({ id }) => id));
  const documents = planned.map(({ rows: { id, document } }) => ({
    ...document,
    properties: { ...document.properties, registered: registered.has(id) },
  }));
  const all = allOf(planned);
  await Promise.all([
    put(transaction, write.document, "rows", documents),
    put(transaction, write.source, "rows", planned.map(sourceRow)),
    put(
      transaction,
      write.tasks,
      "rows",
      all(({ tasks }) => tasks),
    ),
    put(
      transaction,
      write.targets,
      "rows",
      all(({ targets }) => targets),
    ),
  ]);
}

/** What joins documents to what others speak of too: documents that they cite, bodies, people, places. */
export interface Shared {
  /** The ids of all of that, and of the documents. */
  readonly touches: ReadonlySet<string>;
  /** Writes the rows of which `isDue` says so, by what each touches. What makes a node touches the node, what joins two touches both. */
  readonly write: (transaction: Transaction, isDue: (ids: readonly string[]) => boolean) => Promise<void>;
}

/** Works out what joins documents to others. The bodies of `places` are in the graph already, as the registry has them. */
export function sharedBy(planned: readonly Planned[], registry: RegistryView, places: ReadonlySet<string>): Shared {
  const touches = new Set(planned.map(({ rows }) => rows.id));
  const writing: Shared["write"][] = [];
  const rows = <P extends z.ZodType<unknown, { rows: unknown[] }>>(
    statement: Statement<P, z.ZodType>,
    list: z.input<P>["rows"],
    idsOf: (row: z.input<P>["rows"][number]) => readonly string[],
  ): void => {
    for (const row of list) for (const id of idsOf(row)) touches.add(id);
    writing.push((transaction, isDue) => {
      const due = list.filter((row) => isDue(idsOf(row)));
      return put(transaction, statement, "rows", due);
    });
  };
  const all = allOf(planned);
  const itself = ({ id }: { readonly id: string }): string[] => [id];
  const ends = ({ from, to }: { readonly from: string; readonly to: string }): string[] => [from, to];
  const body = ({ agency }: { readonly agency: string }): string[] => [agency];
  const membership = ({ member, group }: { readonly member: string; readonly group: string }): string[] => [
    member,
    group,
  ];
  rows(write.cited, firstOfEach(all(({ cited }) => cited)), itself);
  const named = firstOfEach(all(({ agencies }) => agencies));
  const bodies = agencyRows(
    named.filter(({ id }) => !isRegistered(id, places, registry)),
    registry,
  );
  rows(write.agencies, bodies.agencies, itself);
  rows(write.agencyPlaces, bodies.places, ({ agency, place }) => [agency, place]);
  rows(write.memberships, bodies.memberships, membership);
  rows(known.parts, bodies.parts, ({ part, whole }) => [part, whole]);
  rows(known.successions, bodies.successions, ends);
  rows(
    write.names,
    all(({ names }) => names),
    body,
  );
  rows(
    write.shortNames,
    all(({ shortNames }) => shortNames),
    membership,
  );
  const edges = all(({ citations, effects, links }) => [...citations, ...effects, ...links]);
  for (const [relation, statement] of Object.entries(write.relations))
    rows(
      statement,
      edges.filter((edge) => edge.relation === relation),
      ends,
    );
  const inPlaces = planned.flatMap(({ rows: { id } }) => {
    const place = registry.placeOf(id);
    return place === null ? [] : [{ document: id, place }];
  });
  rows(write.place, inPlaces, ({ place }) => [place]);
  const issued = planned.flatMap(({ rows: { id, issuer, issued: properties } }) =>
    issuer === null ? [] : [{ document: id, agency: issuer, properties }],
  );
  rows(write.issued, issued, body);
  rows(
    write.signed,
    all(({ signers }) => signers),
    itself,
  );
  for (const role of ["leads", "cooperates", "directed"] as const)
    rows(
      write[role],
      all((of) => of[role]),
      body,
    );
  rows(
    write.carriesOut,
    all(({ carriesOut }) => carriesOut),
    ({ document }) => [document],
  );
  const lines = all(({ reports }) => reports);
  const sent = lines.flatMap(({ from, ...line }) => (from === null ? [] : [{ from, ...line }]));
  rows(write.reports, sent, ends);
  rows(
    write.reportsUnnamed,
    lines.filter(({ from }) => from === null),
    ({ to }) => [to],
  );
  rows(
    write.passesOn,
    all(({ passesOn }) => passesOn),
    ({ via, to }) => [via, to],
  );
  rows(
    write.receives,
    all(({ receives }) => receives),
    body,
  );
  return {
    touches,
    write: async (transaction, isDue) => {
      await Promise.all(writing.map((each) => each(transaction, isDue)));
    },
  };
}

function allOf(planned: readonly Planned[]) {
  return <T>(of: (rows: Planned["rows"]) => readonly T[]): T[] => planned.flatMap(({ rows }) => of(rows));
}

/** Runs a statement over a list of which it has one parameter; over none there is nothing to do. */
export async function put<K extends string, P extends z.ZodType<unknown, Record<K, unknown[]>>>(
  transaction: Transaction,
  statement: Statement<P, z.ZodType>,
  name: K,
  list: z.input<P>[K],
): Promise<void> {
  if (list.length > 0) await run(transaction, statement, { [name]: list } as z.input<P>);
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
