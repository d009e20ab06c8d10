import { Option, type Command } from "commander";
import type { Store } from "../../graph/store.ts";
import { GAP_KINDS, gaps, type GapKind } from "../../questions/gaps.ts";
import { answer, common, type Answer } from "../command.ts";
import { withGraph, type CommonOptions } from "../context.ts";
import { formatted, withJson, type FormatOptions } from "../format.ts";
import { namesOf } from "../names.ts";
import { dayOption } from "../options.ts";
import { paged, turnTo, type PagingOptions } from "../paging.ts";
import { pickDocument } from "../pick.ts";
import { gapsCsv, gapTables } from "../render/gaps.ts";

interface Options extends CommonOptions, FormatOptions, PagingOptions {
  readonly place?: string;
  readonly kinds?: readonly GapKind[];
  readonly asOf?: string;
}

export function addGaps(program: Command): void {
  paged(formatted(common(program.command("gaps"))), 50)
    .description("what nobody took on, and what leads nowhere")
    .argument("[document]", "a name or an id; all held documents where none is given")
    .option("--place <province>", "only documents of this province")
    .addOption(new Option("--kinds <kind...>", "only these kinds").choices(GAP_KINDS))
    .option("--as-of <day>", "the day on which those who lead are to exist; without later documents", dayOption)
    .action((name: string | undefined, options: Options) =>
      answer(withJson(options), () => withGraph(options, (store) => run(store, name, options))),
    );
}

async function run(store: Store, name: string | undefined, options: Options): Promise<Answer> {
  const { kinds = null, place = null, asOf = null, first } = options;
  const document = name === undefined ? null : await pickDocument(store, name, options.place);
  const page = await turnTo(options, (after) => gaps(store, { document, place, kinds, asOf, first, after }));
  const names = await namesOf(store, {
    documents: page.items.map((gap) => gap.document),
    tasks: page.items.map(({ task }) => task),
    agencies: page.items.map(({ agency }) => agency),
  });
  return { text: options.format === "csv" ? gapsCsv(page, names) : gapTables(page, names, options), json: page };
}
