import { z } from "zod";
import type { ReviewedFacts } from "../../facts/read-facts.ts";
import { decision, reviewFile, summary, type Review } from "../../facts/review.ts";
import { keepDecisions } from "../../review/keep-decisions.ts";
import { type Author, type Deed, record } from "../audit.ts";
import { groupBy } from "../../group-by.ts";
import { run } from "../statement.ts";
import type { Transaction } from "../store.ts";
import type { Loaded } from "./load-documents.ts";
import { sourceOf } from "./plan.ts";
import { refreshStatements as ask } from "./statements.ts";

/** Who loads a document, where that is to be recorded; for a decision with what it was. */
export interface Signed extends Author {
  readonly what?: Extract<Deed, "DECIDED" | "TAKEN_BACK">;
  readonly detail?: string;
}

/** What a store holds of a text. */
export interface Held {
  readonly text: string | null;
  readonly facts: string | null;
  readonly review: string | null;
}

/** Takes texts for the rest of the transaction and tells what is held of each, by its hash. */
export async function takeHeld(
  transaction: Transaction,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, Held>> {
  const each = [...new Set(hashes)];
  const [, held] = await Promise.all([
    run(transaction, ask.lockSources, { hashes: each }),
    run(transaction, ask.heldReadings, { hashes: each }),
  ]);
  return new Map(held.map((reading) => [reading.sha256, reading]));
}

/**
 * Loads documents with `load`, in a transaction that is open: decisions that only the store has are kept, also those on an older reading whose place one
 * takes; a change of what is held is recorded, with who made it. `load` may load fewer than it is given, from the first on; the answer is of those.
 */
export async function keepAndRecord(
  transaction: Transaction,
  given: readonly ReviewedFacts[],
  load: (reviewed: readonly ReviewedFacts[]) => Promise<readonly Loaded[]>,
  signed: Signed | undefined,
): Promise<readonly Loaded[]> {
  const hashes = given.map(sourceOf);
  const names = given.map(({ facts }, index) => ({ name: facts.source, sha256: hashes[index] ?? "" }));
  const [held, sameNames] = await Promise.all([
    takeHeld(transaction, hashes),
    run(transaction, ask.namesakes, { rows: names }),
  ]);
  const heldOf = (index: number): Held | null => held.get(hashes[index] ?? "") ?? null;
  const namesakes = groupBy(sameNames, ({ of }) => of);
  const reviewed = given.map((each, index) => withHeld(each, heldOf(index)?.review ?? null));
  const loaded = [...(await load(reviewed))];
  for (const [index, one] of loaded.entries()) {
    let kept = reviewed[index];
    if (kept === undefined) continue;
    for (const older of namesakes.get(hashes[index] ?? "") ?? []) {
      const more = withHeld(kept, older.review);
      if (more.review.decisions.length === kept.review.decisions.length) continue;
      if ((await run(transaction, ask.heldReadings, { hashes: [older.sha256] })).length > 0) continue;
      kept = more;
      loaded[index] = (await load([kept]))[0] ?? one;
    }
    if (signed !== undefined) await recordLoad(transaction, signed, loaded[index] ?? one, heldOf(index), kept);
  }
  return loaded;
}

async function recordLoad(
  transaction: Transaction,
  signed: Signed,
  loaded: Loaded,
  held: Held | null,
  kept: ReviewedFacts,
): Promise<void> {
  const detail = signed.detail ?? changeOf(held, kept);
  if (detail === null) return;
  const what = signed.what ?? (held === null ? "LOADED" : "RELOADED");
  const { by, through } = signed;
  await record(transaction, { by, through, what, document: loaded.id, name: loaded.name, detail });
}

function withHeld(given: ReviewedFacts, review: string | null): ReviewedFacts {
  return review === null ? given : { ...given, review: keepDecisions(given.review, reviewOf(review)) };
}

/** Parsing puts fields into the contract's order. */
function isSame(one: Review, other: Review): boolean {
  return JSON.stringify(one) === JSON.stringify(reviewFile.parse(other));
}

/**
 * The review that a store holds. Decisions and summaries that an earlier version took and that are none (of a day that does not exist) are left out: the
 * doctor names them, and they may not keep the document from being loaded or reviewed anew.
 */
export function reviewOf(json: string): Review {
  const held: unknown = JSON.parse(json);
  const whole = reviewFile.safeParse(held);
  if (whole.success) return whole.data;
  const { decisions, summaries } = heldLists.parse(held);
  return reviewFile.parse({
    ...(held as object),
    decisions: decisions.filter((each) => decision.safeParse(each).success),
    summaries: summaries.filter((each) => summary.safeParse(each).success),
  });
}

const heldLists = z.object({ decisions: z.array(z.unknown()), summaries: z.array(z.unknown()) });

/** What a load changes of what is held; null where it changes nothing. */
function changeOf(held: Held | null, { facts, review, text }: ReviewedFacts): string | null {
  const parts = [
    ...(held?.facts === JSON.stringify(facts) ? [] : ["facts"]),
    ...(held?.review != null && isSame(reviewOf(held.review), review) ? [] : ["review"]),
    ...(text === undefined || held?.text === text ? [] : ["words"]),
  ];
  return parts.length === 0 ? null : parts.join(", ");
}
