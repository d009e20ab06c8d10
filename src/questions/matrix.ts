import { read } from "../graph/statement.ts";
import type { Store } from "../graph/store.ts";
import { documentBriefs } from "./documents.ts";
import { evidenceOf, type Evidence } from "./evidence.ts";
import { basisOf, scopeOf, type Basis, type Role, type Scope } from "./parts.ts";
import { partsIn, tasksOf } from "./statements.ts";

export interface Cell {
  readonly task: string;
  readonly agency: string;
  readonly role: Role;
  readonly basis: Basis | null;
  readonly inherited: boolean;
  readonly scope: Scope;
  readonly evidence: readonly Evidence[];
}

/** Tasks in text order × agencies, those with most parts first. */
export interface Matrix {
  readonly document: string;
  readonly tasks: readonly string[];
  readonly agencies: readonly string[];
  readonly cells: readonly Cell[];
  readonly truncated: boolean;
}

const MOST_TASKS = 2_000;

/** Who has which part in which task of a document. Null where no such document is known. */
export async function matrix(store: Store, document: string): Promise<Matrix | null> {
  if (!(await documentBriefs(store, [document])).has(document)) return null;
  const listed = await read(store, tasksOf, { id: document, limit: MOST_TASKS + 1 });
  const tasks = listed.slice(0, MOST_TASKS).map(({ id }) => id);
  const place = new Map(tasks.map((id, index) => [id, index]));
  const parts = await read(store, partsIn, { ids: tasks });

  const counts = new Map<string, number>();
  for (const { agency } of parts) counts.set(agency, (counts.get(agency) ?? 0) + 1);
  const cells = parts.map((part): Cell => {
    const { task, agency, role, basis, inherited, scope, cue } = part;
    return {
      task,
      agency,
      role,
      basis: basisOf(basis),
      inherited,
      scope: scopeOf(scope),
      evidence: evidenceOf({ ...part, note: cue }),
    };
  });
  return {
    document,
    tasks,
    agencies: [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([id]) => id),
    cells: cells.sort((a, b) => (place.get(a.task) ?? 0) - (place.get(b.task) ?? 0)),
    truncated: listed.length > MOST_TASKS,
  };
}
