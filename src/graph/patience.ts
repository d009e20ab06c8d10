import { StoreError, type Patience } from "./store.ts";

/** Settles as `work` does, but rejects with `TOO_LONG` or `ABANDONED` as soon as patience is over; the work itself goes on unwatched then. */
export async function patiently<T>(work: Promise<T>, patience: Patience | undefined): Promise<T> {
  if (patience === undefined) return work;
  work.catch(() => undefined);
  let letGo = (): void => undefined;
  const over = new Promise<never>((_resolve, reject) => {
    const late = setTimeout(() => reject(tooLong()), remaining(patience));
    const left = (): void => reject(abandoned());
    patience.gone.addEventListener("abort", left, { once: true });
    if (patience.gone.aborted) left();
    letGo = () => {
      clearTimeout(late);
      patience.gone.removeEventListener("abort", left);
    };
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    letGo();
  }
}

/** Throws where patience is over: before each statement, so that work nobody waits for ends of itself. */
export function stillPatient(patience: Patience | undefined): void {
  if (patience === undefined) return;
  if (patience.gone.aborted) throw abandoned();
  if (remaining(patience) === 0) throw tooLong();
}

/** Milliseconds until patience is over, 0 where it is. */
export function remaining({ until }: Patience): number {
  return Math.max(0, until - performance.now());
}

/** Whether an error tells that patience was over, and not that anything failed. */
export function isImpatience(error: unknown): error is StoreError {
  return error instanceof StoreError && (error.code === "TOO_LONG" || error.code === "ABANDONED");
}

export function tooLong(options?: ErrorOptions): StoreError {
  return new StoreError("TOO_LONG", "the read took longer than it may: ask for less at once", options);
}

function abandoned(): StoreError {
  return new StoreError("ABANDONED", "nobody waits for this read any more");
}
