import type { TimeMention } from "../recognise/deadlines.ts";
import type { AgencyMention } from "../recognise/mention.ts";
import type { Roles } from "../recognise/roles.ts";
import type { SectionNode } from "../text/sections.ts";
import type { Reading } from "./context.ts";

/** A body's part in a task, with where it is named. */
export interface TaskPart {
  readonly mention: AgencyMention;
  readonly basis: "stated" | "assigned";
  readonly inherited: boolean;
}

/** A task as it was read: ranges are of the view. */
export interface TaskReading {
  readonly node: SectionNode;
  readonly start: number;
  readonly end: number;
  leads: readonly TaskPart[];
  cooperates: readonly TaskPart[];
  directed: readonly TaskPart[];
  cue: Roles["cue"];
  deadline: TimeMention | null;
}

/** The parts, each body once: where it is named first. */
export function distinct(reading: Reading, parts: readonly TaskPart[]): readonly TaskPart[] {
  const seen = new Set<string>();
  return parts.filter(({ mention }) => {
    const id = reading.idOf(mention);
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
}
