import type { FactsPlace } from "../../facts/place-of-facts.ts";
import type { Loaded } from "../../graph/load/load-documents.ts";

/** What a load did to other texts, or they to it, to be said behind the document's name; "" where nothing. */
export function besideOthers({ conflict, replaced }: Pick<Loaded, "conflict" | "replaced">): string {
  const readings = replaced.map((sha256) => sha256.slice(0, 8)).join(", ");
  return [
    ...(conflict ? ["  CONFLICT: another text claims the same id"] : []),
    ...(readings === "" ? [] : [`  REPLACED: it took the place of the earlier reading ${readings}`]),
  ].join("");
}

/** What a reader should know of where facts were written: nothing where nothing else had their name. */
export function placeLines({ aside, isApart }: Pick<FactsPlace, "aside" | "isApart">): readonly string[] {
  return [
    ...(isApart ? ["under a name of their own: the facts of another text have the plain one"] : []),
    ...(aside === null ? [] : [`the facts of the earlier reading that stood there are now ${aside}`]),
  ];
}
