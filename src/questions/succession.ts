import type { z } from "zod";
import { groupBy } from "../group-by.ts";
import { read } from "../graph/statement.ts";
import type { Store } from "../graph/store.ts";
import { NOWHERE, type Evidence } from "./evidence.ts";
import { predecessorsOf, successorsOf } from "./statements.ts";

type Row = z.output<typeof successorsOf.row>;

/** That one body took over from another. `except` is what of the former body's work went to others on that day. */
export interface Succession extends Omit<Row, "until"> {
  readonly except: readonly string[];
}

/** A body whose work an agency has taken over, with the steps that lead to the agency. */
export interface Predecessor {
  readonly id: string;
  readonly steps: readonly Succession[];
  /** True where only a subject of its work passed on, at one step at least. */
  readonly partial: boolean;
  /** Until when what it was given passed on: null where it ended, for then all of it did. */
  readonly until: string | null;
}

const MOST_STEPS = 16;

/** Everybody whose work an agency had taken over by that day, through chains: what passed on before the next step was taken. */
export async function predecessors(store: Store, agency: string, asOf: string): Promise<readonly Predecessor[]> {
  const found = new Map<string, Predecessor>();
  let frontier: { readonly id: string; readonly steps: readonly Succession[] }[] = [{ id: agency, steps: [] }];
  for (let hop = 0; hop < MOST_STEPS && frontier.length > 0; hop += 1) {
    const rows = await read(store, predecessorsOf, { ids: [...new Set(frontier.map(({ id }) => id))], asOf });
    const byHeir = groupBy(await withExceptions(store, rows, asOf), ({ to }) => to);
    const next: typeof frontier = [];
    for (const { id, steps } of frontier)
      for (const row of byHeir.get(id) ?? []) {
        const taken = steps[0];
        if ((taken !== undefined && row.on > taken.on) || row.from === agency || found.has(row.from)) continue;
        const { until } = row;
        const chain = [stepOf(row), ...steps];
        const ended = until !== null && until <= asOf;
        found.set(row.from, {
          id: row.from,
          steps: chain,
          partial: chain.some(({ partial }) => partial),
          until: ended ? null : row.on,
        });
        next.push({ id: row.from, steps: chain });
      }
    frontier = next;
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Who had taken over from each of these bodies by that day, one step on. */
export async function successors(
  store: Store,
  agencies: readonly string[],
  asOf: string,
): Promise<readonly Succession[]> {
  const rows = await read(store, successorsOf, { ids: [...new Set(agencies)], asOf });
  return (await withExceptions(store, rows, asOf)).map(stepOf);
}

/** Who carries on all of each body's work on that day, through chains; nobody where no one body does ("a district has no single successor"). */
export async function heirs(
  store: Store,
  agencies: readonly string[],
  asOf: string,
): Promise<ReadonlyMap<string, string>> {
  const last = new Map(agencies.map((id) => [id, id]));
  for (let hop = 0; hop < MOST_STEPS; hop += 1) {
    const rows = await read(store, successorsOf, { ids: [...new Set(last.values())], asOf });
    const whole = new Map(rows.filter(({ partial }) => !partial).map(({ from, to }) => [from, to]));
    if (whole.size === 0) break;
    for (const [first, id] of last) last.set(first, whole.get(id) ?? id);
  }
  return new Map([...last].filter(([first, id]) => first !== id));
}

function stepOf({ from, to, on, by, kind, partial, subject, dayVaries, source, except }: Row & Succession): Succession {
  return { from, to, on, by, kind, partial, subject, dayVaries, source, except };
}

async function withExceptions(store: Store, rows: readonly Row[], asOf: string) {
  const given = groupBy(
    await read(store, successorsOf, { ids: [...new Set(rows.map(({ from }) => from))], asOf }),
    ({ from }) => from,
  );
  return rows.map((row) => {
    const others = (given.get(row.from) ?? []).filter(
      ({ to, partial, on }) => to !== row.to && partial && on === row.on,
    );
    return { ...row, except: row.partial ? [] : others.flatMap(({ subject }) => (subject === null ? [] : [subject])) };
  });
}

/** What a registry says of a succession, as evidence. */
export function successionEvidence({ from, to, on, by, subject, source }: Succession): Evidence {
  const what = subject === null ? "" : ` (${subject})`;
  const note = `${from} → ${to}${what}, ${on}${by === null ? "" : `, ${by}`}: ${source}`;
  return { source: "registry", ...NOWHERE, standing: "REGISTRY", note };
}
