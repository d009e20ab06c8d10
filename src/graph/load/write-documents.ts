import type { z } from "zod";
import { run, type Statement } from "../statement.ts";
import type { Transaction } from "../store.ts";
import type { RegistryView } from "./body.ts";
import { type ColumnStatement, inColumns } from "./columns.ts";
import type { DocumentRows } from "./document-rows.ts";
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
  await Promise.all([
    put(transaction, write.document, "rows", documents),
    put(transaction, write.source, "rows", planned.map(sourceRow)),
    put(
      transaction,
      write.tasks,
      "documents",
      inColumns(planned, ({ tasks }) => tasks),
    ),
    put(
      transaction,
      write.targets,
      "documents",
      inColumns(planned, ({ targets }) => targets),
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
  const columns = <T extends object>(
    statement: ColumnStatement<NoInfer<T>>,
    of: (rows: DocumentRows) => readonly T[],
    idsOf: (row: T) => readonly string[],
  ): void => {
    for (const document of planned) for (const row of of(document.rows)) for (const id of idsOf(row)) touches.add(id);
    writing.push((transaction, isDue) => {
      const due = inColumns(planned, (each) => of(each).filter((row) => isDue(idsOf(row))));
      return put(transaction, statement, "documents", due);
    });
  };
  const body = ({ agency }: { readonly agency: string }): string[] => [agency];
  const membership = ({ member, group }: { readonly member: string; readonly group: string }): string[] => [
    member,
    group,
  ];
  const ends = ({ from, to }: { readonly from: string | null; readonly to: string }): string[] =>
    from === null ? [to] : [from, to];
  rows(write.cited, firstOfEach(planned.flatMap(({ rows: { cited } }) => cited)), ({ id }) => [id]);
  const named = firstOfEach(planned.flatMap(({ rows: { agencies } }) => agencies));
  const bodies = agencyRows(
    named.filter(({ id }) => !isRegistered(id, places, registry)),
    registry,
  );
  rows(write.agencies, bodies.agencies, ({ id }) => [id]);
  rows(write.agencyPlaces, bodies.places, ({ agency, place }) => [agency, place]);
  rows(write.memberships, bodies.memberships, membership);
  rows(known.parts, bodies.parts, ({ part, whole }) => [part, whole]);
  rows(known.successions, bodies.successions, ends);
  const inPlaces = planned.flatMap(({ rows: { id } }) => {
    const place = registry.placeOf(id);
    return place === null ? [] : [{ document: id, place }];
  });
  rows(write.place, inPlaces, ({ place }) => [place]);
  columns(write.names, (of) => of.names, body);
  columns(write.shortNames, (of) => of.shortNames, membership);
  for (const [relation, statement] of Object.entries(write.relations))
    columns(
      statement,
      ({ relations }) => relations.flatMap((each) => (each.relation === relation ? [each.row] : [])),
      ends,
    );
  columns(write.issued, (of) => of.issued, body);
  columns(
    write.signed,
    (of) => of.signers,
    ({ person }) => [person],
  );
  for (const role of ["leads", "cooperates", "directed"] as const) columns(write[role], (of) => of[role], body);
  columns(
    write.carriesOut,
    (of) => of.carriesOut,
    ({ cited }) => [cited],
  );
  columns(write.reports, (of) => of.reports.filter(({ from }) => from !== null), ends);
  columns(
    write.reportsUnnamed,
    (of) => of.reports.flatMap(({ from, ...line }) => (from === null ? [line] : [])),
    ({ to }) => [to],
  );
  columns(
    write.passesOn,
    (of) => of.reports.filter(({ via }) => via !== null),
    ({ via, to }) => (via === null ? [to] : [via, to]),
  );
  columns(write.receives, (of) => of.receives, body);
  return {
    touches,
    write: async (transaction, isDue) => {
      await Promise.all(writing.map((each) => each(transaction, isDue)));
    },
  };
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
