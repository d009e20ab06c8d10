import { z } from "zod";

/**
 * Facts of one document: what its text says and nothing else. Offsets count UTF-16 code units of the source as decoded, half open; strings are NFC;
 * dates are ISO 8601; `null` is "the text does not say". `words` of a mention are as printed.
 */

const id = z.string().regex(/^vn\/[a-z0-9~][a-z0-9~/-]*$/u, "an id is a lower-case path such as vn/an-giang/ubnd");
const date = z.iso.date("a date is written YYYY-MM-DD");
const offset = z.int().min(0);

const span = { start: offset, end: offset };
/** Set where a review accepted, edited or added the fact; no facts file has it. */
const reviewed = z.literal(true).optional();
/** The share of facts found in the same way that careful readers had too, 0 to 1 (see `confidence.ts`). Absent where nobody measured it. */
const confidence = z.number().min(0).max(1).optional();
const mention = z.object({ ...span, text: z.string().optional() });

export const RELATIONS = ["IMPLEMENTS", "BASED_ON", "MENTIONS"] as const;
export const LINK_RELATIONS = ["IMPLEMENTS", "CONTINUES", "REPLACES", "AMENDS"] as const;

const signer = z.object({
  name: z.string(),
  position: z.string().nullable(),
  onBehalfOf: z.string().nullable(),
  start: offset.optional(),
  end: offset.optional(),
});

const documentFacts = z.object({
  id,
  kind: z.string().nullable(),
  number: z.string().nullable(),
  symbol: z.string().nullable(),
  title: z.string().nullable(),
  titleSpan: z.object(span).optional(),
  issuer: id.nullable(),
  place: z.string().nullable(),
  issuedOn: date.nullable(),
  /** How long the document itself runs, where its title or opening says so. */
  period: z.object({ from: date.nullable(), to: date.nullable() }).nullish(),
  signers: z.array(signer),
});

/** A printed label and what stands below it; `heading` is null where the label stands before a sentence. */
const outlineEntry = z.object({ section: z.string(), heading: z.string().nullable(), ...span });

const citation = z.object({
  id,
  kind: z.string(),
  number: z.string().nullable(),
  symbol: z.string().nullable(),
  issuedOn: date.nullable(),
  issuer: z.string().nullable(),
  relation: z.enum(RELATIONS),
  /** False where the document is reached through another one of a chain ("thực hiện A về thực hiện B": B). */
  direct: z.boolean().optional(),
  effect: z.enum(["REPLACES", "AMENDS"]).optional(),
  /** The printed subject of a resolution that is named by its plenum alone: by it the resolution is told from its sisters. */
  subject: z.string().optional(),
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
  cue: z.string().optional(),
  confidence,
  reviewed,
});

/** A name that the text itself declares to be short for other bodies: it holds inside this text. */
const shortName = z.object({ words: z.string(), agency: id, means: z.array(id), ...span });

const agency = z.object({
  id,
  name: z.string(),
  place: z.string().nullable(),
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
  text: z.string().optional(),
  confidence,
});

export const RECURRENCES = ["yearly", "half-yearly", "quarterly", "monthly", "weekly", "regular"] as const;
const recurrence = z.enum(RECURRENCES).nullable();
/** A day: full ("2024-06-30"), of every year ("--11-15") or of every month ("---20"). */
const day = z
  .string()
  .regex(/^(?:\d{4}-\d{2}-\d{2}|--\d{2}-\d{2}|---\d{2})$/u, "a day is YYYY-MM-DD, --MM-DD or ---DD");

const deadline = z.object({
  text: z.string(),
  from: day.nullable(),
  to: day.nullable(),
  recurs: recurrence,
  start: offset.optional(),
  end: offset.optional(),
  confidence,
});

const task = z.object({
  section: z.string(),
  headings: z.array(z.string()).default([]),
  /** Where the task stands below its printed labels: marker ("-", "+", "*", null for a plain paragraph) and 1-based place among those of its kind. */
  items: z.array(z.object({ marker: z.string().nullable(), ordinal: z.int().min(1) })).default([]),
  ...span,
  leads: z.array(part),
  cooperates: z.array(part),
  directed: z.array(part).default([]),
  cue: z.object({ ...span, text: z.string() }).optional(),
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
  section: z.string().nullish(),
  /** Our own name of what is measured. */
  indicator: z.string().nullish(),
  ...span,
  value: z.union([z.number(), z.tuple([z.number(), z.number()])]),
  comparison: z.enum([">=", "<=", "=", "between", "rank"]),
  unit: z.string().nullable(),
  by: date.nullable(),
  confidence,
  reviewed,
});

const recipient = z.object({ agency: id, ...span, text: z.string().optional(), confidence, reviewed });
const diagnostic = z.object({ code: z.string(), start: offset.nullish(), end: offset.nullish(), message: z.string() });

export const factsFile = z.object({
  facts: z.literal(1).default(1),
  source: z.string().min(1),
  /** The text that the offsets count in: SHA-256 of its NFC form with LF line ends, and its length in UTF-16 code units. */
  text: z
    .object({ sha256: z.string().regex(/^[0-9a-f]{64}$/u), length: z.int().min(0), encoding: z.string() })
    .optional(),
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
