import type { NameWords } from "../registry/name-words.ts";
import type { TextView } from "../text/view.ts";

/** A word of the view, with the words that it stands for: "UBND" stands for four, "và" for none. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly words: readonly string[];
  readonly isCapital: boolean;
  /** What stands between the token before and this one. */
  readonly gap: string;
}

const TOKEN = /T\.\s?Ư(?!\p{L})|[\p{L}\p{N}]+/gu;

// Matches what stands after "TƯ" where a heading in capitals means the word, not the centre: "BỘ TƯ PHÁP", "BỘ TƯ LỆNH". Must not match "VĂN PHÒNG TƯ ĐẢNG".
const IN_CAPITALS = /^\s(?:PHÁP|LỆNH|VẤN|NHÂN|TƯỞNG|LIỆU|THỤC)(?![\p{L}])/u;

/** What words stand for, for each registry; emptied when it has grown to this many. */
const KNOWN = new WeakMap<NameWords, Map<string, readonly string[]>>();
const MOST_KNOWN = 20_000;

/** The words of the view in their order. */
export function tokensOf(view: TextView, nameWords: NameWords): readonly Token[] {
  let known = KNOWN.get(nameWords);
  if (known === undefined || known.size > MOST_KNOWN) {
    known = new Map<string, readonly string[]>();
    KNOWN.set(nameWords, known);
  }
  const tokens: Token[] = [];
  let last = 0;
  for (const { 0: printed, index: start } of view.text.matchAll(TOKEN)) {
    const end = start + printed.length;
    let words = known.get(printed);
    if (words === undefined) {
      words = nameWords(printed);
      known.set(printed, words);
    }
    if (printed === "TƯ" && IN_CAPITALS.test(view.text.slice(end, end + 8))) words = ["tu"];
    const first = printed.charCodeAt(0);
    const isCapital = first < 97 || (first > 127 && printed.slice(0, 1) !== printed.slice(0, 1).toLowerCase());
    tokens.push({ start, end, words, isCapital, gap: view.text.slice(last, start) });
    last = end;
  }
  return tokens;
}

/** The place in `tokens` of the first one that starts at or after `offset`. */
export function tokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
