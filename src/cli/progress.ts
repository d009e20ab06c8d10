import cliProgress from "cli-progress";

/** Shows on a terminal how far long work has come; where the output goes elsewhere it shows nothing. */
export async function withProgress<T>(
  what: string,
  total: number,
  work: (done: (name: string) => void) => Promise<T>,
): Promise<T> {
  if (!process.stderr.isTTY) return work(() => undefined);
  const bar = new cliProgress.SingleBar(
    { format: `${what} {bar} {value}/{total} {name}`, stream: process.stderr, hideCursor: true },
    cliProgress.Presets.shades_classic,
  );
  bar.start(total, 0, { name: "" });
  try {
    return await work((name) => bar.increment({ name }));
  } finally {
    bar.stop();
  }
}
