import { z } from "zod";
import { date, day } from "./days.ts";
import { atMost, LONGEST, name, words } from "./lengths.ts";

/**
 * Facts of one document: what its text says and nothing else. Offsets count UTF-16 code units of the source as decoded, half open; strings are NFC;
 * dates are ISO 8601; `null` is "the text does not say". `words` of a mention are as printed.
 */

export const id = atMost(LONGEST.id).regex(
  /^vn\/[a-z0-9~][a-z0-9~/-]*$/u,
  "an id is a lower-case path such as vn/an-giang/ubnd",
);
/** No text is as long as the largest whole number of GraphQL. */
const offset = z.int().min(0).max(2_147_483_647, "no text is so long");

const span = { start: offset, end: offset };
/** Set where a review accepted, edited or added the fact; no facts file has it. */
const reviewed = z.literal(true).optional();
/** The share of facts found in the same way that careful readers had too, 0 to 1 (see `confidence.ts`). Absent where nobody measured it. */
const confidence = z.number().min(0).max(1).optional();
const mention = z.object({ ...span, text: words.optional() });

export const RELATIONS = ["IMPLEMENTS", "BASED_ON", "MENTIONS"] as const;
export const LINK_RELATIONS = ["IMPLEMENTS", "CONTINUES", "REPLACES", "AMENDS"] as const;

const signer = z.object({
  name,
  position: name.nullable(),
  onBehalfOf: name.nullable(),
  start: offset.optional(),
  end: offset.optional(),
});

const documentFacts = z.object({
  id,
  kind: name.nullable(),
  number: name.nullable(),
  symbol: name.nullable(),
  title: words.nullable(),
  titleSpan: z.object(span).optional(),
  issuer: id.nullable(),
  place: name.nullable(),
  issuedOn: date.nullable(),
  /** How long the document itself runs, where its title or opening says so. */
  period: z.object({ from: date.nullable(), to: date.nullable() }).nullish(),
  signers: z.array(signer),
});

/** A printed label and what stands below it; `heading` is null where the label stands before a sentence. */
const outlineEntry = z.object({ section: name, heading: words.nullable(), ...span });

const citation = z.object({
  id,
  kind: name,
  number: name.nullable(),
  symbol: name.nullable(),
  issuedOn: date.nullable(),
  issuer: name.nullable(),
  relation: z.enum(RELATIONS),
  /** False where the document is reached through another one of a chain ("thực hiện A về thực hiện B": B). */
  direct: z.boolean().optional(),
  effect: z.enum(["REPLACES", "AMENDS"]).optional(),
  /** The printed subject of a resolution that is named by its plenum alone: by it the resolution is told from its sisters. */
  subject: words.optional(),
  mentions: z.array(mention),
  confidence,
  reviewed,
});

/** What the text says of two documents that it cites. `cue` is the printed word that says it. */
const link = z.object({
  from: id,
  to: id,
  relation: z.enum(LINK_RELATIONS),
  ...span,
  cue: words.optional(),
  confidence,
  reviewed,
});

/** A name that the text itself declares to be short for other bodies: it holds inside this text. */
const shortName = z.object({ words: name, agency: id, means: z.array(id), ...span });

const agency = z.object({
  id,
  name,
  place: name.nullable(),
  collective: z.boolean(),
  mentions: z.array(mention),
  confidence,
  reviewed,
});

/** A body's part in a task. The span is that of the words that name it; for an inherited part they stand outside the task. */
const part = z.object({
  agency: id,
  basis: z.enum(["stated", "assigned"]).optional(),
  inherited: z.boolean().optional(),
  scope: z.enum(["relevant"]).optional(),
  start: offset.optional(),
  end: offset.optional(),
  text: words.optional(),
  confidence,
});

export const RECURRENCES = ["yearly", "half-yearly", "quarterly", "monthly", "weekly", "regular"] as const;
const recurrence = z.enum(RECURRENCES).nullable();
const deadline = z.object({
  text: words,
  from: day.nullable(),
  to: day.nullable(),
  recurs: recurrence,
  start: offset.optional(),
  end: offset.optional(),
  confidence,
});

const task = z.object({
  section: name,
  headings: z.array(words).default([]),
  /** Where the task stands below its printed labels: marker ("-", "+", "*", null for a plain paragraph) and 1-based place among those of its kind. */
  items: z.array(z.object({ marker: name.nullable(), ordinal: offset.min(1) })).default([]),
  ...span,
  leads: z.array(part),
  cooperates: z.array(part),
  directed: z.array(part).default([]),
  cue: z.object({ ...span, text: words }).optional(),
  /** Cited documents that the task's own words order to be carried out; the span is that of the mention. */
  carriesOut: z.array(z.object({ document: id, ...span })).optional(),
  deadline: deadline.nullable(),
  confidence,
  reviewed,
});

const report = z.object({
  from: id.nullable(),
  to: id,
  via: id.nullable(),
  recurs: recurrence,
  deadline: day.nullable(),
  ...span,
  confidence,
  reviewed,
});

const target = z.object({
  section: name.nullish(),
  /** Our own name of what is measured. */
  indicator: words.nullish(),
  ...span,
  value: z.union([z.number(), z.tuple([z.number(), z.number()])]),
  comparison: z.enum([">=", "<=", "=", "between", "rank"]),
  unit: name.nullable(),
  by: date.nullable(),
  confidence,
  reviewed,
});

const recipient = z.object({ agency: id, ...span, text: words.optional(), confidence, reviewed });
const diagnostic = z.object({ code: name, start: offset.nullish(), end: offset.nullish(), message: words });

export const factsFile = z.object({
  facts: z.literal(1).default(1),
  source: name.min(1),
  /** The text that the offsets count in: SHA-256 of its NFC form with LF line ends, and its length in UTF-16 code units. */
  text: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/u), length: offset, encoding: name }).optional(),
  document: documentFacts,
  outline: z.array(outlineEntry).default([]),
  citations: z.array(citation),
  links: z.array(link),
  shortNames: z.array(shortName).default([]),
  agencies: z.array(agency),
  tasks: z.array(task),
  reports: z.array(report),
  targets: z.array(target),
  recipients: z.array(recipient),
  diagnostics: z.array(diagnostic).default([]),
});

export type Facts = z.output<typeof factsFile>;
export type CitationFact = Facts["citations"][number];
export type LinkFact = Facts["links"][number];
export type AgencyFact = Facts["agencies"][number];
export type TaskFact = Facts["tasks"][number];
export type PartFact = TaskFact["leads"][number];
export type ReportFact = Facts["reports"][number];
export type TargetFact = Facts["targets"][number];
export interface Span {
  readonly start: number;
  readonly end: number;
}
