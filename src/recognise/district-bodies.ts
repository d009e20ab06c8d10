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
  /(?:^|-)(?:(?<party>huyen|thi|quan)-uy|(?:ubnd|hdnd)-(?<state>huyen|thi-xa|quan|thanh-pho))-(?<name>[a-z0-9-]+)$/u;

/** The district that a local id belongs to; null for a body of the province. */
export function districtOf(local: string): District | null {
  const { party, state, name } = OF_DISTRICT.exec(local)?.groups ?? {};
  if (name === undefined || name === "") return null;
  return { unit: party === "thi" ? "thi-xa" : (party ?? state ?? "huyen"), name };
}

const ORGANS =
  "(?<organ>ban thuong vu|thuong truc|van phong|ban tuyen giao|ban to chuc|ban dan van|uy ban kiem tra|ban chap hanh dang bo) ";
const PARTY = new RegExp(
  `(?<![\\p{L}])(?:${ORGANS})?(?<body>huyen uy|quan uy|thi uy|dang bo huyen|dang bo quan|dang bo thi xa)(?![\\p{L}])`,
  "gu",
);
const STATE =
  /(?<![\p{L}])(?<organ>thuong truc |van phong )?(?<body>uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd) (?:huyen|quan|thi xa)(?![\p{L}])/gu;
const BOARD =
  /(?<![\p{L}])(?:ban thuong vu|btv)(?! (?:\p{L}+ )?(?:tinh|thanh|huyen|quan|thi|hoi|doan|trung))(?![\p{L}])/gu;

/** Yields the bodies of a district that its own document names without the district's name: "UBND huyện", "Thường trực Huyện ủy". */
export function* districtBodies({ text, folded }: TextView, { unit, name }: District): Generator<AgencyMention> {
  const party = `${unit === "thi-xa" ? "thi" : unit}-uy-${name}`;
  const mention = (start: number, end: number, local: string): AgencyMention => ({
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
  });
  const isNamed = (end: number): boolean => /^ \p{Lu}/u.test(text.slice(end, end + 2));
  for (const { 0: found, index, groups } of folded.matchAll(PARTY)) {
    const end = index + found.length;
    const before = folded.slice(Math.max(0, index - 6), index);
    if (isNamed(end) || /cac $/u.test(before) || /^, (?:thi|thanh|quan) uy/u.test(folded.slice(end, end + 10)))
      continue;
    const organ = groups?.["organ"];
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
    const organ = groups?.["organ"] === undefined ? "" : `${slug(groups["organ"])}-`;
    yield mention(index, end, `${organ}${body}-${unit}-${name}`);
  }
  for (const { 0: found, index } of folded.matchAll(BOARD))
    yield mention(index, index + found.length, `ban-thuong-vu-${party}`);
}
