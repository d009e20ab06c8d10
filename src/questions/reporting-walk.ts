import type { z } from "zod";
import { read } from "../graph/statement.ts";
import type { Store } from "../graph/store.ts";
import { documentBriefs } from "./documents.ts";
import { linesOf, linesReceived, linesSent } from "./statements.ts";

type Row = z.output<typeof linesOf.row>;

/** A line with how many hops from the agency it lies. */
export type WalkedLine = Row & { readonly distance: number };

interface Asked {
  readonly agency: string;
  readonly document: string | null;
  readonly depth: number;
  readonly asOf: string | null;
}
/** A body at which the walk stands, inside one document. */
interface Place {
  readonly document: string;
  readonly id: string;
}

const MOST_LINES = 2_000;

/** Walks reporting lines from an agency onward to those who receive, and back to those who send, each document by itself. */
export async function walkLines(
  store: Store,
  asked: Asked,
): Promise<{ readonly lines: readonly WalkedLine[]; readonly truncated: boolean }> {
  const { agency, depth } = asked;
  const first = await linesOfAgency(store, asked);
  const found = new Map(first.map((line) => [lineKey(line), { ...line, distance: 1 }]));
  let truncated = false;
  for (const way of ["on", "back"] as const) {
    const seen = new Set<string>();
    let places = first.flatMap((line) => beyond(line, agency, way));
    for (let distance = 2; places.length > 0; distance += 1) {
      const fresh = places.filter((place) => !seen.has(placeKey(place)) && place.id !== agency);
      for (const place of fresh) seen.add(placeKey(place));
      const here = new Set(fresh.map(placeKey));
      const rows = await linesBeyond(store, fresh, way);
      const lines = rows.filter((row) => here.has(placeKey({ document: row.document, id: row.agency })));
      const added = lines.filter((line) => !found.has(lineKey(line)));
      if (added.length > 0 && (distance > depth || found.size + added.length > MOST_LINES)) {
        truncated = true;
        break;
      }
      for (const line of added) found.set(lineKey(line), { ...line, distance });
      places = lines.flatMap((line) => beyond(line, line.agency, way));
    }
  }
  return { lines: [...found.values()].sort(inOrder), truncated };
}

/** Walking on, a body's lines are those that it sends; walking back, those that it receives: of a ministry that all report to no others are read. */
function linesBeyond(store: Store, places: readonly Place[], way: "on" | "back"): Promise<readonly Row[]> {
  const ids = [...new Set(places.map(({ id }) => id))];
  const documents = [...new Set(places.map(({ document }) => document))];
  return read(store, way === "on" ? linesSent : linesReceived, { ids, documents });
}

/** Where a line leads from a body: on to its receiver, back to its sender, in both ways by the body that passes it on. */
function beyond({ document, from, via, to }: Row, at: string, way: "on" | "back"): readonly Place[] {
  const ids = way === "on" ? (at === to ? [] : [via, to]) : at === from ? [] : [via, from];
  return ids.filter((id) => id !== null && id !== at).map((id) => ({ document, id: id ?? "" }));
}

/** The lines that the agency stands in itself; the walk stays inside their documents. */
async function linesOfAgency(store: Store, { agency, document, asOf }: Asked): Promise<readonly Row[]> {
  const all = await read(store, linesOf, { ids: [agency] });
  const rows = all.filter((line) => document === null || line.document === document);
  if (asOf === null) return rows;
  const briefs = await documentBriefs(
    store,
    rows.map((line) => line.document),
  );
  return rows.filter((line) => {
    const brief = briefs.get(line.document);
    return (brief?.issuedOn ?? brief?.notBefore ?? asOf) <= asOf;
  });
}

const placeKey = ({ document, id }: Place): string => `${document} ${id}`;

function lineKey({ document, from, to, via, start }: Row): string {
  return `${document} ${from ?? ""} ${to} ${via ?? ""} ${start[0] ?? ""}`;
}

function inOrder(a: WalkedLine, b: WalkedLine): number {
  const byPlace = a.distance - b.distance || compare(a.document, b.document) || (a.start[0] ?? 0) - (b.start[0] ?? 0);
  return byPlace || compare(a.from ?? "", b.from ?? "") || compare(a.to, b.to);
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
