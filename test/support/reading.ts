import { extract } from "../../src/facts/extract.ts";
import type { Facts } from "../../src/facts/model.ts";
import { loadKnowledge } from "../../src/knowledge.ts";
import { agencyMentions } from "../../src/recognise/agencies.ts";
import type { AgencyMention } from "../../src/recognise/mention.ts";
import { tokensOf } from "../../src/recognise/tokens.ts";
import { layoutOf, type Layout } from "../../src/text/structure.ts";

/** The layout of a clean text. */
export function layout(source: string): Layout {
  return layoutOf(source, { kinds: loadKnowledge().kindHeadings }, () => null);
}

/** The bodies that a text of a province names. */
export function bodiesIn({ view }: Layout): readonly AgencyMention[] {
  const { registry, lexicon, forms } = loadKnowledge();
  return agencyMentions(view, tokensOf(view, registry.nameWords), lexicon, forms, "province");
}

/** The facts of a text that stands in a province's plan under "II. NHIỆM VỤ". */
export function factsOf(source: string): Facts {
  return extract({ name: "invented.txt", text: source, encoding: "utf-8" }, loadKnowledge());
}

const HEAD = `ỦY BAN NHÂN DÂN TỈNH LÀO CAI          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 12/KH-UBND                         Lào Cai, ngày 02 tháng 3 năm 2022

KẾ HOẠCH
Phát triển cây dược liệu

Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

II. NHIỆM VỤ

`;

/** The facts of items that stand under "II. NHIỆM VỤ" of an invented plan. */
export function tasksOf(items: string): Facts {
  return factsOf(HEAD + items);
}

/** An id without its province: "vn/lao-cai/so-y-te" → "so-y-te". */
export function local(id: string): string {
  return id.split("/").slice(1).at(-1) ?? id;
}
