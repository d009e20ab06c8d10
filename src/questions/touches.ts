import { groupBy } from "../group-by.ts";
import { read } from "../graph/statement.ts";
import type { Store } from "../graph/store.ts";
import { fold } from "../registry/fold.ts";
import { documentBriefs } from "./documents.ts";
import { holds, memberships, type Membership } from "./memberships.ts";
import { documentsTouched, linesTouched, type DocumentRow, type LineRow } from "./other-touches.ts";
import type { Basis, LinePosition, Role, Scope, Via } from "./responsibilities.ts";
import { documentsOf, linesOf, partsOf } from "./statements.ts";
import type { Predecessor } from "./succession.ts";
import { tasksTouched } from "./task-touches.ts";

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

export interface Sought {
  readonly agency: string;
  readonly throughGroups: boolean;
  readonly predecessors?: readonly Predecessor[];
  /** Documents of a later day are left out. */
  readonly asOf?: string | null;
}

/** Everything that an agency touches, by its own name, as a member of groups and as successor of others, in the order in which it is told. */
export async function touches(store: Store, sought: Sought): Promise<readonly Touch[]> {
  const { agency, throughGroups, predecessors = [], asOf = null } = sought;
  const bodies = [
    { id: agency, predecessor: null },
    ...predecessors.map((each) => ({ id: each.id, predecessor: each })),
  ];
  const sources = await Promise.all(
    bodies.map(async ({ id, predecessor }): Promise<Source> => {
      // What passed on only as to a subject is what was given to the body itself, not to everybody of its kind.
      const groups = throughGroups && predecessor?.partial !== true ? await memberships(store, id) : [];
      return { body: id, groups, predecessor };
    }),
  );
  const ids = [...new Set(sources.flatMap(({ body, groups }) => [body, ...groups.map(({ group }) => group)]))];
  const documents = await read(store, documentsOf, { ids });
  const parts = await read(store, partsOf, { ids });
  const lines = await read(store, linesOf, { ids });
  const days = await daysOf(store, [...parts, ...documents], lines);

  const of = <R extends { readonly agency: string; readonly document: string }>(
    rows: readonly R[],
    massOrganisations: (row: R) => boolean,
  ): readonly (readonly [Source, readonly R[]])[] =>
    sources.map((source) => {
      const byGroup = groupBy(source.groups, ({ group }) => group);
      const meant = rows.filter((row) => {
        const on = days.get(row.document) ?? null;
        const words = { document: row.document, on, massOrganisations: massOrganisations(row) };
        return (
          passedOn(source, on, asOf) &&
          (row.agency === source.body || (byGroup.get(row.agency) ?? []).some((group) => holds(group, words)))
        );
      });
      return [source, meant] as const;
    });
  const all = [
    ...tasksTouched(of(parts, ({ namesMassOrganisations }) => namesMassOrganisations)),
    ...linesTouched(
      agency,
      of(lines, () => false),
      days,
    ),
    ...documentsTouched(of(documents, ({ words }) => fold(words.join(" ")).includes("doan the"))),
  ];
  return all.sort(
    (a, b) => newestFirst(a.on, b.on) || compare(a.document, b.document) || a.order - b.order || compare(a.key, b.key),
  );
}

/** How the body that a text names leads to the agency. */
export function viaOf({ body, predecessor }: Source, holder: string) {
  const group = holder === body ? null : holder;
  const via: Via = predecessor !== null ? "SUCCESSOR" : group !== null ? "GROUP" : "NAMED";
  return { holder, via, through: predecessor?.id ?? group, group, predecessor };
}

/** No document later than the day asked for; and of a body that goes on beside its successor, none later than the day on which it gave something away. */
function passedOn({ predecessor }: Source, on: string | null, asOf: string | null): boolean {
  if (on === null) return true;
  return (asOf === null || on <= asOf) && (predecessor?.until == null || on < predecessor.until);
}

async function daysOf(
  store: Store,
  dated: readonly { readonly document: string; readonly on: string | null }[],
  lines: readonly LineRow[],
): Promise<ReadonlyMap<string, string | null>> {
  const days = new Map(dated.map(({ document, on }) => [document, on]));
  const rest = lines.map(({ document }) => document).filter((document) => !days.has(document));
  if (rest.length === 0) return days;
  for (const [id, { issuedOn, notBefore }] of await documentBriefs(store, rest)) days.set(id, issuedOn ?? notBefore);
  return days;
}

function newestFirst(a: string | null, b: string | null): number {
  return a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? 1 : -1;
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
