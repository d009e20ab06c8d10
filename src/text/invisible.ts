/**
 * Characters that nobody sees and that part no words: soft hyphens, zero-width spaces and joiners, marks of the direction of writing. Web pages and PDF
 * files are full of them; no Vietnamese word has one.
 */
export const INVISIBLE = "\\u00AD\\u061C\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u2069\\uFEFF";

const ALL = new RegExp(`[${INVISIBLE}]+`, "gu");

export function withoutInvisible(text: string): string {
  return text.replace(ALL, "");
}
