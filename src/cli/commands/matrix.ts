import { Option, type Command } from "commander";
import { groupBy } from "../../group-by.ts";
import type { Store } from "../../graph/store.ts";
import { agencyBriefs, documentBriefs, taskBriefs } from "../../questions/documents.ts";
import { HeldWords } from "../../questions/held-words.ts";
import { matrix, type Cell, type Matrix } from "../../questions/matrix.ts";
import { answer, common, type Answer } from "../command.ts";
import { withGraph, type CommonOptions } from "../context.ts";
import { CommandError, EXIT } from "../failure.ts";
import { pickDocument } from "../pick.ts";
import { csv } from "../../formats/csv.ts";
import { evidenceLine } from "../render/evidence.ts";
import { taskText, type Names } from "../render/names.ts";
import { table, terminalWidth } from "../render/table.ts";

interface Options extends CommonOptions {
  readonly place?: string;
  readonly format: "table" | "csv";
  readonly lang: "vi" | "en";
  readonly evidence?: boolean;
}

const LETTERS = { LEADS: "L", COOPERATES: "C", DIRECTED: "D", REPORTS: "", RECEIVES: "", ISSUES: "" } as const;
const MOST_COLUMNS = 12;

export function addMatrix(program: Command): void {
  common(program.command("matrix"))
    .description("who has which part in which task of a document: tasks × agencies")
    .argument("<document>", 'a name or an id: "KH 177 An Giang"')
    .option("--place <province>", "of which province the document is")
    .addOption(new Option("--format <format>", "how to print it").choices(["table", "csv"]).default("table"))
    .addOption(new Option("--lang <language>", "language of our summaries").choices(["vi", "en"]).default("vi"))
    .option("--evidence", "with the words that prove each part")
    .action((name: string, options: Options) =>
      answer(options, () => withGraph(options, (store) => run(store, name, options))),
    );
}

async function run(store: Store, name: string, options: Options): Promise<Answer> {
  const document = await pickDocument(store, name, options.place);
  const answered = await matrix(store, document);
  if (answered === null) throw new CommandError("UNKNOWN", EXIT.badAnswer, `no document "${name}" is known`);
  const words = new HeldWords(store);
  const cells = answered.cells.map(async (cell) => ({ ...cell, evidence: await words.filled(cell.evidence) }));
  const found = { ...answered, cells: await Promise.all(cells) };
  const names: Names = {
    documents: await documentBriefs(store, [document]),
    tasks: await taskBriefs(store, found.tasks),
    agencies: await agencyBriefs(store, found.agencies),
  };
  return {
    text: options.format === "csv" ? asCsv(found, names, options.lang) : asTable(found, names, options),
    json: found,
  };
}

function asCsv({ tasks, agencies, cells }: Matrix, names: Names, lang: "vi" | "en"): string {
  const byTask = groupBy(cells, (cell) => cell.task);
  return csv(
    ["where", "task", ...agencies.map((id) => names.agencies.get(id)?.name ?? id)],
    tasks.map((task) => [
      ...taskCells(task, names, lang),
      ...agencies.map((agency) => letter((byTask.get(task) ?? []).find((cell) => cell.agency === agency))),
    ]),
  );
}

/** The agencies with most parts have columns of their own; the others are named in a last column. */
function asTable({ document, tasks, agencies, cells, truncated }: Matrix, names: Names, options: Options): string {
  const shown = agencies.slice(0, MOST_COLUMNS);
  const byTask = groupBy(cells, (cell) => cell.task);
  const name = (id: string): string => names.agencies.get(id)?.name ?? id;
  const rows = tasks.map((task) => {
    const inTask = byTask.get(task) ?? [];
    const rest = inTask
      .filter((cell) => !shown.includes(cell.agency))
      .map((cell) => `${name(cell.agency)} ${letter(cell)}`);
    return [
      ...taskCells(task, names, options.lang),
      ...shown.map((agency) => letter(inTask.find((cell) => cell.agency === agency))),
      rest.join("; "),
    ];
  });
  const columns = [
    { head: "where", width: 18 },
    { head: "task (our summary)" },
    ...shown.map((_, index) => ({ head: String(index + 1), width: 2 })),
    { head: "others", width: 24 },
  ];
  const evidence =
    options.evidence === true
      ? [
          "",
          ...cells.flatMap((cell) =>
            cell.evidence.map((each) => `${name(cell.agency)} ${letter(cell)} · ${evidenceLine(each)}`),
          ),
        ]
      : [];
  return [
    names.documents.get(document)?.name ?? document,
    `${tasks.length} tasks × ${agencies.length} agencies; L leads, C cooperates, D is directed; * inherited from a heading, an item above or an assignment line`,
    ...shown.map((agency, index) => `  ${index + 1} ${name(agency)}`),
    table(columns, rows, terminalWidth()),
    ...(truncated ? ["Cut: the document has more tasks."] : []),
    ...evidence,
    "",
  ].join("\n");
}

function taskCells(task: string, { tasks }: Names, lang: "vi" | "en"): readonly [string, string] {
  const brief = tasks.get(task);
  return brief === undefined ? ["", task] : [brief.address ?? "", taskText(brief, lang)];
}

function letter(cell: Cell | undefined): string {
  return cell === undefined ? "" : `${LETTERS[cell.role]}${cell.inherited ? "*" : ""}`;
}
