// Control characters but tab and line ends, and what turns the order of letters round (Unicode TR36, "bidirectional text spoofing").
// Matches ESC, BEL, a lone CR, C1's CSI (U+009B), U+202E, U+2066. Must not match "\r\n", "\t", "ế", U+200D.
const HIDDEN =
  /\r(?!\n)|[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/gu;

/**
 * Text that may go to a terminal, a spreadsheet or a picture: names come out of documents that anybody may have written. Characters that act instead of
 * showing are told by their codes ("\u202e"), which in JSON mean the same as before.
 */
export function visible(text: string): string {
  return text.replace(HIDDEN, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
