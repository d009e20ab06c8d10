import { z } from "zod";
import { parseFacts, type ReviewedFacts } from "../../facts/read-facts.ts";
import { sourceOf } from "../../facts/source-of.ts";
import { decision, reviewFile, summary, type Review } from "../../facts/review.ts";
import { bringDecisions } from "../../review/bring-decisions.ts";
import { keepDecisions } from "../../review/keep-decisions.ts";
import { type Author, type Deed, record, type Told } from "../audit.ts";
import { groupBy } from "../../group-by.ts";
import { run } from "../statement.ts";
import type { Transaction } from "../store.ts";
import type { Loaded } from "./load-documents.ts";
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

/** What was loaded of a text; null where nothing of it is kept. */
export function heldReading(source: { readonly name: string }, held: Held | null): ReviewedFacts | null {
  if (held?.facts == null || held.review === null) return null;
  const { text, facts, review } = held;
  const reading = { file: source.name, facts: parseFacts(facts, source.name), review: reviewOf(review) };
  return text === null ? reading : { ...reading, text };
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
  const sent = given.map((each, index) => asSent(each, heldOf(index)?.review ?? null, signed));
  const reviewed = sent.map(({ given: each }, index) => withHeld(each, heldOf(index)?.review ?? null));
  const loaded = [...(await load(reviewed))];
  const changes: Told[] = [];
  for (const [index, one] of loaded.entries()) {
    let kept = reviewed[index];
    if (kept === undefined) continue;
    const older = (namesakes.get(hashes[index] ?? "") ?? []).find(({ sha256 }) => one.replaced.includes(sha256));
    const more = withHeld(kept, older?.review ?? null);
    if (more.review.decisions.length > kept.review.decisions.length) {
      kept = more;
      const [again = one] = await load([kept]);
      loaded[index] = { ...again, replaced: one.replaced };
    }
    if (signed !== undefined)
      changes.push(...loadTold(signed, loaded[index] ?? one, heldOf(index), kept, sent[index]?.told));
  }
  await record(transaction, ...changes);
  return loaded;
}

/** What is loaded, with the marks of who sent it where it came through the API as a whole, and in words what it brings. */
function asSent(
  given: ReviewedFacts,
  held: string | null,
  signed: Signed | undefined,
): { readonly given: ReviewedFacts; readonly told: readonly string[] } {
  if (signed?.through !== "api" || signed.what !== undefined) return { given, told: [] };
  const { review, told } = bringDecisions(given.review, held === null ? [] : reviewOf(held).decisions, signed.by);
  return { given: { ...given, review }, told };
}

/** What is recorded of a load; nothing where it changes nothing. */
function loadTold(
  signed: Signed,
  loaded: Loaded,
  held: Held | null,
  kept: ReviewedFacts,
  brought: readonly string[] = [],
): readonly Told[] {
  const changed = signed.detail ?? changeOf(held, kept);
  if (changed === null) return [];
  const replaced = loaded.replaced.map((sha256) => ` in place of the earlier reading ${sha256.slice(0, 8)}`).join("");
  const what = signed.what ?? (replaced !== "" ? "REPLACED" : held === null ? "LOADED" : "RELOADED");
  const detail = [`${changed}${replaced}`, ...brought].join("; ");
  const { by, through } = signed;
  return [{ by, through, what, document: loaded.id, name: loaded.name, detail }];
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
    ...(held !== null && held.facts === JSON.stringify(facts) ? [] : ["facts"]),
    ...(held?.review != null && isSame(reviewOf(held.review), review) ? [] : ["review"]),
    ...(text === undefined || held?.text === text ? [] : ["words"]),
  ];
  return parts.length === 0 ? null : parts.join(", ");
}
