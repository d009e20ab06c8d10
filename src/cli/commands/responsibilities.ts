import { Option, type Command } from "commander";
import { groupBy } from "../../group-by.ts";
import type { Store } from "../../graph/store.ts";
import { HeldWords } from "../../questions/held-words.ts";
import { responsibilities, type ResponsibilityPage } from "../../questions/responsibilities.ts";
import { ROLES, type Responsibility, type Role } from "../../questions/parts.ts";
import { answer, common, type Answer } from "../command.ts";
import { withGraph, type CommonOptions } from "../context.ts";
import { CommandError, EXIT } from "../failure.ts";
import { namesOf } from "../names.ts";
import { dayOption } from "../options.ts";
import { paged, turnTo, type PagingOptions } from "../paging.ts";
import { pickAgency, pickDocument } from "../pick.ts";
import { csv } from "../../formats/csv.ts";
import type { Names } from "../render/names.ts";
import { responsibilityRow, responsibilityTables } from "../render/responsibilities.ts";

interface Options extends CommonOptions, PagingOptions {
  readonly roles?: readonly Role[];
  readonly document?: string;
  readonly place?: string;
  readonly heading?: string;
  readonly dueBefore?: string;
  readonly groups: boolean;
  readonly asOf?: string;
  readonly format: "table" | "csv";
  readonly lang: "vi" | "en";
  readonly evidence?: boolean;
}

export function addResponsibilities(program: Command): void {
  paged(common(program.command("responsibilities")), 200)
    .description(
      "every task, document and reporting line that an agency touches, by its own name or as a member of a group",
    )
    .argument("<agency>", 'a name or an id: "Sở KH&CN An Giang", "BTGTU Hậu Giang", vn/an-giang/so-noi-vu')
    .addOption(new Option("--roles <role...>", "only these roles").choices(ROLES))
    .option("--document <document>", "only what this document says")
    .option("--place <province>", "which province's agency is meant")
    .option("--heading <words>", "only under headings with these words")
    .option("--due-before <day>", "only tasks with a last day up to this one", dayOption)
    .option("--no-groups", "only what names the agency itself")
    .option("--as-of <day>", "as it stands on that day: with what its predecessors were given until then", dayOption)
    .addOption(new Option("--format <format>", "how to print it").choices(["table", "csv"]).default("table"))
    .addOption(new Option("--lang <language>", "language of our summaries").choices(["vi", "en"]).default("vi"))
    .option("--evidence", "with the places that prove each line")
    .action((name: string, options: Options) =>
      answer(options, () => withGraph(options, (store) => run(store, name, options))),
    );
}

async function run(store: Store, name: string, options: Options): Promise<Answer> {
  const agency = await pickAgency(store, name, options.place);
  const { roles, heading, dueBefore, first, asOf } = options;
  const document = options.document === undefined ? undefined : await pickDocument(store, options.document);
  const words = new HeldWords(store);
  const page = await turnTo(options, async (after) => {
    const answered = await responsibilities(store, {
      agency,
      where: {
        roles: roles ?? null,
        document: document ?? null,
        heading: heading ?? null,
        dueBefore: dueBefore ?? null,
      },
      throughGroups: options.groups,
      asOf: asOf ?? null,
      first,
      after,
    });
    if (answered === null) throw new CommandError("UNKNOWN", EXIT.badAnswer, `no agency "${name}" is known`);
    const items = answered.items.map(async (item) => ({ ...item, evidence: await words.filled(item.evidence) }));
    return { ...answered, items: await Promise.all(items) };
  });
  const names = await namesIn(store, agency, page);
  return {
    text:
      options.format === "csv" ? asCsv(page, names, options.lang) : responsibilityTables(agency, page, names, options),
    json: { agency, ...page },
  };
}

function namesIn(store: Store, agency: string, { items, openGroups, successors }: ResponsibilityPage): Promise<Names> {
  return namesOf(store, {
    documents: items.map(({ document }) => document),
    tasks: items.map(({ task }) => task),
    agencies: [
      agency,
      ...items.flatMap(({ through, others, line }) => [
        through,
        ...others.map((other) => other.agency),
        line?.from,
        line?.to,
        line?.via,
      ]),
      ...openGroups.map(({ group }) => group),
      ...successors.map(({ to }) => to),
    ],
  });
}

function asCsv(page: ResponsibilityPage, names: Names, lang: "vi" | "en"): string {
  const rows = [...groupBy(page.items, (item: Responsibility) => item.document).values()].flat();
  return csv(
    ["document", "role", "through", "where", "what", "with", "due", "task"],
    rows.map((item) => {
      const { role, through, where, what, others, due } = responsibilityRow(item, names, lang);
      return [
        names.documents.get(item.document)?.name ?? item.document,
        role,
        through,
        where,
        what,
        others,
        due,
        item.task,
      ];
    }),
  );
}
