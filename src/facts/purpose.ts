import type { SectionNode } from "../text/sections.ts";
import type { TextView } from "../text/view.ts";

/** What a part is for: it sets aims and tells the situation, or it gives work. */
export type Purpose = "aims" | "work";

const AIMS =
  /^(?:cac |ve |nhung |mot so )?(?:quan diem|m[uv]c (?:tieu|dich)|yeu cau(?= ?$| ?[.:;,]| (?:va|chung|cu the|dat ra|doi voi|nhiem vu|ve|cua|trong|khi|de ra)(?![\p{L}]))|chi tieu|tam nhin|thuc trang|danh gia(?! muc do| tac dong| xep loai| chi so| phan loai)|tinh hinh|ket qua|ton tai|han che|nguyen nhan|boi canh|su can thiet|can cu|co so (?:phap ly|thuc tien|chinh tri)|pham vi|doi tuong|nguyen tac|phuong cham|dac diem|du bao|bai hoc|khai quat|uu diem|khuyet diem|giai thich|ly do|hien trang|noi dung(?:, hinh thuc)? tuyen truyen|noi dung trong tam tuyen truyen)(?![\p{L}])/u;
const WORK =
  /nhiem vu|giai phap|bien phap|to chuc thuc hien|trien khai|kinh phi|nguon luc|nguon von|phan cong|trach nhiem|noi dung|tien do|thuc hien|hoat dong|che do (?:thong tin|bao cao)|dieu khoan thi hanh|to chuc/u;
const MAY_BE_WORK = /^(?:danh gia|du bao)(?![\p{L}])/u;
const LONGEST_HEADING = 200;

/** What the part is for that a node stands in: the nearest heading that says so decides. Null where none does. */
export function purposeOf(node: SectionNode, view: TextView): Purpose | null {
  for (let step: SectionNode | null = node; step !== null; step = step.parent) {
    const isLeaf = step === node;
    const { start, end } = step.content;
    const heading = view.folded.slice(start, Math.min(end, start + LONGEST_HEADING)).replace(/^[\s"“*]+/u, "");
    const colon = heading.indexOf(":");
    const title = isLeaf ? heading.slice(0, colon < 0 || colon > 40 ? 0 : colon) : heading;
    // "1. Nội dung" leaves it to the part: of what.
    if (title === "" || title.trim() === "noi dung") continue;
    // "- Đánh giá hiện trạng từng vùng, trong đó:" is work where the part is.
    if (!isLeaf && step.parent !== null && MAY_BE_WORK.test(title)) continue;
    if (AIMS.test(title)) {
      // "Mục tiêu, nhiệm vụ" leaves it to the parts below.
      if (!isLeaf && /nhiem vu|giai phap/u.test(title)) return null;
      return "aims";
    }
    if (!isLeaf && WORK.test(title) && title.length < LONGEST_HEADING) return "work";
  }
  return null;
}
