import type { Command } from "commander";
import type { Page } from "../questions/page.ts";
import { CommandError, EXIT } from "./failure.ts";
import { integer } from "./options.ts";

/** Which part of a long answer to show. */
export interface PagingOptions {
  readonly first: number;
  readonly page?: number;
  readonly after?: string;
}

/** Adds the options of a command whose answer may have pages. */
export function paged(command: Command, first: number): Command {
  return command
    .option("--first <count>", "how many on a page", integer, first)
    .option("--page <number>", "which page, from 1", integer)
    .option("--after <cursor>", "go on behind the cursor that a page ended with (endCursor of --json)");
}

/** Asks for the page that the options name. Throws `CommandError` for a page that is not there. */
export async function turnTo<T, P extends Page<T>>(
  { page = 1, after }: PagingOptions,
  ask: (after: string | null) => Promise<P>,
): Promise<P> {
  if (page < 1) throw new CommandError("BAD_PAGE", EXIT.wrongUse, `--page ${page}: pages are counted from 1`);
  let answer = await ask(after ?? null);
  for (let at = 1; at < page; at += 1) {
    if (!answer.hasNextPage)
      throw new CommandError(
        "BAD_PAGE",
        EXIT.wrongUse,
        `--page ${page}: there are ${at}, the last one is --page ${at}`,
      );
    answer = await ask(answer.endCursor);
  }
  return answer;
}

/** "1–30 of 54 · page 1 of 2 · next: --page 2"; nothing where the whole answer is shown. */
export function pageLine(
  { totalCount, items, endCursor, hasNextPage }: Page<unknown>,
  { first, page = 1, after }: PagingOptions,
): string | null {
  if (after !== undefined)
    return hasNextPage ? `${items.length} of ${totalCount} shown · next: --after ${endCursor ?? ""}` : null;
  if (totalCount <= items.length) return null;
  const begin = (page - 1) * first + 1;
  const next = hasNextPage ? ` · next: --page ${page + 1}` : "";
  return `${begin}–${begin + items.length - 1} of ${totalCount} · page ${page} of ${Math.ceil(totalCount / first)}${next}`;
}
