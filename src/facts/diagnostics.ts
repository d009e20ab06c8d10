import { groupBy } from "../group-by.ts";
import type { AgencyMention } from "../recognise/mention.ts";
import type { ResolvedCitation } from "../resolve/citations.ts";
import type { PrintedHead } from "../resolve/header.ts";
import type { OwnDocument } from "../resolve/own-document.ts";
import type { Reading } from "./context.ts";
import { LONGEST, LONGEST_MENTION } from "./lengths.ts";
import type { Facts } from "./model.ts";
import type { TaskReading } from "./task-parts.ts";

type Diagnostic = Facts["diagnostics"][number];

/** What the text leaves open, each with its place: first what concerns the whole document, then in the order of the text. */
export function diagnosticFacts(
  reading: Reading,
  own: OwnDocument,
  head: PrintedHead,
  citations: readonly ResolvedCitation[],
  accepted: readonly AgencyMention[],
  tasks: readonly TaskReading[],
): Diagnostic[] {
  const { view, blocks } = reading.layout;
  const title = blocks.find(({ zone }) => zone === "title");
  const at = (start: number, end: number, code: string, message: string): Diagnostic => ({
    code,
    ...view.toSource(start, end),
    message,
  });
  const whole = [
    ...(head.number === null ? [{ code: "NO_NUMBER", message: "The text prints no number of its own." }] : []),
    ...(head.issuedOn === null ? [{ code: "NO_DATE", message: "The text prints no whole date of issue." }] : []),
    ...(own.level === "province" && own.province === null
      ? [{ code: "UNNAMED_PROVINCE", message: "The text does not say which province it belongs to." }]
      : []),
    ...(title !== undefined && title.end - title.start > LONGEST.words
      ? [{ code: "NO_TITLE", message: "What stands where the title belongs is longer than any title." }]
      : []),
    ...(own.issuer === null ? [{ code: "NO_ISSUER", message: "The text does not say who issues it." }] : []),
  ];
  const placed = [
    ...differing(head.days, ({ day }) => day).map(({ start, end, day }) =>
      at(start, end, "DATES_DIFFER", `The text gives several days of issue; here ${day}.`),
    ),
    ...differingDays(citations).map(({ mention, number, symbol }) =>
      at(
        mention.start,
        mention.end,
        "DATES_DIFFER",
        `The text cites ${number ?? ""}-${symbol ?? ""} of several days; here of ${mention.issuedOn ?? ""}.`,
      ),
    ),
    ...view.repairs.map(({ start, end }) =>
      at(
        start,
        end,
        "OCR_DAMAGE",
        `Damaged word read as “${view.text.slice(start, Math.min(end, start + LONGEST_MENTION))}”.`,
      ),
    ),
    ...openCitations(citations).map(({ mention, id }) =>
      at(mention.start, mention.end, "OPEN_CITATION", `The text does not say of which year ${id} is.`),
    ),
    ...firstOfEach(reading, accepted).map(({ start, end, name }) =>
      at(start, end, "UNKNOWN_AGENCY", `“${name}” is in no registry: taken for a body by the form of its name.`),
    ),
    ...tasks
      .filter(({ leads }) => leads.length === 0)
      .map(({ start, end }) =>
        at(start, end, "UNCLEAR_ROLE", "Neither the task nor what stands above it says who leads."),
      ),
  ].sort((a, b) => (a.start ?? 0) - (b.start ?? 0) || (a.end ?? 0) - (b.end ?? 0));
  return [...whole, ...placed];
}

/** All of them where they do not agree, none where they do. */
function differing<T>(each: readonly T[], say: (one: T) => string | null): readonly T[] {
  return new Set(each.map(say)).size > 1 ? each : [];
}

/** Dated mentions of one number and symbol that do not agree on the day: of one document, or of two that the reader is to tell apart. */
function differingDays(citations: readonly ResolvedCitation[]): readonly ResolvedCitation[] {
  const dated = citations.filter(({ number, mention }) => number !== null && mention.issuedOn !== null);
  const groups = groupBy(dated, ({ id, number }) => `${id.split("/").slice(0, -2).join("/")} ${number ?? ""}`);
  return [...groups.values()].flatMap((group) => differing(group, ({ mention }) => mention.issuedOn));
}

/** The first mention of each document whose year stays open although it has a number. */
function openCitations(citations: readonly ResolvedCitation[]): readonly ResolvedCitation[] {
  const seen = new Set<string>();
  return citations.filter(({ id, number }) => {
    const isOpen = number !== null && id.split("/").at(-2) === "~" && !seen.has(id);
    seen.add(id);
    return isOpen;
  });
}

function firstOfEach({ idOf }: Reading, mentions: readonly AgencyMention[]): readonly AgencyMention[] {
  const seen = new Set<string>();
  return mentions.filter((mention) => {
    const id = idOf(mention);
    const isNew = mention.isUnknown && !mention.collective && !seen.has(id);
    seen.add(id);
    return isNew;
  });
}
