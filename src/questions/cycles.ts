import { groupBy } from "../group-by.ts";
import { ringsIn } from "./rings.ts";

interface Step {
  readonly from: string | null;
  readonly to: string;
}

const MOST_CYCLES = 50;
const LONGEST = 20;
/** Within a ring there may be more ways than anybody can walk: whatever is found by then is told. */
const MOST_STEPS = 50_000;

/** The circles in who reports to whom, each once, from its first id on: A → B → A gives [A, B]; a body that reports to itself gives [A]. */
export function cyclesIn(steps: readonly Step[]): readonly (readonly string[])[] {
  const named = steps.flatMap(({ from, to }) => (from === null ? [] : [{ from, to }]));
  const ringOf = new Map(ringsIn(named).flatMap((ring) => ring.map((id) => [id, ring] as const)));
  // What lies in no ring is in no circle: a walk over it would try every path for nothing.
  const inRings = named.filter(({ from, to }) => ringOf.has(from) && ringOf.get(from) === ringOf.get(to));
  const next = groupBy(inRings, ({ from }) => from);
  const cycles = new Map<string, readonly string[]>();
  let walked = 0;
  const walk = (path: readonly string[]): void => {
    const [first = ""] = path;
    for (const { to } of next.get(path.at(-1) ?? "") ?? []) {
      walked += 1;
      if (cycles.size >= MOST_CYCLES || walked > MOST_STEPS) return;
      if (to === first) cycles.set(path.join(" "), path);
      else if (to > first && !path.includes(to) && path.length < LONGEST) walk([...path, to]);
    }
  };
  for (const start of [...next.keys()].sort()) walk([start]);
  return [...cycles.values()];
}
