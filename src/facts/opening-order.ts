import { rolesIn, type RolePart } from "../recognise/roles.ts";
import { mentionsIn, type Reading } from "./context.ts";

// Matches the end of "… đề nghị A, B thực hiện các nội dung sau:", "… yêu cầu A tập trung chỉ đạo một số việc như sau:".
const INTRODUCES =
  /^[^.;:]{0,40}(?:thuc hien|trien khai|tap trung|quan tam|chi dao|to chuc|phoi hop|khan truong)[^.;:]{0,120} sau(?: day)? ?:["”* ]*$/u;
// Must not match "xét đề nghị của Sở Y tế", which is no order.
const ORDERS = /(?<![\p{L}])(?<!(?:xet|theo) )(?:de nghi|yeu cau)(?! cua)(?![\p{L}])/gu;

/**
 * The bodies that an opening orders to do all that stands below it: "Sở Y tế đề nghị phòng Y tế các huyện thực hiện các nội dung sau:". Generic words
 * ("các cơ quan, đơn vị") address whoever reads and name nobody.
 */
export function openingOrder({ layout: { view, blocks }, mentions }: Reading): readonly RolePart[] {
  const last = blocks.findLast(({ zone }) => zone === "opening");
  if (last === undefined) return [];
  const { content, end } = last;
  const at = [...view.folded.slice(content, end).matchAll(ORDERS)].at(-1)?.index;
  if (at === undefined) return [];
  const start = content + at;
  const { leads } = rolesIn(view, start, end, mentionsIn(mentions, start, end));
  const until = leads.at(-1)?.mention.end;
  if (until === undefined || !INTRODUCES.test(view.folded.slice(until, end))) return [];
  const named = leads.filter(({ mention }) => mention.local !== "co-quan-don-vi");
  return named.map(({ mention }) => ({ mention, basis: "assigned" }));
}
