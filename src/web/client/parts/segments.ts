import type { FactSpan } from "../ask/document.ts";

/** A piece of text in which nothing begins or ends. `span` is the innermost fact around it, tasks apart, which only tint their ground. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly inTask: boolean;
  readonly kind: FactSpan["kind"] | null;
  readonly span: FactSpan | null;
  readonly here: boolean;
}

/** Of facts at the same place, the one that tells more. */
const ORDER: readonly FactSpan["kind"][] = [
  "PART",
  "CITATION",
  "REPORT",
  "TARGET",
  "SIGNER",
  "RECIPIENT",
  "AGENCY",
  "TASK",
];

/** Cuts a text at every beginning and end of a fact; spans may lie inside each other or overlap. */
export function segmentsOf(
  text: string,
  spans: readonly FactSpan[],
  here: { readonly start: number; readonly end: number },
): readonly Segment[] {
  const cuts = [0, text.length, here.start, here.end, ...spans.flatMap(({ start, end }) => [start, end])];
  const edges = [...new Set(cuts.filter((cut) => cut >= 0 && cut <= text.length))].sort((a, b) => a - b);
  const byStart = [...spans].sort((a, b) => a.start - b.start);
  const open = new Set<FactSpan>();
  let next = 0;
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? text.length;
    for (let span = byStart[next]; span !== undefined && span.start <= start; span = byStart[next]) {
      open.add(span);
      next += 1;
    }
    for (const span of open) if (span.end <= start) open.delete(span);
    const inner = [...open].filter(({ kind }) => kind !== "TASK").sort(tighter)[0] ?? null;
    const task = [...open].find(({ kind }) => kind === "TASK") ?? null;
    const span = inner ?? task;
    return {
      start,
      end,
      inTask: task !== null,
      kind: span?.kind ?? null,
      span,
      here: start >= here.start && end <= here.end,
    };
  });
}

function tighter(a: FactSpan, b: FactSpan): number {
  return a.end - a.start - (b.end - b.start) || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind);
}
