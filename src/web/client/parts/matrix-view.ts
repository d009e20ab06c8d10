import type { Cell, Matrix } from "../ask/document.ts";
import type { Agency, Role, Task } from "../ask/shapes.ts";
import { fold } from "../words/format.ts";

/** A column: a body as the document names it, or a member of a group that was opened, whose parts are the group's. */
export interface MatrixColumn {
  readonly agency: Agency & { readonly membersKnown?: boolean | null };
  readonly group: Agency | null;
}
export interface MatrixView {
  readonly tasks: readonly Task[];
  readonly columns: readonly MatrixColumn[];
  /** The parts of a column's body (or of its group) in a task. */
  at(task: string, column: MatrixColumn): readonly Cell[] | undefined;
}
export interface MatrixChoice {
  readonly role: Role | null;
  readonly agencyWords: string;
  readonly taskWords: string;
  /** The agency whose tasks come first. */
  readonly first: string;
  readonly members: ReadonlyMap<string, readonly Agency[]>;
}

const ROLES: readonly Role[] = ["LEADS", "COOPERATES", "DIRECTED"];

/** What of a matrix is shown: filtered by role and words, sorted by one agency's parts, with the groups that are open. */
export function viewOf(matrix: Matrix, { role, agencyWords, taskWords, first, members }: MatrixChoice): MatrixView {
  const cells = matrix.cells.filter((cell) => role === null || cell.role === role);
  const byPlace = Map.groupBy(cells, ({ task, agency }) => `${task} ${agency}`);
  const used = new Set(cells.map(({ agency }) => agency));
  const named = matrix.agencies.filter(({ id, name }) => used.has(id) && has(name ?? id, agencyWords));
  const columns = named.flatMap((agency): MatrixColumn[] => [
    { agency, group: null },
    ...(members.get(agency.id) ?? []).map((member) => ({ agency: member, group: agency })),
  ]);
  const narrowed = role !== null || agencyWords !== "";
  const concerned = new Set(
    cells.filter(({ agency }) => named.some(({ id }) => id === agency)).map(({ task }) => task),
  );
  const tasks = matrix.tasks.filter((task) => (!narrowed || concerned.has(task.id)) && has(wordsOf(task), taskWords));
  const rank = ({ id }: Task): number => {
    const [cell] = byPlace.get(`${id} ${first}`) ?? [];
    return cell === undefined ? ROLES.length : ROLES.indexOf(cell.role);
  };
  return {
    tasks: first === "" ? tasks : [...tasks].sort((a, b) => rank(a) - rank(b) || a.ordinal - b.ordinal),
    columns,
    at: (task, { agency, group }) => byPlace.get(`${task} ${group?.id ?? agency.id}`),
  };
}

function wordsOf({ address, summaryVi, summaryEn, text, headings }: Task): string {
  return [address, summaryVi, summaryEn, text, ...headings].filter((part) => part !== null).join(" ");
}

function has(text: string, asked: string): boolean {
  if (asked.trim() === "") return true;
  const folded = fold(text);
  return asked.split(/\s+/u).every((word) => folded.includes(word));
}
