import { fold } from "../registry/fold.ts";
import { INVISIBLE } from "../text/invisible.ts";

/** A text with the ranges that match, in UTF-16 code units, half open; `matched` is how many of the asked words it has. */
export interface Passage {
  readonly text: string;
  readonly ranges: readonly (readonly [number, number])[];
  readonly matched: number;
}

const WORD = new RegExp(`[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}${INVISIBLE}]*`, "gu");

/** Finds folded words in a text, whatever its diacritics: "kế hoạch" is found by "ke" and "hoach". A word of three letters or more also finds words that begin with it. */
export function passageOf(text: string, asked: readonly string[]): Passage {
  const ranges: [number, number][] = [];
  const seen = new Set<string>();
  for (const match of text.matchAll(WORD)) {
    const word = fold(match[0]);
    const hit = asked.find((each) => word === each || (each.length >= 3 && word.startsWith(each)));
    if (hit === undefined) continue;
    seen.add(hit);
    ranges.push([match.index, match.index + match[0].length]);
  }
  return { text, ranges: ranges.filter((_, index) => index < MOST_RANGES), matched: seen.size };
}

const MOST_RANGES = 40;
