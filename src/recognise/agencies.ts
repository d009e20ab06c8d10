import type { Level } from "../registry/model.ts";
import type { TextView } from "../text/view.ts";
import { bodiesByForm } from "./bodies-by-form.ts";
import type { FormWords } from "./body-heads.ts";
import { districtLists } from "./district-lists.ts";
import { groupMentions } from "./groups.ts";
import { openGroups } from "./open-groups.ts";
import type { Lexicon } from "./lexicon.ts";
import { longestFirst, type AgencyMention } from "./mention.ts";
import { namedBodies } from "./named-bodies.ts";
import type { Token } from "./tokens.ts";

/** The bodies named in the view, in the order of the text; of several at one place the longest. Generic words are among them (`weak`). */
export function agencyMentions(
  view: TextView,
  tokens: readonly Token[],
  lexicon: Lexicon,
  forms: FormWords,
  level: Level,
): readonly AgencyMention[] {
  const known = districtLists(
    view,
    tokens,
    longestFirst([...namedBodies(view, tokens, lexicon, level), ...groupMentions(view), ...openGroups(view)]),
  );
  return longestFirst([...known, ...bodiesByForm(view, tokens, lexicon, forms, known)]);
}
