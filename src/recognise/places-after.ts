import type { Province } from "../registry/model.ts";
import { slug } from "../registry/fold.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Token } from "./tokens.ts";

/** What follows a body's name and says where it is: "tỉnh", "tỉnh An Giang", "huyện Châu Phú", "cấp xã". */
export interface PlaceAfter {
  readonly next: number;
  readonly province: Province | null;
  /** What the place adds to the local id: "-huyen-chau-phu". */
  readonly suffix: string;
  readonly collective: boolean;
  readonly found: boolean;
}

const DISTRICTS: ReadonlyMap<string, string> = new Map([
  ["huyen", "huyen"],
  ["quan", "quan"],
  ["xa", "xa"],
  ["phuong", "phuong"],
]);

/** Reads the place after the token before `at`. */
export function placeAfter(tokens: readonly Token[], at: number, lexicon: Lexicon): PlaceAfter {
  const none: PlaceAfter = { next: at, province: null, suffix: "", collective: false, found: false };
  const token = tokens[at];
  if (token?.gap !== " " && token?.gap !== " - ") return none;
  const word = token.words[0] ?? "";
  if (word === "tinh" && token.words.length === 1) {
    // "tinh" of "Tỉnh ủy" is another body.
    const after = tokens[at + 1];
    if (after?.gap === " " && after.words.length === 1 && (after.words[0] === "uy" || after.words[0] === "doan"))
      return none;
    const named = provinceAt(tokens, at + 1, lexicon);
    return { ...none, next: named?.next ?? at + 1, province: named?.province ?? null, found: true };
  }
  if (word === "thanh" && tokens[at + 1]?.words[0] === "pho") return cityAfter(tokens, at + 2, none, lexicon);
  if (word === "thanh" && token.words[1] === "pho") return cityAfter(tokens, at + 1, none, lexicon);
  if ((word === "chi" && tokens[at + 1]?.words[0] === "nhanh") || word === "cn") {
    const from = at + (word === "cn" ? 1 : 2);
    const place = placeAfter(tokens, from, lexicon);
    return { ...place, suffix: "-chi-nhanh", found: true };
  }
  if (word === "cac" && tokens[at + 1]?.words[0] === "tinh") return provincesAfter(tokens, at, none);
  const districts = word === "cac" ? districtsAfter(tokens, at + 1) : null;
  if (districts !== null)
    return { ...none, next: districts.next, suffix: `-${districts.level}`, collective: true, found: true };
  // "Thanh tra Bộ", "Văn phòng Bộ": of the ministry that speaks.
  if (word === "bo" && token.isCapital && tokens[at + 1]?.isCapital !== true)
    return { ...none, next: at + 1, suffix: "-bo", found: true };
  const district = DISTRICTS.get(word) ?? (word === "thi" && tokens[at + 1]?.words[0] === "xa" ? "thi-xa" : undefined);
  if (district !== undefined) {
    const from = at + (district === "thi-xa" ? 2 : 1);
    const name = namedFrom(tokens, from);
    if (name === null) return none;
    return { ...none, next: name.next, suffix: `-${district}-${name.slug}`, found: true };
  }
  if (word === "cap" && (tokens[at + 1]?.words[0] === "huyen" || tokens[at + 1]?.words[0] === "xa"))
    return { ...none, next: at + 2, suffix: `-cap-${tokens[at + 1]?.words[0] ?? ""}`, collective: true, found: true };
  if (word === "cac" && tokens[at + 1]?.words[0] === "cap")
    return { ...none, next: at + 2, suffix: "-cac-cap", collective: true, found: true };
  const named = provinceAt(tokens, at, lexicon);
  return named === null ? none : { ...none, next: named.next, province: named.province, found: true };
}

/** "Sở Y tế các tỉnh, thành phố trực thuộc Trung ương". */
function provincesAfter(tokens: readonly Token[], at: number, none: PlaceAfter): PlaceAfter {
  const said = (from: number, words: readonly string[]): boolean =>
    words.every((word, step) => tokens[from + step]?.words[0] === word);
  const isLong = said(at + 2, ["thanh", "pho", "truc", "thuoc", "trung", "uong"]);
  const isCity = said(at + 2, ["thanh", "pho"]);
  const suffix = `-cac-tinh${isCity ? "-thanh-pho" : ""}${isLong ? "-truc-thuoc-trung-uong" : ""}`;
  return { ...none, next: at + (isLong ? 8 : isCity ? 4 : 2), suffix, collective: true, found: true };
}

