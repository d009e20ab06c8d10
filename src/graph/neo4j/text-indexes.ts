import type { Params } from "../store.ts";
import { TEXT_INDEXES, type TextIndex } from "../store.ts";

export const SEARCH = `CALL db.index.fulltext.queryNodes($index, $query, {limit: $first}) YIELD node, score
RETURN node.id AS id, score ORDER BY score DESC, id`;

/**
 * The property is folded already, so the analyzer need not; it must keep every word. The server's `standard` and `standard-folding` leave out English stop
 * words, and with them "an" (An Giang), "to" (tổ), "no" (nợ).
 */
const ANALYZER = "standard-no-stop-words";

/** Creates the text indexes that are missing. */
export function searchIndexStatements(): readonly string[] {
  return TEXT_INDEXES.map(
    (label) =>
      `CREATE FULLTEXT INDEX ${nameOf(label)} IF NOT EXISTS FOR (n:${label}) ON EACH [n.folded] OPTIONS {indexConfig: {\`fulltext.analyzer\`: '${ANALYZER}'}}`,
  );
}

export function searchParams(index: TextIndex, words: readonly string[], first: number): Params {
  return { index: nameOf(index), query: words.map(quoted).join(" OR "), first };
}

function nameOf(label: TextIndex): string {
  return `folded_${label.toLowerCase()}`;
}

/** A word that Lucene reads as nothing but a word: between quotes only the quote and the backslash mean something. */
function quoted(word: string): string {
  return `"${word.replace(/["\\]/gu, "\\$&")}"`;
}
