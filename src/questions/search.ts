import { read } from "../graph/statement.ts";
import type { Store, TextIndex } from "../graph/store.ts";
import { words } from "../registry/fold.ts";
import { passageOf, type Passage } from "./passage.ts";
import { short, within } from "./question-error.ts";
import { found } from "./statements.ts";

export interface Hit {
  readonly id: string;
  readonly label: TextIndex;
  /** From 0 to 1: 1 where every word was found side by side in a short text. */
  readonly score: number;
  readonly passage: string;
  readonly ranges: readonly (readonly [number, number])[];
}

const INDEXES: readonly TextIndex[] = ["Document", "Agency", "Task"];
const CANDIDATES = 100;
const MOST_HITS = 200;

/**
 * Documents, agencies and tasks by words, with or without diacritics, best first. The indexes of the store give the candidates; the order is ours, so that
 * it is the same on every store. Throws `QuestionError`.
 */
export async function search(store: Store, text: string, first = 20): Promise<readonly Hit[]> {
  const most = within("first", first, 1, MOST_HITS);
  const asked = [...new Set(words(short("text", text)))];
  if (asked.length === 0) return [];
  const matches = await Promise.all(
    INDEXES.map((index) => store.searchText(index, asked, Math.max(CANDIDATES, 2 * most))),
  );
  const ids = [...new Set(matches.flat().map(({ id }) => id))];
  const candidates = await read(store, found, { ids });
  const hits = candidates.flatMap(({ id, label, passages }): Hit[] => {
    const [best] = passages
      .filter((passage) => passage !== null && passage !== "")
      .map((passage) => ({ ...passageOf(passage ?? "", asked) }))
      .sort((a, b) => score(b, asked) - score(a, asked));
    if (best === undefined || best.matched === 0) return [];
    return [{ id, label, score: score(best, asked), passage: best.text, ranges: best.ranges }];
  });
  return hits
    .sort((a, b) => b.score - a.score || INDEXES.indexOf(a.label) - INDEXES.indexOf(b.label) || (a.id < b.id ? -1 : 1))
    .slice(0, most);
}

/** How much of the question a passage has, and how much of the passage is the question. */
function score({ text, ranges, matched }: Passage, asked: readonly string[]): number {
  const covered = matched / asked.length;
  const length = words(text).length;
  const dense = length === 0 ? 0 : Math.min(1, ranges.length / length);
  return Math.round((0.8 * covered ** 2 + 0.2 * dense * covered) * 1_000) / 1_000;
}
