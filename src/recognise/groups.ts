import type { TextView } from "../text/view.ts";
import { mentionAt, type AgencyMention } from "./mention.ts";
import { PatternSet } from "./pattern-set.ts";

interface GroupForm {
  readonly local: string;
  readonly level: AgencyMention["level"];
  readonly weak: boolean;
  readonly pattern: RegExp;
}

// All patterns run over the folded view. A separator and a word of a list have no letter in common, so that a list is read in one pass; {0,24} bounds what is
// read in vain from each of its words.
const AND = "(?:\\s?[,;/]\\s?(?:va )?|\\s?-\\s?| va | )";
const CAC = "(?:(?:toan bo |tat ca )?(?:cac|tung|moi) )?";
const TINH =
  "(?: (?:cap tinh|cua tinh|thuoc tinh|trong tinh|cua thanh pho|cap thanh pho|thuoc thanh pho|thanh pho(?! \\p{L}+ (?:uy|ho))|tinh(?! (?:uy|doan)\\b)))?";
const CHUC_NANG = "(?: chuc nang)?";
const DOAN_THE = `(?:${AND}(?:cac )?(?:doan the|hoi, doan the|hoi doan the|mat tran(?: to quoc)?(?=${AND}(?:cac )?doan the)|ban dang|to chuc doan the)){0,24}`;
const DISTRICT = "(?:quan|huyen|thi xa|thanh pho|tp|thi tran)";
const COMMUNE = "(?:xa|phuong|thi tran|dac khu)";
// What a list of districts goes on with in short: "các huyện, thành, thị".
const SHORT_DISTRICT = `(?:${DISTRICT.slice(3, -1)}|thanh|thi)`;
const UBND = "(?:uy ban nhan(?: dan)?|ubnd)";
const HDND = "(?:hoi dong nhan dan|hdnd)";

const group = (
  local: string,
  source: string,
  options: { readonly level?: AgencyMention["level"]; readonly weak?: boolean } = {},
): GroupForm => ({
  local,
  level: options.level ?? "document",
  weak: options.weak ?? false,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, "gu"),
});

