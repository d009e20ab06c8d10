import { createInterface } from "node:readline/promises";
import type { Command } from "commander";
import { makeLoader } from "../../graph/load/load.ts";
import type { Store } from "../../graph/store.ts";
import { documentBriefs } from "../../questions/documents.ts";
import { commandAuthor } from "../author.ts";
import { answer, common, type Answer } from "../command.ts";
import { withStore, type CommonOptions } from "../context.ts";
import { existingStore } from "../existing-store.ts";
import { CommandError, EXIT } from "../failure.ts";
import { pickDocument } from "../pick.ts";
import { forTerminal, inOneLine } from "../terminal.ts";

interface Options extends CommonOptions {
  readonly yes?: boolean;
}

export function addForget(program: Command): void {
  common(program.command("forget"))
    .description("takes a document out again: its text, facts, review, tasks and everything that only it says")
    .argument("<document>", "a name or an id")
    .option("--yes", "without asking")
    .action((document: string, options: Options) =>
      answer(options, () => {
        existingStore(options);
        return withStore(options, (store) => run(store, document, options));
      }),
    );
}

async function run(store: Store, words: string, options: Options): Promise<Answer> {
  const loader = await makeLoader(store);
  const id = await pickDocument(store, words);
  const brief = (await documentBriefs(store, [id])).get(id);
  if (brief?.held !== true) throw notHeld(id);
  if (options.yes !== true) await ask(`${brief.name}  (${id})`, options);
  const forgotten = await loader.forget(id, commandAuthor());
  if (forgotten === null) throw notHeld(id);
  const { name, sources, tasks, anew } = forgotten;
  const files = sources.map((source) => source.name).join(", ");
  const lines = [
    `${name}  (${id}) is forgotten: what ${files} said is out of ${store.place}, its ${tasks} tasks with it`,
    ...(anew.length === 0 ? [] : [`Loaded anew without it: ${anew.join(", ")}`]),
    `Facts files, backups and ${files} itself are as they were: remove them too, or a later load or ingest brings the document back.`,
  ];
  return { text: `${lines.join("\n")}\n`, json: { ...forgotten, filesKept: true } };
}

function notHeld(id: string): CommandError {
  return new CommandError(
    "NOT_HELD",
    EXIT.badAnswer,
    `${id} is not held: only what others or the registry say of it is known, and that stays`,
  );
}

/** Goes on only where somebody at a terminal says so. */
async function ask(document: string, { json }: Options): Promise<void> {
  if (json === true || !process.stdin.isTTY || !process.stderr.isTTY)
    throw new CommandError("NOT_SURE", EXIT.wrongUse, `${document} would be forgotten: say --yes to do it`);
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const said = await terminal.question(forTerminal(`Forget ${inOneLine(document)}? [y/N] `));
    if (!/^\s*(?:y|yes|có)\s*$/iu.test(said))
      throw new CommandError("NOT_SURE", EXIT.wrongUse, `${document} is not forgotten`);
  } finally {
    terminal.close();
  }
}
