import { rolesIn } from "../recognise/roles.ts";
import type { SectionNode } from "../text/sections.ts";
import { mentionsIn, type Reading } from "./context.ts";
import type { TaskReading } from "./task-parts.ts";

// Matches "tại khoản 2 Mục II", "tại khoản 2 và khoản 3 Mục II", "tại Mục III của Kế hoạch này", "nêu tại điểm b, khoản 1, Mục II".
const NAMES_SECTION =
  /(?:tai|theo|trong|o) (?:(?:diem|tiet) (?<point>[a-zđ]|\d+(?:\.\d+)*),? )?(?:(?:khoan|muc|tiet|diem) (?<numbers>\d+(?:\.\d+)*(?:(?:, | va )(?:(?:khoan|muc|tiet|diem) )?\d+(?:\.\d+)*){0,9}),? )?(?:muc|phan|phan thu) (?<part>[ivx]+)(?![\p{L}])/u;

// Matches the order of one who is named above: "Chủ trì thực hiện các nhiệm vụ nêu ". Must not match "Theo dõi việc thực hiện các nhiệm vụ ".
const CARRIES_OUT =
  /^["“\s]*(?:chu tri|to chuc|trien khai|truc tiep)?,? ?(?:phoi hop )?(?:to chuc |trien khai )?(?:thuc hien|trien khai) (?:cac |nhung )?(?:nhiem vu|noi dung|giai phap)(?: [\p{L},]+){0,6} ?$/u;

/** An order that names a section gives its body to every task there that names no lead. */
export function orderSection(reading: Reading, node: SectionNode, tasks: readonly TaskReading[]): void {
  const { view } = reading.layout;
  const { start, end } = node.content;
  const match = NAMES_SECTION.exec(view.folded.slice(start, end));
  if (match === null) return;
  const { point, numbers = "", part = "" } = match.groups ?? {};
  const sections = (numbers.match(/\d+(?:\.\d+)*/gu) ?? [undefined]).map((number) => {
    // "điểm 3.3 khoản 3 Mục II" says its 3 twice.
    const below = point?.startsWith(`${number ?? ""}.`) === true ? [point] : [number, point];
    return [part.toUpperCase(), ...below].filter((step) => step !== undefined).join(".");
  });
  const at = start + match.index;
  const sentenceStart = Math.max(start, view.folded.lastIndexOf(". ", at) + 1);
  const own = rolesIn(view, sentenceStart, at, mentionsIn(reading.mentions, sentenceStart, at));
  // "3. Sở Công Thương: a) Chủ trì thực hiện các nhiệm vụ tại mục 5 Phần III": the head of the item says who.
  const isHeads = own.leads.length === 0 && CARRIES_OUT.test(view.folded.slice(sentenceStart, at));
  const leads = isHeads ? (tasks.find((task) => task.node === node)?.leads ?? []) : own.leads;
  const { directed } = own;
  if (leads.length === 0) return;
  for (const task of tasks) {
    if (
      task.leads.length > 0 ||
      task.node === node ||
      !sections.some((section) => task.node.section === section || task.node.section.startsWith(`${section}.`))
    )
      continue;
    task.leads = leads.map((lead) => ({ ...lead, inherited: true }));
    task.directed = directed.map((mention) => ({ mention, basis: "assigned", inherited: true }));
  }
}
