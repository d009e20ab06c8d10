import type { Command } from "commander";
import type { Store } from "../../graph/store.ts";
import { obligations } from "../../questions/obligations.ts";
import { answer, common, type Answer } from "../command.ts";
import { withGraph, type CommonOptions } from "../context.ts";
import { formatted, withJson, type FormatOptions } from "../format.ts";
import { namesOf } from "../names.ts";
import { dayOption } from "../options.ts";
import { pickAgency } from "../pick.ts";
import { obligationsCalendar } from "../render/calendar.ts";
import { obligationsCsv, obligationsTable } from "../render/obligations.ts";

interface Options extends CommonOptions, FormatOptions {
  readonly place?: string;
  readonly from: string;
  readonly to: string;
  readonly ics?: boolean;
}

export function addObligations(program: Command): void {
  formatted(common(program.command("obligations")))
    .description("what falls due from one day to another: tasks and reports, each on its next day")
    .argument("[agency]", "a name or an id; everybody's where none is given")
    .requiredOption("--from <day>", "the first day", dayOption)
    .requiredOption("--to <day>", "the last day", dayOption)
    .option("--place <province>", "only documents of this province; with a name, which province's agency is meant")
    .option("--ics", "as a calendar (iCalendar, RFC 5545), to be read into any calendar program")
    .action((name: string | undefined, options: Options) =>
      answer(withJson(options), () => withGraph(options, (store) => run(store, name, options))),
    );
}

async function run(store: Store, name: string | undefined, options: Options): Promise<Answer> {
  const { from, to, place = null } = options;
  const agency = name === undefined ? null : await pickAgency(store, name, options.place);
  const due = await obligations(store, { agency, place: agency === null ? place : null, from, to });
  const names = await namesOf(store, {
    documents: due.map(({ document }) => document),
    tasks: due.map(({ task }) => task),
    agencies: [
      agency,
      ...due.flatMap(({ agencies, line }) => [...agencies.map((part) => part.agency), line?.from, line?.via, line?.to]),
    ],
  });
  const print =
    options.ics === true ? obligationsCalendar : options.format === "csv" ? obligationsCsv : obligationsTable;
  return { text: print(due, names, { ...options, agency }), json: due };
}
