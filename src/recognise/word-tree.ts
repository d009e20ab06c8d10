import type { Token } from "./tokens.ts";

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  readonly values: T[];
}

const empty = <T>(): Node<T> => ({ next: new Map(), values: [] });

/** What a name leads to, and the token after it. */
export interface NameFound<T> {
  readonly values: readonly T[];
  readonly next: number;
}

/** Names by their words, for the longest one that begins at a token. */
export class WordTree<T> {
  readonly #root: Node<T>;

  constructor(root: Node<T> = empty()) {
    this.#root = root;
  }

  add(words: readonly string[], value: T): void {
    if (words.length === 0) return;
    let node = this.#root;
    for (const word of words) {
      let next = node.next.get(word);
      if (next === undefined) {
        next = empty();
        node.next.set(word, next);
      }
      node = next;
    }
    if (!node.values.includes(value)) node.values.push(value);
  }

  /** The tree of the names that go on after these words; null where none does. */
  after(words: readonly string[]): WordTree<T> | null {
    let node: Node<T> | undefined = this.#root;
    for (const word of words) node = node?.next.get(word);
    return node === undefined ? null : new WordTree(node);
  }

  /** The longest name that begins at a token and that `accepts` takes; null where there is none. */
  longest(
    tokens: readonly Token[],
    from: number,
    accepts: (value: T, hasComma: boolean) => boolean,
  ): NameFound<T> | null {
    let node: Node<T> | undefined = this.#root;
    let best: NameFound<T> | null = null;
    let hasComma = false;
    for (let place = from; place < tokens.length; place++) {
      const token = tokens[place];
      if (token === undefined || (place > from && !MAY_PASS.test(token.gap))) break;
      hasComma ||= place > from && token.gap.includes(",");
      for (const word of token.words) node = node?.next.get(word);
      if (node === undefined || (token.words.length === 0 && place === from)) break;
      if (token.words.length === 0 || node.values.length === 0) continue;
      const comma = hasComma;
      const values: readonly T[] = node.values.filter((value) => accepts(value, comma));
      if (values.length > 0) best = { values, next: place + 1 };
    }
    return best;
  }
}

// Matches what stands inside names: " ", " - ", ", ", "&", ".". Must not match "; ", " (", a line break.
const MAY_PASS = /^[ ,&.\-–/]{0,4}$/u;
