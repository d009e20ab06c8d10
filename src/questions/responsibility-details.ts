import { groupBy } from "../group-by.ts";
import { read } from "../graph/statement.ts";
import type { Store } from "../graph/store.ts";
import { taskBriefs, type TaskBrief } from "./documents.ts";
import { standingOf, evidenceOf, type Evidence } from "./evidence.ts";
import { basisOf, scopeOf, type Part, type ReportingLine, type Responsibility } from "./parts.ts";
import { partsIn } from "./statements.ts";
import { successionEvidence } from "./succession.ts";
import type { Touch } from "./touch.ts";

/** The rest of what is told of each of these: who else has a part, and the words that prove it. */
export async function complete(store: Store, page: readonly Touch[]): Promise<readonly Responsibility[]> {
  const ids = [...new Set(page.flatMap(({ task }) => (task === null ? [] : [task])))];
  const parts = groupBy(await read(store, partsIn, { ids }), ({ task }) => task);
  const tasks = await taskBriefs(store, ids);
  return page.map((touch) => {
    const { role, via, through, basis, inherited, scope, task, position, document, received, predecessor } = touch;
    const steps = predecessor?.steps ?? [];
    const inTask = task === null ? [] : (parts.get(task) ?? []);
    const brief = task === null ? undefined : tasks.get(task);
    const own = inTask.find((part) => part.role === role && part.agency === touch.holder);
    const line = lineOf(touch);
    return {
      role,
      via,
      through,
      group: predecessor === null ? null : touch.group,
      succession: steps,
      basis,
      inherited,
      scope,
      task,
      line,
      position,
      document,
      others: inTask.filter((part) => part !== own).map(partOf),
      evidence: [
        ...(own === undefined ? [] : evidenceOf({ ...own, note: own.cue })),
        ...(brief === undefined ? [] : [taskEvidence(brief)]),
        ...(line?.evidence ?? []),
        ...(received === null ? [] : evidenceOf(received)),
        ...steps.map(successionEvidence),
      ],
    };
  });
}

/** A part as it stands beside others. */
export function partOf({
  agency,
  role,
  basis,
  inherited,
  scope,
}: {
  agency: string;
  role: "LEADS" | "COOPERATES" | "DIRECTED";
  basis: "stated" | "assigned" | null;
  inherited: boolean;
  scope: "all" | "relevant";
}): Part {
  return {
    agency,
    role,
    basis: basisOf(basis),
    inherited,
    scope: scopeOf(scope),
  };
}

/** The task itself as a place: the other end of the evidence. */
export function taskEvidence({ standing, ...task }: TaskBrief): Evidence {
  const { source, document, section, address, start, end, text, confidence } = task;
  return {
    source,
    document,
    section,
    address,
    start,
    end,
    text,
    standing: standingOf(standing),
    confidence,
    note: null,
  };
}

function lineOf({ line }: Touch): ReportingLine | null {
  if (line === null) return null;
  const { from, to, via, recurs, deadline, document } = line;
  return { from, to, via, distance: 1, recurs, deadline, nextDue: null, document, evidence: evidenceOf(line) };
}