const FORMS: readonly GroupForm[] = [
  // "các Sở, ban, ngành, đoàn thể tỉnh", "sở ngành", "các ban, sở, ngành cấp tỉnh"
  group(
    "cac-so-nganh",
    `${CAC}(?:so|ban)(?:${AND}(?:cac )?(?:so|ban|bo phan|phong|hoi|uy ban|dang)){0,24}${AND}(?:cac )?nganh(?! nghe| hang| kinh te)${CHUC_NANG}${DOAN_THE}${CHUC_NANG}${TINH}`,
  ),
  group("cac-so-nganh", `${CAC}nganh${AND}so(?:${AND}ban)?${DOAN_THE}${TINH}`),
  group("cac-so-nganh", `cac so(?=${AND}(?:cac )?(?:dia phuong|don vi|huyen|ubnd|uy ban nhan dan))`),
  group(
    "cac-so-nganh",
    `cac nganh${CHUC_NANG}${TINH}(?!${AND}(?:cac )?cap| nghe| hang| kinh te| cong nghiep| nong| khoa hoc| san xuat| che bien| dich vu| san pham| mui nhon| dao tao| hoc| co (?!lien quan|trach nhiem|nhiem vu|ke hoach|bien phap|giai phap|van ban|bao cao)| trong diem| y te| giao duc)`,
    { weak: true },
  ),
  group(
    "bo-nganh",
    `${CAC}bo truong${AND}(?:cac )?thu truong (?:cac )?co quan ngang bo(?:${AND}(?:cac )?(?:thu truong )?(?:cac )?co quan thuoc chinh phu)?`,
    { level: "centre" },
  ),
  group(
    "bo-nganh",
    `${CAC}(?:ban${AND})?bo(?:${AND}(?:ban|uy ban)){0,24}${AND}(?:cac )?(?:co quan ngang bo(?:${AND}(?:cac )?co quan thuoc chinh phu)?|nganh)(?:${AND}doan the)?(?: (?:o )?trung uong)?`,
    { level: "centre" },
  ),
  group("cac-cap-cac-nganh", `${CAC}cap${AND}(?:cac )?nganh`),
  group("cac-cap-cac-nganh", `${CAC}nganh${AND}(?:cac )?cap`),
  group(
    "ubnd-cap-tinh",
    `(?:${UBND} )(?:(?:cac |cap )?tinh${AND}(?:cac )?thanh pho(?: truc thuoc trung uong)?|cap tinh)`,
    { level: "centre" },
  ),
  group(
    "hdnd-cap-tinh",
    `(?:${HDND} )(?:(?:cac |cap )?tinh${AND}(?:cac )?thanh pho(?: truc thuoc trung uong)?|cap tinh)`,
    { level: "centre" },
  ),
  // "HĐND, UBND các tỉnh, thành phố": the councils of all of them.
  group("hdnd-cap-tinh", `${HDND}(?=${AND}${UBND} (?:(?:cac |cap )?tinh${AND}(?:cac )?thanh pho|cap tinh))`, {
    level: "centre",
  }),
  group("hdnd-cap-huyen", `${HDND}(?=${AND}${UBND} (?:cac |cap )${DISTRICT})`),
  group("hdnd-cap-xa", `${HDND}(?=${AND}${UBND} (?:cac |cap )${COMMUNE})`),
  // "Ủy ban nhân dân các huyện, thị xã, thành phố", "UBND cấp huyện", "UBND các quận, huyện"
  group("ubnd-cap-huyen", `${UBND} (?:cac |cap )${DISTRICT}(?:${AND}(?:cac )?${SHORT_DISTRICT}){0,24}`),
  group(
    "ubnd-cap-huyen",
    `${UBND} ${DISTRICT}(?:\\s?[,/]\\s?(?:va )?|\\s?-\\s?| va )${DISTRICT}(?:${AND}${DISTRICT}){0,24}`,
  ),
  group("ubnd-cap-xa", `${UBND} (?:cac |cap )${COMMUNE}(?:${AND}(?:cac )?${COMMUNE}){0,24}`),
  group("ubnd-cap-xa", `${UBND} ${COMMUNE}(?:\\s?[,/]\\s?(?:va )?|\\s?-\\s?| va )${COMMUNE}(?:${AND}${COMMUNE}){0,24}`),
  group("ubnd-cap-xa", `${UBND} (?:xa|phuong|thi tran)(?!${AND}${SHORT_DISTRICT}(?![\\p{L}]))`),
  group("hdnd-cap-xa", `${HDND} (?:xa|phuong|thi tran)(?!${AND}${SHORT_DISTRICT}(?![\\p{L}]))`),
  group("hdnd-cap-huyen", `${HDND} (?:huyen|quan)(?!${AND}${SHORT_DISTRICT}(?![\\p{L}]))`),
  group("ubnd-cap-huyen", `${UBND} (?:huyen|quan)(?!${AND}${SHORT_DISTRICT}(?![\\p{L}]))`),
  // "Công an các huyện, thị xã, thành phố", "công an cấp xã"
  group("cong-an-cap-huyen", `cong an (?:cac |cap )${DISTRICT}(?:${AND}(?:cac )?${DISTRICT}){0,24}`),
  group("cong-an-cap-xa", `cong an (?:cac |cap )${COMMUNE}(?:${AND}(?:cac )?${COMMUNE}){0,24}`),
  // "Ban tự quản các thôn, buôn", "trưởng các thôn, bản"
  group("thon-buon", `(?:ban tu quan |truong )?(?:cac )?thon${AND}(?:buon|lang)(?:${AND}(?:to dan pho|bon))?`, {
    weak: true,
  }),
  group("thon-buon", `ban tu quan (?:cac )?(?:thon|buon)(?:${AND}(?:buon|thon|to dan pho|bon)){0,24}`),
  group("ubnd-cac-cap", `${UBND} cac cap`),
  group("hdnd-cap-huyen", `${HDND} (?:cac |cap )${DISTRICT}(?:${AND}(?:cac )?${DISTRICT}){0,24}`),
  group("hdnd-cap-xa", `${HDND} (?:cac |cap )${COMMUNE}(?:${AND}(?:cac )?${COMMUNE}){0,24}`),
  group("hdnd-cac-cap", `${HDND} cac cap`),
  // "các huyện ủy, thị ủy, thành ủy, đảng ủy trực thuộc Tỉnh ủy", "các huyện, thị, thành ủy và các đảng ủy trực thuộc"
  group(
    "huyen-uy",
    `(?<!tinh uy, |tinh uy va )${CAC}(?:(?:huyen|thi xa|thi|quan|thanh pho|thanh)(?: uy)?${AND}){0,24}(?:huyen|thi|quan|thanh) uy(?:${AND}(?:va )?(?:cac )?(?:dang uy|dang bo)(?: khoi)?(?: truc thuoc(?: (?:tinh|thanh) uy| tinh)?)?)?`,
  ),
  group(
    "huyen-uy",
    `${CAC}(?:dang uy|dang bo)(?:${AND}chi bo)?(?: co so)? truc thuoc(?: (?:tinh|thanh) uy| tinh)?(?:${AND}(?:cac )?(?:huyen|thi|quan|thanh)(?: uy)?(?:${AND}(?:huyen|thi|quan|thanh)(?: uy)?){0,24})?`,
  ),
  group("tinh-uy", `${CAC}tinh uy${AND}(?:cac )?thanh uy(?: truc thuoc trung uong)?`, { level: "centre" }),
  group("tinh-uy", `${CAC}tinh${AND}thanh uy(?: truc thuoc trung uong)?`, { level: "centre" }),
  group("dang-uy-truc-thuoc-trung-uong", `${CAC}dang uy truc thuoc trung uong`, { level: "centre" }),
  group("dang-uy-cap-xa", `${CAC}dang uy (?:cac |cap )?${COMMUNE}(?:${AND}(?:cac )?${COMMUNE}){0,24}`),
  group(
    "cap-uy",
    `${CAC}cap uy(?! vien)(?: dang)?(?: cac cap)?(?:${AND}(?:cac )?to chuc dang)?(?: cac cap)?(?: truc thuoc)?`,
  ),
  group("cap-uy", `${CAC}to chuc dang(?! vien)`, { weak: true }),
  group("ban-hdnd", `cac ban(?: cua)? ${HDND}(?: tinh| thanh pho)?`),
  group("to-dai-bieu-hdnd", `${CAC}to dai bieu ${HDND}(?: tinh| thanh pho)?`),
  group("ban-dang", `${CAC}ban (?:xay dung )?dang(?: o| cua)? (?:trung uong|tw)`, { level: "centre" }),
  group("ban-dang", `${CAC}ban (?:xay dung )?dang(?:(?: cua)? (?:tinh uy|thanh uy))?`),
  group(
    "co-quan-tham-muu-giup-viec-tinh-uy",
    `${CAC}co quan(?: chuyen trach)?,? ?tham muu${AND}giup viec(?:(?: cua| cho)? (?:tinh uy|thanh uy|ban thuong vu tinh uy))?`,
  ),
  group("ban-can-su-dang", `${CAC}ban can su dang(?! (?:uy|toa|vien|ubnd|chinh|bo|so)\\b)`),
  group("dang-doan", `${CAC}dang doan(?! (?:hoi|mat|uy|lien|hdnd|mttq|quoc|tong|doan)\\b)`),
  group(
    "to-chuc-chinh-tri-xa-hoi",
    `${CAC}(?:to chuc|doan the|to chuc doan the)(?:${AND}doan the)? (?:chinh tri ?- ?xa hoi|ct ?-? ?xh)(?: cac cap)?${TINH}`,
  ),
  group("to-chuc-chinh-tri-xa-hoi", `${CAC}(?:to chuc )?doan the(?: chinh tri)?(?: nhan dan)?${TINH}`, { weak: true }),
  group("to-chuc-xa-hoi-nghe-nghiep", `${CAC}to chuc(?: chinh tri)? ?-? ?xa hoi ?-? ?nghe nghiep`),
  group("hoi-quan-chung", `${CAC}hoi quan chung`),
  group("co-quan-hanh-chinh-nha-nuoc-cac-cap", `${CAC}co quan (?:hanh chinh|quan ly) nha nuoc cac cap`),
  group("co-quan-chuyen-mon", `${CAC}co quan chuyen mon(?: thuoc (?:uy ban nhan dan|ubnd)(?: tinh| thanh pho)?)?`),
  group("to-chuc-don-vi-truc-thuoc", `${CAC}(?:to chuc|co quan)${AND}don vi truc thuoc(?! bo\\b)`),
  group("don-vi-truc-thuoc", `${CAC}(?<!(?:to chuc|co quan)(?:, | va ))don vi truc thuoc(?! bo\\b)`),
  group(
    "don-vi-truc-thuoc-bo",
    `${CAC}(?:(?:cuc, vu|vu, cuc|vu|cuc|co quan|to chuc)${AND})?don vi(?: thuoc,?(?: va)?)? (?:truc )?thuoc bo(?! (?:truong|chi|tu|may|mon)\\b)`,
  ),
  group("don-vi-cap-tinh", `${CAC}don vi cap tinh`),
  // "các cơ quan, đơn vị liên quan", "đơn vị có liên quan"; "cơ quan, đơn vị" alone only where it acts.
  group(
    "co-quan-don-vi",
    `${CAC}(?:co quan|don vi|to chuc)(?:${AND}(?:cac )?(?:co quan|don vi|to chuc|ban nganh)){0,24}(?: chuc nang)?(?: co)? lien quan`,
  ),
  group(
    "co-quan-don-vi",
    `(?:thu truong |nguoi dung dau )?${CAC}(?:co quan|don vi)${AND}(?:cac )?(?:to chuc${AND})?(?:don vi|co quan)${TINH}`,
    { weak: true },
  ),
  group("co-quan-don-vi", `(?<=thu truong )cac don vi`),
  group("nganh-chuc-nang", `${CAC}co quan chuc nang`, { weak: true }),
  group("co-quan-bao-chi", `${CAC}co quan(?: thong tan)?,? bao chi`, { weak: true }),
  group("co-quan-thong-tin-dai-chung", `${CAC}co quan thong tin dai chung`, { weak: true }),
  group("chinh-quyen", `${CAC}(?:cap )?chinh quyen(?! (?:dien tu|so|dia phuong|do thi|hai cap|2 cap))(?: cac cap)?`, {
    weak: true,
  }),
  group("dia-phuong", `${CAC}dia phuong`, { weak: true }),
];

