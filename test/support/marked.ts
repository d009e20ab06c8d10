import type { Span } from "../../src/text/view.ts";

/** A text without its «…» marks, and the spans that they enclose, in the text's own offsets. */
export function marked(example: string): { readonly source: string; readonly spans: readonly Span[] } {
  let source = "";
  const spans: Span[] = [];
  let start = 0;
  for (const unit of example) {
    if (unit === "«") start = source.length;
    else if (unit === "»") spans.push({ start, end: source.length });
    else source += unit;
  }
  return { source, spans };
}
