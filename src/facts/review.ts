import { z } from "zod";
import { date } from "./days.ts";
import { atMost, LONGEST, name, words } from "./lengths.ts";

/**
 * What people decided about one document, kept beside its facts: applied at load, never written into the facts. A decision finds its fact again by
 * section and words, not only by offset, so that it survives a new extraction and a cleaner copy; one that was taken back stays, marked `undone`.
 */

const by = name.min(1);
const on = date;
/** Decided through the API: no file has it yet, so the store keeps it when a file is loaded. */
const through = z.literal("api").optional();
/** Who sent it to the API where that is not who is said to have made it: nobody has shown that they did. */
const broughtBy = z.string().min(1).optional();
const made = {
  id: name.min(1),
  by,
  on,
  reason: words.min(1),
  through,
  broughtBy,
  undone: z.strictObject({ by, on, through, broughtBy }).optional(),
};
const path = atMost(LONGEST.id).regex(/^vn\//u, "an id is a path such as vn/an-giang/ubnd");

/** Where a fact stands: its section's label, its offsets, and a sketch of its words (see `sketch.ts`), which is no text. */
export const anchor = z.strictObject({
  section: name.nullish(),
  start: z.int().min(0),
  end: z.int().min(0).optional(),
  sketch: z.array(z.int()).optional(),
});
export type Anchor = z.output<typeof anchor>;

/** The lists of a facts file that decisions speak of. Citations and agencies are found by their id, the others by their place. */
export const PARTS = ["citations", "links", "agencies", "tasks", "reports", "targets", "recipients"] as const;
export type PartName = (typeof PARTS)[number];
const fact = { part: z.enum(PARTS), at: anchor, fact: path.optional() };

/** The text is that document: what others cite by number, but the text does not print. */
const identify = z.strictObject({
  ...made,
  action: z.literal("identify"),
  document: z.strictObject({
    id: path,
    number: name.nullish(),
    symbol: name.nullish(),
    issuedOn: date.nullish(),
  }),
});
/** The text is of that province, which it does not name. */
const place = z.strictObject({ ...made, action: z.literal("place"), province: name });
/** What the text gives two ids is one document or one body. */
const merge = z.strictObject({ ...made, action: z.literal("merge"), from: path, into: path });
/** What the text says of itself as a document is this: its title, its day, how long it runs. */
const describe = z.strictObject({
  ...made,
  action: z.literal("describe"),
  set: z.strictObject({
    kind: name.nullish(),
    number: name.nullish(),
    symbol: name.nullish(),
    title: words.nullish(),
    issuer: path.nullish(),
    issuedOn: date.nullish(),
    period: z.strictObject({ from: date.nullable(), to: date.nullable() }).nullish(),
  }),
});
/** The machine is right: a doubt is settled. */
const accept = z.strictObject({ ...made, ...fact, action: z.literal("accept") });
/** The text does not say that. */
const reject = z.strictObject({ ...made, ...fact, action: z.literal("reject") });
/** The fact is right but for these fields. */
const edit = z.strictObject({ ...made, ...fact, action: z.literal("edit"), set: z.record(z.string(), z.unknown()) });
/** The text says that too. */
const add = z.strictObject({
  ...made,
  action: z.literal("add"),
  part: z.enum(PARTS),
  value: z.record(z.string(), z.unknown()),
});

export const decision = z.discriminatedUnion("action", [identify, place, merge, describe, accept, reject, edit, add]);
export type Decision = z.output<typeof decision>;

/** Our own words for a task or a target. */
export const summary = z.strictObject({
  of: z.enum(["task", "target"]),
  section: name.nullish(),
  start: z.int().min(0),
  end: z.int().min(0).optional(),
  sketch: z.array(z.int()).optional(),
  vi: words.min(1),
  en: words.min(1),
});

export const reviewFile = z.strictObject({
  review: z.literal(1).default(1),
  source: z.string(),
  decisions: z.array(decision).default([]),
  summaries: z.array(summary).default([]),
});

export type Review = z.output<typeof reviewFile>;
export const NO_REVIEW: Omit<Review, "source"> = { review: 1, decisions: [], summaries: [] };

/** The decisions that hold. */
export function standing({ decisions }: Pick<Review, "decisions">): readonly Decision[] {
  return decisions.filter(({ undone }) => undone === undefined);
}

/** The province that a review puts a document in whose text does not say; null where no decision that holds does. */
export function provinceDecided(review: Pick<Review, "decisions">): string | null {
  const placed = standing(review).find((decision) => decision.action === "place" && isProvince(decision.province));
  return placed?.action === "place" ? placed.province : null;
}

/** True for a province as ids write it: "an-giang". */
export function isProvince(province: string): boolean {
  return /^[a-z0-9-]{1,60}$/u.test(province);
}
