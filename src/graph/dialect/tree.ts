import { StoreError } from "../store.ts";
import { lex, type Token } from "./lex.ts";

/** A bracketed part of a statement, with what stands between its brackets. */
export interface Group {
  readonly kind: "group";
  readonly open: "(" | "[" | "{";
  readonly inside: readonly Piece[];
}
export type Piece = Token | Group;

const CLOSING = { "(": ")", "[": "]", "{": "}" } as const;

/** Reads a statement as a tree of brackets. Throws where they do not match. */
export function parse(cypher: string): readonly Piece[] {
  const root: Piece[] = [];
  const open: { readonly sign: Group["open"]; readonly inside: Piece[] }[] = [];
  for (const token of lex(cypher)) {
    const into = open.at(-1)?.inside ?? root;
    if (isOpening(token)) open.push({ sign: token.text, inside: [] });
    else if (isMark(token, ")") || isMark(token, "]") || isMark(token, "}")) {
      const group = open.pop();
      if (group === undefined || CLOSING[group.sign] !== token.text) throw mismatched();
      (open.at(-1)?.inside ?? root).push({ kind: "group", open: group.sign, inside: group.inside });
    } else into.push(token);
  }
  if (open.length > 0) throw mismatched();
  return root;
}

/** The text of a tree. */
export function print(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => (piece.kind === "group" ? `${piece.open}${print(piece.inside)}${CLOSING[piece.open]}` : piece.text))
    .join("");
}

/** Where a list of pieces stands: in which brackets, "call" for those of a function's arguments, null for the statement itself. */
export type Within = Group["open"] | "call" | null;
export type Rewrite = (pieces: readonly Piece[], within: Within) => readonly Piece[];

/** The same list with every list of pieces in it changed by `rewrite`, innermost first. */
export function deeply(pieces: readonly Piece[], rewrite: Rewrite, within: Within = null): readonly Piece[] {
  const inner = pieces.map((piece, index) => {
    if (piece.kind !== "group") return piece;
    return { ...piece, inside: deeply(piece.inside, rewrite, isCall(pieces, index) ? "call" : piece.open) };
  });
  return rewrite(inner, within);
}

/** Words that brackets may follow at once without being a function's. */
const CLAUSES = [
  "MATCH",
  "CREATE",
  "MERGE",
  "CALL",
  "EXISTS",
  "RETURN",
  "WITH",
  "WHERE",
  "AND",
  "OR",
  "XOR",
  "NOT",
  "IN",
];

function isCall(pieces: readonly Piece[], index: number): boolean {
  const name = pieces[index - 1];
  return isGroup(pieces[index], "(") && name?.kind === "word" && !isWord(name, ...CLAUSES);
}

/** Splits at the signs that stand outside of every bracket. */
export function splitAt(pieces: readonly Piece[], sign: string): readonly (readonly Piece[])[] {
  const parts: Piece[][] = [[]];
  for (const piece of pieces) {
    if (isMark(piece, sign)) parts.push([]);
    else parts.at(-1)?.push(piece);
  }
  return parts;
}

export const isSpace = (piece: Piece | undefined): boolean => piece?.kind === "space" || piece?.kind === "comment";
export const isMark = (piece: Piece | undefined, sign: string): boolean =>
  piece?.kind === "mark" && piece.text === sign;
export const isWord = (piece: Piece | undefined, ...words: readonly string[]): boolean =>
  piece?.kind === "word" && (words.length === 0 || words.includes(piece.text.toUpperCase()));
export const isGroup = (piece: Piece | undefined, open: Group["open"]): piece is Group =>
  piece?.kind === "group" && piece.open === open;

/** The list without spaces and comments. */
export const solid = (pieces: readonly Piece[]): readonly Piece[] => pieces.filter((piece) => !isSpace(piece));

function isOpening(token: Token): token is Token & { readonly text: Group["open"] } {
  return token.kind === "mark" && (token.text === "(" || token.text === "[" || token.text === "{");
}

function mismatched(): StoreError {
  return new StoreError("STATEMENT_FAILED", "the brackets of the statement do not match");
}
