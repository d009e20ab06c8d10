import { deadlineOf, timesIn } from "../recognise/deadlines.ts";
import { rolesIn, type RolePart, type Roles } from "../recognise/roles.ts";
import type { SectionNode } from "../text/sections.ts";
import { mentionsIn, type Reading } from "./context.ts";
import { trimmedRange } from "./spans.ts";
import { assign } from "./task-assignments.ts";
import { inherited } from "./task-heads.ts";
import { kindOf, type TaskKind } from "./task-kinds.ts";
import { openingOrder } from "./opening-order.ts";
import { orderSection } from "./task-orders.ts";
import { distinct, type TaskPart, type TaskReading } from "./task-parts.ts";

/** The tasks of the outline, in text order, with what they inherit. */
export function readTasks(reading: Reading, nodes: readonly SectionNode[]): readonly TaskReading[] {
  const roles = new Map<SectionNode, Roles>();
  const rolesOf = (node: SectionNode): Roles => {
    let known = roles.get(node);
    if (known === undefined) {
      const { start, end } = node.content;
      known = rolesIn(reading.layout.view, start, end, mentionsIn(reading.mentions, start, end));
      roles.set(node, known);
    }
    return known;
  };
  const kinds = new Map(nodes.map((node) => [node, kindOf(reading, node, rolesOf)]));
  const ordered = openingOrder(reading);
  const tasks: TaskReading[] = [];
  for (const node of nodes) {
    const kind = kinds.get(node);
    if (kind === "task")
      tasks.push(node.row === null ? itemTask(reading, node, rolesOf, kinds, ordered) : rowTask(reading, node));
    else if (kind === "assignment") assign(reading, node, tasks, rolesOf(node));
  }
  for (const node of nodes) if (kinds.get(node) === "task") orderSection(reading, node, tasks);
  return tasks;
}

function itemTask(
  reading: Reading,
  node: SectionNode,
  rolesOf: (node: SectionNode) => Roles,
  kinds: ReadonlyMap<SectionNode, TaskKind>,
  ordered: readonly RolePart[],
): TaskReading {
  const { view } = reading.layout;
  const range = trimmedRange(view, node.content.start, node.content.end);
  const own = rolesOf(node);
  const above = inherited(node, rolesOf, kinds, reading);
  const leads =
    own.leads.length > 0
      ? own.leads.map((part) => ({ ...part, inherited: false }))
      : (above.leads.length > 0 ? above.leads : ordered).map((part) => ({
          ...part,
          basis: own.saysLead ? ("stated" as const) : part.basis,
          inherited: true,
        }));
  const cooperates = own.cooperates.map((mention) => ({ mention, basis: "assigned" as const, inherited: false }));
  const takesAll = own.leads.length === 0 && own.cooperates.length === 0;
  return {
    node,
    ...range,
    leads,
    cooperates: takesAll ? above.cooperates.map((part) => ({ ...part, inherited: true })) : cooperates,
    directed: [
      ...own.directed.map((mention) => ({ mention, basis: "assigned" as const, inherited: false })),
      ...(own.leads.length === 0 ? above.directed.map((part) => ({ ...part, inherited: true })) : []),
    ],
    cue: own.cue,
    deadline: deadlineOf(timesIn(view, range.start, range.end, false), reading.issuedOn),
  };
}

/** A row: its cells give bodies and time. */
function rowTask(reading: Reading, node: SectionNode): TaskReading {
  const { view } = reading.layout;
  const row = node.row;
  const bodies = (cells: readonly { readonly start: number; readonly end: number }[]): readonly TaskPart[] =>
    distinct(
      reading,
      cells
        .flatMap(({ start, end }) => mentionsIn(reading.mentions, start, end))
        .map((mention) => ({ mention, basis: "stated" as const, inherited: false })),
    );
  const time = row?.time ?? null;
  const own = timesIn(view, node.content.start, node.content.end, false);
  return {
    node,
    ...trimmedRange(view, node.content.start, node.content.end),
    leads: bodies(row?.leads ?? []),
    cooperates: bodies(row?.cooperates ?? []),
    directed: [],
    cue: null,
    deadline:
      (time === null ? null : deadlineOf(timesIn(view, time.start, time.end, true), reading.issuedOn)) ??
      deadlineOf(own, reading.issuedOn),
  };
}
