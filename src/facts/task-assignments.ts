import { deadlineOf, timesIn } from "../recognise/deadlines.ts";
import type { Roles } from "../recognise/roles.ts";
import type { SectionNode } from "../text/sections.ts";
import { assignmentFields } from "./assignment-lines.ts";
import { mentionsIn, type Reading } from "./context.ts";
import { distinct, type TaskPart, type TaskReading } from "./task-parts.ts";

/** An assignment line gives its bodies and its time to the tasks above it in its section that have none. */
export function assign(reading: Reading, node: SectionNode, tasks: readonly TaskReading[], roles: Roles): void {
  const { view } = reading.layout;
  const fields = assignmentFields(view, node.content.start, node.content.end);
  const isFieldLine = (other: SectionNode): boolean =>
    assignmentFields(view, other.content.start, other.content.end) !== null;
  // Below a last item that is a task itself the line speaks of the items beside it too, unless each has a line of its own.
  const item = node.parent !== null && tasks.some((task) => task.node === node.parent) ? node.parent : null;
  const beside = item?.parent?.children ?? [];
  const last = item !== null && (fields === null || isLastAlone(item, beside, isFieldLine)) ? item : null;
  const above = tasks.filter(
    (task) =>
      (last !== null && isUnder(task.node, last.parent) && task.node.block.start < node.block.start) ||
      isAbove(task.node, node, fields !== null, isFieldLine),
  );
  const parts = (what: "leads" | "cooperates", basis: "stated" | "assigned"): readonly TaskPart[] =>
    distinct(
      reading,
      (fields ?? [])
        .filter(({ gives: given }) => given === what)
        .flatMap(({ start, end }) => mentionsIn(reading.mentions, start, end))
        .map((mention) => ({ mention, basis, inherited: true })),
    );
  const leads = fields === null ? roles.leads.map((part) => ({ ...part, inherited: true })) : parts("leads", "stated");
  const cooperates =
    fields === null
      ? roles.cooperates.map((mention) => ({ mention, basis: "assigned" as const, inherited: true }))
      : parts("cooperates", "assigned");
  const directed =
    fields === null ? roles.directed.map((mention) => ({ mention, basis: "assigned" as const, inherited: true })) : [];
  const time =
    fields === null
      ? deadlineOf(timesIn(view, node.content.start, node.content.end, false), reading.issuedOn)
      : deadlineOf(
          fields
            .filter(({ gives: given }) => given === "time")
            .flatMap(({ start, end }) => timesIn(view, start, end, true)),
          reading.issuedOn,
        );
  for (const task of above) {
    const hadLeads = task.leads.length > 0;
    if (!hadLeads && leads.length > 0) {
      task.leads = leads;
      task.directed = task.directed.length > 0 ? task.directed : directed;
      task.cue ??= roles.cue;
    }
    if (task.cooperates.length === 0 && (!hadLeads || fields !== null)) task.cooperates = cooperates;
    if (task.deadline === null && (!hadLeads || fields !== null)) task.deadline = time;
  }
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
