import type { Repair } from "./append.ts";
import { foldUnits } from "./fold-char.ts";

// A Vietnamese syllable without its marks.
const SYLLABLE = /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$/u;
// What scanning leaves inside words.
const NOISE = /[~^|\\·]|\p{L}\d\p{L}|\d\p{L}{2}/u;
const SIGN = /[^\p{L}\p{N}~^|]/u;
/** Letters that scanning takes for others, in folded text, with what they may have been. */
const CONFUSED: Readonly<Record<string, string>> = {
  "~": "[a-z]{0,2}",
  "^": "[a-z]{0,2}",
  "|": "[il]?",
  "\\": "[a-z]?",
  "1": "[ilt]",
  "0": "o",
  "9": "[go]",
  "3": "[ae]",
  "6": "[ob]",
  "8": "[b]",
  "!": "[il]",
  j: "[ij]",
  v: "[vuy]",
  q: "[qgo]",
  g: "[gqo]",
  i: "[ilt]?",
  l: "[li]",
  f: "[ft]",
  "(": "[cd]",
  c: "[ceo]",
  e: "[eco]",
  n: "[nm]",
  "'": "",
  '"': "",
  ".": "",
  ";": "",
  ",": "",
  "·": "",
};
// Matches "quyết2Ó-NQ/TW": a number glued to the word before it, with letters for digits.
const GLUED_NUMBER = /^(?<word>\p{L}{2,}?)(?<number>\d[\dOoÓóIl]{0,3})(?<rest>[-/]\p{Lu}{2}\S*)$/u;
// Matches "0l-6-2012", "3O-9", "l1", "9O%": letters for digits in a day or a count. Must not match "lO", which has no digit.
const SLIPPED_DAY =
  /^(?<before>[(“"]?)(?<day>[\dlIOo]{1,2}(?:[-/.][\dlIOo]{1,2}(?:[-/.](?:19|20)\d{2})?)?)(?<after>(?:%(?:\/\p{L}+)?)?[^\p{L}\d]?)$/u;
const LONGEST = 12;
// A word with the signs around it; what is longer is no word.
const LONGEST_PRINTED = 200;

// What a clean text has nowhere.
const DAMAGE = /\p{L}[~^|\\]|[~^]\p{L}|\p{Ll}\d\p{Ll}|(?<![\p{L}\d])(?:[lIO]\d|\d[lIO])[-/.]\d/u;

/**
 * Mends words that scanning damaged, for recognition: a word that is no Vietnamese syllable becomes the one word of the vocabulary that it may have been.
 * Null for a clean text. Words in capitals are symbols and stay.
 */
export function repairFor(text: string, vocabulary: ReadonlySet<string>): Repair | null {
  if (!DAMAGE.test(text)) return null;
  const times = new Map<string, number>();
  for (const word of text.match(/\S+/gu) ?? []) times.set(word, (times.get(word) ?? 0) + 1);
  const known = new Map<string, number>();
  for (const [word, count] of times) {
    const folded = foldUnits(word).replace(/[^a-z]/gu, "");
    if (SYLLABLE.test(folded) && !NOISE.test(word)) known.set(folded, (known.get(folded) ?? 0) + count);
  }
  for (const word of vocabulary) known.set(word, (known.get(word) ?? 0) + 2);
  const mended = new Map<string, string | null>();
  return (word) => {
    let found = mended.get(word);
    if (found === undefined) {
      found = mend(word, known);
      mended.set(word, found);
    }
    return found;
  };
}

function mend(word: string, known: ReadonlyMap<string, number>): string | null {
  if (word.length > LONGEST_PRINTED) return null;
  const glued = GLUED_NUMBER.exec(word)?.groups;
  if (glued !== undefined) return `${glued["word"] ?? ""} ${digits(glued["number"] ?? "")}${glued["rest"] ?? ""}`;
  const slipped = SLIPPED_DAY.exec(word)?.groups;
  if (slipped !== undefined && /\d/u.test(slipped["day"] ?? "")) {
    const day = digits(slipped["day"] ?? "");
    return day === slipped["day"] ? null : `${slipped["before"] ?? ""}${day}${slipped["after"] ?? ""}`;
  }
  const { before, core, after } = wordParts(word);
  if (core.length < 2 || core.length > LONGEST || !/\p{L}/u.test(core)) return null;
  const folded = foldUnits(core);
  if (SYLLABLE.test(folded) || /^[\d/.,%-]+$/u.test(core) || /[/-]/u.test(core) || /^\d+\p{L}{0,2}$/u.test(core))
    return null;
  const isNoisy = NOISE.test(core);
  // Noise beside a whole word only falls away.
  const stripped = core.replace(/[~^|\\·]/gu, "");
  if (stripped !== core && known.has(foldUnits(stripped))) return `${before}${stripped}${after}`;
  if (!isNoisy && core === core.toUpperCase()) return null;
  const pattern = new RegExp(
    `^${Array.from(folded)
      .map((unit) => CONFUSED[unit] ?? (/[a-z]/u.test(unit) ? unit : ""))
      .join("")}$`,
    "u",
  );
  let best: string | null = null;
  let times = 0;
  for (const [candidate, count] of known) {
    if (count <= times || Math.abs(candidate.length - folded.length) > 2 || !pattern.test(candidate)) continue;
    best = candidate;
    times = count;
  }
  if (best === null) return null;
  const isUpper = core === core.toUpperCase();
  const cased = isUpper
    ? best.toUpperCase()
    : /^\p{Lu}/u.test(core)
      ? `${best.slice(0, 1).toUpperCase()}${best.slice(1)}`
      : best;
  return `${before}${cased}${after}`;
}

/** Letters that stand for digits, as these. */
function digits(printed: string): string {
  return printed.replace(/[OoÓó]/gu, "0").replace(/[Il]/gu, "1");
}

/** A word without the signs around it, and those. */
function wordParts(word: string): { readonly before: string; readonly core: string; readonly after: string } {
  const letters = Array.from(word);
  const isSign = (letter: string | undefined): boolean => letter !== undefined && SIGN.test(letter);
  let start = 0;
  let end = letters.length;
  while (isSign(letters[start])) start += 1;
  while (end > start && isSign(letters[end - 1])) end -= 1;
  const part = (from: number, to?: number): string => letters.slice(from, to).join("");
  return { before: part(0, start), core: part(start, end), after: part(end) };
}
