import type { ResolvedCitation } from "../resolve/citations.ts";
import type { SectionNode } from "../text/sections.ts";
import type { Reading } from "./context.ts";
import { fitting, LONGEST } from "./lengths.ts";
import type { Facts, PartFact, TaskFact } from "./model.ts";
import { printed, trimmedRange } from "./spans.ts";
import type { TaskPart, TaskReading } from "./task-parts.ts";

export function taskFacts(
  reading: Reading,
  tasks: readonly TaskReading[],
  citations: readonly ResolvedCitation[],
): TaskFact[] {
  const { source, layout } = reading;
  const { view } = layout;
  return tasks.map(({ node, start, end, leads, cooperates, directed, cue, deadline }) => ({
    section: sectionOf(node),
    headings: headingsOf(reading, node),
    items: itemsOf(node),
    ...view.toSource(start, end),
    leads: leads.map((part) => partFact(reading, part, true)),
    cooperates: cooperates.map((part) => partFact(reading, part, false)),
    directed: directed.map((part) => partFact(reading, part, false)),
    ...(cue === null ? {} : { cue: printed(source, view, cue.start, cue.end) }),
    ...carriedOut(reading, start, end, citations),
    deadline: deadline === null ? null : deadlineFact(reading, deadline),
  }));
}

// Matches "thực hiện ", "triển khai có hiệu quả các " directly before a document.
const CARRIES =
  /(?:^|[ ,])(?:thuc hien|trien khai|thi hanh|cu the hoa|quan triet)(?:,? (?:tot|nghiem|nghiem tuc|day du|dong bo|co hieu qua|hieu qua|kip thoi|cac|va thuc hien|noi dung)){0,8},? ?$/u;
// What is reported on or looked at is not ordered by these words.
const NO_ORDER =
  /(?:ket qua|tinh hinh|viec|so ket|tong ket|bao cao|qua trinh|danh gia|kiem tra|giam sat|don doc|theo doi|ke hoach|chuong trinh|kinh phi|de|trong) (?:[\p{L}]+ ){0,3}$/u;

/** Cited documents that the task's own words order to be carried out. */
function carriedOut(
  { layout: { view } }: Reading,
  start: number,
  end: number,
  citations: readonly ResolvedCitation[],
): Pick<TaskFact, "carriesOut"> {
  const inside = citations.filter(
    ({ mention }) => mention.start >= start && mention.end <= end && mention.form !== "law",
  );
  const carried: NonNullable<TaskFact["carriesOut"]> = [];
  let tail: number | null = null;
  let wasCarried = false;
  for (const { id, mention } of inside) {
    const before: string = view.folded.slice(tail ?? start, mention.start);
    const clause = before.slice(Math.max(before.lastIndexOf(";"), before.lastIndexOf(". "), -1) + 1);
    const cue = CARRIES.exec(clause);
    const isFirst = tail === null || clause.length < before.length;
    wasCarried =
      (isFirst && cue !== null && !NO_ORDER.test(`${clause.slice(0, cue.index)} `.trimStart())) ||
      (wasCarried && /^[^.;]{0,20}(?:,| va) ?$/u.test(before));
    if (wasCarried && !carried.some(({ document }) => document === id))
      carried.push({ document: id, ...view.toSource(mention.start, mention.end) });
    tail = mention.tail;
  }
  return carried.length === 0 ? {} : { carriesOut: carried };
}

function deadlineFact(
  { source, layout: { view } }: Reading,
  time: NonNullable<TaskReading["deadline"]>,
): TaskFact["deadline"] {
  const { start, end, text } = printed(source, view, time.start, time.end);
  return { text: text.replace(/\s+/gu, " "), from: time.from, to: time.to, recurs: time.recurs, start, end };
}

function partFact(
  { source, layout: { view }, idOf }: Reading,
  { mention, basis, inherited }: TaskPart,
  isLead: boolean,
): PartFact {
  return {
    agency: idOf(mention),
    ...(isLead ? { basis } : {}),
    ...(inherited ? { inherited: true } : {}),
    ...(mention.isRelevantOnly ? { scope: "relevant" as const } : {}),
    ...printed(source, view, mention.start, mention.end),
  };
}

/** The label of a section, with those above it; none where lists stand so deep in one another that nobody could say it. */
export function sectionOf({ section }: SectionNode): string {
  return fitting(section, LONGEST.name) ?? "";
}

/** The titles of the sections that a task stands in, the outermost first. */
function headingsOf(reading: Reading, node: SectionNode): string[] {
  const headings: string[] = [];
  for (let step = node.parent; step !== null; step = step.parent) {
    const heading = headingOf(reading, step);
    if (heading !== null) headings.unshift(heading);
  }
  return headings;
}

const LONGEST_HEADING = 300;

/** The title of a section; null where its label stands before a sentence or a list. */
function headingOf({ layout: { view } }: Reading, node: SectionNode): string | null {
  if (node.block.label === null || node.children.length === 0 || node.style === "dash" || node.style === "plus")
    return null;
  const { start, end } = trimmedRange(view, node.content.start, node.content.end);
  const text = view.text.slice(start, end);
  if (text === "" || text.length > LONGEST_HEADING || /[;:]["”]?$/u.test(text)) return null;
  // A whole sentence that its own paragraphs go on from is text, whatever label it has.
  if (/\.["”]?$/u.test(text) && node.children.every(({ style }) => style === "paragraph")) return null;
  return text.replace(/\.$/u, "");
}

const MARKERS: ReadonlyMap<string, string | null> = new Map([
  ["dash", "-"],
  ["plus", "+"],
  ["star", "*"],
  ["dot", "•"],
  ["paragraph", null],
]);

function itemsOf(node: SectionNode): TaskFact["items"] {
  const items: { marker: string | null; ordinal: number }[] = [];
  for (let step: SectionNode | null = node; step !== null; step = step.parent) {
    const marker = MARKERS.get(step.style);
    if (marker === undefined) break;
    items.unshift({ marker, ordinal: step.ordinal });
  }
  return items;
}

/** Every printed label with what stands below it. */
export function outlineFacts(reading: Reading, nodes: readonly SectionNode[]): Facts["outline"] {
  const { view } = reading.layout;
  const entries: Facts["outline"] = [];
  for (const node of nodes) {
    if (node.block.label === null || MARKERS.has(node.style)) continue;
    const { start, end } = trimmedRange(view, node.block.start, lastOf(node));
    entries.push({ section: sectionOf(node), heading: headingOf(reading, node), ...view.toSource(start, end) });
  }
  return entries;
}

function lastOf(node: SectionNode): number {
  const last = node.children.at(-1);
  return last === undefined ? node.block.end : Math.max(node.block.end, lastOf(last));
}
