import type { z } from "zod";
import type { Membership } from "./memberships.ts";
import type { Basis, LinePosition, Role, Scope, Via } from "./parts.ts";
import type { documentsOf, linesOf } from "./statements.ts";
import type { Predecessor } from "./succession.ts";

export type DocumentRow = z.output<typeof documentsOf.row>;
export type LineRow = z.output<typeof linesOf.row>;

/** That an agency touches a task, a reporting line or a document: as much as is needed to filter, count and order. */
export interface Touch {
  /** Tells it from every other of the same agency, also on another day. */
  readonly key: string;
  /** The body that the text names: the agency, its group, its predecessor or that one's group. */
  readonly holder: string;
  readonly role: Role;
  readonly via: Via;
  readonly through: string | null;
  /** The group by which the agency, or its predecessor, is meant. */
  readonly group: string | null;
  readonly predecessor: Predecessor | null;
  readonly basis: Basis | null;
  readonly inherited: boolean;
  readonly scope: Scope;
  readonly document: string;
  readonly on: string | null;
  readonly order: number;
  readonly headings: readonly string[];
  readonly dueTo: string | null;
  readonly task: string | null;
  readonly position: LinePosition | null;
  readonly line: LineRow | null;
  readonly received: DocumentRow | null;
}

/** A body on whose account an agency is touched: itself, or one whose work it took over. */
export interface Source {
  readonly body: string;
  readonly groups: readonly Membership[];
  readonly predecessor: Predecessor | null;
}

/** How the body that a text names leads to the agency. */
export function viaOf({ body, predecessor }: Source, holder: string) {
  const group = holder === body ? null : holder;
  const via: Via = predecessor !== null ? "SUCCESSOR" : group !== null ? "GROUP" : "NAMED";
  return { holder, via, through: predecessor?.id ?? group, group, predecessor };
}
