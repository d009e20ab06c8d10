import type { ReviewedFacts } from "../../facts/read-facts.ts";
import { reviewFile, type Review } from "../../facts/review.ts";
import { keepDecisions } from "../../review/keep-decisions.ts";
import { type Author, type Deed, record } from "../audit.ts";
import { run } from "../statement.ts";
import type { Transaction } from "../store.ts";
import { type Loaded, sourceOf } from "./load-document.ts";
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

/** Takes a text for the rest of the transaction and tells what is held of it; null where it is not held. */
export async function takeHeld(transaction: Transaction, sha256: string): Promise<Held | null> {
  await run(transaction, ask.lockSource, { sha256 });
  const [held] = await run(transaction, ask.heldText, { sha256 });
  return held ?? null;
}

/**
 * Loads a document with `load`, in a transaction that is open: decisions that only the store has are kept, also those on an older reading whose place this
 * one takes; a change of what is held is recorded, with who made it.
 */
export async function keepAndRecord(
  transaction: Transaction,
  given: ReviewedFacts,
  load: (reviewed: ReviewedFacts) => Promise<Loaded>,
  signed: Signed | undefined,
): Promise<Loaded> {
  const sha256 = sourceOf(given);
  const held = await takeHeld(transaction, sha256);
  const namesakes = await run(transaction, ask.namesakes, { name: given.facts.source, sha256 });
  let reviewed = withHeld(given, held?.review ?? null);
  let loaded = await load(reviewed);
  for (const { sha256: older, review } of namesakes) {
    const kept = withHeld(reviewed, review);
    if (kept.review.decisions.length === reviewed.review.decisions.length) continue;
    if ((await run(transaction, ask.heldText, { sha256: older })).length > 0) continue;
    reviewed = kept;
    loaded = await load(reviewed);
  }
  const detail = signed?.detail ?? changeOf(held, reviewed);
  if (signed !== undefined && detail !== null) {
    const what = signed.what ?? (held === null ? "LOADED" : "RELOADED");
    const { by, through } = signed;
    await record(transaction, { by, through, what, document: loaded.id, name: loaded.name, detail });
  }
  return loaded;
}

function withHeld(given: ReviewedFacts, review: string | null): ReviewedFacts {
  return review === null ? given : { ...given, review: keepDecisions(given.review, reviewOf(review)) };
}

/** Parsing puts fields into the contract's order. */
function isSame(one: Review, other: Review): boolean {
  return JSON.stringify(one) === JSON.stringify(reviewFile.parse(other));
}

export function reviewOf(json: string): Review {
  return reviewFile.parse(JSON.parse(json));
}

/** What a load changes of what is held; null where it changes nothing. */
function changeOf(held: Held | null, { facts, review, text }: ReviewedFacts): string | null {
  const parts = [
    ...(held?.facts === JSON.stringify(facts) ? [] : ["facts"]),
    ...(held?.review != null && isSame(reviewOf(held.review), review) ? [] : ["review"]),
    ...(text === undefined || held?.text === text ? [] : ["words"]),
  ];
  return parts.length === 0 ? null : parts.join(", ");
}
