/** Takes items one by one; the next can be got under way before it is asked for. */
export class Ahead<T> {
  readonly #items: AsyncIterator<T, unknown>;
  #coming: Promise<IteratorResult<T, unknown>> | undefined;

  constructor(items: AsyncIterable<T>) {
    this.#items = items[Symbol.asyncIterator]() as AsyncIterator<T, unknown>;
  }

  /** Gets the next under way, if it is not yet. What goes wrong with it is told by `next`. */
  begin(): void {
    if (this.#coming !== undefined) return;
    this.#coming = this.#items.next();
    this.#coming.catch(() => undefined);
  }

  /** The next; undefined after the last. */
  async next(): Promise<T | undefined> {
    this.begin();
    const coming = await this.#coming;
    this.#coming = undefined;
    return coming?.done === false ? coming.value : undefined;
  }

  /** Ends the giving, wherever it is. */
  async end(): Promise<void> {
    await this.#items.return?.();
  }
}
