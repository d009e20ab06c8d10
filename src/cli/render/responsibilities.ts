import { groupBy } from "../../group-by.ts";
import { dayInWords, withProvince } from "../../graph/names.ts";
import type { AgencyBrief, DocumentBrief, TaskBrief } from "../../questions/documents.ts";
import {
  ROLES,
  type Part,
  type Responsibility,
  type ResponsibilityPage,
  type Role,
} from "../../questions/responsibilities.ts";
import { evidenceLine } from "./evidence.ts";
import { taskText } from "./task.ts";
import { table, terminalWidth } from "./table.ts";

/** What ids are called. */
export interface Names {
  readonly documents: ReadonlyMap<string, DocumentBrief>;
  readonly tasks: ReadonlyMap<string, TaskBrief>;
  readonly agencies: ReadonlyMap<string, AgencyBrief>;
}

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  LEADS: "leads",
  COOPERATES: "cooperates",
  DIRECTED: "is directed",
  REPORTS: "reports",
  RECEIVES: "receives",
  ISSUES: "issues",
};

interface RowText {
  readonly role: string;
  readonly through: string;
  readonly where: string;
  readonly what: string;
  readonly others: string;
  readonly due: string;
}

/** One responsibility in words, a cell each. */
export function responsibilityRow(item: Responsibility, names: Names, lang: "vi" | "en"): RowText {
  const { role, basis, inherited, scope, through, others, line } = item;
  const task = item.task === null ? undefined : names.tasks.get(item.task);
  const details = [
    basis === "ASSIGNED" ? "assigned" : null,
    inherited ? "inherited" : null,
    scope === "RELEVANT" ? "if concerned" : null,
  ].filter((each) => each !== null);
  return {
    role: `${ROLE_NAMES[role]}${details.length > 0 ? ` (${details.join(", ")})` : ""}`,
    through: through === null ? "" : agencyName(through, names),
    where: task?.address ?? item.evidence[0]?.address ?? "",
    what: line !== null ? lineText(line, names) : task === undefined ? "(the document)" : taskText(task, lang),
    others: othersText(others, names),
    due: line !== null ? when(line.recurs, line.deadline) : task === undefined ? "" : dueText(task),
  };
}

/** A page of responsibilities as tables, one a document. */
export function responsibilityTables(
  agency: string,
  page: ResponsibilityPage,
  names: Names,
  options: { readonly lang: "vi" | "en"; readonly evidence?: boolean },
): string {
  const brief = names.agencies.get(agency);
  const lines = [
    brief === undefined ? agency : `${withProvince(brief.name, brief.placeName ?? undefined)}  (${agency})`,
  ];
  lines.push(page.totalCount === 0 ? "Nothing in the held documents concerns it." : summaryLine(page));
  for (const [document, items] of groupBy(page.items, (item) => item.document)) {
    const about = names.documents.get(document);
    lines.push("", `${about?.name ?? document}${about?.issuedOn == null ? "" : `, ${dayInWords(about.issuedOn)}`}`);
    lines.push(tableOf(items, names, options.lang));
    if (options.evidence === true) lines.push("", ...items.flatMap((item) => evidenceLines(item, names, options.lang)));
  }
  if (page.openGroups.length > 0) {
    const groups = page.openGroups.map(({ group, count }) => `${agencyName(group, names)} (${count})`);
    lines.push("", `May concern it too: parts of groups whose members cannot be known: ${groups.join(", ")}.`);
  }
  if (page.hasNextPage)
    lines.push("", `${page.items.length} of ${page.totalCount} shown; more: --after ${page.endCursor ?? ""}`);
  return `${lines.join("\n")}\n`;
}

function summaryLine({ totalCount, byRole }: ResponsibilityPage): string {
  const counts = byRole.map(
    ({ role, via, count }) => `${ROLE_NAMES[role]} ${count}${via === "GROUP" ? " through a group" : ""}`,
  );
  return `${totalCount} in all: ${counts.join(", ")}`;
}

function tableOf(items: readonly Responsibility[], names: Names, lang: "vi" | "en"): string {
  const rows = items.map((item) => {
    const { role, through, where, what, others, due } = responsibilityRow(item, names, lang);
    return [role + (through === "" ? "" : `\nthrough ${through}`), where, what, others, due];
  });
  const columns = [
    { head: "role", width: 18 },
    { head: "where", width: 20 },
    { head: "what (our summary)" },
    { head: "with", width: 30 },
    { head: "due", width: 14 },
  ];
  return table(columns, rows, terminalWidth());
}

function evidenceLines(item: Responsibility, names: Names, lang: "vi" | "en"): readonly string[] {
  const { role, where, what } = responsibilityRow(item, names, lang);
  return [
    [role, where, what].filter((part) => part !== "").join(" · "),
    ...item.evidence.map((each) => `    · ${evidenceLine(each)}`),
  ];
}

function lineText({ from, to, via }: NonNullable<Responsibility["line"]>, names: Names): string {
  const sender = from === null ? "(not named)" : agencyName(from, names);
  return `${sender} → ${via === null ? "" : `(${agencyName(via, names)}) → `}${agencyName(to, names)}`;
}

/** "leads: Sở Nội vụ; cooperates: Sở Tài chính, các sở, ban, ngành". */
function othersText(others: readonly Part[], names: Names): string {
  const byRole = [...groupBy(others, (other) => other.role)].sort(([a], [b]) => ROLES.indexOf(a) - ROLES.indexOf(b));
  return byRole
    .map(([role, parts]) => `${ROLE_NAMES[role]}: ${parts.map((part) => agencyName(part.agency, names)).join("; ")}`)
    .join("\n");
}

function agencyName(id: string, names: Names): string {
  return names.agencies.get(id)?.name ?? id;
}

function dueText({ dueText: printed, dueFrom, dueTo, dueDay, recurs }: TaskBrief): string {
  if (printed === null) return "";
  const days =
    dueTo === null
      ? when(recurs, dueDay)
      : `${dueFrom === null ? "by " : `${dayInWords(dueFrom)} – `}${dayInWords(dueTo)}`;
  return days === "" ? printed.replace(/\s+/gu, " ") : days;
}

/** "--11-15" → "15/11", "---20" → "day 20". */
function when(recurs: string | null, day: string | null): string {
  const yearly = /^--(?<month>\d{2})-(?<date>\d{2})$/u.exec(day ?? "")?.groups;
  const monthly = /^---(?<date>\d{2})$/u.exec(day ?? "")?.groups;
  const on =
    yearly !== undefined
      ? `by ${Number(yearly["date"])}/${Number(yearly["month"])}`
      : monthly !== undefined
        ? `by day ${Number(monthly["date"])}`
        : day === null
          ? ""
          : `by ${dayInWords(day)}`;
  return [recurs ?? "", on].filter((part) => part !== "").join(" ");
}
