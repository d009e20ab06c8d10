import type { z } from "zod";
import { read } from "../graph/statement.ts";
import type { Store } from "../graph/store.ts";
import { groupBy } from "../group-by.ts";
import { earlier, inForce, later } from "../registry/period.ts";
import { groupsOf } from "./statements.ts";

/** That a body belongs to a group: within a period, perhaps inside one document only, perhaps only where some words are printed. */
export interface Membership {
  readonly group: string;
  readonly document: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly onlyWhereNamed: string | null;
}

type Row = z.output<typeof groupsOf.row>;

/**
 * The groups of each body, also through a group that is itself meant by another name inside one document ("địa phương" for the districts' committees).
 * Each group once for each way that leads there.
 */
export async function membershipsOf(
  store: Store,
  agencies: readonly string[],
): Promise<ReadonlyMap<string, readonly Membership[]>> {
  const rows = await read(store, groupsOf, { ids: [...new Set(agencies)] });
  const beyond = groupBy(
    await read(store, groupsOf, { ids: [...new Set(rows.map(({ group }) => group))] }),
    ({ member }) => member,
  );
  return new Map([...groupBy(rows, ({ member }) => member)].map(([id, own]) => [id, withNested(id, own, beyond)]));
}

/** The groups of one body, as `membershipsOf` finds them. */
export async function memberships(store: Store, agency: string): Promise<readonly Membership[]> {
  return (await membershipsOf(store, [agency])).get(agency) ?? [];
}

function withNested(
  agency: string,
  own: readonly Row[],
  beyond: ReadonlyMap<string, readonly Row[]>,
): readonly Membership[] {
  const nested = own.flatMap((first) =>
    (beyond.get(first.group) ?? []).filter((second) => second.group !== agency).map((second) => through(first, second)),
  );
  return [
    ...own.map(({ group, document, from, until, onlyWhereNamed }) => ({
      group,
      document,
      from,
      until,
      onlyWhereNamed,
    })),
    ...nested,
  ];
}

function through(first: Row, second: Row): Membership {
  return {
    group: second.group,
    document: first.document ?? second.document,
    from: later(first.from, second.from),
    until: earlier(first.until, second.until),
    onlyWhereNamed: first.onlyWhereNamed ?? second.onlyWhereNamed,
  };
}

/** Whether a membership holds for what a document of that day says; `massOrganisations` tells whether it names "đoàn thể". */
export function holds(
  membership: Membership,
  { document, on, massOrganisations }: { document: string; on: string | null; massOrganisations: boolean },
): boolean {
  if (membership.document !== null && membership.document !== document) return false;
  if (membership.onlyWhereNamed !== null && !massOrganisations) return false;
  return on === null || inForce(membership, on);
}
