import { QuestionError, within } from "./question-error.ts";

export interface Page<T> {
  readonly totalCount: number;
  readonly items: readonly T[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

const MOST_ITEMS = 1_000;
const MARK = "after:";

/**
 * The page of a list in its fixed order that follows a cursor. A cursor names the item that it stands behind, so it holds while others come and go.
 * Throws `QuestionError` for a count outside 1–1,000 and for a cursor of another answer.
 */
export function pageOf<T>(
  all: readonly T[],
  key: (item: T) => string,
  { first, after }: { first: number; after?: string | null | undefined },
): Page<T> {
  const count = within("first", first, 1, MOST_ITEMS);
  const begin = after == null ? 0 : all.findIndex((item) => key(item) === decoded(after)) + 1;
  if (after != null && begin === 0)
    throw new QuestionError(
      "BAD_CURSOR",
      `after: "${after.slice(0, 80)}" is no cursor of this answer; leave it out to begin anew`,
    );
  const items = all.slice(begin, begin + count);
  const last = items.at(-1);
  return {
    totalCount: all.length,
    items,
    endCursor: last === undefined ? null : Buffer.from(MARK + key(last), "utf8").toString("base64url"),
    hasNextPage: begin + items.length < all.length,
  };
}

function decoded(cursor: string): string | null {
  const text = Buffer.from(cursor, "base64url").toString("utf8");
  return text.startsWith(MARK) ? text.slice(MARK.length) : null;
}
