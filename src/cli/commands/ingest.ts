import type { Command } from "commander";
import { ingest, type Ingested } from "../../ingest/ingest.ts";
import type { Store } from "../../graph/store.ts";
import { commandAuthor } from "../author.ts";
import { answer, common, complain, type Answer } from "../command.ts";
import { withStore, type CommonOptions } from "../context.ts";
import { asCommandError, EXIT } from "../failure.ts";
import { besideOthers, placeLines } from "../render/loaded.ts";
import { withProgress } from "../progress.ts";
import { listSources } from "../source-files.ts";

export const FACTS_FOLDER = ".mandate/facts";

interface Options extends CommonOptions {
  readonly facts: string;
}

export function addIngest(program: Command): void {
  common(program.command("ingest"))
    .description("reads documents (txt, md, html, docx, pdf), writes their facts, loads them and keeps their words")
    .argument("<paths...>", "documents, or folders of them")
    .option("--facts <folder>", "where facts files are written, with reviews beside them", FACTS_FOLDER)
    .action((paths: string[], options: Options) =>
      answer(options, () => withStore(options, (store) => run(store, paths, options))),
    );
}

async function run(store: Store, paths: readonly string[], { facts, json }: Options): Promise<Answer> {
  const files = await listSources(paths);
  const all = await withProgress("reading", files.length, (done) =>
    ingest(store, files, facts, (each) => done(each.file, each.ok && json !== true ? told(each) : []), commandAuthor()),
  );
  const read = all.filter((each) => each.ok);
  const failed = all.flatMap((each) => (each.ok ? [] : [asCommandError(each.error)]));
  for (const { message } of failed) complain(message);
  const doubtful = read.reduce((sum, { loaded }) => sum + loaded.doubts.length, 0);
  const sum = [
    `${read.length} document${read.length === 1 ? "" : "s"} read into ${store.place}`,
    ...(failed.length > 0 ? [`${failed.length} refused`] : []),
    ...(doubtful > 0 ? [`${doubtful} doubtful points (mandate review shows them)`] : []),
  ];
  const unread = failed.some(({ exitCode }) => exitCode === EXIT.noAccess);
  return {
    text: `${sum.join(", ")}\n`,
    json: {
      store: store.place,
      read: read.map(({ file, loaded, facts, found, notes }) => ({
        ...loaded,
        file,
        facts: facts?.path ?? null,
        aside: facts?.aside ?? null,
        isApart: facts?.isApart ?? false,
        found,
        notes,
      })),
      failed: failed.map(({ code, message }) => ({ code, message })),
    },
    exitCode: failed.length === 0 ? EXIT.fine : unread ? EXIT.noAccess : EXIT.badInput,
  };
}

function told({ loaded, facts, found, notes }: Extract<Ingested, { readonly ok: true }>): readonly string[] {
  const counts = Object.entries(found).map(([name, count]) => `${count} ${name}`);
  return [
    `${loaded.name}${besideOthers(loaded)}`,
    `  ${loaded.id} · ${[...counts, `${loaded.doubts.length} doubtful`].join(" · ")}`,
    ...(facts === null
      ? ["its facts were known; now its words are"]
      : [`facts: ${facts.path}`, ...placeLines(facts)]
    ).map((line) => `  ${line}`),
    ...notes.map(({ code, message }) => `  ${code}: ${message}`),
  ];
}
