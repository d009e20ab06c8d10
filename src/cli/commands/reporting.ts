import type { Command } from "commander";
import type { Store } from "../../graph/store.ts";
import { reporting } from "../../questions/reporting.ts";
import { answer, common, type Answer } from "../command.ts";
import { withGraph, type CommonOptions } from "../context.ts";
import { CommandError, EXIT } from "../failure.ts";
import { formatted, withJson, type FormatOptions } from "../format.ts";
import { namesOf } from "../names.ts";
import { dayOption, integer } from "../options.ts";
import { pickAgency, pickDocument } from "../pick.ts";
import { reportingCsv, reportingTables } from "../render/reporting.ts";

interface Options extends CommonOptions, FormatOptions {
  readonly document?: string;
  readonly place?: string;
  readonly depth: number;
  readonly asOf?: string;
}

export function addReporting(program: Command): void {
  formatted(common(program.command("reporting")))
    .description("who reports to whom around an agency, to the ends of each chain, and when next")
    .argument("<agency>", 'a name or an id: "Sở KH&CN An Giang", "UBND tỉnh An Giang"')
    .option("--document <document>", "only what this document says")
    .option("--place <province>", "which province's agency is meant")
    .option("--depth <hops>", "how many hops, at most 32", integer, 8)
    .option("--as-of <day>", "the day from which the next report is looked for; without later documents", dayOption)
    .action((name: string, options: Options) =>
      answer(withJson(options), () => withGraph(options, (store) => run(store, name, options))),
    );
}

async function run(store: Store, name: string, options: Options): Promise<Answer> {
  const agency = await pickAgency(store, name, options.place);
  const document = options.document === undefined ? null : await pickDocument(store, options.document);
  const found = await reporting(store, { agency, document, depth: options.depth, asOf: options.asOf ?? null });
  if (found === null) throw new CommandError("UNKNOWN", EXIT.badAnswer, `no agency "${name}" is known`);
  const names = await namesOf(store, {
    documents: found.lines.map((line) => line.document),
    tasks: [],
    agencies: [agency, ...found.lines.flatMap(({ from, via, to }) => [from, via, to])],
  });
  return {
    text: options.format === "csv" ? reportingCsv(found, names) : reportingTables(found, names, options),
    json: found,
  };
}
