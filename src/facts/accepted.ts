import type { AgencyMention } from "../recognise/mention.ts";
import { isListed } from "../recognise/roles.ts";
import type { Reading } from "./context.ts";

// Matches words before a generic body that make it one that is overseen or addressed: "sự lãnh đạo của các cấp ủy", "giao các cơ quan, đơn vị".
const OVERSEEN: Readonly<Record<string, RegExp>> = {
  "chinh-quyen": /(?:cua|doi voi|vai tro|trach nhiem)(?: cac)? $/u,
  "cap-uy": /./u,
  "to-chuc-dang":
    /(?:lanh dao|chi dao|kiem tra|giam sat|trach nhiem|giao|yeu cau|doi voi)(?: cua| doi voi| cho)?(?: cac| tung| nhung)? $/u,
  "co-quan-don-vi": /(?:cho|cua|giao|yeu cau|de nghi|boi)(?: cac| tung)? $/u,
  "cac-so-nganh": /(?:cua|giua|giao|yeu cau)(?: cac)? $/u,
};

/** "tổ chức đảng" without "cấp ủy" is often what is founded or strengthened. */
function kindOf({ local, name }: AgencyMention): string {
  return local === "cap-uy" && /^(?:các |từng |mọi )?tổ chức đảng/iu.test(name.normalize("NFC"))
    ? "to-chuc-dang"
    : local;
}

/** The mentions that name a body: generic words only where they act, are addressed or overseen, or stand in a list with one that does. */
export function acceptedMentions(
  { layout: { view }, mentions }: Reading,
  acting: ReadonlySet<AgencyMention>,
): readonly AgencyMention[] {
  const accepted = mentions.map(
    (mention) =>
      !mention.weak ||
      acting.has(mention) ||
      (OVERSEEN[kindOf(mention)]?.test(view.folded.slice(Math.max(0, mention.start - 20), mention.start)) ?? false),
  );
  const joined = (one: number, other: number): boolean => {
    const [first, second] = [mentions[one], mentions[other]];
    if (first === undefined || second === undefined) return false;
    const between = view.folded.slice(first.end, second.start);
    // A short name in brackets: "UBND các huyện, thị xã (địa phương)".
    return isListed(between) || /^ ?\((?:[^()]{0,30} )?$/u.test(between);
  };
  for (let place = 1; place < mentions.length; place++)
    if (accepted[place] === false && accepted[place - 1] === true && joined(place - 1, place)) accepted[place] = true;
  for (let place = mentions.length - 2; place >= 0; place--)
    if (accepted[place] === false && accepted[place + 1] === true && joined(place, place + 1)) accepted[place] = true;
  return mentions.filter((_, place) => accepted[place]);
}
