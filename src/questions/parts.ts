import type { Evidence } from "./evidence.ts";
import type { Succession } from "./succession.ts";

export const ROLES = ["LEADS", "COOPERATES", "DIRECTED", "REPORTS", "RECEIVES", "ISSUES"] as const;
export type Role = (typeof ROLES)[number];
export type Via = "NAMED" | "GROUP" | "SUCCESSOR";
export const VIAS: readonly Via[] = ["NAMED", "GROUP", "SUCCESSOR"];
export type Basis = "STATED" | "ASSIGNED";
export type Scope = "ALL" | "RELEVANT";

/** The graph's word for how a part was given, as it is answered. */
export function basisOf(basis: "stated" | "assigned" | null): Basis | null {
  return basis === null ? null : basis === "stated" ? "STATED" : "ASSIGNED";
}

/** The graph's word for how far a part goes, as it is answered. */
export function scopeOf(scope: "all" | "relevant"): Scope {
  return scope === "relevant" ? "RELEVANT" : "ALL";
}

export type LinePosition = "FROM" | "VIA" | "TO";

/** A body's part in a task, as it stands beside another's. */
export interface Part {
  readonly agency: string;
  readonly role: Role;
  readonly basis: Basis | null;
  readonly inherited: boolean;
  readonly scope: Scope;
}

export interface ReportingLine {
  readonly from: string | null;
  readonly to: string;
  readonly via: string | null;
  /** Hops from the agency asked for: 1 for the lines that it stands in itself. */
  readonly distance: number;
  readonly recurs: string | null;
  readonly deadline: string | null;
  /** The next day from the day asked for; null where none was asked for, and where the document's period is over or the sender is no more. */
  readonly nextDue: string | null;
  readonly document: string;
  readonly evidence: readonly Evidence[];
}

/** One agency's part in one task; for RECEIVES and ISSUES in one document, for REPORTS in one reporting line. */
export interface Responsibility {
  readonly role: Role;
  readonly via: Via;
  /** The group or the predecessor, where `via` is not NAMED. */
  readonly through: string | null;
  /** The group by which the predecessor was meant, where `via` is SUCCESSOR. */
  readonly group: string | null;
  /** The steps from the predecessor to the agency, where `via` is SUCCESSOR. */
  readonly succession: readonly Succession[];
  readonly basis: Basis | null;
  readonly inherited: boolean;
  readonly scope: Scope;
  readonly task: string | null;
  readonly line: ReportingLine | null;
  readonly position: LinePosition | null;
  readonly document: string;
  readonly others: readonly Part[];
  readonly evidence: readonly Evidence[];
}
