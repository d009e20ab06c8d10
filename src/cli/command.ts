import type { Command } from "commander";
import { asCommandError, type CommandError } from "./failure.ts";
import { forTerminal, inOneLine } from "./terminal.ts";

/** What a command prints: for people, or as one JSON value. */
export interface Answer {
  readonly text: string;
  readonly json: unknown;
  /** 0 unless the answer itself is bad. */
  readonly exitCode?: number;
}

interface Common {
  readonly json?: boolean;
}

/** Runs a command and prints its answer: the text or, with `--json`, one JSON value; a failure is one line on standard error and an exit code. */
export async function answer(options: Common, work: () => Promise<Answer>): Promise<void> {
  try {
    const { text, json, exitCode = 0 } = await work();
    await print(options.json === true ? `${JSON.stringify(json, null, 1)}\n` : text);
    process.exitCode = exitCode;
  } catch (error) {
    await fail(asCommandError(error), options);
  }
}

/** Tells a failure: one line and its candidates on standard error, with `--json` one value on standard output, and the exit code. */
export async function fail(error: CommandError, options: Common): Promise<void> {
  const { code, message, candidates, exitCode } = error;
  complain(message);
  for (const { id, name } of candidates) process.stderr.write(`  ${inOneLine(name)}  (${inOneLine(id)})\n`);
  if (options.json === true) await print(`${JSON.stringify({ error: { code, message, candidates } }, null, 1)}\n`);
  process.exitCode = exitCode;
}

/** Tells of something that went wrong, in one line on standard error. */
export function complain(message: string): void {
  process.stderr.write(`mandate: ${inOneLine(message)}\n`);
}

/** Writes to standard output what a terminal may be given; a reader that went away ("| head") is no fault. */
export function print(text: string): Promise<void> {
  return new Promise((done, failed) => {
    process.stdout.write(forTerminal(text), (error) => {
      if (error == null || ("code" in error && error.code === "EPIPE")) done();
      else failed(error);
    });
  });
}

/** Adds the options that every command has. */
export function common(command: Command): Command {
  return command
    .option("--store <path>", "the embedded store (default: .mandate/graph, or what MANDATE_STORE or NEO4J_URI say)")
    .option("--json", "one JSON value instead of text");
}
