import { deadlineOf, timesIn } from "../recognise/deadlines.ts";
import type { AgencyMention } from "../recognise/mention.ts";
import { rolesIn, type Roles } from "../recognise/roles.ts";
import type { SectionNode } from "../text/sections.ts";
import { assignmentFields, type AssignmentField } from "./assignment-lines.ts";
import { mentionsIn, type Reading } from "./context.ts";
import { distinct, type TaskPart, type TaskReading } from "./task-parts.ts";

/** What a line says of the tasks above it: of all of them, or only of those under the labels that it names. */
interface Assignment {
  readonly leads: readonly TaskPart[];
  readonly cooperates: readonly TaskPart[];
  readonly directed: readonly TaskPart[];
  readonly only: ReadonlySet<string> | null;
}

/** An assignment line gives its bodies and its time to the tasks above it in its section that have none. */
export function assign(reading: Reading, node: SectionNode, tasks: readonly TaskReading[], roles: Roles): void {
  const { view } = reading.layout;
  const fields = assignmentFields(view, node.content.start, node.content.end);
  const assignments = fields === null ? [ofRoles(roles, null)] : ofFields(reading, fields);
  const time =
    fields === null
      ? deadlineOf(timesIn(view, node.content.start, node.content.end, false), reading.issuedOn)
      : deadlineOf(
          fields
            .filter(({ gives: given }) => given === "time")
            .flatMap(({ start, end }) => timesIn(view, start, end, true)),
          reading.issuedOn,
        );
  for (const task of tasksAbove(reading, node, tasks, fields !== null)) {
    const hadLeads = task.leads.length > 0;
    const mine = assignments.filter(({ only }) => only === null || only.has(task.node.section.split(".").at(-1) ?? ""));
    const partsOf = (what: "leads" | "cooperates" | "directed"): readonly TaskPart[] =>
      distinct(
        reading,
        mine.flatMap((each) => each[what]),
      );
    const leads = partsOf("leads");
    if (!hadLeads && leads.length > 0) {
      task.leads = leads;
      task.directed = task.directed.length > 0 ? task.directed : partsOf("directed");
      task.cue ??= roles.cue;
    }
    if (task.cooperates.length === 0 && (!hadLeads || fields !== null)) task.cooperates = partsOf("cooperates");
    if (task.deadline === null && (!hadLeads || fields !== null)) task.deadline = time;
  }
}

/** The tasks that an assignment line speaks of. */
function tasksAbove(
  reading: Reading,
  node: SectionNode,
  tasks: readonly TaskReading[],
  isField: boolean,
): readonly TaskReading[] {
  const { view } = reading.layout;
  const isFieldLine = (other: SectionNode): boolean =>
    assignmentFields(view, other.content.start, other.content.end) !== null;
  // Below a last item that is a task itself the line speaks of the items beside it too, unless each has a line of its own.
  const item = node.parent !== null && tasks.some((task) => task.node === node.parent) ? node.parent : null;
  const beside = item?.parent?.children ?? [];
  const last = item !== null && (!isField || isLastAlone(item, beside, isFieldLine)) ? item : null;
  const withIt = item !== null && isField ? withoutLineBefore(item, beside, isFieldLine) : [];
  return tasks.filter(
    (task) =>
      (last !== null && isUnder(task.node, last.parent) && task.node.block.start < node.block.start) ||
      withIt.includes(task.node) ||
      isAbove(task.node, node, isField, isFieldLine),
  );
}

function ofRoles(roles: Roles, only: Assignment["only"]): Assignment {
  const part = (mention: AgencyMention): TaskPart => ({ mention, basis: "assigned", inherited: true });
  return {
    leads: roles.leads.map((lead) => ({ ...lead, inherited: true })),
    cooperates: roles.cooperates.map(part),
    directed: roles.directed.map(part),
    only,
  };
}

