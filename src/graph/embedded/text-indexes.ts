import type { GrafeoDB } from "@grafeo-db/js";
import { TEXT_INDEXES, type TextIndex, type TextMatch } from "../store.ts";

/** Every word counts: folded Vietnamese is full of English stop words ("an", "to", "the"). */
const OPTIONS = { tokenizer: "standard", stopWords: [] };
const PROPERTY = "folded";

/** Creates the text indexes that are missing. The engine would build one that stands anew. */
export async function ensureTextIndexes(engine: GrafeoDB): Promise<void> {
  for (const label of TEXT_INDEXES) {
    if (!(await stands(engine, label))) await engine.createTextIndex(label, PROPERTY, OPTIONS);
  }
}

/** The nodes that match any of the words best, best first, ties by id. */
export async function searchTexts(
  engine: GrafeoDB,
  label: TextIndex,
  words: readonly string[],
  first: number,
): Promise<readonly TextMatch[]> {
  if (words.length === 0 || first < 1) return [];
  const hits = await engine.textSearch(label, PROPERTY, words.join(" "), first);
  const matches = hits.flatMap(([node = -1, score = 0]) => {
    const id = engine.getNode(node)?.get("id");
    return typeof id === "string" ? [{ id, score }] : [];
  });
  return matches.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

async function stands(engine: GrafeoDB, label: TextIndex): Promise<boolean> {
  try {
    await engine.textSearch(label, PROPERTY, "", 1);
    return true;
  } catch {
    return false;
  }
}
