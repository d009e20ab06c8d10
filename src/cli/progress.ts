import cliProgress from "cli-progress";
import { print } from "./command.ts";
import { inOneLine } from "./terminal.ts";

/** Counts one thing as done; what is told of it is printed at once, or, where a bar is drawn, below the bar in the end. */
export type Done = (name: string, told?: readonly string[]) => void;

/** Shows on a terminal how far long work has come; where the output goes elsewhere it shows nothing. */
export async function withProgress<T>(what: string, total: number, work: (done: Done) => Promise<T>): Promise<T> {
  const tell = (told: readonly string[]): void => void print(told.map((line) => `${line}\n`).join(""));
  if (!process.stderr.isTTY) return work((_name, told = []) => tell(told));
  const held: string[] = [];
  const bar = new cliProgress.SingleBar(
    { format: `${what} {bar} {value}/{total} {name}`, stream: process.stderr, hideCursor: true },
    cliProgress.Presets.shades_classic,
  );
  bar.start(total, 0, { name: "" });
  try {
    return await work((name, told = []) => {
      held.push(...told);
      bar.increment({ name: inOneLine(name) });
    });
  } finally {
    bar.stop();
    tell(held);
  }
}
