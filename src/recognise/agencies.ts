import type { Level } from "../registry/model.ts";
import type { TextView } from "../text/view.ts";
import { bodiesByForm } from "./bodies-by-form.ts";
import type { FormWords } from "./body-heads.ts";
import { districtBodies, type District } from "./district-bodies.ts";
import { districtLists } from "./district-lists.ts";
import { groupMentions } from "./groups.ts";
import { openGroups } from "./open-groups.ts";
import type { Lexicon } from "./lexicon.ts";
import { longestFirst, type AgencyMention } from "./mention.ts";
import { namedBodies } from "./named-bodies.ts";
import type { Token } from "./tokens.ts";

/**
 * The bodies named in the view, in the order of the text; of several at one place the longest. Generic words are among them (`weak`). `district` is set
 * where the document is a district's own.
 */
export function agencyMentions(
  view: TextView,
  tokens: readonly Token[],
  lexicon: Lexicon,
  forms: FormWords,
  level: Level,
  district: District | null = null,
): readonly AgencyMention[] {
  const own = district === null ? [] : [...districtBodies(view, district)];
  // What the district's document means by its short names comes before what the province would mean.
  const others = [...namedBodies(view, tokens, lexicon, level), ...groupMentions(view), ...openGroups(view)].filter(
    ({ start, end }) => !own.some((mention) => mention.start <= start && end <= mention.end),
  );
  const known = districtLists(view, tokens, longestFirst([...own, ...others]));
  return longestFirst([...known, ...bodiesByForm(view, tokens, lexicon, forms, known)]);
}
