import { referenceFaults, spanFaults } from "../facts/check.ts";
import { applyReview } from "../facts/apply-review.ts";
import { letterFaults } from "../facts/letters.ts";
import type { Facts } from "../facts/model.ts";
import {
  decision as decisionShape,
  PARTS,
  type Anchor,
  type Decision,
  type PartName,
  type Review,
} from "../facts/review.ts";
import { sketchOf } from "../facts/sketch.ts";

/** Something asked of a review that cannot be done: the message says what and how to ask it. */
export class ReviewError extends Error {
  override readonly name = "ReviewError";
  readonly code = "BAD_DECISION";
}

/** Who decides, when, and why. */
export interface Made {
  readonly by: string;
  readonly on: string;
  readonly reason: string;
  readonly through?: "api";
}

/** The review with one more decision. Throws `ReviewError` where the decision is malformed or finds no fact. */
export function decided(
  facts: Facts,
  review: Review,
  given: Readonly<Record<string, unknown>>,
  made: Made,
  text: string | null,
): { readonly review: Review; readonly id: string } {
  refuseNoLetters({ ...given, reason: made.reason });
  const id = nextId(review);
  const parsed = decisionShape.safeParse({ id, ...given, ...made });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ReviewError(`${issue?.path.join(".") ?? ""}: ${issue?.message ?? "is no decision"}`);
  }
  const next = { ...review, decisions: [...review.decisions, parsed.data] };
  const applied = applyReview(facts, next, text);
  const lost = applied.unplaced.find((each) => each.id === id);
  if (lost !== undefined) throw new ReviewError(lost.why);
  if (parsed.data.action === "edit" || parsed.data.action === "add") {
    const before = new Set(faultsOf(applyReview(facts, review, text).facts));
    const fault = faultsOf(applied.facts).find((each) => !before.has(each));
    if (fault !== undefined) throw new ReviewError(fault);
  }
  return { review: next, id };
}

/** Throws `ReviewError` where something that is to be kept has what is no letter, with its place. */
export function refuseNoLetters(given: Readonly<Record<string, unknown>>): void {
  const [fault] = letterFaults(given);
  if (fault !== undefined) throw new ReviewError(fault);
}

/** What facts may not say (besides what `applyReview` refuses), also where a person says it: places outside the text, bodies and documents that are not among theirs. */
const faultsOf = (facts: Facts): readonly string[] => [...spanFaults(facts), ...referenceFaults(facts)];

/** The review with a decision taken back: it stays, marked. Throws `ReviewError` where there is no such decision. */
export function undone(review: Review, id: string, made: Omit<Made, "reason">): Review {
  if (!review.decisions.some((each) => each.id === id && each.undone === undefined))
    throw new ReviewError(
      `there is no decision ${id} that holds; those are ${review.decisions.map((each) => each.id).join(", ") || "none"}`,
    );
  return {
    ...review,
    decisions: review.decisions.map((each): Decision => (each.id === id ? { ...each, undone: made } : each)),
  };
}

/** A fact named on the command line: `tasks@3299` by its place, `citations:vn/tw/kl/2024/69` by its id. Throws `ReviewError`. */
export function factNamed(
  facts: Facts,
  name: string,
  text: string | null,
): { readonly part: PartName; readonly at: Anchor; readonly fact?: string } {
  const {
    part: partName = "",
    start,
    id,
  } = /^(?<part>[a-z]+)(?:@(?<start>\d+)|:(?<id>vn\/.+))$/u.exec(name)?.groups ?? {};
  const part = PARTS.find((each) => each === partName);
  if (part === undefined)
    throw new ReviewError(
      `"${name}" names no fact: write tasks@3299 or citations:vn/tw/kl/2024/69 (parts: ${PARTS.join(", ")})`,
    );
  if (id !== undefined) return { part, at: { start: 0 }, fact: id };
  const found = (facts[part] as readonly { start?: number; end?: number; section?: string | null }[]).find(
    (each) => each.start === Number(start),
  );
  if (found?.start === undefined || found.end === undefined)
    throw new ReviewError(`no fact of ${part} begins at ${start ?? ""}`);
  const sketch = text === null ? [] : sketchOf(text.slice(found.start, found.end));
  return {
    part,
    at: {
      section: found.section ?? null,
      start: found.start,
      end: found.end,
      ...(sketch.length > 0 ? { sketch } : {}),
    },
  };
}

/** An id that no decision of the review has. */
export function nextId({ decisions }: Review): string {
  const last = Math.max(
    0,
    ...decisions.map(({ id }) => Number(/^r(?<number>\d+)$/u.exec(id)?.groups?.["number"] ?? 0)),
  );
  return `r${String(last + 1)}`;
}
