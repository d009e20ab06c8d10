import { isMark, isSpace, isWord, type Piece, type Rewrite } from "./tree.ts";

/**
 * A rewrite of "this.dueFrom IN $param0" to "false" where that parameter is an empty list: nothing is in it, not even what is missing, of which the
 * engine gives null (and so null of its NOT). Must not touch a list that has entries, nor what is no plain property.
 */
export function inNothing(empty: ReadonlySet<string>): Rewrite {
  return (pieces) => {
    const out: Piece[] = [];
    for (const piece of pieces) {
      const begin = piece.kind === "param" && empty.has(piece.text.slice(1)) ? operandBefore(out) : null;
      if (begin === null) out.push(piece);
      else out.splice(begin, out.length, { kind: "word", text: "false" });
    }
    return out;
  };
}

/** Where "this.dueFrom IN " begins that ends a list of pieces; null where something else stands there. */
function operandBefore(pieces: readonly Piece[]): number | null {
  let at = pieces.length - 1;
  while (isSpace(pieces[at])) at -= 1;
  if (!isWord(pieces[at], "IN")) return null;
  at -= 1;
  while (isSpace(pieces[at])) at -= 1;
  let begin: number | null = null;
  while (isWord(pieces[at]) || pieces[at]?.kind === "quoted") {
    begin = at;
    if (!isMark(pieces[at - 1], ".")) break;
    at -= 2;
  }
  return begin;
}
