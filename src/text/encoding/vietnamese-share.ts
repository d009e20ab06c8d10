import { z } from "zod";
import { readAsset } from "../../assets.ts";

let syllables: ReadonlySet<string> | undefined;

function commonSyllables(): ReadonlySet<string> {
  const list = z.object({ syllables: z.array(z.string()) });
  syllables ??= new Set(
    list
      .parse(JSON.parse(readAsset("data/encodings/common-syllables.json")))
      .syllables.flatMap((row) => row.split(" ")),
  );
  return syllables;
}

export interface VietnameseShare {
  /** Words with a letter outside ASCII. */
  readonly marked: number;
  /** Those of them that are common Vietnamese syllables. */
  readonly known: number;
}

const WORD = /\p{L}[\p{L}\p{M}]*/gu;
const MARKED = /[^\P{L}\p{ASCII}]/u;

/** How Vietnamese a text is: the right table makes common syllables, a wrong one makes none. */
export function vietnameseShare(text: string): VietnameseShare {
  const common = commonSyllables();
  let marked = 0;
  let known = 0;
  for (const [word] of text.matchAll(WORD)) {
    if (!MARKED.test(word)) continue;
    marked += 1;
    if (common.has(word.normalize("NFC").toLocaleLowerCase("vi"))) known += 1;
  }
  return { marked, known };
}

/** Enough to believe a table: two words in five are common, and there are some. In real documents it is three in five and more. */
export function isConvincing({ marked, known }: VietnameseShare): boolean {
  return known >= 3 && known >= 0.4 * marked;
}
