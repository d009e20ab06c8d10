import { addressOf } from "../../facts/address.ts";
import type { Facts, PartFact, Span, TaskFact } from "../../facts/model.ts";
import { groupBy } from "../../group-by.ts";
import type { Identified } from "../../identify/identify.ts";
import { fold } from "../../registry/fold.ts";
import type { Row } from "../store.ts";
import { evidenceAt, placeOf, sureness, type Place } from "./evidence.ts";

/** A task's id in the graph. */
export function taskId(document: string, task: { readonly section: string; readonly start: number }): string {
  return `${document}#${task.section}@${task.start}`;
}

/** A task as its node keeps it. */
export function taskRow(
  { id, facts, summaries }: Identified,
  { task, id: ofTask, ordinal }: { readonly task: TaskFact; readonly id: string; readonly ordinal: number },
  text: string | null,
) {
  const summary = summaries.find((each) => each.of === "task" && each.start === task.start);
  const { deadline } = task;
  const { dueFrom, dueTo, dueDay } = days(deadline);
  const words = text?.slice(task.start, task.end).normalize("NFC") ?? null;
  return {
    properties: {
      id: ofTask,
      documentId: id,
      section: task.section,
      address: addressOf(task.section, task.items),
      ordinal,
      headings: task.headings,
      start: task.start,
      end: task.end,
      source: facts.source,
      text: words,
      summaryVi: summary?.vi ?? null,
      summaryEn: summary?.en ?? null,
      dueText: deadline?.text ?? null,
      dueDay,
      recurs: deadline?.recurs ?? null,
      dueConfidence: sureness({ ...deadline, reviewed: task.reviewed }).confidence,
      ...sureness(task),
      folded: fold([...task.headings, words ?? "", summary?.vi ?? "", summary?.en ?? ""].join(" ")),
    },
    dueFrom,
    dueTo,
  };
}

/** A full day is a date; a day of every year or month ("--11-15", "---20") is kept as it is written. */
function days(deadline: TaskFact["deadline"]): { dueFrom: string | null; dueTo: string | null; dueDay: string | null } {
  const full = (day: string | null | undefined): string | null => (day == null || day.startsWith("-") ? null : day);
  const { from, to } = deadline ?? {};
  return { dueFrom: full(from), dueTo: full(to), dueDay: to?.startsWith("-") ? to : null };
}

/** What the edge between a body and a task carries. */
export function partProperties(owner: string, facts: Facts, part: PartFact, task: TaskFact): Row {
  return {
    owner,
    basis: part.basis ?? null,
    inherited: part.inherited ?? false,
    scope: part.scope ?? "all",
    namesMassOrganisations: fold(part.text ?? "").includes("doan the"),
    cue: task.cue?.text ?? null,
    ...evidenceAt(facts, placeOf(part), { ...part, reviewed: task.reviewed }),
  };
}

/** The cited documents that a task's own words order to be carried out: one edge a document, never the task's own. */
export function carriesOutRows(owner: string, facts: Facts, { carriesOut = [] }: TaskFact, task: string) {
  const byDocument = [...groupBy(carriesOut, ({ document }) => document)].filter(([cited]) => cited !== owner);
  return byDocument.map(([document, places]) => {
    const evidence = evidenceAt(
      facts,
      places.map((place) => printed(facts, place)),
    );
    return { task, document, properties: { owner, ...evidence } };
  });
}

/** A place with its words, where a citation's mention stands there. */
function printed({ citations }: Facts, { start, end }: Span): Place {
  const mention = citations
    .flatMap(({ mentions }) => mentions)
    .find((each) => each.start === start && each.end === end);
  return { start, end, text: mention?.text };
}