function ofFields(reading: Reading, fields: readonly AssignmentField[]): readonly Assignment[] {
  const parts = (what: AssignmentField["gives"], basis: TaskPart["basis"]): readonly TaskPart[] =>
    fields
      .filter(({ gives: given }) => given === what)
      .flatMap(({ start, end }) => mentionsIn(reading.mentions, start, end))
      .map((mention) => ({ mention, basis, inherited: true }));
  const own = fields.filter(({ gives: given }) => given === "roles").flatMap((field) => clausesOf(reading, field));
  return [
    { leads: parts("leads", "stated"), cooperates: parts("cooperates", "assigned"), directed: [], only: null },
    ...own,
  ];
}

// Matches "điểm a, điểm b", "các điểm a và b", "mục 3.2": the labels that a clause is about.
const LABELS =
  /(?<![\p{L}])(?:diem|khoan|muc|tiet|y) (?<first>[a-zđ]|\d+(?:\.\d+)*)(?![\p{L}\d])(?<more>(?:(?:, | va )(?:(?:diem|khoan|muc|tiet|y) )?(?:[a-zđ]|\d+(?:\.\d+)*)(?![\p{L}\d])){0,9})/gu;

/** "Phân công: Sở A chủ trì điểm a; Sở B chủ trì, phối hợp với Sở C điểm b": what each clause says. */
function clausesOf(reading: Reading, { start, end }: AssignmentField): readonly Assignment[] {
  const { view } = reading.layout;
  const assignments: Assignment[] = [];
  let from = start;
  for (const clause of view.folded.slice(start, end).split(";")) {
    const until = from + clause.length;
    const mentions = mentionsIn(reading.mentions, from, until);
    const roles = rolesIn(view, from, until, mentions);
    const labels = [...clause.matchAll(LABELS)].flatMap(({ groups }) => [
      groups?.["first"] ?? "",
      ...(groups?.["more"]?.match(/(?<![\p{L}\d])(?:[a-zđ]|\d+(?:\.\d+)*)(?![\p{L}\d])/gu) ?? []),
    ]);
    const only = labels.length === 0 ? null : new Set(labels);
    if (roles.leads.length > 0) assignments.push(ofRoles(roles, only));
    else if (mentions.length > 0)
      assignments.push({
        leads: mentions.map((mention) => ({ mention, basis: "stated", inherited: true })),
        cooperates: [],
        directed: [],
        only,
      });
    from = until + 1;
  }
  return assignments;
}

/** The items directly before one with lines of its own that have none: its lines are theirs too. */
function withoutLineBefore(
  item: SectionNode,
  beside: readonly SectionNode[],
  isFieldLine: (node: SectionNode) => boolean,
): readonly SectionNode[] {
  const before = beside.slice(0, beside.indexOf(item));
  const lastWithLine = before.findLastIndex((other) => other.children.some(isFieldLine));
  return before.slice(lastWithLine + 1);
}

function isUnder(node: SectionNode, above: SectionNode | null): boolean {
  for (let step = node.parent; step !== null; step = step.parent) if (step === above) return true;
  return above === null;
}

/** True for the last of several labelled items where no other has a field line below it. */
function isLastAlone(
  item: SectionNode,
  beside: readonly SectionNode[],
  isFieldLine: (node: SectionNode) => boolean,
): boolean {
  return (
    item.block.label !== null &&
    beside.length > 1 &&
    beside.at(-1) === item &&
    !beside.some((other) => other !== item && other.children.some(isFieldLine))
  );
}

/** True for a task that an assignment line speaks of: in its numbered section, or the item that it stands below. */
function isAbove(
  task: SectionNode,
  line: SectionNode,
  isField: boolean,
  isFieldLine: (node: SectionNode) => boolean,
): boolean {
  if (task === line.parent) return true;
  if (
    isField &&
    line.parent !== null &&
    !line.parent.children.some((child) => child.block.start < line.block.start && !isFieldLine(child))
  )
    return false;
  if (task.section !== line.section && !task.section.startsWith(`${line.section}.`)) return false;
  return task.block.start < line.block.start;
}
