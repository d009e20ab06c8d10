import { z } from "zod";

/** What people decided about one document, kept beside its facts: applied at load, never written into the facts. */

const made = { id: z.string(), by: z.string(), on: z.iso.date(), reason: z.string().min(1) };
const path = z.string().regex(/^vn\//u);

/** The text is that document: what others cite by number, but the text does not print. */
const identify = z.strictObject({
  ...made,
  action: z.literal("identify"),
  document: z.strictObject({
    id: path,
    number: z.string().nullish(),
    symbol: z.string().nullish(),
    issuedOn: z.iso.date().nullish(),
  }),
});
/** The text is of that province, which it does not name. */
const place = z.strictObject({ ...made, action: z.literal("place"), province: z.string() });
/** What the text gives two ids is one document or one body. */
const merge = z.strictObject({ ...made, action: z.literal("merge"), from: path, into: path });

const decision = z.discriminatedUnion("action", [identify, place, merge]);

/** Our own words for a task or a target, found again by its section and its start. */
const summary = z.strictObject({
  of: z.enum(["task", "target"]),
  section: z.string().nullish(),
  start: z.int().min(0),
  vi: z.string().min(1),
  en: z.string().min(1),
});

export const reviewFile = z.strictObject({
  review: z.literal(1).default(1),
  source: z.string(),
  decisions: z.array(decision).default([]),
  summaries: z.array(summary).default([]),
});

export type Review = z.output<typeof reviewFile>;
export type Decision = Review["decisions"][number];
export const NO_REVIEW: Omit<Review, "source"> = { review: 1, decisions: [], summaries: [] };
