import { DOUBTFUL } from "../facts/doubtful.ts";
import type { Facts } from "../facts/model.ts";
import type { Doubt } from "./doubt.ts";

/** The facts that are worth a look, in the order of the text, each by the name under which a review can decide on it. */
export function unsureFacts(facts: Facts): readonly Doubt[] {
  const { citations, links, agencies, tasks, reports, targets, recipients } = facts;
  return [
    ...citations.flatMap((fact) => unsure(() => `citations:${fact.id}`, fact, fact.mentions[0])),
    ...links.flatMap((fact) => unsure(() => `links@${String(fact.start)}`, fact, fact)),
    ...agencies.flatMap((fact) => unsure(() => `agencies:${fact.id}`, fact, fact.mentions[0])),
    ...tasks.flatMap((task) => {
      const name = (): string => `tasks@${String(task.start)}`;
      const { deadline, reviewed } = task;
      const roles = (["leads", "cooperates", "directed"] as const).flatMap((role) =>
        task[role].flatMap((part) => {
          const { confidence } = part;
          return unsure(() => `${role} ${part.agency} of ${name()}`, { confidence, reviewed }, part);
        }),
      );
      const due =
        deadline === null ? [] : unsure(() => `the deadline of ${name()}`, { ...deadline, reviewed }, deadline);
      return [...unsure(name, task, task), ...roles, ...due];
    }),
    ...reports.flatMap((fact) => unsure(() => `reports@${String(fact.start)}`, fact, fact)),
    ...targets.flatMap((fact) => unsure(() => `targets@${String(fact.start)}`, fact, fact)),
    ...recipients.flatMap((fact) => unsure(() => `recipients@${String(fact.start)}`, fact, fact)),
  ].sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
}

function unsure(
  nameOf: () => string,
  { confidence, reviewed }: { readonly confidence?: number | undefined; readonly reviewed?: true | undefined },
  place: { readonly start?: number | undefined; readonly end?: number | undefined } | undefined,
): readonly Doubt[] {
  if (confidence === undefined || confidence >= DOUBTFUL || reviewed === true) return [];
  const message = `${nameOf()}: of facts found like this ${String(Math.round(confidence * 100))} % proved right.`;
  return [{ code: "UNSURE", message, start: place?.start ?? null, end: place?.end ?? null }];
}
