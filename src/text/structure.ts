import type { Repair } from "./append.ts";
import { layOut, type Block } from "./blocks.ts";
import { compose } from "./compose.ts";
import { sortLines } from "./line-sorts.ts";
import { linesOf } from "./lines.ts";
import type { TextView } from "./view.ts";
import { wrappingOf } from "./wrapping.ts";
import { zonesOf, type ZoneWords } from "./zones.ts";

/** A document's text laid out: its view and the blocks in it. */
export interface Layout {
  readonly view: TextView;
  readonly blocks: readonly Block[];
}

/** Reads the layout of a text. `repair` is asked for every word; null where the text is clean. */
export function layoutOf(source: string, words: ZoneWords, repairFor: (composed: string) => Repair | null): Layout {
  const composed = compose(source);
  const lines = sortLines(composed.text, linesOf(composed.text));
  const wrapping = wrappingOf(lines);
  return layOut(composed, zonesOf(composed.text, lines, wrapping, words), wrapping, repairFor(composed.text));
}
