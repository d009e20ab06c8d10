import type { z } from "zod";
import { read } from "../graph/statement.ts";
import type { Store } from "../graph/store.ts";
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
 * The groups of a body, also through a group that is itself meant by another name inside one document ("địa phương" for the districts' committees).
 * Each group once for each way that leads there.
 */
export async function memberships(store: Store, agency: string): Promise<readonly Membership[]> {
  const own = await read(store, groupsOf, { ids: [agency] });
  const beyond = await read(store, groupsOf, { ids: [...new Set(own.map((row) => row.group))] });
  const nested = own.flatMap((first) =>
    beyond
      .filter((second) => second.member === first.group && second.group !== agency)
      .map((second) => through(first, second)),
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
  if (on === null) return true;
  return (membership.from === null || membership.from <= on) && (membership.until === null || on < membership.until);
}

function later(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b > a) ? b : a;
}

function earlier(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b < a) ? b : a;
}
