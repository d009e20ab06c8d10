import { groupBy } from "../group-by.ts";
import { read } from "../graph/statement.ts";
import type { Store } from "../graph/store.ts";
import { agencyBriefs, taskBriefs, type TaskBrief } from "./documents.ts";
import type { Window } from "./due-days.ts";
import { evidenceOf, type EdgeEvidence, type Evidence } from "./evidence.ts";
import { partOf, taskEvidence } from "./responsibility-details.ts";
import type { Part, ReportingLine } from "./parts.ts";
import { linesDue, linesDueOfPlace, partsIn, tasksDue, tasksDueOfPlace } from "./statements.ts";
import { predecessors } from "./succession.ts";
import type { Touch } from "./touch.ts";
import { touches } from "./touches.ts";

/** Something to be done by a day: full ("2024-06-30"), of every year ("--11-15") or of every month ("---20"). */
export interface Duty {
  readonly deadline: string;
  readonly recurs: string | null;
  readonly task: string | null;
  readonly line: ReportingLine | null;
  readonly agencies: readonly Part[];
  readonly document: string;
  readonly evidence: readonly Evidence[];
  /** From when until when it is a duty of the agency asked for; nothing where none was. */
  readonly binds: { readonly from?: string | null; readonly until?: string | null };
}

interface Line extends EdgeEvidence {
  readonly from: string | null;
  readonly to: string;
  readonly via: string | null;
  readonly recurs: string | null;
  readonly deadline: string | null;
  readonly document: string;
}

/** Every duty whose day may lie in the window; of a place's documents alone where `place` is its id. */
export async function everyDuty(store: Store, window: Window, place: string | null): Promise<readonly Duty[]> {
  const tasks = await (place === null
    ? read(store, tasksDue, { ...window })
    : read(store, tasksDueOfPlace, { ...window, place }));
  const lines = await (place === null ? read(store, linesDue, {}) : read(store, linesDueOfPlace, { place }));
  const asked = tasks.map(({ task }) => ({ task, binds: {} }));
  return [...(await taskDuties(store, asked)), ...lines.flatMap((line) => lineDuty(line, {}))];
}

/** The duties of one body: by its own name, as member of a group, and those that it took over from others. */
export async function dutiesOf(store: Store, agency: string, { to }: Window): Promise<readonly Duty[]> {
  const brief = (await agencyBriefs(store, [agency])).get(agency);
  if (brief === undefined) return [];
  const before = await predecessors(store, agency, to);
  const all = await touches(store, { agency, throughGroups: true, predecessors: before, asOf: to });
  const bound = ({ predecessor }: Touch): Duty["binds"] => {
    const since = predecessor?.steps.at(-1)?.on ?? null;
    return { from: since ?? brief.from, until: brief.until };
  };
  const tasks = all.flatMap((touch) => (touch.task === null ? [] : [{ task: touch.task, binds: bound(touch) }]));
  // A body that only receives a report has no duty of it.
  const lines = all.flatMap((touch) =>
    touch.line === null || touch.position === "TO" ? [] : lineDuty(touch.line, bound(touch)),
  );
  return [...(await taskDuties(store, tasks)), ...lines];
}

async function taskDuties(
  store: Store,
  asked: readonly { readonly task: string; readonly binds: Duty["binds"] }[],
): Promise<readonly Duty[]> {
  const ids = [...new Set(asked.map(({ task }) => task))];
  const briefs = await taskBriefs(store, ids);
  const dated = ids.filter((id) => deadlineOf(briefs.get(id)) !== null);
  const parts = groupBy(await read(store, partsIn, { ids: dated }), ({ task }) => task);
  return dated.flatMap((id) => {
    const brief = briefs.get(id);
    const deadline = deadlineOf(brief);
    if (brief === undefined || deadline === null) return [];
    const inTask = parts.get(id) ?? [];
    return [
      {
        deadline,
        recurs: brief.recurs,
        task: id,
        line: null,
        agencies: inTask.map(partOf),
        document: brief.document,
        evidence: [...inTask.flatMap((part) => evidenceOf({ ...part, note: part.cue })), taskEvidence(brief)],
        binds: asked.find(({ task }) => task === id)?.binds ?? {},
      },
    ];
  });
}

function lineDuty(line: Line, binds: Duty["binds"]): readonly Duty[] {
  const { from, to, via, recurs, deadline, document } = line;
  if (deadline === null) return [];
  const evidence = evidenceOf(line);
  const part = (agency: string): Part => ({ agency, role: "REPORTS", basis: null, inherited: false, scope: "ALL" });
  const told = { from, to, via, distance: 1, recurs, deadline, nextDue: null, document, evidence };
  const agencies = from === null ? [] : [part(from)];
  return [{ deadline, recurs, task: null, line: told, agencies, document, evidence, binds }];
}

function deadlineOf(brief: TaskBrief | undefined): string | null {
  return brief === undefined ? null : (brief.dueDay ?? brief.dueTo);
}
