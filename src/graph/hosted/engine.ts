import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import { StoreError } from "../store.ts";
import { OPENING, type Answered, type Asked, type Failure, type Question } from "./messages.ts";

/** The engine has ended before it answered. */
export class EngineEnded extends Error {
  override readonly name = "EngineEnded";
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** An engine in a process of its own, and what was asked of it. */
export class Engine {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  /** Resolves when the process is gone and all that it said has arrived. */
  readonly #gone: Promise<void>;
  #ended = false;
  #asked = OPENING;

  private constructor(path: string) {
    this.#process = startProcess(path);
    this.#process.on("message", (answer) => this.#receive(answer as Answered));
    this.#gone = goneOf(this.#process).then(() => this.#bury());
  }

  /** Starts a process that opens the store in the file `path`. Throws what opening it throws. */
  static async open(path: string): Promise<Engine> {
    const engine = new Engine(path);
    try {
      await engine.#answer(OPENING);
      return engine;
    } catch (error) {
      await engine.#gone;
      if (!(error instanceof EngineEnded)) throw error;
      const message = `the engine of the store ${path} ended while it opened: try again, and see \`mandate doctor\``;
      throw new StoreError("STORE_UNREACHABLE", message, { cause: error });
    }
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** Whether it is over: what was asked has been answered or never will be. */
  get ended(): boolean {
    return this.#ended;
  }

  /** Rejects with a `StoreError` of the engine's, or with `EngineEnded`. */
  async ask(question: Question): Promise<unknown> {
    if (this.#ended) throw new EngineEnded("the engine has ended");
    this.#asked += 1;
    const answer = this.#answer(this.#asked);
    this.#send({ id: this.#asked, question });
    return answer;
  }

  /** The same where no answer is waited for. */
  tell(question: Question): void {
    if (!this.#ended) this.#send({ id: null, question });
  }

  /** Ends it at once, with all that is under way in it. */
  async end(): Promise<void> {
    this.#process.kill("SIGKILL");
    await this.#gone;
  }

  /** Lets it close the store and end by itself; ends it where that takes longer than `ms`. */
  async close(ms: number): Promise<void> {
    const late = setTimeout(() => this.#process.kill("SIGKILL"), ms);
    try {
      await this.ask({ ask: "close" });
    } catch (error) {
      if (!(error instanceof EngineEnded)) throw error;
    } finally {
      await this.#gone;
      clearTimeout(late);
    }
  }

  #answer(id: number): Promise<unknown> {
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  #send(asked: Asked): void {
    // Where the message does not arrive, the process has ended, which is heard anyway.
    this.#process.send(asked, () => undefined);
  }

  #receive(answer: Answered): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ("error" in answer) waiting?.reject(storeError(answer.error));
    else waiting?.resolve(answer.value);
  }

  #bury(): void {
    this.#ended = true;
    for (const { reject } of this.#waiting.values()) reject(new EngineEnded("the engine ended before it answered"));
    this.#waiting.clear();
  }
}

function startProcess(path: string): ChildProcess {
  return fork(fileURLToPath(new URL("./host-start.js", import.meta.url)), [path, String(process.pid)], {
    // Nothing of our settings or secrets is handed on.
    env: { PATH: process.env["PATH"] ?? "" },
    execArgv: [],
    // Measured, a statement to and fro: 0.04 ms with one row, 0.9 ms with a thousand; as JSON, or over a pipe of our own, no less.
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}

/** Resolves when a process has ended and its last message is here, or when it could not even be started. */
async function goneOf(child: ChildProcess): Promise<void> {
  const heard = (event: string): Promise<unknown> => new Promise((done) => child.once(event, done));
  const unstarted = new Promise<void>((done) => child.once("error", () => child.pid === undefined && done()));
  await Promise.race([Promise.all([heard("exit"), heard("disconnect")]), unstarted]);
}

function storeError({ code, message, cause }: Failure): StoreError {
  return new StoreError(code, message, cause === null ? {} : { cause: new Error(cause) });
}
