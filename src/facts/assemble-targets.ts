import { targetsIn, yearIn } from "../recognise/targets.ts";
import type { SectionNode } from "../text/sections.ts";
import type { Reading } from "./context.ts";
import type { TargetFact } from "./model.ts";
import { purposeOf } from "./purpose.ts";

/** The measurable aims of the parts that set aims, each with its year, from the heading if need be. */
export function targetFacts({ layout: { view } }: Reading, nodes: readonly SectionNode[]): TargetFact[] {
  return nodes.flatMap((node) => {
    const isAim = setsAims(node);
    if (node.row !== null || node.style === "roman" || isSituation(node, view.folded)) return [];
    const { start, end } = node.content;
    return [...targetsIn(view, start, end, !isAim)].map(({ start: from, end: to, value, comparison, unit, by }) => ({
      section: node.section,
      indicator: null,
      ...view.toSource(from, to),
      value: typeof value === "number" ? value : ([value[0], value[1]] as [number, number]),
      comparison,
      unit,
      by: by ?? yearAbove(node, view.folded),
    }));
  });

  function setsAims(node: SectionNode): boolean {
    return purposeOf(node, view) === "aims";
  }
}

function isSituation(node: SectionNode, folded: string): boolean {
  for (let step: SectionNode | null = node; step !== null; step = step.parent)
    if (
      /^(?:thuc trang|danh gia|tinh hinh|ket qua|ton tai|han che|nguyen nhan|boi canh|hien trang|khai quat)/u.test(
        folded.slice(step.content.start, step.content.start + 40).trim(),
      )
    )
      return true;
  return false;
}

function yearAbove(node: SectionNode, folded: string): string | null {
  for (let step: SectionNode | null = node.parent; step !== null; step = step.parent) {
    const year = yearIn(folded.slice(step.content.start, step.content.end));
    if (year !== null) return year;
  }
  return null;
}
