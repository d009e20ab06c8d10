/** The least, the middle and the most of several measurements. */
export interface Spread {
  readonly least: number;
  readonly median: number;
  readonly most: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  return { least: sorted[0] ?? NaN, median: sorted[sorted.length >> 1] ?? NaN, most: sorted.at(-1) ?? NaN };
}

/** Ratios of measurements that were made in turn, round by round: what else the machine does falls on both. */
export function ratios(above: readonly number[], below: readonly number[]): Spread {
  return spreadOf(above.map((value, round) => value / (below[round] ?? NaN)));
}

/**
 * Milliseconds of each work in each round, the works in turn, after rounds that do not count; each measurement is the middle of `repeats` in a row,
 * so that one pause of the machine does not make a round.
 */
export async function inTurn(
  works: readonly (() => Promise<unknown>)[],
  { rounds, warm, repeats }: { readonly rounds: number; readonly warm: number; readonly repeats: number },
): Promise<readonly (readonly number[])[]> {
  const times = works.map((): number[] => []);
  for (let round = -warm; round < rounds; round += 1) {
    for (const [index, work] of works.entries()) {
      const taken: number[] = [];
      for (let repeat = 0; repeat < repeats; repeat += 1) {
        const begun = performance.now();
        await work();
        taken.push(performance.now() - begun);
      }
      if (round >= 0) times[index]?.push(spreadOf(taken).median);
    }
  }
  return times;
}
