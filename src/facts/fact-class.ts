import type { Facts, Span } from "./model.ts";

/** How a fact was found. Facts of one class are found in the same way, and so are about equally often right. */
export interface FactClass {
  readonly fact: FactKind;
  readonly how: string;
}
export const FACT_KINDS = [
  "citation",
  "link",
  "agency",
  "task",
  "lead",
  "cooperation",
  "direction",
  "deadline",
  "report",
  "target",
  "recipient",
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** A part, a deadline or a signer may stand nowhere, in facts that people wrote. */
interface MaybePlaced {
  readonly start?: number | undefined;
  readonly end?: number | undefined;
}

/** The class of each fact, by the fact itself. What rests on a word that had to be mended is a class of its own. */
export function classesOf(facts: Facts): ReadonlyMap<object, FactClass> {
  const isDamaged = damageIn(facts);
  const unknown = unknownBodies(facts);
  const collective = new Set(facts.agencies.filter((agency) => agency.collective).map(({ id }) => id));
  const bodyHow = (id: string): string =>
    collective.has(id) ? "group" : unknown.has(id) ? "body by the form of its name" : "body of the registry";
  const classes = new Map<object, FactClass>();
  const add = (kind: FactKind, fact: object, places: readonly MaybePlaced[], how: string): void =>
    void classes.set(fact, { fact: kind, how: places.some(isDamaged) ? "damaged words" : how });

  for (const citation of facts.citations) add("citation", citation, citation.mentions, citationHow(citation));
  for (const link of facts.links) add("link", link, [link], link.relation.toLowerCase());
  for (const agency of facts.agencies) add("agency", agency, agency.mentions.slice(0, 1), bodyHow(agency.id));
  for (const task of facts.tasks) {
    add("task", task, [], taskHow(task));
    for (const part of task.leads)
      add(
        "lead",
        part,
        [part],
        [part.basis ?? "assigned", ...(part.inherited === true ? ["inherited"] : [])].join(", "),
      );
    for (const part of task.cooperates) add("cooperation", part, [part], part.inherited === true ? "inherited" : "own");
    for (const part of task.directed) add("direction", part, [part], "own");
    if (task.deadline !== null) add("deadline", task.deadline, [task.deadline], deadlineHow(task.deadline));
  }
  for (const report of facts.reports) add("report", report, [report], reportHow(report));
  for (const target of facts.targets) add("target", target, [target], target.comparison);
  for (const recipient of facts.recipients) add("recipient", recipient, [recipient], bodyHow(recipient.agency));
  return classes;
}

function citationHow({ id, number, relation }: Facts["citations"][number]): string {
  const form =
    number === null ? "by name" : id.split("/").at(-2) === "~" ? "by number, year open" : "by number and year";
  return `${form}, ${relation.toLowerCase()}`;
}

function taskHow({ items }: Facts["tasks"][number]): string {
  const last = items.at(-1);
  return last === undefined ? "labelled item" : last.marker === null ? "paragraph" : "marked item";
}

function deadlineHow({ recurs, from, to }: NonNullable<Facts["tasks"][number]["deadline"]>): string {
  if (recurs !== null) return to === null ? "recurring" : "recurring on a day";
  return from !== null && to !== null ? "period" : "day";
}

function reportHow({ from, via }: Facts["reports"][number]): string {
  return [from === null ? "sender not named" : "sender named", ...(via === null ? [] : ["through a body"])].join(", ");
}

/** Whether a word was mended in a place. */
function damageIn({ diagnostics }: Facts): (place: MaybePlaced) => boolean {
  const damage = diagnostics
    .flatMap(({ code, start, end }) => (code === "OCR_DAMAGE" && start != null && end != null ? [{ start, end }] : []))
    .sort((a, b) => a.start - b.start);
  return ({ start, end }) => {
    if (start === undefined || end === undefined) return false;
    const word = damage[firstEndingAfter(damage, start)];
    return word !== undefined && word.start < end;
  };
}

/** The first of the words in text order that ends after a place; words do not overlap. */
function firstEndingAfter(words: readonly Span[], place: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.end ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The bodies that no registry knows, by the places that the diagnostics name. */
function unknownBodies({ diagnostics, agencies }: Facts): ReadonlySet<string> {
  const starts = new Set(diagnostics.filter(({ code }) => code === "UNKNOWN_AGENCY").map(({ start }) => start));
  return new Set(
    agencies.filter(({ mentions }) => mentions.some(({ start }) => starts.has(start))).map(({ id }) => id),
  );
}
