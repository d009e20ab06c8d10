/** So many letters of a pattern's beginnings are compared before the pattern itself is tried. */
const DEPTH = 14;
const MOST_BEGINNINGS = 4_000;
const ASCII = 128;
/** A pattern that looks behind for a letter begins where a word does, or at a sign. */
const AT_WORD = "(?<![\\p{L}";
const DIGITS = Array.from("0123456789");

/**
 * Patterns that are tried only where one of their beginnings stands: what they find is what `matchAll` of each finds, in the same order, without a pass over
 * the text for every one of them. The beginnings are read from the patterns' own sources; a pattern with none that can be told is run as it is.
 */
export class PatternSet {
  readonly #global: readonly RegExp[];
  readonly #sticky: readonly (RegExp | null)[];
  /** For each state and letter the state after it; 0 where there is none. */
  readonly #next: Int32Array;
  readonly #ends: readonly (readonly number[])[];

  constructor(patterns: readonly RegExp[], depth = DEPTH) {
    this.#global = patterns;
    const states: Map<number, number>[] = [new Map<number, number>()];
    const ends: number[][] = [[]];
    this.#sticky = patterns.map((pattern, index) => {
      const beginnings =
        pattern.source.startsWith(AT_WORD) && pattern.flags === "gu" ? beginningsOf(pattern.source, depth) : null;
      if (beginnings === null) return null;
      for (const beginning of beginnings) {
        let state = 0;
        for (const unit of beginning) {
          const code = unit.charCodeAt(0);
          let next = states[state]?.get(code);
          if (next === undefined) {
            next = states.push(new Map<number, number>()) - 1;
            ends.push([]);
            states[state]?.set(code, next);
          }
          state = next;
        }
        ends[state]?.push(index);
      }
      return new RegExp(pattern.source, "uy");
    });
    this.#ends = ends;
    this.#next = new Int32Array(states.length * ASCII);
    for (const [state, after] of states.entries())
      for (const [code, next] of after) this.#next[state * ASCII + code] = next;
  }

  /** What each pattern finds in the text, in the order of the patterns. */
  matches(text: string): readonly (readonly RegExpExecArray[])[] {
    const places = this.#places(text);
    return this.#sticky.map((sticky, index) => {
      const pattern = this.#global[index];
      if (sticky === null) return pattern === undefined ? [] : [...text.matchAll(pattern)];
      const found: RegExpExecArray[] = [];
      let free = 0;
      for (const place of places[index] ?? []) {
        if (place < free) continue;
        sticky.lastIndex = place;
        const match = sticky.exec(text);
        if (match === null) continue;
        found.push(match);
        free = place + match[0].length;
      }
      return found;
    });
  }

  #places(text: string): readonly (readonly number[] | undefined)[] {
    const places: (number[] | undefined)[] = [];
    const next = this.#next;
    let isInWord = false;
    for (let place = 0; place < text.length; place++) {
      const code = text.charCodeAt(place);
      const begins = !isInWord;
      isInWord = (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
      if (!begins || code >= ASCII) continue;
      let state = next[code] ?? 0;
      for (let at = place + 1; state !== 0; at++) {
        for (const index of this.#ends[state] ?? []) {
          const listed = places[index];
          if (listed === undefined) places[index] = [place];
          else if (listed[listed.length - 1] !== place) listed.push(place);
        }
        const unit = text.charCodeAt(at);
        state = unit < ASCII ? (next[state * ASCII + unit] ?? 0) : 0;
      }
    }
    return places;
  }
}

/** Beginnings of what a part of a pattern matches; true for one that is cut: anything may come after it. */
type Beginnings = ReadonlyMap<string, boolean>;

const NOTHING: Beginnings = new Map([["", false]]);
const ANYTHING: Beginnings = new Map([["", true]]);

/** Letters with one of which every match of the pattern begins; null where a match may begin with anything. */
function beginningsOf(source: string, depth: number): readonly string[] | null {
  let at = 0;
  const either = (): Beginnings => {
    const all = new Map(sequence());
    while (source[at] === "|") {
      at += 1;
      for (const [text, isCut] of sequence()) all.set(text, isCut || (all.get(text) ?? false));
    }
    return all;
  };
  const sequence = (): Beginnings => {
    let before = NOTHING;
    while (at < source.length && source[at] !== "|" && source[at] !== ")")
      before = joined(before, repeated(atom()), depth);
    return before;
  };
  const repeated = (one: Beginnings): Beginnings => {
    const sign = source[at];
    const count = sign === "{" ? /^\{(\d+)(?:,\d*)?\}/u.exec(source.slice(at)) : null;
    if (sign !== "?" && sign !== "*" && sign !== "+" && count === null) return one;
    at += count?.[0].length ?? 1;
    if (source[at] === "?") at += 1;
    const mayLack = sign === "?" || sign === "*" || count?.[1] === "0";
    const all = new Map(sign === "?" ? one : [...one].map(([text]) => [text, true]));
    if (mayLack && !all.has("")) all.set("", false);
    return all;
  };
  const atom = (): Beginnings => {
    const unit = source[at] ?? "";
    at += 1;
    if (unit === "(") {
      const kind = /^\?(?:<?[=!]|:|<\w+>)/u.exec(source.slice(at))?.[0] ?? "";
      at += kind.length;
      const inside = either();
      at += 1;
      return /[=!]$/u.test(kind) ? NOTHING : inside;
    }
    if (unit === "[") {
      const end = /^(?:\\.|[^\]\\])*/su.exec(source.slice(at))?.[0] ?? "";
      at += end.length + 1;
      // A class of plain letters and signs.
      const isPlain = /^[a-z0-9 ,;/.]+-?$/u.test(end) && !/[a-z0-9]-[a-z0-9]/u.test(end);
      return isPlain ? new Map(Array.from(end, (each) => [each, false])) : ANYTHING;
    }
    if (unit === "\\") {
      const escaped = source[at] ?? "";
      at += 1;
      if (escaped === "d") return new Map(DIGITS.map((digit) => [digit, false]));
      if (escaped === "b") return NOTHING;
      if (escaped === "p" || escaped === "P") at = source.indexOf("}", at) + 1;
      return /[\p{L}\p{N}]/u.test(escaped) ? ANYTHING : new Map([[escaped, false]]);
    }
    if (unit === "^" || unit === "$") return NOTHING;
    return unit === "." || unit.charCodeAt(0) >= ASCII ? ANYTHING : new Map([[unit, false]]);
  };
  const all = [...either().keys()];
  return at < source.length || all.includes("") ? null : all;
}

function joined(before: Beginnings, after: Beginnings, depth: number): Beginnings {
  if (after === NOTHING) return before;
  const all = new Map<string, boolean>();
  const isTooMany = before.size * after.size > MOST_BEGINNINGS;
  for (const [text, isCut] of before) {
    if (isCut || isTooMany) {
      all.set(text, true);
      continue;
    }
    for (const [more, isMoreCut] of after) {
      const whole = text + more;
      const short = whole.slice(0, depth);
      all.set(short, isMoreCut || whole.length >= depth || (all.get(short) ?? false));
    }
  }
  return all;
}
