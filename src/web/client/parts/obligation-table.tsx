import type { JSX } from "preact";
import type { Obligation } from "../ask/gaps.ts";
import { calendarFile, type CalendarEntry } from "../../../formats/calendar.ts";
import { citation } from "../exports/citation.ts";
import { fileName, save } from "../exports/save.ts";
import { day, summaryOf } from "../words/format.ts";
import { sayKnown, type Say, useWords } from "../words/say.ts";
import { type Column, DataTable } from "./data-table.tsx";
import { EvidenceList } from "./evidence-list.tsx";
import { AgencyLink, DocumentLink, TaskLink } from "./links.tsx";
import { RoleMark } from "./marks.tsx";

export function ObligationTable({
  obligations,
  name,
  tools,
}: {
  readonly obligations: readonly Obligation[];
  readonly name: string;
  readonly tools?: JSX.Element;
}): JSX.Element {
  const { say, language } = useWords();
  const what = (each: Obligation): string => whatOf(each, say, language);
  const columns: readonly Column<Obligation>[] = [
    {
      key: "due",
      title: say("due"),
      value: ({ due }) => due,
      cell: ({ due }) => <time dateTime={due}>{day(due)}</time>,
    },
    { key: "recurs", title: say("recurs"), value: ({ recurs }) => (recurs === null ? null : sayKnown(say, recurs)) },
    {
      key: "what",
      title: say("what"),
      value: what,
      cell: (each) => (each.task === null ? <span>{what(each)}</span> : <TaskLink task={each.task} />),
      kind: "wide",
    },
    {
      key: "who",
      title: say("agency"),
      value: ({ agencies }) =>
        agencies.map(({ agency, role }) => `${agency.name ?? agency.id} (${say(role)})`).join("; "),
      cell: ({ agencies }) => (
        <ul class="inline-list">
          {agencies.map(({ agency, role, basis, scope }) => (
            <li key={`${agency.id} ${role}`}>
              <AgencyLink agency={agency} /> <RoleMark role={role} basis={basis} scope={scope} />
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: "document",
      title: say("document"),
      value: ({ document }) => document.name,
      cell: ({ document }) => <DocumentLink document={document} />,
    },
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
  const ics = {
    label: say("ics"),
    run: () =>
      save(
        fileName(name, "ics"),
        "text/calendar;charset=utf-8",
        calendarFile(
          obligations.map((each) => entryOf(each, what(each))),
          { stamp: stamp(), language: "VI", name },
        ),
      ),
  };
  return <DataTable name={name} rows={obligations} columns={columns} id={keyOf} tools={tools} exports={[ics]} />;
}

function whatOf({ task, line }: Obligation, say: Say, language: "vi" | "en"): string {
  if (task !== null) return [task.address, summaryOf(task, language)].filter((part) => part !== null).join(" — ");
  if (line === null) return "";
  return `${line.from?.name ?? say("unnamedSender")} → ${line.to.name ?? line.to.id} (${say("report")})`;
}

function keyOf({ task, line, document, due, evidence }: Obligation): string {
  return (
    task?.id ??
    `${document.id} ${line?.from?.id ?? ""} ${line?.to.id ?? ""} ${line?.via?.id ?? ""} ${due} ${String(evidence[0]?.start ?? "")}`
  );
}

function entryOf(each: Obligation, title: string): CalendarEntry {
  const where =
    each.task === null
      ? (each.document.name ?? each.document.id)
      : citation(each.task, each.document.name ?? each.document.id);
  const who = each.agencies.map(({ agency }) => agency.name ?? agency.id).join(", ");
  return { uid: `${keyOf(each)}@${each.due}`, day: each.due, title, description: `${where}\n${who}` };
}

const stamp = (): string => `${new Date().toISOString().replaceAll(/[-:]/gu, "").slice(0, 15)}Z`;
