import { groupBy } from "../../group-by.ts";
import { dayInWords } from "../../graph/names.ts";
import type { Reporting } from "../../questions/reporting.ts";
import { colours } from "./colours.ts";
import { csv } from "../../formats/csv.ts";
import { evidenceLine } from "./evidence.ts";
import { agencyInPlace, agencyName, documentLine, when, type Names } from "./names.ts";
import { table, terminalWidth } from "./table.ts";

/** Reporting lines as tables, one a document, nearest to the agency first. */
export function reportingTables(
  { agency, lines, loops, deadEnds, truncated }: Reporting,
  names: Names,
  options: { readonly evidence?: boolean; readonly asOf?: string },
): string {
  const day = options.asOf === undefined ? "" : `, as of ${dayInWords(options.asOf)}`;
  const out = [`${colours.bold(agencyInPlace(agency, names))}  (${agency})`];
  out.push(lines.length === 0 ? `No reporting line names it${day}.` : `${countOf(lines.length)}${day}`);
  for (const [document, inDocument] of groupBy(lines, (line) => line.document)) {
    const rows = inDocument.map(({ from, via, to, distance, recurs, deadline, nextDue }) => [
      String(distance),
      from === null ? "(not named)" : agencyName(from, names),
      via === null ? "" : agencyName(via, names),
      agencyName(to, names),
      when(recurs, deadline),
      nextDue === null ? "" : dayInWords(nextDue),
    ]);
    out.push("", colours.bold(documentLine(document, names)), table(COLUMNS, rows, terminalWidth()));
    if (options.evidence === true)
      out.push("", ...inDocument.flatMap((line) => line.evidence.map((each) => `· ${evidenceLine(each)}`)));
  }
  for (const loop of loops)
    out.push("", `Circle: ${[...loop, ...loop.slice(0, 1)].map((id) => agencyName(id, names)).join(" → ")}`);
  if (deadEnds.length > 0)
    out.push(
      "",
      `Told to pass reports on, and nowhere told to report: ${deadEnds.map((id) => agencyName(id, names)).join("; ")}`,
    );
  if (truncated) out.push("", "Cut: there is more (raise --depth).");
  return `${out.join("\n")}\n`;
}

const COLUMNS = [
  { head: "hop", width: 3 },
  { head: "who", width: 28 },
  { head: "through", width: 24 },
  { head: "reports to" },
  { head: "when", width: 16 },
  { head: "next", width: 10 },
];

/** The same as rows, with ids beside the names. */
export function reportingCsv({ lines }: Reporting, names: Names): string {
  return csv(
    ["document", "hop", "from", "through", "to", "recurs", "deadline", "next", "from id", "through id", "to id"],
    lines.map(({ document, distance, from, via, to, recurs, deadline, nextDue }) => [
      names.documents.get(document)?.name ?? document,
      distance,
      from === null ? null : agencyName(from, names),
      via === null ? null : agencyName(via, names),
      agencyName(to, names),
      recurs,
      deadline,
      nextDue,
      from,
      via,
      to,
    ]),
  );
}

function countOf(lines: number): string {
  return `${lines} reporting line${lines === 1 ? "" : "s"}`;
}
