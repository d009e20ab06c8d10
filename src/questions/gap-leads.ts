import type { z } from "zod";
import { groupBy } from "../group-by.ts";
import { dayInWords, withProvince } from "../graph/names.ts";
import type { Store } from "../graph/store.ts";
import { agencyBriefs, type AgencyBrief } from "./documents.ts";
import { NOWHERE, type Evidence } from "./evidence.ts";
import type { FoundGap } from "./gap.ts";
import type { leadsIn } from "./statements.ts";
import { provinceOf } from "./place.ts";
import { successionEvidence, successors, type Succession } from "./succession.ts";

export type LeadRow = z.output<typeof leadsIn.row>;
/** A row of a body that leads. */
export type Lead = LeadRow & { readonly agency: string; readonly name: string };

export const isLead = (row: LeadRow): row is Lead => row.agency !== null;

/** Tasks that nobody leads, that several bodies lead by "chủ trì", or that groups alone lead. */
export function taskGaps(rows: readonly LeadRow[]): FoundGap[] {
  return [...groupBy(rows, ({ task }) => task).values()].flatMap((inTask) => {
    const [first] = inTask;
    if (first === undefined) return [];
    const leads = inTask.filter(isLead);
    const stated = leads.filter(({ basis, collective }) => basis === "stated" && collective === false);
    const gap = (kind: FoundGap["kind"], explanation: string): FoundGap => ({
      kind,
      subject: first.task,
      document: first.document,
      task: first.task,
      agency: null,
      explanation,
      evidence: [],
      order: first.ordinal,
      tasks: [first.task],
    });
    const names = (bodies: readonly Lead[]): string => bodies.map(({ name }) => name).join("; ");
    if (leads.length === 0)
      return [gap("NO_LEAD", "Nobody is named to lead this task, here or in what stands above it.")];
    if (stated.length > 1) return [gap("SEVERAL_LEADS", `Each of these is told to lead it: ${names(stated)}.`)];
    return leads.every(({ collective }) => collective === true)
      ? [gap("ONLY_GROUPS", `Only groups lead it, no body by its own name: ${names(leads)}.`)]
      : [];
  });
}

/**
 * Bodies that lead and no longer stand on that day, with who took over, if that is known; groups where their members are known to have ended, for
 * nobody can say when "các cấp ủy" end.
 */
export async function dissolvedGaps(store: Store, rows: readonly LeadRow[], asOf: string): Promise<FoundGap[]> {
  const ended = rows
    .filter(isLead)
    .filter(({ until, collective, membersKnown }) => until !== null && until <= asOf && (!collective || membersKnown));
  const steps = await successors(
    store,
    ended.map(({ agency }) => agency),
    asOf,
  );
  const names = await agencyBriefs(
    store,
    steps.map(({ to }) => to),
  );
  return [...groupBy(ended, ({ document, agency }) => `${document} ${agency}`).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const after = steps.filter(({ from }) => from === first.agency);
    return [
      {
        kind: "LEAD_DISSOLVED" as const,
        subject: first.agency,
        document: first.document,
        task: same.length === 1 ? first.task : null,
        agency: first.agency,
        explanation: `${first.name} leads ${countOf(same.length)} and no longer exists since ${endOf(first)}; ${heirsOf(first, after, names)}.`,
        evidence: after.length > 0 ? after.map(successionEvidence) : [endEvidence(first)],
        order: first.ordinal,
        tasks: same.map(({ task }) => task),
      },
    ];
  });
}

function endOf({ until, dayVaries }: Lead): string {
  const day = until === null ? "" : dayInWords(until);
  return dayVaries === true ? `${day} at the latest (the day differs by province)` : day;
}

function heirsOf({ collective }: Lead, after: readonly Succession[], names: ReadonlyMap<string, AgencyBrief>): string {
  if (collective === true) return "it is a group, and what became of each member is told of the member";
  if (after.length === 0) return "no single successor is known";
  const called = ({ from, to, subject, on }: Succession): string => {
    const brief = names.get(to);
    const place = provinceOf(from) === provinceOf(to) ? undefined : (brief?.placeName ?? undefined);
    return `${withProvince(brief?.name ?? to, place)}${subject === null ? "" : ` (${subject})`} on ${dayInWords(on)}`;
  };
  return `its work went to ${after.map(called).join(", ")}`;
}

function endEvidence({ agency, until, endBasis }: Lead): Evidence {
  return {
    source: "registry",
    ...NOWHERE,
    standing: "REGISTRY",
    note: `${agency} until ${until ?? ""}: ${endBasis ?? ""}`,
  };
}

export function countOf(tasks: number): string {
  return tasks === 1 ? "one task" : `${tasks} tasks`;
}
