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
  const { rows, all, writing } = writer(transaction, planned);
  const registered = new Set(registry.documents().map(({ id }) => id));
  rows(
    write.document,
    all(({ id, document }) => [
      { ...document, properties: { ...document.properties, registered: registered.has(id) } },
    ]),
  );
  rows(write.source, planned.map(sourceRow));
  rows(
    write.tasks,
    all(({ tasks }) => tasks),
  );
  rows(
    write.targets,
    all(({ targets }) => targets),
  );
  await Promise.all(writing);
}

/** Writes what joins the documents to what others speak of too: documents that they cite, bodies, people. */
export async function writeShared(
  transaction: Transaction,
  planned: readonly Planned[],
  registry: RegistryView,
  places: ReadonlySet<string>,
): Promise<void> {
  const { rows, all, writing } = writer(transaction, planned);
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

/** Gives statements to the transaction one after the other; whether they are `writing` is to be waited for in the end. */
function writer(transaction: Transaction, planned: readonly Planned[]) {
  const writing: Promise<void>[] = [];
  return {
    all: <T>(of: (rows: Planned["rows"]) => readonly T[]): T[] => planned.flatMap(({ rows }) => of(rows)),
    rows: <P extends z.ZodType<unknown, { rows: unknown[] }>>(
      statement: Statement<P, z.ZodType>,
      list: z.input<P>["rows"],
    ): void => void writing.push(put(transaction, statement, "rows", list)),
    writing,
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
