import neo4j, { type Driver } from "neo4j-driver";
import type { ReviewedFacts } from "../../src/facts/read-facts.ts";
import { sourceOf } from "../../src/facts/source-of.ts";
import { type DocumentRows, documentRows } from "../../src/graph/load/document-rows.ts";
import type { Evidence } from "../../src/graph/load/evidence.ts";
import { agencyRows, isRegistered, registryView } from "../../src/graph/load/registry-view.ts";
import { documentStatements as write, registryStatements as known } from "../../src/graph/load/statements.ts";
import type { Params } from "../../src/graph/store.ts";
import { toServer } from "../../src/graph/neo4j/values.ts";
import { identify } from "../../src/identify/identify.ts";
import { loadRegistry } from "../../src/registry/load-registry.ts";

/** A statement that is run in a transaction of its own. */
export interface Batch {
  readonly cypher: string;
  readonly params: Params;
}

/** What an edge joins and its properties; null at an end that is not named. */
type Edge = readonly [from: string | null, to: string | null, properties: Evidence];

type Statement = readonly [cypher: string, rows: readonly unknown[]];

const ROWS = 10_000;

/** A row is a map: what the edge joins, and the map of its properties. */
const edge = (from: string, type: string, to: string): string =>
  `UNWIND $rows AS row MATCH (a:${from} {id: row.from}) MATCH (b:${to} {id: row.to})
   CREATE (a)-[link:${type}]->(b) SET link = row.properties`;
const task = `UNWIND $rows AS row MATCH (document:Document {id: row.properties.documentId}) CREATE (task:Task)
   SET task = row.properties, task.dueFrom = date(row.properties.dueFrom), task.dueTo = date(row.properties.dueTo)
   CREATE (document)-[:ASSIGNS {order: row.properties.ordinal}]->(task)`;
const target = `UNWIND $rows AS row MATCH (document:Document {id: row.properties.documentId}) CREATE (target:Target)
   SET target = row.properties, target.by = date(row.properties.by)
   CREATE (document)-[:SETS {order: row.properties.ordinal}]->(target)`;
const signed = `UNWIND $rows AS row MATCH (document:Document {id: row.to})
   MERGE (person:Person {id: row.from}) SET person.name = row.properties.name
   CREATE (person)-[link:SIGNED]->(document) SET link = row.properties, link.name = null`;

/**
 * Neo4j's own way for many rows: one UNWIND of 10,000 maps in one transaction, statement by statement. It comes to the graph that a load comes to in a store
 * that has the registry already; the rows are worked out here, before the clock runs.
 */
