import { read } from "../graph/statement.ts";
import type { Store } from "../graph/store.ts";
import type { Evidence } from "./evidence.ts";
import { heldTexts } from "./statements.ts";

/** Reads the words of evidence out of the texts that are held: one look at the store for all that is asked for at the same time. */
export class HeldWords {
  readonly #store: Store;
  readonly #texts = new Map<string, Promise<string | null>>();
  #waiting: string[] = [];
  #batch: Promise<ReadonlyMap<string, string>> | undefined;

  constructor(store: Store) {
    this.#store = store;
  }

  /** The words between the evidence's offsets, NFC; what the evidence itself has where its text is not held. */
  async of({
    document,
    start,
    end,
    text,
  }: Pick<Evidence, "document" | "start" | "end" | "text">): Promise<string | null> {
    if (document === null || start === null || end === null) return text;
    let held = this.#texts.get(document);
    if (held === undefined) {
      held = this.#textOf(document);
      this.#texts.set(document, held);
    }
    return (await held)?.slice(start, end).normalize("NFC") ?? text;
  }

  /** The same evidence with its words. */
  async filled(evidence: readonly Evidence[]): Promise<readonly Evidence[]> {
    return Promise.all(evidence.map(async (each) => ({ ...each, text: await this.of(each) })));
  }

  async #textOf(document: string): Promise<string | null> {
    this.#waiting.push(document);
    this.#batch ??= Promise.resolve().then(() => this.#read());
    return (await this.#batch).get(document) ?? null;
  }

  async #read(): Promise<ReadonlyMap<string, string>> {
    const ids = this.#waiting;
    this.#waiting = [];
    this.#batch = undefined;
    const rows = await read(this.#store, heldTexts, { ids });
    return new Map(rows.map(({ document, text }) => [document, text]));
  }
}
