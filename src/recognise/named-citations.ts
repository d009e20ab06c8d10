import type { TextView } from "../text/view.ts";
import { dateAfter, type CitationMention } from "./citations.ts";

const NOTHING = {
  kindWord: null,
  number: null,
  numberYear: null,
  symbol: null,
  separator: "/",
  name: null,
  term: null,
  session: null,
  isProvincial: false,
} as const;

const ORDINALS: ReadonlyMap<string, number> = new Map(
  [
    "nhat",
    "hai",
    "ba",
    "tu",
    "nam",
    "sau",
    "bay",
    "tam",
    "chin",
    "muoi",
    "muoi mot",
    "muoi hai",
    "muoi ba",
    "muoi bon",
    "muoi lam",
  ].map((word, place) => [word, place + 1]),
);
const ORDINAL = "(?<session>\\d{1,2}|muoi(?: (?:mot|hai|ba|bon|lam))?|nhat|hai|ba|tu|nam|sau|bay|tam|chin)";
const TERM = "(?<term>[ivx]{1,5})";
// Matches "Nghị quyết Trung ương 2 (khóa VIII)", "Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng (khóa XI)", "NQTW 5 khóa XII".
const PLENUM = new RegExp(
  `(?<![\\p{L}])(?:nghi quyet|ket luan|nq ?)\\s?(?:so \\d+ )?(?:cua )?(?:hoi nghi )?(?:lan thu ${ORDINAL} )?(?:(?:ban chap hanh |bch )?trung uong(?: dang)?|tw)(?: lan thu)?(?: (?<after>\\d{1,2}|sau|bay|tam|nam|tu|chin|muoi))?,? ?\\(?khoa ${TERM}\\)?(?![\\p{L}])`,
  "gu",
);
// Matches "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng", "Nghị quyết Đại hội XIII", "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XI".
const CONGRESS = new RegExp(
  "(?<![\\p{L}])nghi quyet (?:cua )?dai hoi (?:(?<scope>(?:dai bieu )?(?:toan quoc )?(?:lan thu )?|(?:dang )?toan quoc lan thu |dang (?:toan quoc )?(?:lan thu )?)(?<national>[ivx]{1,5})(?: cua dang)?|(?:dai bieu )?dang bo (?:tinh|thanh pho)(?: (?<place>[\\p{L} ]{2,30}?))? ?(?:lan thu |khoa )(?<local>[ivx]{1,5}))(?![\\p{L}])",
  "gu",
);

/** Yields resolutions of plenums and congresses that are named without a number. */
export function* plenumsAndCongresses({ folded }: TextView): Generator<CitationMention> {
  for (const match of folded.matchAll(PLENUM)) {
    const { session, after, term = "" } = match.groups ?? {};
    const end = match.index + match[0].length;
    const ordinal = session ?? after;
    if (ordinal === undefined) continue;
    const count = /^\d/u.test(ordinal) ? Number.parseInt(ordinal, 10) : (ORDINALS.get(ordinal) ?? null);
    if (count === null) continue;
    const kindWord = match[0].startsWith("ket luan") ? "ket luan" : "nghi quyet";
    yield {
      ...NOTHING,
      form: "plenum",
      start: match.index,
      end,
      kindWord,
      issuedOn: dateAfter(folded, end)?.day ?? null,
      tail: dateAfter(folded, end)?.end ?? end,
      term,
      session: count,
    };
  }
  for (const match of folded.matchAll(CONGRESS)) {
    const { national, local } = match.groups ?? {};
    const end = match.index + match[0].length;
    yield {
      ...NOTHING,
      form: "congress",
      start: match.index,
      end,
      kindWord: "nghi quyet",
      issuedOn: null,
      tail: end,
      name: national ?? local ?? "",
      isProvincial: local !== undefined,
    };
  }
}

