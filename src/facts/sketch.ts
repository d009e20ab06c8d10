import { words } from "../registry/fold.ts";

const KEPT = 16;

/**
 * A sketch of a text's words: the least of the hashes of its folded word pairs. It tells whether two texts say the same, also where one has lost letters,
 * and cannot be turned back into words. Two words at least; [] for less.
 */
export function sketchOf(text: string): number[] {
  const list = words(text);
  const pairs = new Set(list.slice(1).map((word, index) => hash(`${list[index] ?? ""} ${word}`)));
  return [...pairs].sort((a, b) => a - b).slice(0, KEPT);
}

/** How alike two texts are by their sketches, from 0 to 1: an estimate of the share of word pairs that both have. */
export function likeness(a: readonly number[], b: readonly number[]): number {
  const union = [...new Set([...a, ...b])].sort((x, y) => x - y).slice(0, KEPT);
  if (union.length === 0) return 0;
  const [inA, inB] = [new Set(a), new Set(b)];
  return union.filter((each) => inA.has(each) && inB.has(each)).length / union.length;
}

/** FNV-1a over UTF-16 code units, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}
