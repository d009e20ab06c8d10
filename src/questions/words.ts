import type { z } from "zod";
import { read } from "../graph/statement.ts";
import type { Store } from "../graph/store.ts";
import { standingOf } from "./evidence.ts";
import { spansIn } from "./page-statements.ts";
import { heldTexts } from "./statements.ts";

type Row = z.output<typeof spansIn.row>;

/** One place where a fact stands; `id` is of the document, body, task, target or person that it is about. */
export interface FactSpan {
  readonly kind: Row["kind"];
  readonly id: string;
  readonly name: string | null;
  readonly role: string | null;
  readonly task: string | null;
  readonly standing: "EXTRACTED" | "REVIEWED";
  readonly start: number;
  readonly end: number;
}

export interface Words {
  readonly document: string;
  readonly source: string;
  readonly text: string;
  readonly spans: readonly FactSpan[];
}

/** The text of a document as decoded, with every fact's places in reading order, longer ones first. Null where its words are not held. */
export async function words(store: Store, document: string): Promise<Words | null> {
  const [held] = await read(store, heldTexts, { ids: [document] });
  if (held === undefined) return null;
  const rows = await read(store, spansIn, { id: document });
  const spans = rows.flatMap(placesOf).filter(({ start, end }) => start < end && end <= held.text.length);
  return { document, source: held.source, text: held.text, spans: spans.sort(inReadingOrder) };
}

function placesOf({ start, end, standing, ...about }: Row): readonly FactSpan[] {
  return start.map((from, index) => ({
    ...about,
    standing: standingOf(standing),
    start: from,
    end: end[index] ?? from,
  }));
}

function inReadingOrder(a: FactSpan, b: FactSpan): number {
  const byPlace = a.start - b.start || b.end - a.end;
  return byPlace || (`${a.kind} ${a.id}` < `${b.kind} ${b.id}` ? -1 : 1);
}
