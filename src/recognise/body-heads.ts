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

/**
 * Small words inside names that elsewhere would begin what a body does, or that names do not begin with. A row of data/phrases/name-insides.json.
 * "goes-on": the name goes on over them and after them ("Cục Người có công"). "verbal": so, but only with a capital or after "và", as they may be what the body
 * does ("Cục Quản lý chất lượng", not "Sở Y tế quản lý chất lượng"). "closes": after them only a place, a name or "và" goes on ("Phòng Cảnh sát điều tra tội
 * phạm về ma túy"). "opens": so, and boards have it right after their head ("Ban Quản lý chợ", "Ban Chỉ đạo cải cách hành chính").
 */
export interface NameInside {
  readonly phrase: string;
  readonly how: "goes-on" | "verbal" | "closes" | "opens";
}

/** What tells bodies by the form of their names: how they begin, the small words that no name goes on over, and those that stand inside all the same. */
export interface FormWords {
  readonly heads: WordTree<BodyHead>;
  readonly ends: ReadonlySet<string>;
  readonly insides: WordTree<NameInside>;
  /** Short forms of what departments and ministries are for, folded: "gd dt" → "giao duc va dao tao". A room of a district bears them too. */
  readonly subjects: ReadonlyMap<string, string>;
}

export function formWordsOf(
  heads: readonly BodyHead[],
  ends: readonly string[],
  insides: readonly NameInside[],
  named: readonly Named[],
): FormWords {
  return {
    heads: treeOf(heads, ({ head }) => head),
    ends: new Set(ends.map((end) => end.toLowerCase())),
    insides: treeOf(insides, ({ phrase }) => phrase),
    subjects: subjectsOf(named),
  };
}

/** Rows by the words of a name in which "và" counts for nothing, as in tokens. */
function treeOf<T>(rows: readonly T[], nameOf: (row: T) => string): WordTree<T> {
  const tree = new WordTree<T>();
  for (const row of rows)
    tree.add(
      words(nameOf(row)).filter((word) => word !== "va"),
      row,
    );
  return tree;
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
  return /^(?:Ban Thường vụ|Ban Chấp hành|Ban Thường trực|Ban Bí thư|Đoàn Chủ tịch|Đảng đoàn|Ban cán sự đảng|Đảng ủy|Văn phòng|Thanh tra|Chi nhánh|Phòng giao dịch)$/u.test(
    head,
  );
}

/** True for boards, whose names say in small letters what they are for: "Ban Chỉ đạo cải cách hành chính". */
export function isBoard({ head }: BodyHead): boolean {
  return /^(?:Ban Chỉ đạo|Ban Chỉ huy|Ban Quản lý|Hội đồng|Tổ [Cc]ông tác)$/u.test(head);
}

/** True where the head is printed as it is spelt, not a word that folds to the same: "Số" is no "Sở". Headings in capitals name no bodies. */
export function isPrinted(printed: string, { head }: BodyHead): boolean {
  const isCapitals = printed.length > 1 && printed === printed.toUpperCase() && head !== head.toUpperCase();
  return !isCapitals && printed.toLowerCase().replace(/\s+/gu, " ") === head.toLowerCase();
}

/** A local id: the slug of the words, with the committees in short. */
export function localOf(name: string): string {
  return (
    words(name)
      .join("-")
      // "Hà Tĩnh" is a province's name.
      .replace(/(?<!-ha)-tinh$|-thanh-pho$/u, "")
      .replaceAll("uy-ban-nhan-dan", "ubnd")
      .replaceAll("hoi-dong-nhan-dan", "hdnd")
  );
}
