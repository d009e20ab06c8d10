import type { Span, TextView } from "../text/view.ts";
import { LONGEST } from "./lengths.ts";

/** A span of the source with its printed words. */
export interface PrintedSpan extends Span {
  readonly text: string;
}

/** The source's words for a range of the view: NFC, as printed; in one line where the gaps between them are longer than any words. */
export function printed(source: string, view: TextView, start: number, end: number): PrintedSpan {
  const span = view.toSource(start, end);
  const text = source.slice(span.start, span.end).normalize("NFC");
  return { ...span, text: text.length <= LONGEST.words ? text : text.replace(/\s+/gu, " ") };
}

/** A range without white space and a list's punctuation at its ends. */
export function trimmedRange(
  { text }: TextView,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  let [from, to] = [start, end];
  while (from < to && /\s/u.test(text[from] ?? "")) from += 1;
  while (to > from && /\s/u.test(text[to - 1] ?? "")) to -= 1;
  return { start: from, end: to };
}
