import { read } from "../graph/statement.ts";
import type { Store } from "../graph/store.ts";
import { fold } from "../registry/fold.ts";
import { groupBy } from "../group-by.ts";
import { agencyBriefs } from "./documents.ts";
import type { Evidence } from "./evidence.ts";
import { memberships } from "./memberships.ts";
import { pageOf, type Page } from "./page.ts";
import { QuestionError } from "./question-error.ts";
import { complete } from "./responsibility-details.ts";
import { touches, type Touch } from "./touches.ts";
import { openGroups } from "./statements.ts";

export const ROLES = ["LEADS", "COOPERATES", "DIRECTED", "REPORTS", "RECEIVES", "ISSUES"] as const;
export type Role = (typeof ROLES)[number];
export type Via = "NAMED" | "GROUP";
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
  readonly distance: number;
  readonly recurs: string | null;
  readonly deadline: string | null;
  readonly document: string;
  readonly evidence: readonly Evidence[];
}

/** One agency's part in one task; for RECEIVES and ISSUES in one document, for REPORTS in one reporting line. */
export interface Responsibility {
  readonly role: Role;
  readonly via: Via;
  /** The group, where `via` is GROUP. */
  readonly through: string | null;
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
}

export interface ResponsibilityFilter {
  readonly document?: string | null;
  /** The province's name or id. */
  readonly place?: string | null;
  readonly roles?: readonly Role[] | null;
  readonly via?: readonly (Via | "SUCCESSOR")[] | null;
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
  readonly first?: number;
  readonly after?: string | null;
}

/**
 * Every task, document and reporting line that an agency touches: newest document first, inside it its tasks in text order, then reporting lines,
 * then who issued and received it. A named part beats a group's in the same task. Null where no such agency is known. Throws `QuestionError`.
 */
export async function responsibilities(
  store: Store,
  { agency, where, throughGroups = true, first = 50, after }: ResponsibilitiesQuestion,
): Promise<ResponsibilityPage | null> {
  const brief = (await agencyBriefs(store, [agency])).get(agency);
  if (brief === undefined) return null;

  const groups = throughGroups ? await memberships(store, agency) : [];
  const all = (await touches(store, agency, groups)).filter(filterBy(where ?? {}));
  const page = pageOf(all, (touch) => touch.key, { first, after });
  return {
    ...page,
    items: await complete(store, page.items),
    byRole: counted(all),
    openGroups: brief.collective ? [] : await read(store, openGroups, { id: agency }),
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
  const slug = place == null ? null : (place.split("/").at(-1) ?? "").trim();
  if (slug === "")
    throw new QuestionError("BAD_ARGUMENT", "where.place is empty: give a province's name or id, such as an-giang");
  const province = slug === null ? null : fold(slug).replace(/\s+/gu, "-");
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
  return counts.sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role) || (a.via < b.via ? 1 : -1));
}
