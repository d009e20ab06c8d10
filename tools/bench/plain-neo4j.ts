import neo4j, { type Driver } from "neo4j-driver";
import type { ReviewedFacts } from "../../src/facts/read-facts.ts";
import { documentRows } from "../../src/graph/load/document-rows.ts";
import { sourceOf } from "../../src/facts/source-of.ts";
import { agencyRows, isRegistered, registryView } from "../../src/graph/load/registry-view.ts";
import { documentStatements as write, registryStatements as known } from "../../src/graph/load/statements.ts";
import type { Params } from "../../src/graph/store.ts";
import { toServer } from "../../src/graph/neo4j/values.ts";
import { identify } from "../../src/identify/identify.ts";
import { loadRegistry } from "../../src/registry/load-registry.ts";

/** Rows for one statement. */
interface Batch {
  readonly cypher: string;
  readonly rows: readonly unknown[];
}

const ROWS = 10_000;

/** What the documents add to the graph, by statement: the same rows that a load writes into a store which has the registry already, worked out before the clock runs. */
export function plainBatches(given: readonly ReviewedFacts[]): readonly Batch[] {
  const view = registryView(loadRegistry());
  const places = new Set(["vn", ...view.registry.provinces.map(({ id }) => `vn/${id}`)]);
  const all = given.map((reviewed) => {
    const identified = identify(reviewed, view.documents());
    const rows = documentRows(identified, view, { claims: identified.id, conflict: false, text: null });
    const fresh = rows.agencies.filter(({ id }) => !isRegistered(id, places, view));
    return { reviewed, rows, bodies: agencyRows(fresh, view) };
  });
  const rowsOf = <T>(of: (each: (typeof all)[number]) => readonly T[]): readonly T[] => all.flatMap(of);
  const once = <T>(rows: readonly T[], key: (row: T) => string): readonly T[] => [
    ...new Map(rows.map((row) => [key(row), row])).values(),
  ];
  const edges = rowsOf(({ rows }) => [...rows.citations, ...rows.effects, ...rows.links]);
  const lines = rowsOf(({ rows }) => rows.reports);
  const bodies = (name: keyof (typeof all)[number]["bodies"]) =>
    once<unknown>(
      rowsOf(({ bodies: of }): readonly unknown[] => of[name]),
      (row) => JSON.stringify(row),
    );
  const source = ({ reviewed, rows }: (typeof all)[number]) => ({
    document: rows.id,
    properties: {
      sha256: sourceOf(reviewed),
      name: reviewed.facts.source,
      facts: JSON.stringify(reviewed.facts),
      review: JSON.stringify(reviewed.review),
    },
  });
  const statements: readonly (readonly [{ readonly cypher: string }, readonly unknown[]])[] = [
    [write.document, rowsOf(({ rows }) => [rows.document])],
    [write.source, all.map(source)],
    [
      write.cited,
      once(
        rowsOf(({ rows }) => rows.cited),
        ({ id }) => id,
      ),
    ],
    [write.agencies, bodies("agencies")],
    [write.agencyPlaces, bodies("places")],
    [write.memberships, bodies("memberships")],
    [known.parts, bodies("parts")],
    [known.successions, bodies("successions")],
    [write.names, rowsOf(({ rows }) => rows.names)],
    ...Object.entries(write.relations).map(
      ([relation, statement]) => [statement, edges.filter((edge) => edge.relation === relation)] as const,
    ),
    [write.place, rowsOf(({ rows: { id } }) => [{ document: id, place: view.placeOf(id) }])],
    [
      write.issued,
      rowsOf(({ rows: { id, issuer, issued } }) => [{ document: id, agency: issuer, properties: issued }]),
    ],
    [write.signed, rowsOf(({ rows }) => rows.signers)],
    [write.tasks, rowsOf(({ rows }) => rows.tasks)],
    [write.targets, rowsOf(({ rows }) => rows.targets)],
    [write.leads, rowsOf(({ rows }) => rows.leads)],
    [write.cooperates, rowsOf(({ rows }) => rows.cooperates)],
    [write.directed, rowsOf(({ rows }) => rows.directed)],
    [write.carriesOut, rowsOf(({ rows }) => rows.carriesOut)],
    [write.reports, lines.filter(({ from }) => from !== null)],
    [write.reportsUnnamed, lines.filter(({ from }) => from === null)],
    [write.passesOn, rowsOf(({ rows }) => rows.passesOn)],
    [write.receives, rowsOf(({ rows }) => rows.receives)],
  ];
  return statements.flatMap(([{ cypher }, rows]) =>
    Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, index) => ({
      cypher,
      rows: rows.slice(index * ROWS, (index + 1) * ROWS),
    })),
  );
}

/** Neo4j's own best for many rows: one UNWIND of 10,000 rows in one transaction, again and again. Returns the seconds that it took. */
export async function loadPlainly(uri: string, batches: readonly Batch[]): Promise<number> {
  const driver: Driver = neo4j.driver(uri, neo4j.auth.basic("neo4j", "any"));
  const ready = batches.map(({ cypher, rows }) => ({ cypher, params: toServer({ rows } as Params) }));
  const begun = performance.now();
  for (const { cypher, params } of ready) await driver.executeQuery(cypher, params);
  const seconds = (performance.now() - begun) / 1_000;
  await driver.close();
  return seconds;
}
