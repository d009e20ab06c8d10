import { groupBy } from "../../group-by.ts";
import { dayInWords } from "../../graph/names.ts";
import type { TaskBrief } from "../../questions/documents.ts";
import {
  ROLES,
  type Part,
  type Responsibility,
  type ResponsibilityPage,
  type Role,
} from "../../questions/responsibilities.ts";
import { evidenceLine } from "./evidence.ts";
import { pageLine, type PagingOptions } from "../paging.ts";
import { colours } from "./colours.ts";
import { agencyInPlace, agencyName, documentLine, lineText, taskText, when, type Names } from "./names.ts";
import { table, terminalWidth } from "./table.ts";

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  LEADS: "leads",
  COOPERATES: "cooperates",
  DIRECTED: "is directed",
  REPORTS: "reports",
  RECEIVES: "receives",
  ISSUES: "issues",
};

const VIA_NAMES = { NAMED: "", GROUP: " through a group", SUCCESSOR: " as successor" } as const;

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
  const { role, via, basis, inherited, scope, through, others, line } = item;
  const task = item.task === null ? undefined : names.tasks.get(item.task);
  const details = [
    basis === "ASSIGNED" ? "assigned" : null,
    inherited ? "inherited" : null,
    scope === "RELEVANT" ? "if concerned" : null,
    ...passedOn(item),
  ].filter((each) => each !== null);
  return {
    role: `${ROLE_NAMES[role]}${details.length > 0 ? ` (${details.join(", ")})` : ""}`,
    through: through === null ? "" : via === "SUCCESSOR" ? agencyInPlace(through, names) : agencyName(through, names),
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
  options: PagingOptions & { readonly lang: "vi" | "en"; readonly evidence?: boolean; readonly asOf?: string },
): string {
  const lines = [`${colours.bold(agencyInPlace(agency, names))}  (${agency})`];
  lines.push(
    page.stands === false
      ? endedLine(page, names, options.asOf)
      : page.totalCount === 0
        ? "Nothing in the held documents concerns it."
        : summaryLine(page),
  );
  for (const [document, items] of groupBy(page.items, (item) => item.document)) {
    lines.push("", colours.bold(documentLine(document, names)));
    lines.push(tableOf(items, names, options.lang));
    if (options.evidence === true) lines.push("", ...items.flatMap((item) => evidenceLines(item, names, options.lang)));
  }
  if (page.openGroups.length > 0) {
    const groups = page.openGroups.map(({ group, count }) => `${agencyName(group, names)} (${count})`);
    lines.push("", `May concern it too: parts of groups whose members cannot be known: ${groups.join(", ")}.`);
  }
  const paging = pageLine(page, options);
  if (paging !== null) lines.push("", paging);
  return `${lines.join("\n")}\n`;
}

function summaryLine({ totalCount, byRole }: ResponsibilityPage): string {
  const counts = byRole.map(({ role, via, count }) => `${ROLE_NAMES[role]} ${count}${VIA_NAMES[via]}`);
  return `${totalCount} in all: ${counts.join(", ")}`;
}

/** What passed on only as to a subject, and what went to others: "as to báo chí, xuất bản", "without báo chí, xuất bản". */
function passedOn({ succession }: Responsibility): readonly string[] {
  return succession.flatMap(({ subject, except }) => [
    ...(subject === null ? [] : [`as to ${subject}`]),
    ...(except.length === 0 ? [] : [`without ${except.join("; ")}`]),
  ]);
}

function endedLine({ successors }: ResponsibilityPage, names: Names, asOf: string | undefined): string {
  const day = asOf === undefined ? "" : ` on ${dayInWords(asOf)}`;
  if (successors.length === 0) return `It does not exist${day}, and no single successor is known.`;
  const heirs = successors.map(
    ({ to, on, subject }) =>
      `${agencyInPlace(to, names)} (${to}) since ${dayInWords(on)}${subject === null ? "" : `, as to ${subject}`}`,
  );
  return `It does not exist${day}. Its work went to ${heirs.join("; ")}.`;
}

function tableOf(items: readonly Responsibility[], names: Names, lang: "vi" | "en"): string {
  const rows = items.map((item) => {
    const { role, through, where, what, others, due } = responsibilityRow(item, names, lang);
    return [
      role + (through === "" ? "" : `\n${item.via === "SUCCESSOR" ? "as successor of" : "through"} ${through}`),
      where,
      what,
      others,
      due,
    ];
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

/** "leads: Sở Nội vụ; cooperates: Sở Tài chính, các sở, ban, ngành". */
function othersText(others: readonly Part[], names: Names): string {
  const byRole = [...groupBy(others, (other) => other.role)].sort(([a], [b]) => ROLES.indexOf(a) - ROLES.indexOf(b));
  return byRole
    .map(([role, parts]) => `${ROLE_NAMES[role]}: ${parts.map((part) => agencyName(part.agency, names)).join("; ")}`)
    .join("\n");
}

function dueText({ dueText: printed, dueFrom, dueTo, dueDay, recurs }: TaskBrief): string {
  if (printed === null) return "";
  const days =
    dueTo === null
      ? when(recurs, dueDay)
      : `${dueFrom === null ? "by " : `${dayInWords(dueFrom)} – `}${dayInWords(dueTo)}`;
  return days === "" ? printed.replace(/\s+/gu, " ") : days;
}
