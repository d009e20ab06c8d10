import { slug } from "../registry/fold.ts";
import type { TextView } from "../text/view.ts";
import { mentionAt, type AgencyMention } from "./mention.ts";

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
  `(?<![\\p{L}])(?:${ORGANS})?(?<body>huyen uy|quan uy|thi uy|(?:(?:ban chap hanh|bch) )?dang bo (?:huyen|quan|thi xa))(?![\\p{L}])`,
  "gu",
);
const STATE =
  /(?<![\p{L}])(?<organ>thuong truc |tt\.? |van phong )?(?<body>uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd) (?:huyen|quan|thi xa)(?![\p{L}])/gu;
const JOINT_OFFICE =
  /(?<![\p{L}])van phong (?:hoi dong nhan dan|hdnd)(?:,| va| -) ?(?:uy ban nhan dan|ubnd) (?:huyen|quan|thi xa)(?![\p{L}])/gu;
/** Bodies that elsewhere would be the province's. */
const OF_DISTRICT_ITSELF =
  /(?<![\p{L}])(?<!cac )(?<body>cong an|bao hiem xa hoi|bhxh|kho bac nha nuoc|kbnn|chi cuc thue|thanh tra|lien doan lao dong|doan (?:thanh nien cong san|tncs) (?:ho chi minh|hcm)|uy ban (?:mat tran to quoc|mttq)(?: viet nam| vn)?|hoi (?:nong dan|lien hiep phu nu|lhpn|cuu chien binh|ccb|nguoi cao tuoi|khuyen hoc|chu thap do)|hoi dong nghia vu quan su) (?:huyen|quan|thi xa)(?![\p{L}])/gu;
/** Short names of such bodies, written out. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ["bhxh", "bao hiem xa hoi"],
  ["kbnn", "kho bac nha nuoc"],
  ["tncs", "thanh nien cong san"],
  ["hcm", "ho chi minh"],
  ["mttq", "mat tran to quoc"],
  ["bch", "ban chap hanh"],
  ["lhpn", "lien hiep phu nu"],
  ["ccb", "cuu chien binh"],
]);

function inFull(body: string): string {
  return body
    .split(" ")
    .map((word) => SHORT.get(word) ?? word)
    .join(" ");
}

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
  for (const { 0: found, index, groups } of folded.matchAll(OF_DISTRICT_ITSELF)) {
    const end = index + found.length;
    // "Công an huyện, thị xã, thành phố": of all of them.
    if (isNamed(end) || /^, (?:thi|thanh|quan|xa)(?![\p{L}])/u.test(folded.slice(end, end + 9))) continue;
    const body = slug(inFull(groups?.["body"] ?? "")).replace(
      /^(?<front>uy-ban-mat-tran-to-quoc)(?:-.+)?$/u,
      "$<front>-viet-nam",
    );
    yield mention(index, end, `${body}-${unit}`);
  }
  for (const { 0: found, index } of folded.matchAll(BOARD))
    yield mention(index, index + found.length, `ban-thuong-vu-${party}`);
}

const COMMUNES: ReadonlySet<string> = new Set(["xa", "phuong", "dac-khu"]);
const OF_COMMUNE =
  /(?<![\p{L}])(?<body>(?:ban chap hanh )?dang bo|(?:thuong truc |tt\.? |van phong |ban thuong vu |uy ban kiem tra )?(?:dang uy|hoi dong nhan dan(?: va uy ban nhan dan)?|hdnd(?: va ubnd)?|uy ban nhan dan|ubnd)|cong an|ban chi huy (?:quan su|phong thu dan su)|tram y te|trung tam (?:phuc vu )?hanh chinh cong|trung tam dich vu tong hop|trung tam cung ung dich vu (?:su nghiep )?cong|doan (?:thanh nien cong san|tncs) (?:ho chi minh|hcm)|doan thanh nien|hoi lien hiep phu nu|hoi nong dan|hoi cuu chien binh|hoi nguoi cao tuoi|hoi khuyen hoc|hoi chu thap do|uy ban (?:mat tran to quoc|mttq)(?: viet nam)?|mat tran to quoc(?: viet nam)?) (?:xa|phuong|dac khu)(?![\p{L}])|(?<board>(?:thuong truc|tt\.?) dang uy)(?=, (?:(?:thuong truc|tt\.?) )?(?:hdnd|hoi dong nhan dan) (?:xa|phuong|dac khu)(?![\p{L}]))|(?<centre>trung tam (?:dich vu tong hop|phuc vu hanh chinh cong))(?! (?:xa|phuong|dac khu|tinh|thanh)(?![\p{L}]))(?![\p{L}])/gu;

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
      .replaceAll("hoi dong nhan dan", "hdnd");
    yield ownBody(text, index, end, body === "ubnd" ? `ubnd-${unit}-${name}` : `${slug(inFull(body))}-${unit}`);
  }
}

function ownBody(text: string, start: number, end: number, local: string): AgencyMention {
  return mentionAt(text, { start, end }, { local, level: "province" });
}
