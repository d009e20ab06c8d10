import { groupBy } from "../../group-by.ts";

/** Nobody can be let in at the moment. */
export class Busy extends Error {
  override readonly name = "Busy";
}

interface Waiting {
  readonly who: string;
  readonly letIn: () => void;
  readonly sendAway: (why: string) => void;
}

/** One caller may have this share of the turns, and so many in any case. */
const SHARE = 1 / 4;
const LEAST = 2;

/**
 * Lets so much work in at once and has the rest wait for its turn, in the order it came: under more load than there is strength, those inside are answered
 * in time, where all at once would all be late. Nobody has more than a share of the turns, also where the others are free: who takes long would keep
 * everybody else out. Nor does anybody fill the line: where it is full, who has most in it gives way to who has less.
 */
export class Turns {
  readonly #atOnce: number;
  readonly #share: number;
  readonly #longest: number;
  readonly #patience: number;
  readonly #waiting = new Set<Waiting>();
  /** How many each caller has inside. */
  readonly #inside = new Map<string, number>();
  #count = 0;

  /** At most `atOnce` inside and `longest` waiting, nobody longer than `patience` milliseconds. */
  constructor({ atOnce, longest, patience }: { atOnce: number; longest: number; patience: number }) {
    this.#atOnce = atOnce;
    this.#share = Math.max(LEAST, Math.floor(atOnce * SHARE));
    this.#longest = longest;
    this.#patience = patience;
  }

  /** Rejects with `Busy` where the turn does not come. `who` asks. */
  async take<T>(who: string, work: () => Promise<T>): Promise<T> {
    if (this.#mayEnter(who)) this.#enter(who);
    else await this.#turn(who);
    try {
      return await work();
    } finally {
      this.#leave(who);
    }
  }

  #mayEnter(who: string): boolean {
    return this.#count < this.#atOnce && (this.#inside.get(who) ?? 0) < this.#share;
  }

  #enter(who: string): void {
    this.#count += 1;
    this.#inside.set(who, (this.#inside.get(who) ?? 0) + 1);
  }

  #turn(who: string): Promise<void> {
    if (this.#waiting.size >= this.#longest && !this.#madeRoomFor(who))
      return Promise.reject(new Busy("too many wait already"));
    return new Promise((resolve, reject) => {
      const leaveLine = (): void => {
        this.#waiting.delete(waiting);
        clearTimeout(late);
      };
      const waiting: Waiting = {
        who,
        letIn: () => {
          leaveLine();
          this.#enter(who);
          resolve();
        },
        sendAway: (why) => {
          leaveLine();
          reject(new Busy(why));
        },
      };
      const late = setTimeout(() => waiting.sendAway("the turn did not come in time"), this.#patience);
      this.#waiting.add(waiting);
    });
  }

  /** Sends the last one away of whoever has most in the line, unless `who` would then have as many. */
  #madeRoomFor(who: string): boolean {
    const lines = groupBy(this.#waiting, (each) => each.who);
    const [longest = []] = [...lines.values()].sort((a, b) => b.length - a.length);
    if (longest.length <= (lines.get(who)?.length ?? 0) + 1) return false;
    longest.at(-1)?.sendAway("others wait too");
    return true;
  }

  /** The place of who leaves is the next one's who may have it. */
  #leave(who: string): void {
    this.#count -= 1;
    const left = (this.#inside.get(who) ?? 1) - 1;
    if (left === 0) this.#inside.delete(who);
    else this.#inside.set(who, left);
    for (const next of this.#waiting) {
      if (!this.#mayEnter(next.who)) continue;
      next.letIn();
      return;
    }
  }
}
