import type { AgencyMention } from "../recognise/mention.ts";
import { isListed } from "../recognise/roles.ts";
import type { Reading } from "./context.ts";
import type { Facts } from "./model.ts";
import { printed } from "./spans.ts";

// Matches what opens a short name: " (", " (sau đây gọi tắt là ", " (gọi chung là ".
const OPENS = /^ ?\((?:(?:sau day )?(?:duoc )?(?:goi|viet)(?: tat| chung)?(?: la)?:? ?)?(?:cac )?["']?$/u;

/** Names that the text declares to be short for the bodies listed before them: "UBND các huyện, thị xã, thành phố (địa phương)". */
export function shortNameFacts(
  { source, layout: { view }, idOf }: Reading,
  mentions: readonly AgencyMention[],
): Facts["shortNames"] {
  return mentions.flatMap((mention, place) => {
    const last = mentions[place - 1];
    if (last === undefined || !OPENS.test(view.folded.slice(last.end, mention.start))) return [];
    if (!/^["']?\)/u.test(view.folded.slice(mention.end, mention.end + 2)) || idOf(last) === idOf(mention)) return [];
    const means = [last];
    for (let before = place - 2; before >= 0; before--) {
      const earlier = mentions[before];
      if (earlier === undefined || !isListed(view.folded.slice(earlier.end, means[0]?.start))) break;
      means.unshift(earlier);
    }
    const isDeclared = /goi|viet/u.test(view.folded.slice(last.end, mention.start));
    // Without "gọi là" only the body directly before is meant.
    const listed = isDeclared ? means : [last];
    const { text, ...span } = printed(source, view, mention.start, mention.end);
    return [
      { words: text.replace(/\s+/gu, " "), agency: idOf(mention), means: [...new Set(listed.map(idOf))], ...span },
    ];
  });
}