// Matches "Luật Đầu tư công", "Bộ luật Lao động", "Pháp lệnh Dân quân". Must not match "luật pháp", "Luật gia", "pháp luật".
// Older texts print the name in small letters, with its date: "Luật bảo vệ và phát triển rừng ngày 12-8-1991".
const LAW =
  /(?<![\p{L}])(?<kind>Luật|Bộ luật|Bộ Luật|Pháp lệnh) (?=\p{Lu}|sửa đổi|\p{Ll}[^;:.,()\n\d]{4,80} ngày \d)/gu;
// What a law's name does not go on over.
const LAW_END =
  /[;:.()"\n]|,(?! (?:bổ sung|chống|chữa|tố cáo|công nghệ|thể dục|thể thao|sử dụng|phòng|con dấu|cách mạng|xã hội|Công nghệ|lãng phí)(?![\p{L}]))|\s(?:ngày|số|năm|và các|và những|hiện hành|này|quy định|của Quốc hội|được|có|để|đã|về|theo|trong|tại|với|cho|là|do|(?:và|hoặc) (?:Luật|Nghị|Quyết|Bộ|Pháp|pháp|quy|văn|hướng|thực|chỉ)|khóa|nếu|thì|đến|đối với|trên|các|như|khi|nhằm|phù hợp|sẽ|vừa|còn|sửa đổi|đảm bảo|bảo đảm)(?![\p{L}])/u;
const LONGEST_LAW = 120;

/** Yields laws cited by name, with their number where it follows. */
export function* lawsByName({ text, folded }: TextView, laws: ReadonlySet<string>): Generator<CitationMention> {
  for (const match of text.matchAll(LAW)) {
    const start = match.index;
    const from = start + match[0].length;
    const rest = text.slice(from, from + LONGEST_LAW);
    if (/^(?:sư|gia|Sư)\b/u.test(rest)) continue;
    const isAmending = /^Sửa đổi/iu.test(rest);
    const amended = isAmending ? /(?:của|tại) (?:các )?(?:Luật|Bộ luật) /u.exec(rest) : null;
    const stop = isAmending ? /[;.()\n]|\s(?:ngày|số|năm) \d/u.exec(rest) : LAW_END.exec(rest);
    const inner = amended === null ? null : knownLaw(rest.slice(amended.index + amended[0].length), laws);
    const name =
      amended !== null && inner !== null
        ? rest.slice(0, amended.index + amended[0].length + inner.length)
        : isAmending
          ? rest.slice(0, stop?.index ?? lastWhole(rest)).trim()
          : (knownLaw(rest, laws) ?? rest.slice(0, stop?.index ?? lastWhole(rest)).trim());
    if (name.length < 3) continue;
    const end = from + name.length;
    const issued = dateAfter(folded, end);
    yield {
      ...NOTHING,
      form: "law",
      start,
      end,
      kindWord: folded.slice(start, start + (match.groups?.["kind"] ?? "").length),
      issuedOn: issued?.day ?? null,
      tail: issued?.end ?? end,
      name,
    };
  }
}

// Matches " và Công nghệ", " Việt Nam": a longer name. Must not match " và Quyết định số 12".
const NAME_GOES_ON =
  /^ (?:(?:và|,)? ?(?!(?:Nghị (?:định|quyết)|Quyết định|Thông tư|Chỉ thị|Kế hoạch|Chương trình|Kết luận|Hướng dẫn|Chiến lược)(?!\p{L}))\p{Lu}|(?:và|,)? ?đổi mới)/u;

/** The longest law of the list that the text goes on with. */
function knownLaw(rest: string, laws: ReadonlySet<string>): string | null {
  const lower = rest.toLowerCase();
  for (let length = Math.min(rest.length, LONGEST_LAW - 20); length > 2; length--) {
    if (length < rest.length && /[\p{L}]/u.test(rest[length] ?? "")) continue;
    if (laws.has(lower.slice(0, length)) && !NAME_GOES_ON.test(rest.slice(length))) return rest.slice(0, length);
  }
  return null;
}

function lastWhole(rest: string): number {
  return rest.length < LONGEST_LAW ? rest.length : Math.max(0, rest.lastIndexOf(" "));
}
