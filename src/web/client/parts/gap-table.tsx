import type { JSX } from "preact";
import type { Gap } from "../ask/gaps.ts";
import { summaryOf } from "../words/format.ts";
import { useWords } from "../words/say.ts";
import { type Column, DataTable } from "./data-table.tsx";
import { EvidenceList } from "./evidence-list.tsx";
import { AgencyLink, DocumentLink, TaskLink } from "./links.tsx";

/** What nobody took on, a row each: our findings, with the facts that they rest on. */
export function GapTable({
  gaps,
  total,
  tools,
  name,
}: {
  readonly gaps: readonly Gap[];
  readonly total: number;
  readonly tools?: JSX.Element;
  readonly name: string;
}): JSX.Element {
  const { say, language } = useWords();
  const columns: readonly Column<Gap>[] = [
    {
      key: "kind",
      title: say("kind"),
      value: ({ kind }) => say(kind),
      cell: ({ kind }) => <span class={`gap-kind gap-${kind}`}>{say(kind)}</span>,
    },
    {
      key: "what",
      title: say("what"),
      value: (gap) => whatOf(gap, language),
      cell: (gap) => <Subject gap={gap} />,
      kind: "wide",
    },
    {
      key: "document",
      title: say("document"),
      value: ({ document }) => document?.name ?? null,
      cell: ({ document }) => (document === null ? "" : <DocumentLink document={document} tab="gaps" />),
    },
    {
      key: "why",
      title: say("explanation"),
      value: (gap) => (language === "vi" ? say(`why${gap.kind}`) : gap.explanation),
      kind: "wide",
    },
    {
      key: "evidence",
      title: say("evidence"),
      value: ({ evidence }) => evidence.map(({ address, text }) => text ?? address ?? "").join("; "),
      cell: ({ evidence }) =>
        evidence.length === 0 ? (
          ""
        ) : (
          <details>
            <summary>{say("evidenceCount", { n: evidence.length })}</summary>
            <EvidenceList evidence={evidence} />
          </details>
        ),
    },
  ];
  return (
    <DataTable
      name={name}
      rows={gaps}
      total={total}
      columns={columns}
      more={[{ key: "id", title: "id", value: ({ subject }) => subject }]}
      id={(gap) => `${gap.kind} ${gap.subject} ${gap.document?.id ?? ""} ${gap.task?.id ?? ""}`}
      tools={tools}
    />
  );
}

function Subject({ gap: { task, agency, document } }: { readonly gap: Gap }): JSX.Element {
  return (
    <>
      {task === null ? null : <TaskLink task={task} />}
      {agency === null ? null : (
        <div>
          <AgencyLink agency={agency} />
        </div>
      )}
      {task === null && agency === null && document !== null ? <DocumentLink document={document} /> : null}
    </>
  );
}

function whatOf({ task, agency, document }: Gap, language: "vi" | "en"): string {
  const parts = [
    task === null ? null : [task.address, summaryOf(task, language)].filter((each) => each !== null).join(" — "),
    agency?.name,
    task === null && agency === null ? document?.name : null,
  ];
  return parts.filter((part) => part != null).join("; ");
}
