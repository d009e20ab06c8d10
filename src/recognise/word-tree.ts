import type { Token } from "./tokens.ts";

/** Names by their words, for the longest one that begins at a token. */
export class WordTree<T> {
  readonly #next = new Map<string, WordTree<T>>();
  readonly values: T[] = [];

  add(words: readonly string[], value: T): void {
    if (words.length === 0) return;
    const end = this.#walk(words, true);
    if (end !== null && !end.values.includes(value)) end.values.push(value);
  }

  /** The tree of the names that go on after these words. */
  after(words: readonly string[]): WordTree<T> | null {
    return this.#walk(words, false);
  }

  #walk(words: readonly string[], grow: boolean): WordTree<T> | null {
    let node: WordTree<T> | null = this;
    for (const word of words) {
      const next: WordTree<T> | undefined = node.#next.get(word);
      if (next !== undefined) node = next;
      else if (grow) {
        const made: WordTree<T> = new WordTree<T>();
        node.#next.set(word, made);
        node = made;
      } else return null;
    }
    return node;
  }

  /**
   * The longest name that begins at a token: what it names, and the token after it. `mayPass` says whether a name goes on over what stands between two
   * tokens, `accepts` whether what it names is meant.
   */
  longest(
    tokens: readonly Token[],
    from: number,
    accepts: (value: T, hasComma: boolean) => boolean,
  ): { readonly values: readonly T[]; readonly next: number } | null {
    let node: WordTree<T> | null = this;
    let best: { readonly values: readonly T[]; readonly next: number } | null = null;
    let hasComma = false;
    for (let place = from; place < tokens.length; place++) {
      const token = tokens[place];
      if (token === undefined) break;
      if (place > from) {
        if (!MAY_PASS.test(token.gap)) break;
        hasComma ||= token.gap.includes(",");
      }
      for (const word of token.words) node = node === null ? null : (node.#next.get(word) ?? null);
      if (node === null) break;
      if (token.words.length === 0) {
        if (place === from) return null;
        continue;
      }
      if (node.values.length > 0) {
        const values: readonly T[] = node.values.filter((value) => accepts(value, hasComma));
        if (values.length > 0) best = { values, next: place + 1 };
      }
    }
    return best;
  }
}

// Matches what stands inside names: " ", " - ", ", ", "&", ".". Must not match "; ", " (", a line break.
const MAY_PASS = /^[ ,&.\-–/]{0,4}$/u;
