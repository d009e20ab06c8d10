import { groupBy } from "../../group-by.ts";
import type { Gap } from "../../questions/gap.ts";
import type { Page } from "../../questions/page.ts";
import { pageLine, type PagingOptions } from "../paging.ts";
import { colours } from "./colours.ts";
import { csv } from "../../formats/csv.ts";
import { evidenceLine } from "./evidence.ts";
import { documentLine, taskText, type Language, type Names } from "./names.ts";
import { table, terminalWidth } from "./table.ts";

/** Gaps as tables, one a document. */
export function gapTables(
  page: Page<Gap>,
  names: Names,
  options: PagingOptions & { readonly lang: Language; readonly evidence?: boolean; readonly asOf?: string },
): string {
  const out = [page.totalCount === 0 ? "Nothing was found missing." : `${page.totalCount} in all`];
  if (options.asOf === undefined) out.push("Whether those who lead still exist needs a day: --as-of YYYY-MM-DD.");
  for (const [document, inDocument] of groupBy(page.items, (gap) => gap.document)) {
    const rows = inDocument.map((gap) => [
      gap.kind,
      whereOf(gap, names),
      gap.explanation,
      whatOf(gap, names, options.lang),
    ]);
    out.push("", colours.bold(documentLine(document, names)), table(COLUMNS, rows, terminalWidth()));
    if (options.evidence === true)
      out.push(
        "",
        ...inDocument.flatMap((gap) => [
          `${gap.kind} ${whereOf(gap, names)}`,
          ...gap.evidence.map((each) => `    · ${evidenceLine(each)}`),
        ]),
      );
  }
  const paging = pageLine(page, options);
  if (paging !== null) out.push("", paging);
  return `${out.join("\n")}\n`;
}

const COLUMNS = [
  { head: "gap", width: 18 },
  { head: "where", width: 20 },
  { head: "what is missing", width: 44 },
  { head: "the task (our summary)" },
];

function whereOf({ task }: Gap, { tasks }: Names): string {
  return task === null ? "" : (tasks.get(task)?.address ?? task);
}

function whatOf({ task }: Gap, { tasks }: Names, lang: Language): string {
  const brief = task === null ? undefined : tasks.get(task);
  return brief === undefined ? "" : taskText(brief, lang);
}

/** The same as rows, with the id of what is concerned. */
export function gapsCsv({ items }: Page<Gap>, names: Names): string {
  return csv(
    ["document", "gap", "where", "explanation", "subject"],
    items.map((gap) => [
      names.documents.get(gap.document)?.name ?? gap.document,
      gap.kind,
      whereOf(gap, names),
      gap.explanation,
      gap.subject,
    ]),
  );
}
