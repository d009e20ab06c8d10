/** Chance that can be repeated: the same seed, the same throws. */
export interface Dice {
  /** A whole number from 0 to `below`, which it never is. */
  below(below: number): number;
  /** True `share` of the times. */
  chance(share: number): boolean;
  /** One of the entries. */
  one<T>(of: readonly T[]): T;
}

/** The seed of this run: MANDATE_SEED repeats another's. It is printed, so that a failure can be repeated. */
export function printedSeed(what: string): number {
  const seed = Number(process.env["MANDATE_SEED"] ?? Date.now() % 1_000_000_007);
  process.stderr.write(`${what}: MANDATE_SEED=${seed}\n`);
  return seed;
}

/** Throws of a generator with 32 bits of state (mulberry32): enough for tests. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    chance: (share) => next() < share,
    one: (of) => {
      if (of.length === 0) throw new RangeError("nothing to choose from");
      return of[below(of.length)] as (typeof of)[number];
    },
  };
}
