/**
 * What a caller may do: each role may also do what the ones before it may. A loader replaces a document's facts with its whole review, so it may decide
 * about single facts too.
 */
export const ROLES = ["reader", "reviewer", "loader"] as const;
export type Role = (typeof ROLES)[number];

/** Who asks, as a token says. */
export interface Caller {
  readonly subject: string;
  readonly role: Role;
}

export function mayActAs({ role }: Caller, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

/** The highest of the roles that a token names; null where it names none of ours. */
export function highestRole(named: readonly unknown[]): Role | null {
  return [...ROLES].reverse().find((role) => named.includes(role)) ?? null;
}

/** One name for all requests of one caller: of a token that holds, or without one of an address. */
export function callerOf({ caller, ip }: { readonly caller: Caller | null; readonly ip: string }): string {
  return caller === null ? `address ${ip}` : `token ${caller.subject}`;
}
