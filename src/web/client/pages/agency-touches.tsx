import type { JSX } from "preact";
import type { AgencyHead, Responsibility, ResponsibilityPage } from "../ask/agency.ts";
import { change, type Place } from "../core/url.ts";
import { Choice } from "../parts/choice.tsx";
import { type Column, DataTable } from "../parts/data-table.tsx";
import { EvidenceList } from "../parts/evidence-list.tsx";
import { AgencyLink, DocumentLink, TaskLink } from "../parts/links.tsx";
import { RoleMark, ViaMark } from "../parts/marks.tsx";
import { RoleCounts } from "../parts/role-counts.tsx";
import { clipped, day, due, oneLine, summaryOf } from "../words/format.ts";
import { type Say, useWords } from "../words/say.ts";

/** Everything that an agency touches, by role and by how it comes to be concerned. */
export function AgencyTouches({
  page,
  agency,
  place,
  asOf,
}: {
  readonly page: ResponsibilityPage;
  readonly agency: AgencyHead;
  readonly place: Place;
  readonly asOf: string | null;
}): JSX.Element {
  const { say } = useWords();
  const { query } = place;
  const [role, via, document] = [query.get("role") ?? "", query.get("via") ?? "", query.get("document") ?? ""];
  const rows = page.items.filter(
    (item) =>
      (role === "" || item.role === role) &&
      (via === "" || item.via === via) &&
      (document === "" || item.document.id === document),
  );
  const documents = [...new Map(page.items.map((item) => [item.document.id, item.document])).values()];
  const tools = (
    <>
      <Choice
        name="via"
        label={say("via")}
        options={[
          { value: "", label: say("all") },
          { value: "NAMED", label: say("NAMED") },
          { value: "GROUP", label: say("groupShort") },
          { value: "SUCCESSOR", label: say("successorShort") },
        ]}
      />
      <Choice
        name="document"
        label={say("document")}
        options={[
          { value: "", label: say("anyDocument") },
          ...documents.map(({ id, name }) => ({ value: id, label: clipped(name ?? id, 60) })),
        ]}
      />
      {role === "" ? null : (
        <button type="button" onClick={() => change({ role: null })}>
          {say("role")}: {say(role as "LEADS")} ✕
        </button>
      )}
    </>
  );
  return (
    <>
      {page.stands === false && asOf !== null ? <p class="notice">{say("notStanding", { day: day(asOf) })}</p> : null}
      <RoleCounts page={page} role={role} via={via} />
      {page.hasNextPage ? <p class="notice">{say("truncated")}</p> : null}
      <DataTable
        name={agency.name ?? agency.id}
        rows={rows}
        total={page.totalCount}
        columns={columnsOf(say, useWords().language)}
        more={moreOf(say)}
        id={keyOf}
        tools={tools}
      />
      {page.openGroups.length === 0 ? null : (
        <p class="muted">
          {say("openGroups")}:{" "}
          {page.openGroups.map(({ group, count }) => (
            <span key={group.id}>
              <AgencyLink agency={group} /> ({count}){" "}
            </span>
          ))}
        </p>
      )}
    </>
  );
}

function columnsOf(say: Say, language: "vi" | "en"): readonly Column<Responsibility>[] {
  const what = (item: Responsibility): string => whatOf(item, say, language);
  return [
    {
      key: "role",
      title: say("role"),
      value: (item) => say(item.role),
      cell: (item) => <RoleMark role={item.role} basis={item.basis} inherited={item.inherited} scope={item.scope} />,
    },
    {
      key: "via",
      title: say("via"),
      value: (item) => say(item.via, { who: item.through?.name ?? "" }),
      cell: (item) => <ViaMark via={item.via} through={item.through?.name ?? null} />,
    },
    {
      key: "what",
      title: say("what"),
      value: what,
      cell: (item) => (item.task === null ? <span>{what(item)}</span> : <TaskLink task={item.task} />),
      kind: "wide",
    },
    {
      key: "with",
      title: say("with"),
      value: (item) =>
        item.others.map((other) => `${other.agency.name ?? other.agency.id} (${say(other.role)})`).join("; "),
      cell: (item) => <Others item={item} />,
    },
    {
      key: "due",
      title: say("due"),
      value: (item) => item.task?.dueTo ?? (item.task === null ? (item.line?.deadline ?? null) : due(say, item.task)),
      cell: (item) => (item.task === null ? (item.line?.deadline ?? "") : due(say, item.task)),
    },
    {
      key: "document",
      title: say("document"),
      value: (item) => item.document.name,
      cell: (item) => <DocumentLink document={item.document} />,
    },
    {
      key: "evidence",
      title: say("evidence"),
      value: (item) =>
        item.evidence
          .map(({ address, text }) =>
            [text === null ? null : `“${oneLine(text)}”`, address].filter((each) => each !== null).join(" "),
          )
          .join("; "),
      cell: (item) => (
        <details>
          <summary>{say("evidenceCount", { n: item.evidence.length })}</summary>
          <EvidenceList evidence={item.evidence} />
        </details>
      ),
    },
  ];
}

function moreOf(say: Say): readonly Column<Responsibility>[] {
  return [
    { key: "basis", title: "basis", value: ({ basis }) => basis },
    { key: "scope", title: "scope", value: ({ scope }) => scope },
    { key: "text", title: say("exactWords"), value: ({ task }) => (task?.text == null ? null : oneLine(task.text)) },
    { key: "task", title: "id", value: ({ task, document }) => task?.id ?? document.id },
  ];
}

function whatOf({ task, line, role, document }: Responsibility, say: Say, language: "vi" | "en"): string {
  if (task !== null) return [task.address, summaryOf(task, language)].filter((part) => part !== null).join(" — ");
  if (line !== null)
    return [line.from?.name ?? say("unnamedSender"), line.via?.name, line.to.name ?? line.to.id]
      .filter((part) => part != null)
      .join(" → ");
  return `${say(role)}: ${document.name ?? document.id}`;
}

const FEW = 4;

function Others({ item: { others } }: { readonly item: Responsibility }): JSX.Element {
  const { say } = useWords();
  const each = ({ agency, role }: Responsibility["others"][number]): JSX.Element => (
    <li key={`${agency.id} ${role}`}>
      <AgencyLink agency={agency} /> <small>{say(role)}</small>
    </li>
  );
  if (others.length <= FEW) return <ul class="inline-list">{others.map(each)}</ul>;
  return (
    <details>
      <summary>
        {others
          .slice(0, 2)
          .map(({ agency }) => agency.name)
          .join(", ")}{" "}
        +{others.length - 2}
      </summary>
      <ul class="inline-list">{others.map(each)}</ul>
    </details>
  );
}

function keyOf({ role, via, task, line, position, document, through }: Responsibility): string {
  const end =
    line === null
      ? ""
      : `${line.from?.id ?? ""} ${line.to.id} ${line.via?.id ?? ""} ${String(line.evidence[0]?.start ?? "")}`;
  return `${role} ${via} ${through?.id ?? ""} ${task?.id ?? ""} ${document.id} ${position ?? ""} ${end}`;
}
