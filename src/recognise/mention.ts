import type { Level } from "../registry/model.ts";

/** A body named in the view. Which province a provincial body belongs to, where its name does not say so, the document tells. */
export interface AgencyMention {
  readonly start: number;
  readonly end: number;
  /** The last part of its id: "so-tai-chinh", "ubnd-huyen-chau-phu". */
  readonly local: string;
  readonly level: Level | "document";
  /** The province that the name itself gives, as its slug. */
  readonly province: string | null;
  /** As printed, in one line. */
  readonly name: string;
  readonly collective: boolean;
  /** A generic word, which is a body only where it acts, is addressed or is overseen. */
  readonly weak: boolean;
  /** "có liên quan", "trong phạm vi quản lý". */
  readonly isRelevantOnly: boolean;
  /** True for a body that no registry knows. */
  readonly isUnknown: boolean;
}

/** A body that stands at a place of the text; what is not given of it is as of most bodies that only their form or their context tells. */
export function mentionAt(
  text: string,
  { start, end }: Pick<AgencyMention, "start" | "end">,
  body: Pick<AgencyMention, "local" | "level"> & Partial<AgencyMention>,
): AgencyMention {
  return {
    start,
    end,
    province: null,
    name: text.slice(start, end),
    collective: false,
    weak: false,
    isRelevantOnly: false,
    isUnknown: true,
    ...body,
  };
}

/** Keeps the longest of mentions that overlap, in the order of the text. */
export function longestFirst(mentions: readonly AgencyMention[]): readonly AgencyMention[] {
  const sorted = [...mentions].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: AgencyMention[] = [];
  for (const mention of sorted) {
    const last = kept.at(-1);
    if (last === undefined || mention.start >= last.end) kept.push(mention);
    else if (mention.end - mention.start > last.end - last.start) kept[kept.length - 1] = mention;
  }
  return kept;
}
