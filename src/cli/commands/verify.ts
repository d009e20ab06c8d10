import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { verify, type CitationVerdict } from "../../questions/verify.ts";
import { readSource } from "../../text/read-source.ts";
import { readSourceFile } from "../../text/read-file.ts";
import { answer, common } from "../command.ts";
import { withGraph, type CommonOptions } from "../context.ts";
import { EXIT } from "../failure.ts";
import { dayOption } from "../options.ts";

interface Options extends CommonOptions {
  readonly today?: string;
}

export function addVerify(program: Command): void {
  common(program.command("verify"))
    .description("each citation in a text: held, known but not held, possible, impossible, ambiguous with candidates")
    .argument("<file>", "a document, or - for standard input")
    .option("--today <day>", "the day on which it is asked (default: today)", dayOption)
    .action((file: string, options: Options) =>
      answer(options, () =>
        withGraph(options, async (store) => {
          const source =
            file === "-" ? await readSource(readFileSync(0), "standard input") : await readSourceFile(file);
          const verdicts = await verify(store, source.text, options.today ?? new Date().toISOString().slice(0, 10));
          const bad = verdicts.some(({ verdict }) => verdict === "IMPOSSIBLE");
          return { text: listed(verdicts), json: verdicts, exitCode: bad ? EXIT.badAnswer : EXIT.fine };
        }),
      ),
    );
}

function listed(verdicts: readonly CitationVerdict[]): string {
  if (verdicts.length === 0) return "No citation found.\n";
  return verdicts
    .map(({ verdict, text, start, end, reason, candidates, id }) =>
      [
        `${verdict.replaceAll("_", " ").toLowerCase().padEnd(15)} ${text.replace(/\s+/gu, " ")}  [${start}–${end}]`,
        `${" ".repeat(16)}${reason}${id === null ? "" : ` (${id})`}`,
        ...candidates.filter((candidate) => candidate !== id).map((candidate) => `${" ".repeat(16)}  ${candidate}`),
        "",
      ].join("\n"),
    )
    .join("");
}
