import { lettersOf } from "./letters.ts";
import type { Facts, Span } from "./model.ts";

/** Yields every span of the facts with its place in the file, in file order. */
export function* spansOf(
  facts: Facts,
): Generator<{ readonly at: string; readonly span: Span; readonly text?: string | undefined }> {
  for (const [at, value] of walk(facts, "")) {
    const { start, end, text } = value;
    if (typeof start === "number" && typeof end === "number")
      yield { at, span: { start, end }, text: typeof text === "string" ? text : undefined };
  }
}

function* walk(value: unknown, at: string): Generator<[string, Record<string, unknown>]> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* walk(item, `${at}[${index}]`);
  } else if (typeof value === "object" && value !== null) {
    yield [at, value as Record<string, unknown>];
    for (const [key, inner] of Object.entries(value)) yield* walk(inner, at === "" ? key : `${at}.${key}`);
  }
}

/** A place in a file, as its faults are told: "tasks[3].deadline.to: ". */
export function placeIn(path: readonly PropertyKey[]): string {
  if (path.length === 0) return "";
  const place = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`)).join("");
  return `${place.replace(/^\./u, "")}: `;
}

/** What is wrong with the spans: empty or turned round, or outside the text (whose length the file tells). */
export function* spanFaults(facts: Facts): Generator<string> {
  const length = facts.text?.length ?? Number.POSITIVE_INFINITY;
  for (const { at, span } of spansOf(facts)) {
    if (span.end <= span.start) yield `${at}: the span ${span.start}–${span.end} is empty or turned round`;
    else if (span.end > length)
      yield `${at}: the span ${span.start}–${span.end} is outside the text, which has ${length} characters`;
  }
}

/** Tasks that share what tells one from another: the section and where they begin. What else stands twice is put together when it is loaded. */
export function* keyFaults({ tasks }: Facts): Generator<string> {
  const first = new Map<string, number>();
  for (const [index, { section, start }] of tasks.entries()) {
    const key = `${section}@${String(start)}`;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, index);
    else
      yield `tasks[${index}]: is the same task as tasks[${earlier}]: both are in section "${section}" and start at ${start}`;
  }
}

/** Names of bodies and documents that the file itself does not list. */
export function* referenceFaults(facts: Facts): Generator<string> {
  const bodies = new Set(facts.agencies.map((agency) => agency.id));
  const documents = new Set([facts.document.id, ...facts.citations.map((citation) => citation.id)]);
  const known = (set: ReadonlySet<string>, id: string | null | undefined, at: string, list: string): string[] =>
    id == null || set.has(id) ? [] : [`${at}: ${id} is not among the ${list} of this file`];

  for (const [index, task] of facts.tasks.entries()) {
    for (const role of ["leads", "cooperates", "directed"] as const)
      for (const [place, part] of task[role].entries())
        yield* known(bodies, part.agency, `tasks[${index}].${role}[${place}].agency`, "agencies");
    for (const [place, { document }] of (task.carriesOut ?? []).entries())
      yield* known(documents, document, `tasks[${index}].carriesOut[${place}].document`, "citations");
  }
  for (const [index, report] of facts.reports.entries())
    for (const end of ["from", "to", "via"] as const)
      yield* known(bodies, report[end], `reports[${index}].${end}`, "agencies");
  for (const [index, recipient] of facts.recipients.entries())
    yield* known(bodies, recipient.agency, `recipients[${index}].agency`, "agencies");
  for (const [index, link] of facts.links.entries())
    for (const end of ["from", "to"] as const)
      yield* known(documents, link[end], `links[${index}].${end}`, "citations");
}

/** Places where the printed words kept in the facts are not what the text has there. `text` is the source as decoded. */
export function* wordFaults(facts: Facts, text: string): Generator<string> {
  if (facts.text !== undefined && facts.text.length !== text.length)
    yield `text.length: the facts count in a text of ${facts.text.length} characters, this one has ${text.length}`;
  for (const { at, span, text: words } of spansOf(facts)) {
    const slice = text.slice(span.start, span.end).normalize("NFC");
    if (words !== undefined && inOneLine(slice) !== inOneLine(words.normalize("NFC")))
      yield `${at}: the text has "${slice}" at ${span.start}–${span.end}, the facts say "${words}"`;
  }
}

/** White space is no word, nor is what is no letter: a number broken over two lines may be kept in one. */
function inOneLine(text: string): string {
  return lettersOf(text).replace(/\s+/gu, " ").trim();
}
