import { StoreError } from "../store.ts";
import { isGroup, isMark, isSpace, isWord, type Group, type Piece, solid } from "./tree.ts";

/** Quotes the types of relationships, for the engine takes IN, ALL or ORDER there for its own words: `-[r:IN|ISSUED]->` becomes ``-[r:`IN`|`ISSUED`]->``. */
export function quoteTypes(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map((piece, index) => {
    const afterDash = isMark(solid(pieces.slice(0, index)).at(-1), "-");
    return afterDash && isGroup(piece, "[") ? { ...piece, inside: typesQuoted(piece.inside) } : piece;
  });
}

function typesQuoted(inside: readonly Piece[]): readonly Piece[] {
  let naming = false;
  return inside.map((piece) => {
    if (isMark(piece, ":")) naming = true;
    else if (!isMark(piece, "|") && !isMark(piece, "&") && !isMark(piece, "!") && !isSpace(piece)) {
      const quoted = naming && piece.kind === "word";
      if (!quoted) naming = naming && piece.kind === "quoted";
      return quoted ? { kind: "quoted", text: `\`${piece.text}\`` } : piece;
    }
    return piece;
  });
}

/** Counts instead of comparing a list: `single(x IN [pattern WHERE p | 1] WHERE true)` becomes `(COUNT { MATCH pattern WHERE p } = 1)`. */
export function countSingles(pieces: readonly Piece[]): readonly Piece[] {
  const made: Piece[] = [];
  pieces.forEach((piece) => {
    const called = isGroup(piece, "(") && isWord(made.at(-1), "SINGLE") && !isMark(made.at(-2), ".");
    if (!called) made.push(piece);
    else made.splice(-1, 1, counted(piece));
  });
  return made;
}

function counted(call: Group): Group {
  const [, within, list, where, always, ...more] = solid(call.inside);
  const plain =
    isWord(within, "IN") && isGroup(list, "[") && isWord(where, "WHERE") && isWord(always, "TRUE") && more.length === 0;
  const bar = plain && isGroup(list, "[") ? list.inside.findLastIndex((piece) => isMark(piece, "|")) : -1;
  if (!isGroup(list, "[") || bar < 0) {
    throw new StoreError(
      "STATEMENT_FAILED",
      "the embedded store knows single(…) only over a pattern, without a condition of its own",
    );
  }
  const match: Piece[] = [SPACE, word("MATCH"), SPACE, ...list.inside.slice(0, bar)];
  return {
    kind: "group",
    open: "(",
    inside: [word("COUNT"), SPACE, { kind: "group", open: "{", inside: match }, SPACE, EQUALS, SPACE, ONE],
  };
}

const SPACE: Piece = { kind: "space", text: " " };
const EQUALS: Piece = { kind: "mark", text: "=" };
const ONE: Piece = { kind: "number", text: "1" };
const word = (text: string): Piece => ({ kind: "word", text });
