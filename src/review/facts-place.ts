import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { readFacts, type ReviewedFacts } from "../facts/read-facts.ts";
import { sourceOf } from "../facts/source-of.ts";
import { isFactsName } from "../facts/write-facts.ts";

/**
 * The facts file of a text among these folders, with its review; null where none of them has it. Several texts may have one name, so its hash tells it.
 * Files that are no facts are passed over.
 */
export async function factsFileOf(
  text: { readonly name: string; readonly sha256: string },
  folders: readonly string[],
): Promise<ReviewedFacts | null> {
  for (const folder of folders) {
    const names = await readdir(folder).catch((): string[] => []);
    for (const name of names.filter(isFactsName).sort()) {
      const reviewed = await readFacts(join(folder, name)).catch(() => null);
      if (reviewed?.facts.source === text.name && sourceOf(reviewed) === text.sha256) return reviewed;
    }
  }
  return null;
}
