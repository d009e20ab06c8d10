import { isMeant } from "../../registry/groups.ts";
import { earlier, later, type Period } from "../../registry/period.ts";
import type { Body, RegistryView } from "./body.ts";

/** When a body stands. `dayVaries`: its end differs by province, and `until` is the first day on which it had ended everywhere. */
export interface Standing extends Period {
  readonly dayVaries: boolean;
  /** Where a registry has its end from; null where it does not end. */
  readonly endBasis: string | null;
}

/** A body stands within its own days and those of its province; a group whose members are all known to end does so with the last of them. */
export function standingOf(body: Body, view: RegistryView): Standing {
  const { agency, group, scope, level, type } = body;
  const province = view.registry.province(scope.split("/")[1] ?? "");
  const own = group === null ? (agency?.until ?? null) : lastMember(body, view);
  const until = earlier(own, province?.until ?? null);
  const dissolved = view.registry.successionsFrom(level, type).find(({ to }) => to === null);
  const withProvince = until !== null && until !== own ? province?.source : undefined;
  return {
    from: later(agency?.from ?? null, province?.from ?? null),
    until,
    dayVaries: agency?.dayVaries.includes("until") ?? false,
    endBasis: until === null ? null : (withProvince ?? dissolved?.source ?? agency?.source ?? group?.source ?? null),
  };
}

/** The day on which the last member of a group ends; null where one goes on, or where nobody knows the members. */
function lastMember({ group, level }: Body, { registry }: RegistryView): string | null {
  if (group === null || !group.membersKnown) return null;
  const members = registry.agencies(level).filter((agency) => group.members.some((member) => isMeant(agency, member)));
  const ends = members.map(({ until }) => until).filter((day) => day !== null);
  return members.length > 0 && ends.length === members.length ? (ends.sort().at(-1) ?? null) : null;
}
