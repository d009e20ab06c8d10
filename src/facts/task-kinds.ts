import type { Roles } from "../recognise/roles.ts";
import type { SectionNode } from "../text/sections.ts";
import { assignmentFields, carriesOutAbove } from "./assignment-lines.ts";
import { mentionsIn, type Reading } from "./context.ts";
import { purposeOf } from "./purpose.ts";

/** What an entry of the outline is for tasks: one, what gives its bodies or is a title to those below, a line that assigns those above, or none. */
export type TaskKind = "task" | "head" | "heading" | "assignment" | "none";

// Matches what ends a document and orders nothing of its own.
const CLOSING =
  /^(?:rat mong|tran trong|tren day la|trong qua trinh|nhan duoc|(?:ke hoach|chi thi|chuong trinh|nghi quyet|quyet dinh|ket luan|huong dan|thong bao|cong van|cong dien|van ban|to trinh|quy che|quy dinh|de an)(?: hanh dong| phoi hop)? nay (?:co hieu luc|duoc|pho bien|thay the|da|thay|se)|yeu cau (?:[^.;]{0,240})(?:nghiem tuc|khan truong|trien khai|to chuc) (?:[^.;]{0,40})(?:thuc hien|trien khai)[^;]{0,120}$|(?:uy ban nhan dan|ubnd|so|bo|ban|chu tich|tinh uy|thanh uy)[^.;:]{0,80}(?:yeu cau|de nghi|thong bao)[^.;:]{0,160}(?:nghiem tuc|trien khai|khan truong|thuc hien|quan tam)[^;:]{0,120}$)/u;
// Matches a paragraph that only points elsewhere: "… được nêu tại Phụ lục kèm theo".
const POINTS_ELSEWHERE =
  /(?:phu luc|bieu|danh muc|bang)(?: [\p{L}\d.]+){0,4} (?:kem theo|dinh kem)|(?:neu|quy dinh|thuc hien|phan cong|the hien|chi tiet|cu the) (?:cu the )?(?:tai|theo|trong|o) (?:cac )?(?:phu luc|bieu|bang|danh muc)(?: (?:so )?[\divx.]+)?[.;]?$|(?:chi tiet|noi dung cu the|nhiem vu cu the)[^.;]{0,60}(?:phu luc|bieu)/u;
// Matches "Kinh phí thực hiện Kế hoạch do ngân sách nhà nước bảo đảm …", "Nhu cầu vốn … là 120 tỷ đồng": where money comes from orders nothing.
const TELLS_SOURCE =
  /^(?:tong )?(?:nhu cau|nguon)? ?(?:kinh phi|von)(?: [^.;:]{0,80})? (?:do|tu|gom|bao gom|la|duoc (?:bo tri|bao dam|dam bao|lay|can doi))(?![\p{L}])/u;
const NO_ORDER_ARTICLE =
  /^(?:ban hanh (?:kem theo|quy|ke hoach|chuong trinh|danh muc|de an)|phe duyet|quyet dinh nay|nghi quyet nay|thong tu nay|cong bo|thanh lap|bai bo|sua doi|pham vi dieu chinh|doi tuong ap dung|giai thich tu ngu|hieu luc)/u;

/** Tells what an entry of the outline is for tasks. */
export function kindOf(reading: Reading, node: SectionNode, rolesOf: (node: SectionNode) => Roles): TaskKind {
  const hasLeads = (): boolean => rolesOf(node).leads.length > 0;
  const { view } = reading.layout;
  const { start, end } = node.content;
  const folded = view.folded.slice(start, end).trim();
  if (folded === "") return "none";
  if (node.row !== null) return purposeOf(node, view) === "aims" ? "none" : "task";
  if (node.style === "annex" || node.style === "part" || node.style === "chapter") return "heading";
  if (isAssignment(reading, node)) return "assignment";
  const isIntro = /:["”*\s]*$/u.test(folded);
  // A table behind a whole sentence is an annex of the text, not a part of the item.
  const isWhole = /[.](?:\/\.)?["”*\s]*$/u.test(folded);
  const marked = node.children.filter(
    (child) => child.style !== "paragraph" && !(child.row !== null && isWhole) && !isAssignment(reading, child),
  );
  if (isIntro && (node.style === "paragraph" || marked.length > 0 || node.children.length > 0)) return "head";
  if (marked.length > 0) return "heading";
  const purpose = purposeOf(node, view);
  if (purpose === "aims") return "none";
  const paragraphs = node.children.filter((child) => child.style === "paragraph" && !isAssignment(reading, child));
  if (paragraphs.length > 0 && isTitle(folded, node)) return "heading";
  if (isHeadingOnly(folded, node)) return "heading";
  if ((POINTS_ELSEWHERE.test(folded) || TELLS_SOURCE.test(folded)) && !hasLeads()) return "none";
  if (node.style === "paragraph") {
    if (node.block.zone === "annex" && node.parent === null) return "none";
    if (CLOSING.test(folded) || folded.length < 25 || /^\(/u.test(folded)) return "none";
    if (node.parent === null && purpose === null && !hasLeads()) return "none";
  }
  if (isArticleText(node, view.folded, rolesOf) && (NO_ORDER_ARTICLE.test(folded) || !hasLeads())) return "none";
  return "task";
}

// Matches "Điều 3. Tổ chức thực hiện", "Trách nhiệm của các sở".
const WORK_ARTICLE =
  /^["“ ]*(?:nhiem vu|giai phap|cac nhiem vu|to chuc thuc hien|trach nhiem|noi dung|phan cong|kinh phi|nguon luc)/u;

/** True for what an article of a decision says by itself or directly below, unless the article is a titled part that gives work. */
function isArticleText(node: SectionNode, folded: string, rolesOf: (node: SectionNode) => Roles): boolean {
  if (node.style === "article") return true;
  const { parent } = node;
  if (parent?.style !== "article") return false;
  const title = folded.slice(parent.content.start, parent.content.end);
  // "Điều 3. Ủy ban nhân dân các huyện có trách nhiệm:"
  return !WORK_ARTICLE.test(title) && !(/:\s*$/u.test(title) && rolesOf(parent).leads.length > 0);
}

/** A title has no full stop and no second clause. */
function isTitle(folded: string, node: SectionNode): boolean {
  return node.style !== "dash" && node.style !== "plus" && !/[.;]["”*]?$/u.test(folded) && folded.length < 260;
}

/** A part's heading that nothing stands below. */
function isHeadingOnly(folded: string, node: SectionNode): boolean {
  return (
    (node.style === "roman" || node.style === "capital") &&
    node.children.length === 0 &&
    folded.length < 120 &&
    !/[.;]$/u.test(folded)
  );
}

function isAssignment(reading: Reading, node: SectionNode): boolean {
  const { view } = reading.layout;
  const { start, end } = node.content;
  if (node.row !== null || node.children.length > 0) return false;
  if (assignmentFields(view, start, end) !== null) return true;
  if (node.style !== "star" && node.style !== "paragraph") return false;
  const inside = mentionsIn(reading.mentions, start, end);
  const last = inside.at(-1);
  if (last === undefined || inside[0] === undefined || inside[0].start - start >= 12) return false;
  // "(Ban Tổ chức Tỉnh ủy tham mưu, báo cáo …)": a line in brackets orders nothing of its own.
  const isBracketed = /^\([^()]*(?:\([^()]*\)[^()]*){0,9}\)[.;]?["”*\s]*$/u.test(view.folded.slice(start, end));
  return isBracketed || carriesOutAbove(view, start, last.end, end);
}
