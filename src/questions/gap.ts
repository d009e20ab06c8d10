import type { Evidence } from "./evidence.ts";

/** In this order inside a document. */
export const GAP_KINDS = [
  "NO_LEAD",
  "SEVERAL_LEADS",
  "ONLY_GROUPS",
  "LEAD_NOT_RECIPIENT",
  "LEAD_DISSOLVED",
  "NO_REPORTING",
  "BROKEN_LINEAGE",
  "NOT_CARRIED_OUT",
] as const;
export type GapKind = (typeof GAP_KINDS)[number];

/** Something that nobody took on, or that leads nowhere. `subject` is the id of the task, agency or document concerned. */
export interface Gap {
  readonly kind: GapKind;
  readonly subject: string;
  readonly document: string;
  readonly task: string | null;
  readonly agency: string | null;
  readonly explanation: string;
  readonly evidence: readonly Evidence[];
}

/** A gap before its evidence is read: the tasks in which its words stand. */
export interface FoundGap extends Gap {
  readonly order: number;
  readonly tasks: readonly string[];
}
