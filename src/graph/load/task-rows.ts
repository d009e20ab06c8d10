import { addressOf } from "../../facts/address.ts";
import type { Facts, PartFact, Span, TaskFact } from "../../facts/model.ts";
import { groupBy } from "../../group-by.ts";
import type { Identified } from "../../identify/identify.ts";
import { fold } from "../../registry/fold.ts";
import { evidenceAt, placeOf, sureness, type Place } from "./evidence.ts";

/** A task's id in the graph. */
export function taskId(document: string, task: { readonly section: string; readonly start: number }): string {
  return `${document}#${task.section}@${task.start}`;
}

/** A task as its node keeps it. */
export function taskRow(
  { summaries }: Identified,
  { task, id: ofTask, ordinal }: { readonly task: TaskFact; readonly id: string; readonly ordinal: number },
  text: string | null,
) {
  const summary = summaries.find((each) => each.of === "task" && each.start === task.start);
  const { deadline } = task;
  const words = text?.slice(task.start, task.end).normalize("NFC") ?? null;
  return {
    id: ofTask,
    section: task.section,
    address: addressOf(task.section, task.items),
    ordinal,
    headings: task.headings,
    start: task.start,
    end: task.end,
    text: words,
    summaryVi: summary?.vi ?? null,
    summaryEn: summary?.en ?? null,
    dueText: deadline?.text ?? null,
    ...days(deadline),
    recurs: deadline?.recurs ?? null,
    dueConfidence: sureness({ ...deadline, reviewed: task.reviewed }).confidence,
    ...sureness(task),
    folded: fold([...task.headings, words ?? "", summary?.vi ?? "", summary?.en ?? ""].join(" ")),
  };
}

/** A full day is a date; a day of every year or month ("--11-15", "---20") is kept as it is written. */
function days(deadline: TaskFact["deadline"]): { dueFrom: string | null; dueTo: string | null; dueDay: string | null } {
  const full = (day: string | null | undefined): string | null => (day == null || day.startsWith("-") ? null : day);
  const { from, to } = deadline ?? {};
  return { dueFrom: full(from), dueTo: full(to), dueDay: to?.startsWith("-") ? to : null };
}

type IsMass = (words: string) => boolean;

/** Tells of a body's printed words whether they name the mass organisations ("đoàn thể"). A document names the same bodies again and again. */
export function massOrganisations(): IsMass {
  const known = new Map<string, boolean>();
  return (words) => {
    const is = known.get(words) ?? fold(words).includes("doan the");
    known.set(words, is);
    return is;
  };
}

/** A body's part in a task. */
export function partRow(facts: Facts, part: PartFact, { cue, reviewed }: TaskFact, ofTask: string, isMass: IsMass) {
  return {
    agency: part.agency,
    task: ofTask,
    basis: part.basis ?? null,
    inherited: part.inherited ?? false,
    scope: part.scope ?? "all",
    namesMassOrganisations: isMass(part.text ?? ""),
    cue: cue?.text ?? null,
    ...evidenceAt(facts, placeOf(part), { confidence: part.confidence, reviewed }),
  };
}

/** The cited documents that a task's own words order to be carried out: one edge a document, never the task's own. */
export function carriesOutRows(owner: string, facts: Facts, { carriesOut = [] }: TaskFact, task: string) {
  const byDocument = [...groupBy(carriesOut, ({ document }) => document)].filter(([cited]) => cited !== owner);
  return byDocument.map(([cited, places]) => {
    const evidence = evidenceAt(
      facts,
      places.map((place) => printed(facts, place)),
    );
    return { task, cited, ...evidence };
  });
}

/** A place with its words, where a citation's mention stands there. */
function printed({ citations }: Facts, { start, end }: Span): Place {
  const mention = citations
    .flatMap(({ mentions }) => mentions)
    .find((each) => each.start === start && each.end === end);
  return { start, end, text: mention?.text };
}
