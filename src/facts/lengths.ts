import { z } from "zod";

/**
 * How long the strings of facts may be, in UTF-16 code units: several times what any document has. Ids, numbers and names stand in indexes, of which a
 * database takes some 8 kB at most, and names and titles go out in every list.
 */
export const LONGEST = { id: 300, name: 500, words: 2_000 } as const;

/** A name, as it stands in the composed text, is no longer: what is longer is noise without spaces or sentence ends, and its id would be too long. */
export const LONGEST_MENTION = 250;

/** What was read, where it is not longer than facts may be; what is longer is no title, no symbol and no label. */
export function fitting(read: string | null, most: number): string | null {
  return read !== null && read.length <= most ? read : null;
}

/** What is looked up or shown in a row: a name, a number, a label, a unit. */
export const name = atMost(LONGEST.name);
/** What is printed: a title, a heading, the words of a mention; a message. */
export const words = atMost(LONGEST.words);

export function atMost(most: number): z.ZodString {
  return z.string().max(most, `has more than ${String(most)} characters`);
}
