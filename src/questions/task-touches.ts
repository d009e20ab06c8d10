import { basisOf, scopeOf } from "./parts.ts";
import type { z } from "zod";
import { groupBy } from "../group-by.ts";
import type { partsOf } from "./statements.ts";
import { viaOf, type Source, type Touch } from "./touch.ts";

export type PartRow = z.output<typeof partsOf.row>;
const ORDER: readonly Touch["role"][] = ["LEADS", "COOPERATES", "DIRECTED"];

/** What a body has to do with each task, by itself and by those whose work it took over; each source with the parts that concern it. */
export function tasksTouched(sources: readonly (readonly [Source, readonly PartRow[]])[]): Touch[] {
  const all = sources.flatMap(([source, parts]) =>
    [...groupBy(parts, (part) => part.task).values()].flatMap((inTask) => strongestOf(source, inTask)),
  );
  return [...groupBy(all, ({ task }) => task).values()].flatMap(chosen);
}

/** A named part beats a group's; of several groups' parts the strongest counts, so that nobody cooperates with itself. */
function strongestOf(source: Source, inTask: readonly PartRow[]): readonly Touch[] {
  const named = inTask.filter((part) => part.agency === source.body);
  const [strongest] = [...inTask].sort((a, b) => rank(a) - rank(b) || (a.agency < b.agency ? -1 : 1));
  const own = named.length > 0 ? named : strongest === undefined ? [] : [strongest];
  return own.map((part) => taskTouch(source, part));
}

/**
 * Of one task: what names the body or a predecessor beats what names a group, the stronger role beats the weaker, and the body's own part beats the
 * same of a predecessor. What passed on only as to a subject stands beside it where it would weigh more.
 */
function chosen(inTask: readonly Touch[]): readonly Touch[] {
  const whole = inTask.filter(({ predecessor }) => predecessor?.partial !== true);
  const named = whole.filter(({ group }) => group === null);
  const own = named.filter(({ predecessor }) => predecessor === null);
  const [best] = [...(named.length > 0 ? named : whole)].sort(byWeight);
  const standing = best === undefined ? [] : best.predecessor === null && own.length > 0 ? own : [best];
  const [part] = inTask
    .filter(({ predecessor, group }) => predecessor?.partial === true && group === null)
    .sort(byWeight);
  const adds = part !== undefined && standing.every((touch) => rank(part) < rank(touch));
  return adds ? [...standing, part] : standing;
}

const rank = ({ role }: Pick<Touch, "role">): number => ORDER.indexOf(role);

function byWeight(a: Touch, b: Touch): number {
  const inherits = (touch: Touch): number => (touch.predecessor === null ? 0 : 1);
  return rank(a) - rank(b) || inherits(a) - inherits(b) || ((a.through ?? "") < (b.through ?? "") ? -1 : 1);
}

function taskTouch(source: Source, part: PartRow): Touch {
  return {
    key: `${part.task} ${part.role}`,
    ...viaOf(source, part.agency),
    role: part.role,
    basis: basisOf(part.basis),
    inherited: part.inherited,
    scope: source.predecessor?.partial === true ? "RELEVANT" : scopeOf(part.scope),
    document: part.document,
    on: part.on,
    order: part.ordinal,
    headings: part.headings,
    dueTo: part.dueTo,
    task: part.task,
    position: null,
    line: null,
    received: null,
  };
}
