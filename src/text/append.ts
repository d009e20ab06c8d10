import type { Range } from "./cells.ts";
import type { ViewBuilder } from "./view.ts";

/** Other words for a damaged word of the text, or null to leave it. */
export type Repair = (word: string) => string | null;

// White space, line breaks of a cell, stars of emphasis, escapes of markdown: what a view leaves out or shows as one space.
const LEFT_OUT = /\s+|<br\s*\/?>|\*{1,3}|\\(?=[^\w\s])|\u00ad|[\u200b-\u200f\u2060\ufeff]+/giu;
const WORD = /[^\s*<>]+/gu;

/** Copies a range of the composed text into the view: single spaces, no emphasis, `<br>` as a semicolon, damaged words repaired. */
export function append(builder: ViewBuilder, text: string, { start, end }: Range, repair: Repair | null): void {
  let from = start;
  for (const { 0: found, index } of text.slice(start, end).matchAll(LEFT_OUT)) {
    const at = start + index;
    copy(builder, text, from, at, repair);
    if (/^\s/u.test(found)) builder.replace(" ", at, at + found.length);
    else if (found.startsWith("<")) builder.replace("; ", at, at + found.length);
    from = at + found.length;
  }
  copy(builder, text, from, end, repair);
}

function copy(builder: ViewBuilder, text: string, start: number, end: number, repair: Repair | null): void {
  if (end <= start) return;
  if (repair === null) {
    builder.copy(start, end);
    return;
  }
  let from = start;
  for (const { 0: word, index } of text.slice(start, end).matchAll(WORD)) {
    const repaired = repair(word);
    if (repaired === null) continue;
    const at = start + index;
    if (at > from) builder.copy(from, at);
    builder.mend(repaired, at, at + word.length);
    from = at + word.length;
  }
  if (end > from) builder.copy(from, end);
}
