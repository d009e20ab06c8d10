import { slug } from "../registry/fold.ts";
import type { TextView } from "../text/view.ts";
import type { AgencyMention } from "./mention.ts";

/** The district whose own document is read: "huyen" and "krong-nang". */
export interface District {
  readonly unit: string;
  readonly name: string;
}

// Matches the local id of a district's body: "huyen-uy-krong-nang", "ubnd-huyen-krong-nang", "ban-thuong-vu-quan-uy-hai-chau".
const OF_DISTRICT =
  /(?:^|-)(?:(?<party>huyen|thi|quan)-uy|(?:ubnd|hdnd)-(?<state>huyen|thi-xa|quan|thanh-pho|xa|phuong|dac-khu))-(?<name>[a-z0-9-]{1,120})$/u;

/** The district that a local id belongs to; null for a body of the province. */
export function districtOf(local: string): District | null {
  const { party, state, name } = OF_DISTRICT.exec(local)?.groups ?? {};
  if (name === undefined || name === "") return null;
  return { unit: party === "thi" ? "thi-xa" : (party ?? state ?? "huyen"), name };
}

const ORGANS =
  "(?<organ>ban thuong vu|thuong truc|tt\\.?|van phong|ban tuyen giao|ban to chuc|ban dan van|uy ban kiem tra|ban chap hanh dang bo) ";
const PARTY = new RegExp(
  `(?<![\\p{L}])(?:${ORGANS})?(?<body>huyen uy|quan uy|thi uy|dang bo huyen|dang bo quan|dang bo thi xa)(?![\\p{L}])`,
  "gu",
);
const STATE =
  /(?<![\p{L}])(?<organ>thuong truc |tt\.? |van phong )?(?<body>uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd) (?:huyen|quan|thi xa)(?![\p{L}])/gu;
const JOINT_OFFICE =
  /(?<![\p{L}])van phong (?:hoi dong nhan dan|hdnd)(?:,| va| -) ?(?:uy ban nhan dan|ubnd) (?:huyen|quan|thi xa)(?![\p{L}])/gu;
/** Bodies that elsewhere would be the province's. */
const POLICE = /(?<![\p{L}])cong an (?:huyen|quan|thi xa)(?![\p{L}])/gu;
const BOARD =
  /(?<![\p{L}])(?:ban thuong vu|btv)(?! (?:\p{L}+ )?(?:tinh|thanh|huyen|quan|thi|hoi|doan|trung))(?![\p{L}])/gu;

/** Yields the bodies of a district that its own document names without the district's name: "UBND huyện", "Thường trực Huyện ủy". */
export function* districtBodies(view: TextView, district: District): Generator<AgencyMention> {
  const { text, folded } = view;
  const { unit, name } = district;
  if (COMMUNES.has(unit)) {
    yield* communeBodies(view, district);
    return;
  }
  const party = `${unit === "thi-xa" ? "thi" : unit}-uy-${name}`;
  const mention = (start: number, end: number, local: string): AgencyMention => ownBody(text, start, end, local);
  const isNamed = (end: number): boolean => /^ \p{Lu}/u.test(text.slice(end, end + 2));
  for (const { 0: found, index, groups } of folded.matchAll(PARTY)) {
    const end = index + found.length;
    const before = folded.slice(Math.max(0, index - 6), index);
    if (isNamed(end) || /cac $/u.test(before) || /^, (?:thi|thanh|quan) uy/u.test(folded.slice(end, end + 10)))
      continue;
    const organ = groups?.["organ"]?.replace(/^tt\.?$/u, "thuong truc");
    yield mention(
      index,
      end,
      organ === undefined || organ.startsWith("ban chap hanh") ? party : `${slug(organ)}-${party}`,
    );
  }
  for (const { 0: found, index, groups } of folded.matchAll(STATE)) {
    const end = index + found.length;
    if (isNamed(end) || /^, (?:thi|thanh|quan|xa)/u.test(folded.slice(end, end + 6))) continue;
    const body = /^(?:h)/u.test(groups?.["body"] ?? "") ? "hdnd" : "ubnd";
    const organ =
      groups?.["organ"] === undefined ? "" : `${slug(groups["organ"].replace(/^tt\.? $/u, "thuong truc"))}-`;
    yield mention(index, end, `${organ}${body}-${unit}-${name}`);
  }
  for (const { 0: found, index } of folded.matchAll(JOINT_OFFICE))
    if (!isNamed(index + found.length))
      yield mention(index, index + found.length, `van-phong-hdnd-va-ubnd-${unit}-${name}`);
  for (const { 0: found, index } of folded.matchAll(POLICE))
    if (!isNamed(index + found.length)) yield mention(index, index + found.length, `cong-an-${unit}`);
  for (const { 0: found, index } of folded.matchAll(BOARD))
    yield mention(index, index + found.length, `ban-thuong-vu-${party}`);
}

const COMMUNES: ReadonlySet<string> = new Set(["xa", "phuong", "dac-khu"]);
const OF_COMMUNE =
  /(?<![\p{L}])(?<body>(?:ban chap hanh )?dang bo|(?:thuong truc |tt\.? |van phong |ban thuong vu |uy ban kiem tra )?(?:dang uy|hoi dong nhan dan(?: va uy ban nhan dan)?|hdnd(?: va ubnd)?|uy ban nhan dan|ubnd)|cong an|ban chi huy quan su|tram y te|trung tam phuc vu hanh chinh cong|trung tam dich vu tong hop|doan thanh nien|hoi lien hiep phu nu|hoi nong dan|hoi cuu chien binh|uy ban (?:mat tran to quoc|mttq)(?: viet nam)?|mat tran to quoc(?: viet nam)?) (?:xa|phuong|dac khu)(?![\p{L}])|(?<board>(?:thuong truc|tt\.?) dang uy)(?=, (?:(?:thuong truc|tt\.?) )?(?:hdnd|hoi dong nhan dan) (?:xa|phuong|dac khu)(?![\p{L}]))|(?<centre>trung tam (?:dich vu tong hop|phuc vu hanh chinh cong))(?! (?:xa|phuong|dac khu|tinh|thanh)(?![\p{L}]))(?![\p{L}])/gu;

/** Yields the bodies that a commune's document names without the commune's name: "UBND xã", "Công an xã". */
function* communeBodies({ text, folded }: TextView, { unit, name }: District): Generator<AgencyMention> {
  for (const { 0: found, index, groups } of folded.matchAll(OF_COMMUNE)) {
    const end = index + found.length;
    if (/^ \p{Lu}/u.test(text.slice(end, end + 2)) || !/^\p{Lu}/u.test(text.slice(index, index + 1))) continue;
    if (/^(?:, | va )(?:xa|phuong|dac khu|thi tran)/u.test(folded.slice(end, end + 12))) continue;
    const body = (groups?.["body"] ?? groups?.["board"] ?? groups?.["centre"] ?? "")
      .replace(/^tt\.? /u, "thuong truc ")
      .replace(/^(?:ban chap hanh )?dang bo$/u, "dang uy")
      .replaceAll("uy ban nhan dan", "ubnd")
      .replaceAll("hoi dong nhan dan", "hdnd")
      .replace("mttq", "mat tran to quoc");
    yield ownBody(text, index, end, body === "ubnd" ? `ubnd-${unit}-${name}` : `${slug(body)}-${unit}`);
  }
}

function ownBody(text: string, start: number, end: number, local: string): AgencyMention {
  return {
    start,
    end,
    local,
    level: "province",
    province: null,
    name: text.slice(start, end),
    collective: false,
    weak: false,
    isRelevantOnly: false,
    isUnknown: true,
  };
}
