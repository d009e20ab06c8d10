import { words } from "./fold.ts";
import type { ShortForm } from "./model.ts";

/** The words by which names are compared: folded, short forms written out, "và" left out (as "&" and "-" stand for it). */
export type NameWords = (text: string) => readonly string[];

const AND = "va";
// Matches "Ban Tuyên giáo T.Ư" and "TƯ Đảng". Must not match "Tư pháp" (no capital Ư) nor "TU".
const TRUNG_UONG = /(?<![\p{L}\p{M}])T\.?\s?Ư(?![\p{L}\p{M}])/gu;

/**
 * "VP.UBND tỉnh" → ["van", "phong", "uy", "ban", "nhan", "dan", "tinh"], "Sở KH&CN" → ["so", "kh", "cn"]. Word by word, so that the words of a
 * text are those of its pieces.
 */
export function nameWordsWith(shortForms: readonly ShortForm[]): NameWords {
  const all = allWordsWith(shortForms);
  return (text) => all(text).filter((word) => word !== AND);
}

/** The same with "và", which belongs to the names of some places (xã Mường Và). */
export function allWordsWith(shortForms: readonly ShortForm[]): NameWords {
  const written = new Map(shortForms.map(({ short, full }) => [words(short).join(""), words(full)]));
  return (text) =>
    words(text.normalize("NFC").replace(TRUNG_UONG, "TW")).flatMap((word) => written.get(word) ?? [word]);
}

/** The words of `all` that stand for those of the name from `start` up to `end`, "và" among them. */
export function withAnd(all: readonly string[], start: number, end: number): readonly string[] {
  let counted = 0;
  return all.filter((word) => {
    const inside = word === AND ? counted > start && counted <= end : counted >= start && counted < end;
    if (word !== AND) counted += 1;
    return inside;
  });
}

/** The key of a name in an index. */
export function key(nameWords: readonly string[]): string {
  return nameWords.join(" ");
}

/** Adds to the list of a key. */
export function addTo<T>(index: Map<string, T[]>, name: string, value: T): void {
  const listed = index.get(name);
  if (listed === undefined) index.set(name, [value]);
  else if (!listed.includes(value)) listed.push(value);
}

/** True where `list` ends with `tail` and is longer. */
export function endsIn(list: readonly string[], tail: readonly string[]): boolean {
  return list.length > tail.length && tail.every((word, place) => list[list.length - tail.length + place] === word);
}
