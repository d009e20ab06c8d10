import { StoreError } from "./store.ts";

/** Admits work to an open store: readers at once, writers one at a time in the order they came. Closing waits for those inside. */
export class Gate {
  readonly #place: string;
  readonly #inside = new Set<Promise<unknown>>();
  #lastWriter: Promise<unknown> = Promise.resolve();
  #closing: Promise<void> | undefined;

  constructor(place: string) {
    this.#place = place;
  }

  /** Runs a reader's work at once. Rejects with `STORE_UNREACHABLE` where the store is closed. */
  async reader<T>(work: () => Promise<T>): Promise<T> {
    return this.#admit(work);
  }

  /**
   * Runs a writer's work after all writers before it, whether they failed or not; the next may begin earlier where the work calls `letNext`. Rejects with
   * `STORE_UNREACHABLE` where the store is closed.
   */
  async writer<T>(work: (letNext: () => void) => Promise<T>): Promise<T> {
    return this.#admit(() => {
      const before = this.#lastWriter;
      let letNext = (): void => undefined;
      this.#lastWriter = new Promise<void>((resolve) => (letNext = resolve));
      const mine = before.then(() => work(letNext));
      mine.then(letNext, letNext);
      return mine;
    });
  }

  /** Lets nobody in any more, waits for those inside, then does `last`. A second call waits for the first. */
  close(last: () => void | Promise<void>): Promise<void> {
    this.#closing ??= Promise.allSettled(this.#inside).then(last);
    return this.#closing;
  }

  #admit<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closing !== undefined)
      throw new StoreError("STORE_UNREACHABLE", `the store ${this.#place} is closed: open it again`);
    const visit = work();
    const outcome = visit.catch(() => undefined);
    this.#inside.add(outcome);
    void outcome.then(() => this.#inside.delete(outcome));
    return visit;
  }
}
