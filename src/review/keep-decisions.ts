import { decision, type Decision, type Review } from "../facts/review.ts";
import { nextId } from "./decide.ts";

/**
 * A review from a file together with what was decided through the API meanwhile, which no file has yet: those decisions, and those that were taken back
 * there. What a file has itself stands as the file has it.
 */
export function keepDecisions(fromFile: Review, held: Review | null): Review {
  if (held === null) return fromFile;
  const heldAs = new Map(held.decisions.map((each) => [contentOf(each), each]));
  const decisions = fromFile.decisions.map((each): Decision => {
    const back = each.undone === undefined ? heldAs.get(contentOf(each))?.undone : undefined;
    return back?.through === "api" ? { ...each, undone: back } : each;
  });
  const known = new Set(decisions.map(contentOf));
  return held.decisions
    .filter((each) => each.through === "api" && !known.has(contentOf(each)))
    .reduce<Review>(
      (review, each) => {
        const isTaken = review.decisions.some(({ id }) => id === each.id);
        return { ...review, decisions: [...review.decisions, isTaken ? { ...each, id: nextId(review) } : each] };
      },
      { ...fromFile, decisions },
    );
}

/** What a decision says, whatever it is called, however it came and whether it still holds; parsing puts its fields into the contract's order. */
export function contentOf(one: Decision): string {
  return JSON.stringify(
    decision.parse({ ...one, id: "any", undone: undefined, through: undefined, broughtBy: undefined }),
  );
}
