import type { AgencyMention } from "../recognise/mention.ts";
import { reportsIn, type ReportMention } from "../recognise/reports.ts";
import type { SectionNode } from "../text/sections.ts";
import { mentionsIn, type Reading } from "./context.ts";
import type { ReportFact } from "./model.ts";
import type { TaskReading } from "./task-parts.ts";

/** Who reports to whom: one entry for each pair, with the bodies that take part. */
export function reportFacts(
  reading: Reading,
  nodes: readonly SectionNode[],
  tasks: readonly TaskReading[],
): { readonly facts: ReportFact[]; readonly mentions: readonly AgencyMention[] } {
  const { view } = reading.layout;
  const facts: ReportFact[] = [];
  const used: AgencyMention[] = [];
  const seen = new Set<string>();
  const byNode = new Map(tasks.map((task) => [task.node, task]));
  const add = (report: ReportMention, senders: readonly AgencyMention[]): void => {
    const to = report.to === "helped" ? null : report.to;
    if (to === null) return;
    const from = report.from === "sender" ? senders : report.from === "unnamed" ? [] : report.from;
    used.push(to, ...(report.via === null ? [] : [report.via]), ...from);
    for (const sender of from.length > 0 ? from : [null]) {
      const [fromId, toId] = [sender === null ? null : reading.idOf(sender), reading.idOf(to)];
      const { recurs = null, to: deadline = null } = report.time ?? {};
      const key = [fromId, toId, recurs, deadline].join(" ");
      if (fromId === toId || seen.has(key)) continue;
      seen.add(key);
      facts.push({
        from: fromId,
        to: toId,
        via: report.via === null ? null : reading.idOf(report.via),
        recurs,
        deadline,
        ...view.toSource(report.start, report.end),
      });
    }
  };
  for (const node of nodes) {
    const task = byNode.get(node);
    const { start, end } = node.content;
    const isClosing = task === undefined && node.style === "paragraph" && node.row === null;
    if (task === undefined && !isClosing) continue;
    const leads = task === undefined ? [] : task.leads.map(({ mention }) => mention);
    const named = leads.filter((mention) => mention.start >= start && mention.end <= end);
    for (const report of reportsIn(view, start, end, mentionsIn(reading.mentions, start, end), named))
      add(report, leads);
  }
  return { facts, mentions: used };
}
