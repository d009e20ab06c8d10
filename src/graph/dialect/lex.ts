import { StoreError } from "../store.ts";

/** A piece of Cypher as written: joined again, the pieces give the text back. `mark` is any single sign, brackets too. */
export interface Token {
  readonly kind: "space" | "comment" | "string" | "quoted" | "param" | "number" | "word" | "mark";
  readonly text: string;
}

// Tried in this order at each place. "1..3" is a number, two marks and a number: a point counts only before a digit.
const KINDS: readonly (readonly [Token["kind"], RegExp])[] = [
  ["space", /\s+/uy],
  ["comment", /\/\/[^\n]*|\/\*[\s\S]*?\*\//uy],
  ["string", /'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*"/uy],
  ["quoted", /`(?:[^`]|``)*`/uy],
  ["param", /\$(?:[\p{L}\p{N}_]+|`(?:[^`]|``)*`)/uy],
  ["number", /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/uy],
  ["word", /[\p{L}_][\p{L}\p{N}_]*/uy],
  ["mark", /[^'"`]/uy],
];

/** Cuts a statement into its tokens. Throws where a string, a comment or a quoted name does not end. */
export function lex(cypher: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < cypher.length;) {
    const token = tokenAt(cypher, at);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function tokenAt(cypher: string, at: number): Token {
  if (!(cypher.startsWith("/*", at) && cypher.indexOf("*/", at + 2) < 0)) {
    for (const [kind, pattern] of KINDS) {
      pattern.lastIndex = at;
      const text = pattern.exec(cypher)?.[0];
      if (text !== undefined) return { kind, text };
    }
  }
  throw new StoreError(
    "STATEMENT_FAILED",
    `a string, a comment or a quoted name of the statement does not end: ${cypher.slice(at, at + 40)}`,
  );
}
