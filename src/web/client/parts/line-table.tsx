import type { JSX } from "preact";
import type { ReportingLine } from "../ask/shapes.ts";
import { day, recurringDay } from "../words/format.ts";
import { sayKnown, useWords } from "../words/say.ts";
import { type Column, DataTable } from "./data-table.tsx";
import { EvidenceList } from "./evidence-list.tsx";
import { AgencyLink, DocumentLink } from "./links.tsx";

export function LineTable({
  lines,
  name,
  documents,
}: {
  readonly lines: readonly ReportingLine[];
  readonly name: string;
  readonly documents: boolean;
}): JSX.Element {
  const { say } = useWords();
  const columns: readonly Column<ReportingLine>[] = [
    {
      key: "from",
      title: say("from"),
      value: ({ from }) => from?.name ?? null,
      cell: ({ from }) =>
        from === null ? <span class="muted">{say("unnamedSender")}</span> : <AgencyLink agency={from} />,
    },
    { key: "to", title: say("to"), value: ({ to }) => to.name, cell: ({ to }) => <AgencyLink agency={to} /> },
    {
      key: "via",
      title: say("through"),
      value: ({ via }) => via?.name ?? null,
      cell: ({ via }) => (via === null ? "" : <AgencyLink agency={via} />),
    },
    { key: "recurs", title: say("recurs"), value: ({ recurs }) => (recurs === null ? null : sayKnown(say, recurs)) },
    {
      key: "deadline",
      title: say("due"),
      value: ({ deadline }) => (deadline === null ? null : recurringDay(deadline)),
    },
    { key: "next", title: say("nextDue"), value: ({ nextDue }) => nextDue, cell: ({ nextDue }) => day(nextDue) },
    ...(documents
      ? [
          {
            key: "document",
            title: say("document"),
            value: (line: ReportingLine) => line.document.name,
            cell: (line: ReportingLine) => <DocumentLink document={line.document} tab="reporting" />,
          },
        ]
      : []),
    {
      key: "evidence",
      title: say("evidence"),
      value: ({ evidence }) => evidence.map(({ text }) => text ?? "").join("; "),
      cell: ({ evidence }) => (
        <details>
          <summary>{say("evidenceCount", { n: evidence.length })}</summary>
          <EvidenceList evidence={evidence} />
        </details>
      ),
    },
  ];
  const hasNext = lines.some(({ nextDue }) => nextDue !== null);
  return (
    <DataTable
      name={name}
      rows={lines}
      columns={columns.filter(({ key }) => key !== "next" || hasNext)}
      id={({ from, to, via, document, evidence }) =>
        `${document.id} ${from?.id ?? ""} ${to.id} ${via?.id ?? ""} ${String(evidence[0]?.start ?? "")}`
      }
    />
  );
}
