import type { Store } from "../graph/store.ts";
import { agencyBriefs, documentBriefs, type AgencyBrief, type DocumentBrief } from "./documents.ts";
import { narrowed, nextDay, type Window } from "./due-days.ts";
import { dutiesOf, everyDuty, type Duty } from "./duties.ts";
import type { Evidence } from "./evidence.ts";
import { placeId, provinceOf, provinceSlug } from "./place.ts";
import { QuestionError } from "./question-error.ts";
import type { Part, ReportingLine } from "./parts.ts";
import { heirs } from "./succession.ts";

/** A duty with a day: of a task or a reporting line, on its next day in the window. */
export interface Obligation {
  readonly due: string;
  readonly recurs: string | null;
  readonly task: string | null;
  readonly line: ReportingLine | null;
  /** Whose duty it is on that day; a body that is no more by the one that took over all its work. */
  readonly agencies: readonly Part[];
  readonly document: string;
  readonly evidence: readonly Evidence[];
}

export interface ObligationsQuestion extends Window {
  readonly agency?: string | null;
  /** A province's name or id. */
  readonly place?: string | null;
}

/**
 * What falls due from one day to another, both included, the earliest first: each duty once, on its next day. Nothing falls due before its document and
 * outside its period, nor for a body that does not stand on the day. Throws `QuestionError`.
 */
export async function obligations(
  store: Store,
  { agency = null, place, from, to }: ObligationsQuestion,
): Promise<readonly Obligation[]> {
  if (from > to) throw new QuestionError("BAD_ARGUMENT", `from ${from} is after to ${to}: give the earlier day first`);
  const province = provinceSlug("place", place);
  const window = { from, to };
  const duties =
    agency === null ? await everyDuty(store, window, placeId(province)) : await dutiesOf(store, agency, window);
  const documents = await documentBriefs(
    store,
    duties.map(({ document }) => document),
  );
  const dated = duties.flatMap((duty) => {
    if (province !== null && provinceOf(duty.document) !== province) return [];
    const due = dueOf(duty, window, documents.get(duty.document));
    return due === null ? [] : [{ duty, due }];
  });
  const standing = await bodiesStanding(store, dated, to);
  return dated
    .flatMap(({ duty, due }) => {
      const agencies = standing(duty, due);
      if (agencies === null) return [];
      const { recurs, task, line, document, evidence } = duty;
      return [{ due, recurs, task, line: line && { ...line, nextDue: due }, agencies, document, evidence }];
    })
    .sort((a, b) => compare(a.due, b.due) || compare(a.document, b.document) || compare(keyOf(a), keyOf(b)));
}

/** The next day of a duty in the window, within its document's period and the time in which it binds the agency asked for. */
function dueOf({ deadline, binds }: Duty, window: Window, document: DocumentBrief | undefined): string | null {
  const begins = document?.periodFrom ?? document?.issuedOn ?? document?.notBefore ?? null;
  const inPeriod = narrowed(window, { from: begins, to: document?.periodTo ?? null });
  const bound = inPeriod && narrowed(inPeriod, binds);
  return bound && nextDay(deadline, bound);
}

/** Tells whose a duty is on its day: null where everybody who had it is no more and no one body took over. */
async function bodiesStanding(
  store: Store,
  dated: readonly { readonly duty: Duty; readonly due: string }[],
  to: string,
): Promise<(duty: Duty, due: string) => readonly Part[] | null> {
  const ids = [...new Set(dated.flatMap(({ duty }) => duty.agencies.map(({ agency }) => agency)))];
  const took = await heirs(store, ids, to);
  const briefs = await agencyBriefs(store, [...ids, ...took.values()]);
  const stands = (id: string, on: string): boolean => isStanding(briefs.get(id), on);
  return ({ agencies }, due) => {
    const parts = new Map<string, Part>();
    for (const part of agencies) {
      const heir = took.get(part.agency);
      const body = stands(part.agency, due) ? part.agency : heir !== undefined && stands(heir, due) ? heir : null;
      if (body !== null && !parts.has(body)) parts.set(body, { ...part, agency: body });
    }
    return agencies.length > 0 && parts.size === 0 ? null : [...parts.values()];
  };
}

function isStanding(brief: AgencyBrief | undefined, on: string): boolean {
  if (brief === undefined) return false;
  return (brief.from === null || brief.from <= on) && (brief.until === null || on < brief.until);
}

function keyOf({ task, line }: Obligation): string {
  return task ?? `~ ${line?.from ?? ""} ${line?.to ?? ""}`;
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