const ANY_COMMITTEE = /^(?:uy ban nhan(?: dan)?|ubnd|hoi dong nhan dan|hdnd) (?:xa|phuong|thi tran|huyen|quan)$/u;

const PATTERNS = new PatternSet(FORMS.map(({ pattern }) => pattern));

// Matches the tail that restricts a group: "có liên quan", "liên quan".
const RELEVANT = /^(?: tren dia ban)?(?: co)? lien quan/u;

/** Yields collective bodies in any wording. */
export function* groupMentions(view: TextView): Generator<AgencyMention> {
  const { folded, text } = view;
  const matches = PATTERNS.matches(folded);
  for (const [place, { local, level, weak }] of FORMS.entries())
    for (const { 0: found, index: start } of matches[place] ?? []) {
      const end = start + found.length;
      // "số ngành" folds to the same letters.
      if (/(?:^|\s)số(?:\s|,)/iu.test(text.slice(start, end))) continue;
      // "100% đơn vị trực thuộc Bộ" measures.
      if (/% $/u.test(folded.slice(Math.max(0, start - 2), start))) continue;
      // "UBND xã Ea Kao" is one; "UBND xã" without a name is any.
      if (ANY_COMMITTEE.test(found) && /^ (?:\p{Lu}|\d)/u.test(text.slice(end, end + 2))) continue;
      // "tại 11 địa phương" counts places.
      if (weak && /\d $/u.test(folded.slice(Math.max(0, start - 2), start))) continue;
      // One committee is a body of its own; "huyện ủy" alone is any.
      if (local === "huyen-uy" && /^(?:huyen|thi|thanh|quan) uy$/u.test(found)) continue;
      const isRelevantOnly = found.includes("lien quan") || RELEVANT.test(folded.slice(end, end + 40));
      const group = { local, level, collective: true, weak, isRelevantOnly, isUnknown: false };
      yield mentionAt(text, { start, end }, group);
    }
}
