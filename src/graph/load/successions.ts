import type { Succession } from "../../registry/model.ts";
import { inForce } from "../../registry/period.ts";
import { COUNTRY, type Body, type RegistryView } from "./registry-view.ts";

/** A row of `load/registry/successions`: who became whom, where both are known to the graph. */
export interface SuccessionRow {
  readonly from: string;
  readonly to: string;
  readonly on: string;
  readonly by: string | null;
  readonly kind: string;
  readonly partial: boolean;
  readonly subject: string | null;
  readonly dayVaries: boolean;
  readonly basis: string;
}

/** Tiers below the province have no single successor, whatever became of their province. */
const BELOW: readonly string[] = ["district", "district-party-committee", "commune", "commune-party-committee"];

/**
 * Whom a body succeeds and who succeeds it: inside its province (or at the centre) as the registry says, and, where provinces were joined, the body of
 * the same kind in the province that took them in, from that day. Groups have no successor: their members have.
 */
export function successionsOf(body: Body, view: RegistryView): readonly SuccessionRow[] {
  if (body.agency === null || body.group !== null || body.agency.rest !== null) return [];
  return [...within(body, view), ...withProvince(body, view)];
}

function within({ scope, type, level }: Body, { registry }: RegistryView): readonly SuccessionRow[] {
  const province = registry.province(scope.split("/")[1] ?? "");
  return registry.successions.flatMap((row) => {
    const concerns = row.level === level && (row.from === type || row.to === type);
    if (!concerns || row.to === null || (province !== null && !inForce(province, row.on))) return [];
    return [rowOf(row, `${scope}/${row.from}`, `${scope}/${row.to}`)];
  });
}

function withProvince({ scope, type, agency }: Body, { registry }: RegistryView): readonly SuccessionRow[] {
  const slug = scope.split("/")[1];
  if (slug === undefined || agency === null || BELOW.includes(agency.class)) return [];
  return registry.successions.flatMap((row) => {
    const concerns = row.level === "place" && (row.from === slug || row.to === slug);
    if (!concerns || row.to === null || !inForce(agency, row.on)) return [];
    return [rowOf(row, `${COUNTRY}/${row.from}/${type}`, `${COUNTRY}/${row.to}/${type}`)];
  });
}

function rowOf({ on, by, kind, partial, subject, dayVaries, source }: Succession, from: string, to: string) {
  return { from, to, on, by, kind, partial, subject, dayVaries, basis: source };
}
