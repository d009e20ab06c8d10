import type { Composed } from "./compose.ts";
import { foldUnits } from "./fold-char.ts";

/** A range of the source as decoded: UTF-16 code units, half open. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Text to recognise things in: composed, one line a block, single spaces, no emphasis, damage repaired; every place leads back to the source. */
export interface TextView {
  readonly text: string;
  /** The same in lower case without marks, unit for unit. */
  readonly folded: string;
  /** Ranges of the view that show other words than the source: damaged words as they were read. */
  readonly repairs: readonly Span[];
  /** The span of the source whose words a range of the view shows. */
  toSource(start: number, end: number): Span;
}

/** Collects the text of a view piece by piece, each with the composed text that it stands for. */
export class ViewBuilder {
  #text: string[] = [];
  #length = 0;
  readonly #repairs: Span[] = [];
  #starts: Int32Array;
  #ends: Int32Array;
  readonly #composed: Composed;

  constructor(composed: Composed) {
    this.#composed = composed;
    this.#starts = new Int32Array(composed.text.length + 64);
    this.#ends = new Int32Array(composed.text.length + 64);
  }

  get length(): number {
    return this.#length;
  }

  /** Adds units that stand for themselves. */
  copy(start: number, end: number): void {
    this.#grow(end - start);
    this.#text.push(this.#composed.text.slice(start, end));
    for (let place = start; place < end; place++) {
      this.#starts[this.#length] = place;
      this.#ends[this.#length] = place + 1;
      this.#length += 1;
    }
  }

  /** Adds other words for a range: its repaired form, or a space for a line break. */
  replace(words: string, start: number, end: number): void {
    this.#grow(words.length);
    this.#text.push(words);
    for (let unit = 0; unit < words.length; unit++) {
      const at = Math.min(start + unit, Math.max(start, end - 1));
      this.#starts[this.#length] = at;
      this.#ends[this.#length] = unit === words.length - 1 ? end : Math.min(at + 1, end);
      this.#length += 1;
    }
  }

  /** Adds the mended form of a damaged word. */
  mend(words: string, start: number, end: number): void {
    this.#repairs.push({ start: this.#length, end: this.#length + words.length });
    this.replace(words, start, end);
  }

  finish(): TextView {
    const text = this.#text.join("");
    const { starts, ends } = this.#composed;
    const from = this.#starts.slice(0, this.#length);
    const to = this.#ends.slice(0, this.#length);
    return {
      text,
      folded: foldUnits(text),
      repairs: this.#repairs,
      toSource(start, end) {
        const first = from[start] ?? 0;
        const last = (to[end - 1] ?? first + 1) - 1;
        return { start: starts?.[first] ?? first, end: ends === null ? last + 1 : (ends[last] ?? last + 1) };
      },
    };
  }

  #grow(by: number): void {
    if (this.#length + by <= this.#starts.length) return;
    const size = Math.max(this.#starts.length * 2, this.#length + by);
    for (const which of ["starts", "ends"] as const) {
      const larger = new Int32Array(size);
      larger.set(which === "starts" ? this.#starts : this.#ends);
      if (which === "starts") this.#starts = larger;
      else this.#ends = larger;
    }
  }
}
