import { readAsset } from "./assets.ts";
import type { Knowledge } from "./facts/context.ts";
import { formWordsOf, type BodyHead } from "./recognise/bodies-by-form.ts";
import { makeLexicon, type ShortName } from "./recognise/lexicon.ts";
import { loadRegistry } from "./registry/load-registry.ts";
import { foldUnits } from "./text/fold-char.ts";

let loaded: Knowledge | undefined;

/** What extraction knows beforehand, from data/: read and made ready once. */
export function loadKnowledge(): Knowledge {
  loaded ??= makeKnowledge();
  return loaded;
}

function makeKnowledge(): Knowledge {
  const registry = loadRegistry();
  const read = (file: string): unknown => JSON.parse(readAsset(`data/phrases/${file}.json`));
  return {
    registry,
    lexicon: makeLexicon(registry, read("agency-short-names") as readonly ShortName[]),
    forms: formWordsOf(read("body-heads") as readonly BodyHead[], read("name-ends") as readonly string[]),
    kindHeadings: [
      ...new Set(
        registry.kinds.flatMap(({ name, aliases, headings }) => [name, ...aliases, ...headings]).map(foldUnits),
      ),
    ],
  };
}
