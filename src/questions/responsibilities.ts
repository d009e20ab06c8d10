import { read } from "../graph/statement.ts";
import type { Store } from "../graph/store.ts";
import { fold } from "../registry/fold.ts";
import { inForce } from "../registry/period.ts";
import { groupBy } from "../group-by.ts";
import { agencyBriefs } from "./documents.ts";
import type { Evidence } from "./evidence.ts";
import { pageOf, type Page } from "./page.ts";
import { provinceSlug } from "./place.ts";
import { complete } from "./responsibility-details.ts";
import { predecessors, successors, type Succession } from "./succession.ts";
import { touches, type Touch } from "./touches.ts";
import { openGroups } from "./statements.ts";

export const ROLES = ["LEADS", "COOPERATES", "DIRECTED", "REPORTS", "RECEIVES", "ISSUES"] as const;
export type Role = (typeof ROLES)[number];
export type Via = "NAMED" | "GROUP" | "SUCCESSOR";
const VIAS: readonly Via[] = ["NAMED", "GROUP", "SUCCESSOR"];
export type Basis = "STATED" | "ASSIGNED";
export type Scope = "ALL" | "RELEVANT";
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

export interface ResponsibilityPage extends Page<Responsibility> {
  readonly byRole: readonly { readonly role: Role; readonly via: Via; readonly count: number }[];
  /** Groups of the same place whose members cannot be known, with the number of parts that they have: they may concern the agency. */
  readonly openGroups: readonly { readonly group: string; readonly count: number }[];
  /** Whether the agency stands on `asOf`; null where no day was asked for. */
  readonly stands: boolean | null;
  /** Who took over from it, where it no longer stands on `asOf`; empty where no one body did. */
  readonly successors: readonly Succession[];
}

export interface ResponsibilityFilter {
  readonly document?: string | null;
  /** The province's name or id. */
  readonly place?: string | null;
  readonly roles?: readonly Role[] | null;
  readonly via?: readonly Via[] | null;
  readonly basis?: Basis | null;
  /** Part of a heading above the task, with or without diacritics. */
  readonly heading?: string | null;
  /** Due on that day or before: tasks with a last day. */
  readonly dueBefore?: string | null;
}

export interface ResponsibilitiesQuestion {
  readonly agency: string;
  readonly where?: ResponsibilityFilter | null;
  readonly throughGroups?: boolean;
  /** The agency as it stands on that day, with what its predecessors were given until then and without later documents. */
  readonly asOf?: string | null;
  readonly first?: number;
  readonly after?: string | null;
}

/**
 * Every task, document and reporting line that an agency touches: newest document first, inside it its tasks in text order, then reporting lines,
 * then who issued and received it. A named part beats a group's in the same task. With `asOf`, a body that does not stand on that day has nothing:
 * what it was given is its successors'. Null where no such agency is known. Throws `QuestionError`.
 */
export async function responsibilities(
  store: Store,
  { agency, where, throughGroups = true, asOf = null, first = 50, after }: ResponsibilitiesQuestion,
): Promise<ResponsibilityPage | null> {
  const brief = (await agencyBriefs(store, [agency])).get(agency);
  if (brief === undefined) return null;

  const stands = asOf === null ? null : inForce(brief, asOf);
  const all =
    stands === false
      ? []
      : (
          await touches(store, {
            agency,
            throughGroups,
            asOf,
            predecessors: asOf === null ? [] : await predecessors(store, agency, asOf),
          })
        ).filter(filterBy(where ?? {}));
  const page = pageOf(all, (touch) => touch.key, { first, after });
  return {
    ...page,
    items: await complete(store, page.items),
    byRole: counted(all),
    openGroups: brief.collective || stands === false ? [] : await read(store, openGroups, { id: agency, asOf }),
    stands,
    successors: stands === false && asOf !== null ? await successors(store, [agency], asOf) : [],
  };
}

function filterBy({
  document,
  place,
  roles,
  via,
  basis,
  heading,
  dueBefore,
}: ResponsibilityFilter): (touch: Touch) => boolean {
  const part = heading == null ? null : fold(heading);
  const province = provinceSlug("where.place", place);
  return (touch) =>
    (document == null || touch.document === document) &&
    (province === null || touch.document.split("/")[1] === province) &&
    (roles == null || roles.includes(touch.role)) &&
    (via == null || via.includes(touch.via)) &&
    (basis == null || touch.basis === basis) &&
    (part === null || touch.headings.some((each) => fold(each).includes(part))) &&
    (dueBefore == null || (touch.dueTo !== null && touch.dueTo <= dueBefore));
}

function counted(all: readonly Touch[]): ResponsibilityPage["byRole"] {
  const counts = [...groupBy(all, ({ role, via }) => `${role} ${via}`).values()].flatMap((same) => {
    const [touch] = same;
    return touch === undefined ? [] : [{ role: touch.role, via: touch.via, count: same.length }];
  });
  return counts.sort(
    (a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role) || VIAS.indexOf(a.via) - VIAS.indexOf(b.via),
  );
}
