import type { Command } from "commander";
import { counted } from "../../archive/entries.ts";
import { fillAt } from "../../archive/fill-at.ts";
import { checkArchive, readArchive } from "../../archive/read-archive.ts";
import { registryHash } from "../../graph/load/load.ts";
import { commandAuthor } from "../author.ts";
import { answer, common, type Answer } from "../command.ts";
import { settingsOf, type CommonOptions } from "../context.ts";
import { withProgress } from "../progress.ts";
import { filledAnswer } from "../render/filled.ts";

interface Options extends CommonOptions {
  readonly replace?: boolean;
}

export function addRestore(program: Command): void {
  common(program.command("restore"))
    .description("makes a store from what `mandate backup` kept: the graph is made anew from the facts")
    .argument("<file>", "the archive; it is read to its end and checked before anything is written")
    .option("--replace", "the store may hold something: it is replaced")
    .action((file: string, options: Options) => answer(options, () => run(file, options)));
}

async function run(file: string, options: Options): Promise<Answer> {
  const settings = settingsOf(options);
  const { about, tally } = await checkArchive(file);
  const unloaded = await withProgress("restoring", tally["document"] ?? 0, (done) =>
    fillAt(settings, counted(readArchive(file), {}, done), {
      of: file,
      replace: options.replace === true,
      signed: { ...commandAuthor(), what: "RESTORED", madeAt: about.madeAt },
    }),
  );
  const notes =
    about.registry === registryHash()
      ? []
      : [
          "The archive was made with another registry: the graph rests on the one of this version now, and may know more.",
        ];
  return filledAnswer(settings, { from: file, madeAt: about.madeAt }, tally, unloaded, notes);
}
