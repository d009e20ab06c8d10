import { targetsIn, yearIn, type TargetMention } from "../recognise/targets.ts";
import type { SectionNode } from "../text/sections.ts";
import { sectionOf } from "./assemble-tasks.ts";
import type { Reading } from "./context.ts";
import type { TargetFact } from "./model.ts";
import { purposeOf } from "./purpose.ts";

/** The measurable aims of the parts that set aims, each with its year, from the heading if need be. */
export function targetFacts({ layout: { view, blocks } }: Reading, nodes: readonly SectionNode[]): TargetFact[] {
  const opened = blocks
    .filter(({ zone }) => zone === "opening")
    .flatMap(({ start, end }) => aimsOfOpening(view, start, end));
  const inParts = nodes.flatMap((node) => {
    const isAim = setsAims(node);
    // A row that gives nobody work and has no time of its own is an aim like any line.
    const isWork = node.row !== null && (!isAim || node.row.leads.length > 0 || node.row.time !== null);
    if (isWork || node.style === "roman" || isSituation(node, view.folded)) return [];
    const { start, end } = node.content;
    return [...targetsIn(view, start, end, !isAim)].map((target) =>
      factOf(target, sectionOf(node), target.by ?? yearAbove(node, view.folded)),
    );
  });
  return [...opened.map((target) => factOf(target, null, target.by)), ...inParts];

  function factOf(
    { start, end, value, comparison, unit }: TargetMention,
    section: string | null,
    by: string | null,
  ): TargetFact {
    return {
      section,
      indicator: null,
      ...view.toSource(start, end),
      value: typeof value === "number" ? value : ([value[0], value[1]] as [number, number]),
      comparison,
      unit,
      by,
    };
  }

  function setsAims(node: SectionNode): boolean {
    return purposeOf(node, view) === "aims";
  }
}

// Matches "phấn đấu", "đề ra mục tiêu", "để đến hết năm 2026": from there on an opening says what is to be reached.
const AIMS_FROM =
  /(?<![\p{L}])(?:phan dau|(?:de ra|dat|voi|dat ra|xac dinh) (?:cac )?(?:muc tieu|chi tieu)|(?:de|nham|bao dam) den (?:het |cuoi )?(?:nam|thang|quy|ngay) )(?![\p{L}])/u;

/** What an opening aims at: "Để khắc phục, phấn đấu đến năm 2025 giảm ít nhất 10% …". What stands before these words tells the situation. */
function aimsOfOpening(view: Reading["layout"]["view"], start: number, end: number): TargetMention[] {
  const at = view.folded.slice(start, end).search(AIMS_FROM);
  if (at < 0) return [];
  const sentence = view.folded.slice(start + at, end).search(/[.](?:\s|$)/u);
  return [...targetsIn(view, start + at, sentence < 0 ? end : start + at + sentence, false)];
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
