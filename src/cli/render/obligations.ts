import { groupBy } from "../../group-by.ts";
import { dayInWords } from "../../graph/names.ts";
import type { Obligation } from "../../questions/obligations.ts";
import { colours } from "./colours.ts";
import { csv } from "../../formats/csv.ts";
import { evidenceLine } from "./evidence.ts";
import { agencyInPlace, agencyName, documentLine, lineText, taskText, type Language, type Names } from "./names.ts";
import { ROLE_NAMES } from "./responsibilities.ts";
import { table, terminalWidth } from "./table.ts";

export interface ObligationsShown {
  readonly from: string;
  readonly to: string;
  readonly lang: Language;
  readonly agency: string | null;
  readonly evidence?: boolean;
}

/** What falls due, the earliest first. */
export function obligationsTable(due: readonly Obligation[], names: Names, options: ObligationsShown): string {
  const { from, to, agency, lang } = options;
  const head = agency === null ? [] : [`${colours.bold(agencyInPlace(agency, names))}  (${agency})`];
  const span = `from ${dayInWords(from)} to ${dayInWords(to)}`;
  if (due.length === 0) return `${[...head, `Nothing falls due ${span}.`].join("\n")}\n`;
  const rows = due.map((item) => [
    `${dayInWords(item.due)}${item.recurs === null ? "" : `\n${item.recurs}`}`,
    whatOf(item, names, lang),
    whoseOf(item, names),
    [whereOf(item, names), documentLine(item.document, names)].filter((part) => part !== "").join(", "),
  ]);
  const evidence = due.flatMap((item) =>
    item.evidence.map((each) => `· ${dayInWords(item.due)} · ${evidenceLine(each)}`),
  );
  return `${[
    ...head,
    `${due.length} fall${due.length === 1 ? "s" : ""} due ${span}`,
    "",
    table(COLUMNS, rows, terminalWidth()),
    ...(options.evidence === true ? ["", ...evidence] : []),
  ].join("\n")}\n`;
}

const COLUMNS = [
  { head: "due", width: 10 },
  { head: "what (our summary)" },
  { head: "whose", width: 30 },
  { head: "where", width: 34 },
];

/** The task in our words, or who reports to whom. */
export function whatOf({ task, line }: Obligation, names: Names, lang: Language): string {
  const brief = task === null ? undefined : names.tasks.get(task);
  if (line !== null) return `${lang === "vi" ? "Báo cáo" : "Report"}: ${lineText(line, names)}`;
  return brief === undefined ? "" : taskText(brief, lang);
}

export function whereOf({ task, evidence }: Obligation, names: Names): string {
  return (task === null ? evidence[0]?.address : names.tasks.get(task)?.address) ?? "";
}

/** "leads: các sở, ban, ngành; cooperates: Sở Nội vụ". */
export function whoseOf({ agencies }: Obligation, names: Names): string {
  return [...groupBy(agencies, ({ role }) => role)]
    .map(([role, parts]) => `${ROLE_NAMES[role]}: ${parts.map(({ agency }) => agencyName(agency, names)).join("; ")}`)
    .join("\n");
}

export function obligationsCsv(due: readonly Obligation[], names: Names, { lang }: ObligationsShown): string {
  return csv(
    ["due", "recurs", "what", "whose", "where", "document", "task"],
    due.map((item) => [
      item.due,
      item.recurs,
      whatOf(item, names, lang),
      whoseOf(item, names).replaceAll("\n", "; "),
      whereOf(item, names),
      names.documents.get(item.document)?.name ?? item.document,
      item.task,
    ]),
  );
}
