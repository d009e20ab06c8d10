import { stat } from "node:fs/promises";
import type { Command } from "commander";
import { counted, entriesOf } from "../../archive/entries.ts";
import { sources } from "../../archive/statements.ts";
import { writeArchive } from "../../archive/write-archive.ts";
import { registryHash } from "../../graph/load/load.ts";
import { read } from "../../graph/statement.ts";
import type { Store } from "../../graph/store.ts";
import { answer, common, type Answer } from "../command.ts";
import { withStore, type CommonOptions } from "../context.ts";
import { withProgress } from "../progress.ts";
import { existingStore } from "../existing-store.ts";

export function addBackup(program: Command): void {
  common(program.command("backup"))
    .description("keeps everything that cannot be made again (facts, reviews, words) in one file")
    .argument(
      "<file>",
      "the archive, such as mandate-2026-11-24.gz; an archive that stands there is replaced once the new one is whole, anything else never",
    )
    .action((file: string, options: CommonOptions) =>
      answer(options, async () => {
        existingStore(options);
        return withStore(options, (store) => run(store, file));
      }),
    );
}

async function run(store: Store, file: string): Promise<Answer> {
  const { length } = await read(store, sources.list, {});
  const tally: Record<string, number> = {};
  await withProgress("keeping", length, (done) =>
    writeArchive(
      file,
      { madeAt: new Date().toISOString(), registry: registryHash() },
      counted(entriesOf(store), tally, done),
    ),
  );
  const { size } = await stat(file);
  const kept = tally["document"] ?? 0;
  return {
    text: `${kept} document${kept === 1 ? "" : "s"} of ${store.place} kept in ${file} (${Math.ceil(size / 1_000)} kB)\n`,
    json: { store: store.place, file, bytes: size, records: tally },
  };
}
