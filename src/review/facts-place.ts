import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { readFacts, type ReviewedFacts } from "../facts/read-facts.ts";
import { isFactsName } from "../facts/write-facts.ts";

/** The facts file of a source among these folders, with its review; null where none of them has it. Files that are no facts are passed over. */
export async function factsFileOf(source: string, folders: readonly string[]): Promise<ReviewedFacts | null> {
  for (const folder of folders) {
    const names = await readdir(folder).catch((): string[] => []);
    for (const name of names.filter(isFactsName).sort()) {
      const reviewed = await readFacts(join(folder, name)).catch(() => null);
      if (reviewed?.facts.source === source) return reviewed;
    }
  }
  return null;
}
