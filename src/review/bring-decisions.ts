import { groupBy } from "../group-by.ts";
import type { Decision, Review } from "../facts/review.ts";
import { contentOf } from "./keep-decisions.ts";

/** A review as it is kept, and in words which decisions it brings that were not known. */
export interface Brought {
  readonly review: Review;
  readonly told: readonly string[];
}

/**
 * A review that somebody sends: it may say of any decision that anybody made it. One that is not `known` yet and is said to be somebody else's is marked as
 * brought by the sender, and so is its taking back; how it came, only the store knows, for those that it has.
 */
export function bringDecisions(sent: Review, known: readonly Decision[], sender: string): Brought {
  const knownAs = new Map(known.map((each) => [contentOf(each), each]));
  const news: { readonly what: string; readonly id: string; readonly by: string }[] = [];
  const bringer = (by: string) => (by === sender ? undefined : sender);
  const decisions = sent.decisions.map((each): Decision => {
    const before = knownAs.get(contentOf(each));
    const { id, by, undone } = each;
    if (before === undefined) news.push({ what: "brings", id, by });
    const marks = before ?? { through: undefined, broughtBy: bringer(by) };
    const marked = { ...each, through: marks.through, broughtBy: marks.broughtBy };
    if (undone === undefined) return marked;
    if (before?.undone?.by === undone.by && before.undone.on === undone.on) return { ...marked, undone: before.undone };
    news.push({ what: "takes back", id, by: undone.by });
    return { ...marked, undone: { by: undone.by, on: undone.on, broughtBy: bringer(undone.by) } };
  });
  const told = [...groupBy(news, ({ what, by }) => JSON.stringify([what, by])).values()].flatMap((same) =>
    same[0] === undefined ? [] : [inWords(same[0].what, same[0].by, same, sender)],
  );
  return { review: { ...sent, decisions }, told };
}

/** So many are named: a log has lines, not pages. */
const NAMED = 20;

function inWords(what: string, by: string, news: readonly { readonly id: string }[], sender: string): string {
  const ids = news.slice(0, NAMED).map(({ id }) => id);
  const more = news.length > NAMED ? ` and ${news.length - NAMED} more` : "";
  return `${what} ${ids.join(", ")}${more}${by === sender ? "" : ` in the name of ${by}`}`;
}
