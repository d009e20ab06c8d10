import type { z } from "zod";
import { groupBy } from "../group-by.ts";
import { read } from "../graph/statement.ts";
import type { Store } from "../graph/store.ts";
import { fold } from "../registry/fold.ts";
import { holds, type Membership } from "./memberships.ts";
import type { Basis, LinePosition, Role, Scope, Via } from "./responsibilities.ts";
import { documentsOf, linesOf, partsOf } from "./statements.ts";

type LineRow = z.output<typeof linesOf.row>;
type DocumentRow = z.output<typeof documentsOf.row>;

/** That an agency touches a task, a reporting line or a document: as much as is needed to filter, count and order. */
export interface Touch {
  /** Tells it from every other of the same agency, also on another day. */
  readonly key: string;
  readonly agency: string;
  readonly role: Role;
  readonly via: Via;
  readonly through: string | null;
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

const NO_TASK = { basis: null, inherited: false, scope: "ALL", headings: [], dueTo: null, task: null } as const;
const ORDER: readonly Role[] = ["LEADS", "COOPERATES", "DIRECTED"];
const AFTER_TASKS = 1_000_000_000;

/** Everything that an agency touches, by its own name and as a member of these groups, in the order in which it is told. */
export async function touches(store: Store, agency: string, groups: readonly Membership[]): Promise<readonly Touch[]> {
  const ids = [agency, ...new Set(groups.map(({ group }) => group))];
  const byGroup = groupBy(groups, ({ group }) => group);
  const concerns = (
    named: string,
    document: string,
    on: string | null,
    words: { readonly massOrganisations: boolean },
  ): boolean =>
    named === agency || (byGroup.get(named) ?? []).some((membership) => holds(membership, { document, on, ...words }));

  const documents = (await read(store, documentsOf, { ids })).filter(({ agency: named, document, on, words }) =>
    concerns(named, document, on, { massOrganisations: fold(words.join(" ")).includes("doan the") }),
  );
  const parts = (await read(store, partsOf, { ids })).filter(
    ({ agency: named, document, on, namesMassOrganisations }) =>
      concerns(named, document, on, { massOrganisations: namesMassOrganisations }),
  );
  const days = new Map<string, string | null>(parts.map(({ document, on }) => [document, on]));
  for (const { document, on } of documents) days.set(document, on);
  const lines = (await read(store, linesOf, { ids })).filter(({ agency: named, document }) =>
    concerns(named, document, days.get(document) ?? null, { massOrganisations: false }),
  );

  const all = [
    ...tasksTouched(agency, parts),
    ...linesTouched(agency, lines, days),
    ...documentsTouched(agency, documents),
  ];
  return all.sort(
    (a, b) => newestFirst(a.on, b.on) || compare(a.document, b.document) || a.order - b.order || compare(a.key, b.key),
  );
}

function tasksTouched(agency: string, parts: readonly z.output<typeof partsOf.row>[]): Touch[] {
  return [...groupBy(parts, (part) => part.task).values()].flatMap((inTask) => {
    const named = inTask.filter((part) => part.agency === agency);
    // A named part beats a group's; of several groups' parts the strongest counts, so that nobody cooperates with itself.
    const [strongest] = [...inTask].sort(
      (a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role) || compare(a.agency, b.agency),
    );
    const own = named.length > 0 ? named : strongest === undefined ? [] : [strongest];
    return own.map((part): Touch => {
      const via = part.agency === agency ? "NAMED" : "GROUP";
      return {
        key: `${part.task} ${part.role}`,
        agency,
        role: part.role,
        via,
        through: via === "NAMED" ? null : part.agency,
        basis: part.basis === null ? null : part.basis === "stated" ? "STATED" : "ASSIGNED",
        inherited: part.inherited,
        scope: part.scope === "relevant" ? "RELEVANT" : "ALL",
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
    });
  });
}

function linesTouched(agency: string, lines: readonly LineRow[], days: ReadonlyMap<string, string | null>): Touch[] {
  const named = lines.filter((line) => line.agency === agency);
  const ends = new Set(named.map(lineKey));
  // Nobody reports to itself: a line of a group is not the line of the body that collects or passes on.
  const through = lines.filter(
    (line) =>
      line.agency !== agency &&
      !ends.has(lineKey(line)) &&
      line.to !== agency &&
      line.via !== agency &&
      line.from !== agency,
  );
  return [...named, ...through].map((line) => ({
    ...NO_TASK,
    key: `${lineKey(line)} ${line.position} ${line.agency}`,
    agency,
    role: "REPORTS",
    via: line.agency === agency ? "NAMED" : "GROUP",
    through: line.agency === agency ? null : line.agency,
    document: line.document,
    on: days.get(line.document) ?? null,
    order: AFTER_TASKS + (line.start[0] ?? 0),
    position: line.position,
    line,
    received: null,
  }));
}

function documentsTouched(agency: string, documents: readonly DocumentRow[]): Touch[] {
  const named = new Set(
    documents.filter((row) => row.agency === agency).map((row) => `${row.document} ${row.relation}`),
  );
  const through = [
    ...groupBy(
      documents.filter((row) => row.agency !== agency),
      (row) => `${row.document} ${row.relation}`,
    ),
  ]
    .filter(([key]) => !named.has(key))
    .flatMap(([, rows]) => rows.slice(0, 1));
  return [...documents.filter((row) => row.agency === agency), ...through].map((row) => ({
    ...NO_TASK,
    key: `${row.document} ${row.relation} ${row.agency} ${row.start[0] ?? ""}`,
    agency,
    role: row.relation === "ISSUED" ? "ISSUES" : "RECEIVES",
    via: row.agency === agency ? "NAMED" : "GROUP",
    through: row.agency === agency ? null : row.agency,
    document: row.document,
    on: row.on,
    order: 2 * AFTER_TASKS,
    position: null,
    line: null,
    received: row,
  }));
}

function lineKey({ document, from, to, via, start }: LineRow): string {
  return `${document} ${from ?? ""} ${to} ${via ?? ""} ${start[0] ?? ""}`;
}

function newestFirst(a: string | null, b: string | null): number {
  return a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? 1 : -1;
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
