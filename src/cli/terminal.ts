import { visible } from "../formats/visible.ts";
import { colours } from "./render/colours.ts";

/** Bold, dim and their end: what our own colours write. */
const OWN = /(\u001B\[(?:1|2|22)m)/u;

/** Text with nothing in it that a terminal would obey, but for our own bold and dim where there are colours. */
export function forTerminal(text: string): string {
  const pieces = colours.isColorSupported ? text.split(OWN) : [text];
  return pieces.map((piece, place) => (place % 2 === 1 ? piece : visible(piece))).join("");
}

/** The same in one line. */
export function inOneLine(text: string): string {
  return visible(text.replace(/\s+/gu, " "));
}
