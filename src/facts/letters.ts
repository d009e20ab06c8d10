import type { Facts } from "./model.ts";

// Halves of letters (lone surrogates) and controls other than tab and line ends: no text has them, and not every program that reads them goes on
// unharmed. Matches "\u0000", "\u000c", a lone "\ud83d". Must not match "\n", "\ufffd", "😀".
const NO_LETTER = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]|\p{Cs}/u;

/** Yields where letters stand in a value of JSON that are none, in keys and in strings, in its order: "document.title: has U+0000 at 4, …". */
export function* letterFaults(value: unknown, at = ""): Generator<string> {
  // No recursion: what is sent may be nested deeper than the stack is.
  const waiting: (readonly [string, unknown])[] = [[at, value]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [place, inner] = next;
    if (typeof inner === "string") yield* faultIn(inner, place);
    else if (Array.isArray(inner))
      for (let index = inner.length - 1; index >= 0; index -= 1)
        waiting.push([`${place}[${String(index)}]`, inner[index] as unknown]);
    else if (typeof inner === "object" && inner !== null) {
      const fields = Object.entries(inner).reverse();
      for (const [key] of fields) yield* faultIn(key, place === "" ? "a name" : `a name in ${place}`);
      waiting.push(...fields.map(([key, each]) => [place === "" ? key : `${place}.${key}`, each] as const));
    }
  }
}

function* faultIn(words: string, place: string): Generator<string> {
  const found = NO_LETTER.exec(words);
  if (found === null) return;
  const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  yield `${place === "" ? "" : `${place}: `}has U+${code} at ${String(found.index)}, which is no letter`;
}

const NO_LETTERS = new RegExp(NO_LETTER, "gu");
// The break of a page or of a column parts words.
const BREAKS = /[\u000B\u000C]/gu;

export function hasOnlyLetters(text: string): boolean {
  return !NO_LETTER.test(text);
}

/** Printed words as facts keep them: the evidence has what is printed, the words only what is a letter. */
export function lettersOf(words: string): string {
  return words.replace(BREAKS, " ").replace(NO_LETTERS, "");
}

/** Facts with such words alone. */
export function withLettersOnly(facts: Facts): Facts {
  const kept = (_name: string, value: unknown): unknown => (typeof value === "string" ? lettersOf(value) : value);
  return JSON.parse(JSON.stringify(facts), kept) as Facts;
}
