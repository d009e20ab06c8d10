import { words } from "../registry/fold.ts";
import type { Level } from "../registry/model.ts";
import { WordTree } from "./word-tree.ts";

/** The first words of a body's name, and what they say of it. A row of data/phrases/body-heads.json. */
export interface BodyHead {
  readonly head: string;
  /** Where such bodies are, whatever document names them; null: where the document is. */
  readonly level: Level | null;
  /** True where the province's name belongs to the body's: "Báo An Giang". */
  readonly keepsPlace: boolean;
  readonly example: string;
}

/** What tells bodies by the form of their names: how they begin, and the small words that no name goes on over. */
export interface FormWords {
  readonly heads: WordTree<BodyHead>;
  readonly ends: ReadonlySet<string>;
  /** Short forms of what departments and ministries are for, folded: "gd dt" → "giao duc va dao tao". A room of a district bears them too. */
  readonly subjects: ReadonlyMap<string, string>;
}

export function formWordsOf(heads: readonly BodyHead[], ends: readonly string[], named: readonly Named[]): FormWords {
  const tree = new WordTree<BodyHead>();
  for (const head of heads)
    tree.add(
      words(head.head).filter((word) => word !== "va"),
      head,
    );
  return { heads: tree, ends: new Set(ends.map((end) => end.toLowerCase())), subjects: subjectsOf(named) };
}

interface Named {
  readonly name: string;
  readonly abbreviations: readonly string[];
}

/** "Sở GD&ĐT" of "Sở Giáo dục và Đào tạo" tells what "GD&ĐT" is short for. */
function subjectsOf(named: readonly Named[]): ReadonlyMap<string, string> {
  return new Map(
    named.flatMap(({ name, abbreviations }) => {
      const subject = /^(?:Sở|Bộ) (?<subject>.+)$/u.exec(name)?.groups?.["subject"];
      if (subject === undefined) return [];
      return abbreviations.flatMap((abbreviation) => {
        const short = /^(?:Sở|Bộ) (?<short>[\p{Lu}&-]{4,})$/u.exec(abbreviation)?.groups?.["short"];
        return short === undefined ? [] : [[words(short).join(" "), words(subject).join(" ")] as const];
      });
    }),
  );
}

/** True for heads that stand before the name of the body whose part they are: "Ban Thường vụ" + "Hội Nông dân tỉnh". */
export function isPartOf({ head }: BodyHead): boolean {
  return /^(?:Ban Thường vụ|Ban Chấp hành|Đảng đoàn|Ban cán sự đảng|Đảng ủy|Văn phòng|Phòng giao dịch)$/u.test(head);
}

/** True where the head is printed as it is spelt, not a word that folds to the same: "Số" is no "Sở". Headings in capitals name no bodies. */
export function isPrinted(printed: string, { head }: BodyHead): boolean {
  const isCapitals = printed.length > 1 && printed === printed.toUpperCase() && head !== head.toUpperCase();
  return !isCapitals && printed.toLowerCase().replace(/\s+/gu, " ") === head.toLowerCase();
}

/** A local id: the slug of the words, with the committees in short. */
export function localOf(name: string): string {
  return words(name)
    .join("-")
    .replace(/-(?:tinh|thanh-pho)$/u, "")
    .replaceAll("uy-ban-nhan-dan", "ubnd")
    .replaceAll("hoi-dong-nhan-dan", "hdnd");
}
