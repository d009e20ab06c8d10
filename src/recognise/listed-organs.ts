import { slug } from "../registry/fold.ts";
import type { TextView } from "../text/view.ts";
import { mentionAt, type AgencyMention } from "./mention.ts";

const ORGAN = "(?:uy ban kiem tra|ban (?:tuyen giao(?: va dan van)?|to chuc|dan van|noi chinh)|van phong)";
// Matches "Ủy ban Kiểm tra" and "Ban Dân vận" of "Ủy ban Kiểm tra, Ban Dân vận, Văn phòng Tỉnh ủy".
const BEFORE_THE_LAST = new RegExp(
  `(?<![\\p{L}])(?<organ>${ORGAN})(?=(?:(?:, | va )${ORGAN}){1,6} (?:tinh|thanh) uy(?![\\p{L}]))`,
  "gu",
);

/** Yields the organs of a provincial Party committee in lists that name the committee once, behind the last of them. */
export function* listedOrgans({ text, folded }: TextView): Generator<AgencyMention> {
  for (const { 0: found, index, groups } of folded.matchAll(BEFORE_THE_LAST))
    yield mentionAt(
      text,
      { start: index, end: index + found.length },
      { local: `${slug(groups?.["organ"] ?? "")}-tinh-uy`, level: "province", isUnknown: false },
    );
}