const UNITS: readonly (readonly [string, "cap-huyen" | "cap-xa"])[] = [
  ["huyen", "cap-huyen"],
  ["quan", "cap-huyen"],
  ["thi xa", "cap-huyen"],
  ["thanh pho", "cap-huyen"],
  ["xa", "cap-xa"],
  ["phuong", "cap-xa"],
  ["thi tran", "cap-xa"],
  ["dac khu", "cap-xa"],
];

/** "huyện, thị xã, thành phố", "xã, phường, đặc khu": the level of the first, and the token after the last. Null for a unit with a name. */
export function districtsAfter(
  tokens: readonly Token[],
  at: number,
): { readonly level: "cap-huyen" | "cap-xa"; readonly next: number; readonly units: number } | null {
  let level: "cap-huyen" | "cap-xa" | null = null;
  let next = at;
  let units = 0;
  for (let place = at; ;) {
    const isFirst = place === at;
    // "và" stands for no word.
    if (!isFirst && tokens[place]?.words.length === 0) place += 1;
    const found = UNITS.find(([unit]) => saysUnit(tokens, place, unit));
    const gap = tokens[place]?.gap;
    if (found === undefined || !(gap === " " || (gap === ", " && !isFirst))) break;
    const end = place + (tokens[place]?.words.length === 2 ? 1 : found[0].split(" ").length);
    if (tokens[end]?.gap === " " && tokens[end].isCapital) return null;
    level ??= found[1];
    next = end;
    units += 1;
    place = end;
    if (!/^(?:, | )$/u.test(tokens[place]?.gap ?? "")) break;
  }
  return level === null ? null : { level, next, units };
}

function saysUnit(tokens: readonly Token[], at: number, unit: string): boolean {
  const [first, second] = unit.split(" ");
  const words = [...(tokens[at]?.words ?? []), ...(tokens[at + 1]?.words ?? [])];
  return tokens[at]?.isCapital === false || words.length > 2
    ? words[0] === first && (second === undefined ? tokens[at]?.words.length === 1 : words[1] === second)
    : false;
}

function cityAfter(tokens: readonly Token[], from: number, none: PlaceAfter, lexicon: Lexicon): PlaceAfter {
  const named = provinceAt(tokens, from, lexicon);
  if (named !== null && lexicon.registry.isCity(named.province))
    return { ...none, next: named.next, province: named.province, found: true };
  const other = namedFrom(tokens, from);
  if (other === null) return { ...none, next: from, found: true };
  return { ...none, next: other.next, suffix: `-thanh-pho-${other.slug}`, found: true };
}

/** A province named at a token, with a capital. */
export function provinceAt(
  tokens: readonly Token[],
  at: number,
  lexicon: Lexicon,
): { readonly province: Province; readonly next: number } | null {
  const token = tokens[at];
  if (token?.isCapital !== true || !/^[ .]{1,2}$/u.test(token.gap)) return null;
  const found = lexicon.provinces.longest(tokens, at, () => true);
  const province = found?.values[0];
  // "Viện Hải dương học" is not of Hải Dương.
  if (found === null || province === undefined || !tokens.slice(at, found.next).every(({ isCapital }) => isCapital))
    return null;
  return { province, next: found.next };
}

const LONGEST_NAME = 4;

/** A name in capitals from a token on: "Châu Phú", "Trần Văn Thời", "1". */
export function namedFrom(
  tokens: readonly Token[],
  from: number,
): { readonly slug: string; readonly next: number } | null {
  const words: string[] = [];
  let next = from;
  for (; next < tokens.length && words.length < LONGEST_NAME; next++) {
    const token = tokens[next];
    if (token === undefined || !/^(?: |\. ?)$/u.test(token.gap) || !token.isCapital) break;
    if (words.length > 0 && /^\d/u.test(token.words[0] ?? "")) break;
    words.push(...token.words);
  }
  return words.length === 0 ? null : { slug: slug(words.join(" ")), next };
}
