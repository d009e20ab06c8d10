import { groupBy } from "../group-by.ts";
import { read } from "../graph/statement.ts";
import type { Store } from "../graph/store.ts";
import { taskBriefs } from "./documents.ts";
import { evidenceOf, type Evidence } from "./evidence.ts";
import type { FoundGap, Gap } from "./gaps.ts";
import { taskEvidence } from "./responsibility-details.ts";
import { partsIn } from "./statements.ts";

/** The gaps of a page with the words that show them: the task, and the words that name those who lead it. */
export async function withEvidence(store: Store, found: readonly FoundGap[]): Promise<readonly Gap[]> {
  const ids = [...new Set(found.flatMap(({ tasks }) => tasks))];
  const parts = groupBy(await read(store, partsIn, { ids }), ({ task }) => task);
  const briefs = await taskBriefs(store, ids);
  return found.map(({ kind, subject, document, task, agency, explanation, evidence, tasks }) => {
    const inTasks = tasks.flatMap((id): readonly Evidence[] => {
      const brief = briefs.get(id);
      const leads = (parts.get(id) ?? []).filter(
        (part) => part.role === "LEADS" && (agency === null || part.agency === agency),
      );
      return [
        ...leads.flatMap((part) => evidenceOf({ ...part, note: part.cue })),
        ...(brief === undefined ? [] : [taskEvidence(brief)]),
      ];
    });
    return { kind, subject, document, task, agency, explanation, evidence: [...inTasks, ...evidence] };
  });
}
