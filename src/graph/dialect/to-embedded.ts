import { StoreError } from "../store.ts";
import { liftAggregates, sumsOfNothing } from "./aggregates.ts";
import { inNothing } from "./empty-lists.ts";
import { countSingles, quoteTypes } from "./patterns.ts";
import { plainProjections } from "./projections.ts";
import { deeply, isMark, isSpace, isWord, parse, print, type Piece } from "./tree.ts";

/**
 * A statement of Neo4j's Cypher 5, as @neo4j/graphql writes it, in the words of the embedded engine. Only the shapes that the engine refuses
 * are rewritten, the rest passes as it stands. `empty` are the names of parameters that are empty lists. Throws a `StoreError` for what has no form there.
 */
export function toEmbedded(cypher: string, empty: ReadonlySet<string> = new Set()): string {
  const pieces = withoutVersion(parse(cypher));
  deeply(pieces, refuseForeign);
  const rewritten = [
    inNothing(empty),
    quoteTypes,
    countSingles,
    plainProjections,
    sumsOfNothing,
    liftAggregates(),
  ].reduce<readonly Piece[]>((tree, rewrite) => deeply(tree, rewrite), pieces);
  return print(rewritten);
}

/** Drops "CYPHER 5". Another version or an option ("CYPHER runtime=parallel") means something that the engine cannot promise. */
function withoutVersion(pieces: readonly Piece[]): readonly Piece[] {
  const at = pieces.findIndex((piece) => !isSpace(piece));
  if (!isWord(pieces[at], "CYPHER")) return pieces;
  const version = pieces[at + 2];
  const after = pieces.findIndex((piece, index) => index > at + 2 && !isSpace(piece));
  if (version?.kind !== "number" || version.text !== "5" || isMark(pieces[after + 1], "=")) {
    throw unknown(`the prefix "${print(pieces.slice(at, at + 3))}"`);
  }
  return withoutVersion(pieces.slice(after));
}

/** Procedures and functions that only a Neo4j server has, by the first part of their name. */
const FOREIGN = ["APOC", "DB", "DBMS", "GDS", "GENAI", "TX"];

function refuseForeign(pieces: readonly Piece[]): readonly Piece[] {
  pieces.forEach((piece, index) => {
    const stands = isWord(piece, ...FOREIGN) && isMark(pieces[index + 1], ".") && !isMark(pieces[index - 1], ".");
    const called = pieces.slice(index + 1).find((next) => next.kind === "group" || isSpace(next));
    if (stands && called?.kind === "group" && called.open === "(")
      throw unknown(`the call of ${print(pieces.slice(index, index + 4))}…`);
  });
  return pieces;
}

function unknown(what: string): StoreError {
  return new StoreError("STATEMENT_FAILED", `the embedded store does not know ${what}; a Neo4j server does`);
}
