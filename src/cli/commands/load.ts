import type { Command } from "commander";
import { SHIPPED_FACTS } from "../../assets.ts";
import { load, type Outcome } from "../../graph/load/load.ts";
import type { Store } from "../../graph/store.ts";
import { commandAuthor } from "../author.ts";
import { answer, common, complain, type Answer } from "../command.ts";
import { withStore, type CommonOptions } from "../context.ts";
import { listFacts } from "../facts-files.ts";
import { CommandError, EXIT } from "../failure.ts";
import { integer } from "../options.ts";
import { withProgress } from "../progress.ts";
import { besideOthers } from "../render/loaded.ts";

/** So many documents of the largest kind still fit well into one transaction of either store. */
const MOST_TOGETHER = 200;

interface Options extends CommonOptions {
  readonly verbose?: boolean;
  readonly together?: number;
}

export function addLoad(program: Command): void {
  common(program.command("load"))
    .description("facts and reviews into the store: one transaction a document, the same twice changes nothing")
    .argument("[paths...]", "facts files or folders of them (default: the facts that are shipped)")
    .option("--verbose", "with what was joined and what is doubtful")
    .option(
      "--together <number>",
      "so many documents in one transaction, which is faster for many (default: 1)",
      integer,
    )
    .action((paths: string[], options: Options) =>
      answer(options, () => withStore(options, (store) => run(store, paths, options))),
    );
}

async function run(
  store: Store,
  paths: readonly string[],
  { json, verbose = false, together = 1 }: Options,
): Promise<Answer> {
  if (together < 1 || together > MOST_TOGETHER)
    throw new CommandError(
      "BAD_ARGUMENT",
      EXIT.wrongUse,
      `--together ${together} is not a number from 1 to ${MOST_TOGETHER}`,
    );
  const files = await listFacts(paths.length === 0 ? [SHIPPED_FACTS] : paths);
  const told = (outcome: Outcome): readonly string[] => (json === true ? [] : lines(outcome, verbose));
  return loadAnswer(store, await loadWithProgress(store, files, { told, together }));
}

interface Showing {
  /** What to print of each file once the store keeps it. */
  readonly told?: (outcome: Outcome) => readonly string[];
  readonly together?: number;
}

/** Loads with a progress bar on a terminal. */
export function loadWithProgress(
  store: Store,
  files: readonly string[],
  { told = () => [], together = 1 }: Showing = {},
): Promise<readonly Outcome[]> {
  return withProgress("loading", files.length, (done) =>
    load(store, files, {
      together,
      author: commandAuthor(),
      onDone: (outcome) => done(outcome.ok ? outcome.loaded.id : outcome.error.file, told(outcome)),
    }),
  );
}

function lines(outcome: Outcome, verbose: boolean): readonly string[] {
  if (!outcome.ok) return [];
  const { id, name, tasks, joins, doubts } = outcome.loaded;
  return [
    `${name}${besideOthers(outcome.loaded)}`,
    `  ${id} · ${tasks} tasks · ${joins.length} joined · ${doubts.length} doubtful`,
    ...(verbose ? joins.map(({ from, into, because }) => `    joined ${from} → ${into}: ${because}`) : []),
    ...(verbose
      ? doubts.map(({ code, message, start }) => `    ${code}${start === null ? "" : ` @${start}`}: ${message}`)
      : []),
  ];
}

function loadAnswer(store: Store, outcomes: readonly Outcome[]): Answer {
  const loaded = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.loaded] : []));
  const failed = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.error]));
  for (const { message } of failed) complain(message);
  const unread = failed.some((error) => error.code === "CANNOT_READ");
  const sum = `${loaded.length} document${loaded.length === 1 ? "" : "s"} loaded into ${store.place}${failed.length > 0 ? `, ${failed.length} refused` : ""}`;
  return {
    text: `${sum}\n`,
    json: { store: store.place, loaded, failed: failed.map(({ file, code, message }) => ({ file, code, message })) },
    exitCode: failed.length === 0 ? EXIT.fine : unread ? EXIT.noAccess : EXIT.badInput,
  };
}
