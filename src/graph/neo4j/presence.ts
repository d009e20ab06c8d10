import { within } from "../within.ts";

/** How long work may take before the server is asked whether it is still there, and how long that answer may take. */
const PATIENCE = 2_500;
const ANSWER = 3_500;

/** The server no longer answers, though a connection to it stands: frozen, or behind a broken network. */
export class Absent extends Error {
  override readonly name = "Absent";
}

/**
 * Tells a slow server from a lost one, which a connection by itself never does: while work takes long, `ping` is called again and again on a
 * connection of its own, and a ping that fails or hangs ends the waiting.
 */
export class Presence {
  readonly #ping: () => Promise<unknown>;
  #asking: Promise<unknown> | undefined;

  constructor(ping: () => Promise<unknown>) {
    this.#ping = ping;
  }

  /** Settles as `work` does; rejects with `Absent` where the server is gone meanwhile. The work itself goes on unwatched then. */
  async hold<T>(work: Promise<T>): Promise<T> {
    const outcome = work.then((value) => ({ value }));
    for (;;) {
      const early = (await within(PATIENCE, outcome)) ?? (await Promise.race([outcome, this.#ask()]));
      if (early !== undefined) return early.value;
    }
  }

  /** One question at a time is enough, however many wait for its answer. */
  #ask(): Promise<undefined> {
    this.#asking ??= answered(this.#ping()).finally(() => (this.#asking = undefined));
    return this.#asking.then(() => undefined);
  }
}

/** Rejects with `Absent` where `ping` fails or takes too long. */
export async function answered<T>(ping: Promise<T>): Promise<T> {
  const reply = await within(
    ANSWER,
    ping.then((value) => ({ value })),
  );
  if (reply === undefined) throw new Absent("no answer in time");
  return reply.value;
}
