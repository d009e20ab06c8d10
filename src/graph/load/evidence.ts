import type { Facts, Span } from "../../facts/model.ts";

/** Evidence as an edge keeps it: lists of one length, one entry a place. `words` are as printed, "" where they are not kept; so is `section`. */
export interface EvidenceLists {
  readonly source: readonly string[];
  readonly section: readonly string[];
  readonly start: readonly number[];
  readonly end: readonly number[];
  readonly words: readonly string[];
  readonly standing: string;
}

export interface Place extends Span {
  readonly text?: string | undefined;
}

/** The evidence that stands at these places of the text. */
export function evidenceAt(facts: Facts, places: readonly Place[]): EvidenceLists {
  return {
    source: places.map(() => facts.source),
    section: places.map((place) => sectionAt(facts, place.start)),
    start: places.map((place) => place.start),
    end: places.map((place) => place.end),
    words: places.map((place) => place.text ?? ""),
    standing: "extracted",
  };
}

/** The label of the innermost section around an offset, "" outside all. */
export function sectionAt(facts: Facts, offset: number): string {
  let found = "";
  let length = Number.POSITIVE_INFINITY;
  for (const { section, start, end } of facts.outline) {
    if (start <= offset && offset < end && end - start < length) {
      found = section;
      length = end - start;
    }
  }
  return found;
}

/** The place of a part or a signer, if the facts tell it. */
export function placeOf({
  start,
  end,
  text,
}: {
  start?: number | undefined;
  end?: number | undefined;
  text?: string | undefined;
}): readonly Place[] {
  return start === undefined || end === undefined ? [] : [{ start, end, text }];
}