export function plainBatches(given: readonly ReviewedFacts[]): readonly Batch[] {
  const view = registryView(loadRegistry());
  const places = new Set(["vn", ...view.registry.provinces.map(({ id }) => `vn/${id}`)]);
  const all = given.map((reviewed) => {
    const identified = identify(reviewed, view.documents());
    const rows = documentRows(identified, view, { claims: identified.id, conflict: false, text: null });
    const fresh = rows.agencies.filter(({ id }) => !isRegistered(id, places, view));
    return { reviewed, rows, bodies: agencyRows(fresh, view) };
  });
  const flat = <T>(of: (rows: DocumentRows) => readonly T[]): readonly T[] => all.flatMap(({ rows }) => of(rows));
  const bodies = (name: keyof (typeof all)[number]["bodies"]) =>
    once<unknown>(
      all.flatMap(({ bodies: of }): readonly unknown[] => of[name]),
      (row) => JSON.stringify(row),
    );
  const nodes = (name: "tasks" | "targets") =>
    flat((of) =>
      of[name].map((properties) => ({ properties: { ...properties, documentId: of.id, source: of.source } })),
    );
  const edges = (cypher: string, edgesOf: (rows: DocumentRows) => readonly Edge[]): Statement => [
    cypher,
    flat((of) =>
      edgesOf(of).flatMap(([from, to, { places, ...rest }]) => {
        const evidence = {
          source: places.map(() => of.source),
          section: places.map(({ section }) => section),
          start: places.map(({ start }) => start),
          end: places.map(({ end }) => end),
          words: places.map(({ words }) => words),
        };
        return from === null || to === null ? [] : [{ from, to, properties: { owner: of.id, ...rest, ...evidence } }];
      }),
    ),
  ];
  const parts = (role: "leads" | "cooperates" | "directed"): Statement =>
    edges(edge("Agency", role.toUpperCase(), "Task"), (of) =>
      of[role].map(({ agency, task: ofTask, ...rest }) => [agency, ofTask, rest]),
    );
  const relations = (type: string): Statement =>
    edges(edge("Document", type, "Document"), (of) =>
      of.relations.flatMap(({ relation, row: { from, to, ...rest } }): readonly Edge[] =>
        relation === type ? [[from, to, rest]] : [],
      ),
    );
  const statements: readonly Statement[] = [
    [write.document.cypher, flat(({ document }) => [document])],
    [write.source.cypher, all.map(sourceRow)],
    [
      write.cited.cypher,
      once(
        flat(({ cited }) => cited),
        ({ id }) => id,
      ),
    ],
    [write.agencies.cypher, bodies("agencies")],
    [write.agencyPlaces.cypher, bodies("places")],
    [write.memberships.cypher, bodies("memberships")],
    [known.parts.cypher, bodies("parts")],
    [known.successions.cypher, bodies("successions")],
    [write.place.cypher, flat(({ id }) => [{ document: id, place: view.placeOf(id) }])],
    [task, nodes("tasks")],
    [target, nodes("targets")],
    edges(edge("Document", "NAMES", "Agency"), ({ id, names }) =>
      names.map(({ agency, ...rest }) => [id, agency, rest]),
    ),
    ...Object.keys(write.relations).map(relations),
    edges(edge("Agency", "ISSUED", "Document"), ({ id, issued }) =>
      issued.map(({ agency, ...rest }) => [agency, id, rest]),
    ),
    edges(signed, ({ id, signers }) => signers.map(({ person, ...rest }) => [person, id, rest])),
    ...(["leads", "cooperates", "directed"] as const).map(parts),
    edges(edge("Task", "CARRIES_OUT", "Document"), ({ carriesOut }) =>
      carriesOut.map(({ task: ofTask, cited, ...rest }) => [ofTask, cited, rest]),
    ),
    edges(edge("Agency", "REPORTS_TO", "Agency"), ({ id, reports }) =>
      reports.map(({ from, to, ...rest }) => [from, to, { document: id, ...rest }]),
    ),
    edges(edge("Document", "REPORTS_TO", "Agency"), ({ id, reports }) =>
      reports.map(({ from, to, ...rest }) => [from === null ? id : null, to, { document: id, ...rest }]),
    ),
    edges(edge("Agency", "PASSES_ON", "Agency"), ({ id, reports }) =>
      reports.map(({ via, to, ...rest }) => [via, to, { document: id, ...rest }]),
    ),
    edges(edge("Agency", "RECEIVES", "Document"), ({ id, receives }) =>
      receives.map(({ agency, ...rest }) => [agency, id, rest]),
    ),
  ];
  return statements.flatMap(([cypher, rows]) =>
    Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, index) => ({
      cypher,
      params: { rows: rows.slice(index * ROWS, (index + 1) * ROWS) } as Params,
    })),
  );
}

function sourceRow({ reviewed, rows: { id } }: { readonly reviewed: ReviewedFacts; readonly rows: DocumentRows }) {
  const { facts, review } = reviewed;
  return {
    document: id,
    names: [facts.source],
    properties: {
      sha256: sourceOf(reviewed),
      name: facts.source,
      facts: JSON.stringify(facts),
      review: JSON.stringify(review),
    },
  };
}

function once<T>(rows: readonly T[], key: (row: T) => string): readonly T[] {
  return [...new Map(rows.map((row) => [key(row), row])).values()];
}

/** Runs batch after batch, with parameters that are made ready before. Returns the seconds that it took. */
export async function loadPlainly(uri: string, batches: readonly Batch[]): Promise<number> {
  const driver: Driver = neo4j.driver(uri, neo4j.auth.basic("neo4j", "any"));
  const ready = batches.map(({ cypher, params }) => ({ cypher, params: toServer(params) }));
  const begun = performance.now();
  for (const { cypher, params } of ready) await driver.executeQuery(cypher, params);
  const seconds = (performance.now() - begun) / 1_000;
  await driver.close();
  return seconds;
}
