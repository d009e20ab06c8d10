import type { Level } from "../registry/model.ts";
import type { TextView } from "../text/view.ts";
import { bodiesByForm } from "./bodies-by-form.ts";
import { withDeclaredNames } from "./declared-names.ts";
import type { FormWords } from "./body-heads.ts";
import { departmentBodies } from "./department-bodies.ts";
import { districtBodies, type District } from "./district-bodies.ts";
import { districtLists } from "./district-lists.ts";
import { groupMentions } from "./groups.ts";
import { openGroups } from "./open-groups.ts";
import { listedGroups } from "./listed-groups.ts";
import { listedOrgans } from "./listed-organs.ts";
import type { Lexicon } from "./lexicon.ts";
import { longestFirst, type AgencyMention } from "./mention.ts";
import { namedBodies } from "./named-bodies.ts";
import { unionBodies } from "./union-bodies.ts";
import type { Token } from "./tokens.ts";

/**
 * The bodies named in the view, in the order of the text; of several at one place the longest. Generic words are among them (`weak`). `district` is set
 * where the document is a district's own, `union` where it is a mass organisation's, `department` where it is a department's.
 */
export function agencyMentions(
  view: TextView,
  tokens: readonly Token[],
  lexicon: Lexicon,
  forms: FormWords,
  level: Level,
  district: District | null = null,
  union: string | null = null,
  department: string | null = null,
): readonly AgencyMention[] {
  const own = [
    ...(district === null ? [] : districtBodies(view, district)),
    ...(union === null ? [] : unionBodies(view, union)),
    ...(department === null ? [] : departmentBodies(view, department)),
  ];
  // What the document means by its short names comes before what the province would mean.
  const groups = [...groupMentions(view)];
  // "HĐND, UBND các tỉnh": of one place the group counts, whose other members stand behind it.
  const councils = groups.filter(({ local }) => local.startsWith("hdnd-cap"));
  const others = [
    ...councils,
    ...namedBodies(view, tokens, lexicon, level),
    ...listedOrgans(view),
    ...groups,
    ...openGroups(view),
    ...listedGroups(view),
  ].filter(
    ({ start, end }) =>
      !own.some((mention) => mention.start <= start && end <= mention.end) &&
      // "Trợ lý TTg" is a person.
      !/tro ly $/u.test(view.folded.slice(Math.max(0, start - 7), start)),
  );
  const known = districtLists(view, tokens, longestFirst([...own, ...others]));
  const all = longestFirst([...known, ...bodiesByForm(view, tokens, lexicon, forms, known)]);
  const named: AgencyMention[] = [];
  for (const mention of withDeclaredNames(view, all))
    named.push(
      sharesBoard(view, named.at(-1), mention) ? { ...mention, local: `thuong-truc-${mention.local}` } : mention,
    );
  return named;
}

/** "Thường trực Tỉnh ủy, HĐND tỉnh", "TT. Đảng ủy, HĐND xã", "Thường trực: Tỉnh ủy, HĐND tỉnh" names two standing boards. */
function sharesBoard({ folded }: TextView, before: AgencyMention | undefined, mention: AgencyMention): boolean {
  if (
    mention.local === "tinh-uy" &&
    /(?:^|[^\p{L}])(?:thuong truc|tt) ?: ?$/u.test(folded.slice(Math.max(0, mention.start - 14), mention.start))
  )
    return true;
  if (before === undefined || !/^thuong-truc-(?:tinh|thanh|huyen|thi|quan|dang)-uy/u.test(before.local)) return false;
  if (!/^hdnd(?:$|-(?:huyen|quan|thi-xa|xa|phuong|dac-khu|thanh-pho))/u.test(mention.local)) return false;
  return /^(?:, | va )$/u.test(folded.slice(before.end, mention.start));
}
