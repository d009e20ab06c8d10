import type { TextView } from "../text/view.ts";
import { mentionAt, type AgencyMention } from "./mention.ts";

// Matches the local id of a mass organisation or of its board: "hoi-nong-dan", "ban-thuong-vu-tinh-doan".
const OF_UNION =
  /^(?:ban-(?:thuong-vu|chap-hanh|thuong-truc)-)?(?<union>hoi-(?:lien-hiep-phu-nu|nong-dan|cuu-chien-binh|chu-thap-do|nguoi-cao-tuoi|khuyen-hoc)|tinh-doan|lien-doan-lao-dong|uy-ban-mat-tran-to-quoc-viet-nam)$/u;

const FRONT = "uy-ban-mat-tran-to-quoc-viet-nam";

/** The mass organisation, or the Front, that a local id belongs to; null for any other body. */
export function unionOf(local: string): string | null {
  return OF_UNION.exec(local)?.groups?.["union"] ?? null;
}

/** What the unions' bodies at the centre are called, where it is not "Trung ương Hội … Việt Nam". */
const CENTRES: ReadonlyMap<string, string> = new Map([
  ["tinh-doan", "trung-uong-doan-thanh-nien-cong-san-ho-chi-minh"],
  ["lien-doan-lao-dong", "tong-lien-doan-lao-dong-viet-nam"],
]);

// Matches "Ban Thường vụ Hội", "BTV", "Ban Chấp hành Hội" where no name follows. Must not match "Ban Thường vụ Tỉnh ủy", "Ban Thường vụ Hội Nông dân".
const BOARD =
  /(?<![\p{L}])(?<organ>ban thuong vu|btv|ban chap hanh|bch)(?: hoi| lien doan)?(?! (?:(?:tinh|thanh|huyen|thi|quan|dang|doan|trung|hoi|lien|cong|tong|va|cac)(?![\p{L}])|nha |dang ))(?![\p{L}])/gu;
const CENTRE = /(?<![\p{L}])(?:(?:trung uong|tw) (?:hoi|doan)|tong lien doan)(?![\p{L}])/gu;

// Matches "Ban Thường trực" where no name follows.
const STANDING =
  /(?<![\p{L}])ban thuong truc(?! (?:uy ban|ubmttq|mat tran|hdnd|hoi dong|tinh uy|huyen uy))(?![\p{L}])/gu;

/** Yields the bodies that a mass organisation's or the Front's own document names in short: "Ban Thường vụ Hội", "Trung ương Hội", "Ban Thường trực". */
export function* unionBodies({ text, folded }: TextView, union: string): Generator<AgencyMention> {
  // "Ban Thường vụ Hội Nông dân tỉnh" is named in full.
  const isNamed = (end: number): boolean => /^ \p{Lu}/u.test(text.slice(end, end + 2));
  if (union === FRONT) {
    for (const { 0: found, index } of folded.matchAll(STANDING)) {
      const end = index + found.length;
      if (!isNamed(end) && /^\p{Lu}\p{Ll}/u.test(text.slice(index, index + 2)))
        yield mentionAt(
          text,
          { start: index, end },
          { local: `thuong-truc-${FRONT}`, level: "province", isUnknown: false },
        );
    }
    return;
  }
  for (const { 0: found, index, groups } of folded.matchAll(BOARD)) {
    const end = index + found.length;
    if (isNamed(end) || !/^\p{Lu}/u.test(text.slice(index, index + 1))) continue;
    const organ = /^(?:ban chap hanh|bch)/u.test(groups?.["organ"] ?? "") ? "ban-chap-hanh" : "ban-thuong-vu";
    yield mentionAt(text, { start: index, end }, { local: `${organ}-${union}`, level: "province" });
  }
  for (const { 0: found, index } of folded.matchAll(CENTRE)) {
    const end = index + found.length;
    const local = CENTRES.get(union) ?? `trung-uong-${union}-viet-nam`;
    if (!isNamed(end)) yield mentionAt(text, { start: index, end }, { local, level: "centre" });
  }
}
