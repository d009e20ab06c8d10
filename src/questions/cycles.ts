import { groupBy } from "../group-by.ts";

interface Step {
  readonly from: string | null;
  readonly to: string;
}

const MOST_CYCLES = 50;
const LONGEST = 20;

/** The circles in who reports to whom, each once, from its first id on: A → B → A gives [A, B]; a body that reports to itself gives [A]. */
export function cyclesIn(steps: readonly Step[]): readonly (readonly string[])[] {
  const next = groupBy(
    steps.filter(({ from }) => from !== null),
    ({ from }) => from,
  );
  const cycles = new Map<string, readonly string[]>();
  const walk = (path: readonly string[]): void => {
    const [first = ""] = path;
    for (const { to } of next.get(path.at(-1) ?? "") ?? []) {
      if (cycles.size >= MOST_CYCLES) return;
      if (to === first) cycles.set(path.join(" "), path);
      else if (to > first && !path.includes(to) && path.length < LONGEST) walk([...path, to]);
    }
  };
  for (const start of [...next.keys()].sort()) if (start !== null) walk([start]);
  return [...cycles.values()];
}
