import type { Command } from "commander";
import { extract } from "../../facts/extract.ts";
import { factsText, writeFacts } from "../../facts/write-facts.ts";
import type { Facts } from "../../facts/model.ts";
import type { FactsPlace } from "../../facts/place-of-facts.ts";
import { loadKnowledge } from "../../knowledge.ts";
import { SourceError } from "../../text/read-error.ts";
import { readSourceFile } from "../../text/read-file.ts";
import { answer, complain, print, type Answer } from "../command.ts";
import { asCommandError, EXIT, type CommandError } from "../failure.ts";
import { placeLines } from "../render/loaded.ts";

interface Options {
  readonly out?: string;
  readonly json?: boolean;
}

export function addExtract(program: Command): void {
  program
    .command("extract")
    .description("the facts of documents: txt, md, html, docx, pdf")
    .argument("<files...>", "the documents")
    .option("--out <folder>", "write a facts file for each into this folder instead of standard output")
    .option("--json", "one JSON value a line")
    .action((files: string[], options: Options) => answer({}, () => run(files, options)));
}

async function run(files: readonly string[], { out, json }: Options): Promise<Answer> {
  const failed: CommandError[] = [];
  const written = new Set<string>();
  for (const file of files) {
    try {
      const source = await readSourceFile(file);
      const facts = extract(source, loadKnowledge());
      if (out === undefined) await print(json === true ? `${JSON.stringify(facts)}\n` : factsText(facts));
      else await tell(await writeFacts(out, facts, source, written), facts, json === true);
      if (facts.text !== undefined) written.add(facts.text.sha256);
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      const failure = asCommandError(error);
      failed.push(failure);
      complain(failure.message);
    }
  }
  const unread = failed.some(({ exitCode }) => exitCode === EXIT.noAccess);
  return { text: "", json: null, exitCode: failed.length === 0 ? EXIT.fine : unread ? EXIT.noAccess : EXIT.badInput };
}

async function tell({ path, aside, isApart }: FactsPlace, facts: Facts, json: boolean): Promise<void> {
  const { citations, agencies, tasks, reports, targets, diagnostics } = facts;
  const counts = {
    citations: citations.length,
    agencies: agencies.length,
    tasks: tasks.length,
    reports: reports.length,
    targets: targets.length,
    doubtful: diagnostics.length,
  };
  const words = Object.entries(counts).map(([name, count]) => `${count} ${name}`);
  await print(
    json
      ? `${JSON.stringify({ path, aside, isApart, id: facts.document.id, ...counts })}\n`
      : `${[path, ...placeLines({ aside, isApart })].join("\n  ")}\n  ${facts.document.id} · ${words.join(" · ")}\n`,
  );
}
