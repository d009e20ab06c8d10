import { execFile, spawn, type ChildProcess } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly seconds: number;
}

type Env = Readonly<Record<string, string>>;
// CI is set as on a build server, which must see the same words as a pipe does.
export const environment = (env: Env) => ({
  ...process.env,
  NEO4J_URI: "",
  MANDATE_LOG: "silent",
  COLUMNS: "118",
  CI: "true",
  ...env,
});

/** Runs the command as a user does, in a process of its own. */
export function mandate(args: readonly string[], env: Env): Promise<Ran> {
  const begun = Date.now();
  return new Promise((done) => {
    execFile(
      process.execPath,
      ["bin/mandate.js", ...args],
      { env: environment(env), maxBuffer: 1 << 26 },
      (error, out, err) => {
        const code = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
        done({ code, out, err, seconds: (Date.now() - begun) / 1_000 });
      },
    );
  });
}

/** A path for a store of its own. */
export async function storePath(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), "mandate-cli-")), "graph");
}

export interface Serving {
  readonly url: string;
  readonly process: ChildProcess;
  /** Asks it to stop and gives its exit code. */
  stop(): Promise<number | null>;
}

/** Starts a serving command (`npm start`, `mandate serve`) and waits for the address that it prints. */
export function serving(command: readonly [string, ...string[]], env: Env): Promise<Serving> {
  const [program, ...args] = command;
  const child = spawn(program, args, { env: environment(env), stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  let err = "";
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  const ended = new Promise<number | null>((done) => child.once("exit", done));
  return new Promise((done, failed) => {
    child.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString();
      const url = /GraphQL is at (?<url>\S+)/u.exec(out)?.groups?.["url"];
      if (url === undefined) return;
      done({
        url,
        process: child,
        stop: () => {
          child.kill("SIGTERM");
          return ended;
        },
      });
    });
    void ended.then((code) =>
      failed(new Error(`${command.join(" ")} ended with ${String(code)} before it served: ${err}`)),
    );
  });
}

/** Asks a served GraphQL. */
export async function ask(
  url: string,
  query: string,
): Promise<{
  readonly status: number;
  readonly data: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}> {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  return { status: answer.status, ...((await answer.json()) as { data: unknown }) };
}
