import type { FormWords } from "../recognise/body-heads.ts";
import type { Lexicon } from "../recognise/lexicon.ts";
import type { AgencyMention } from "../recognise/mention.ts";
import type { Registry } from "../registry/load-registry.ts";
import type { Confidence } from "./confidence.ts";
import type { Layout } from "../text/structure.ts";

/** What is known beforehand: registries made ready for recognition. */
export interface Knowledge {
  readonly registry: Registry;
  readonly lexicon: Lexicon;
  readonly forms: FormWords;
  /** Headings and words that name a kind of document, folded. */
  readonly kindHeadings: readonly string[];
  /** Names of laws in small letters, without "luật". */
  readonly laws: ReadonlySet<string>;
  /** Folded syllables of names and set phrases: what a damaged word may have been. */
  readonly vocabulary: ReadonlySet<string>;
  /** How often facts found in one way proved right. */
  readonly confidence: Confidence;
}

/** A text under reading: its layout, the bodies named in it and how they are called. */
export interface Reading {
  readonly source: string;
  readonly layout: Layout;
  readonly mentions: readonly AgencyMention[];
  /** The day printed at its head; null where none is. */
  readonly issuedOn: string | null;
  /** The id of the body that a mention names, as this text gives it. */
  readonly idOf: (mention: AgencyMention) => string;
}

/** The mentions that lie in a range of the view. */
export function mentionsIn(mentions: readonly AgencyMention[], start: number, end: number): readonly AgencyMention[] {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const inside: AgencyMention[] = [];
  for (let place = low; place < mentions.length; place++) {
    const mention = mentions[place];
    if (mention === undefined || mention.start >= end) break;
    if (mention.end <= end) inside.push(mention);
  }
  return inside;
}
