/** Nobody can be let in at the moment. */
export class Busy extends Error {
  override readonly name = "Busy";
}

interface Waiting {
  readonly letIn: () => void;
  readonly late: NodeJS.Timeout;
}

/**
 * Lets so much work in at once and has the rest wait for its turn, in the order it came: under more load than there is strength, those inside are answered
 * in time, where all at once would all be late.
 */
export class Turns {
  readonly #atOnce: number;
  readonly #longest: number;
  readonly #patience: number;
  readonly #waiting = new Set<Waiting>();
  #inside = 0;

  /** At most `atOnce` inside and `longest` waiting, nobody longer than `patience` milliseconds. */
  constructor({ atOnce, longest, patience }: { atOnce: number; longest: number; patience: number }) {
    this.#atOnce = atOnce;
    this.#longest = longest;
    this.#patience = patience;
  }

  /** Rejects with `Busy` where the turn does not come. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#inside < this.#atOnce) this.#inside += 1;
    else await this.#turn();
    try {
      return await work();
    } finally {
      this.#leave();
    }
  }

  #turn(): Promise<void> {
    if (this.#waiting.size >= this.#longest) return Promise.reject(new Busy("too many wait already"));
    return new Promise((letIn, reject) => {
      const late = setTimeout(() => {
        this.#waiting.delete(waiting);
        reject(new Busy("the turn did not come in time"));
      }, this.#patience);
      const waiting: Waiting = { letIn, late };
      this.#waiting.add(waiting);
    });
  }

  /** The place of who leaves is the next one's. */
  #leave(): void {
    const [next] = this.#waiting;
    if (next === undefined) {
      this.#inside -= 1;
      return;
    }
    this.#waiting.delete(next);
    clearTimeout(next.late);
    next.letIn();
  }
}
