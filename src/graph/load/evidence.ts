import type { Facts, Span } from "../../facts/model.ts";

/** A place of a text that proves something. `words` are as printed, "" where they are not kept; so is `section`. */
export interface EvidencePlace extends Span {
  readonly section: string;
  readonly words: string;
}

/** What proves a fact, and how good it is. An edge keeps the places as lists of one length, one entry a place. */
export interface Evidence {
  readonly standing: "extracted" | "reviewed";
  readonly confidence: number | null;
  readonly places: readonly EvidencePlace[];
}

/** What is known of how good a fact is. */
export interface Sureness {
  readonly reviewed?: true | undefined;
  readonly confidence?: number | undefined;
}

/** How a fact came to be, and the share of its like that proved right: what people decided is not measured. */
export function sureness({ reviewed, confidence }: Sureness): Pick<Evidence, "standing" | "confidence"> {
  return reviewed === true
    ? { standing: "reviewed", confidence: null }
    : { standing: "extracted", confidence: confidence ?? null };
}

export interface Place extends Span {
  readonly text?: string | undefined;
}

/** The evidence of a fact that stands at these places of the text. */
export function evidenceAt(facts: Facts, places: readonly Place[], fact: Sureness = {}): Evidence {
  const { standing, confidence } = sureness(fact);
  return {
    standing,
    confidence,
    places: places.map(({ start, end, text }) => ({ section: sectionAt(facts, start), start, end, words: text ?? "" })),
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
