import { words } from "../registry/fold.ts";
import type { TextView } from "../text/view.ts";
import { isBoard, localOf, type BodyHead, type FormWords, type NameInside } from "./body-heads.ts";
import { isOfTheCentre } from "./central-bodies.ts";
import type { Lexicon } from "./lexicon.ts";
import { mentionAt, type AgencyMention } from "./mention.ts";
import { hasBoardsOfItsOwn, listEnd, startsBody, startsForm } from "./other-beginnings.ts";
import { districtsAfter, namedFrom, provinceAt } from "./places-after.ts";
import { tokenAt, type Token } from "./tokens.ts";
import { withoutPlace, writtenOut } from "./written-out.ts";

const LONGEST = 24;

/**
 * The name that goes on at the token `from` behind a head (which stands at `first`, or before a list whose member this is), with the place that ends it: its tokens are read until one belongs to something else. Null where no name stands there.
 * `isPlural`: several are named under one head, whose commas part them.
 */
export function nameByForm(
  view: TextView,
  tokens: readonly Token[],
  first: number,
  from: number,
  head: BodyHead,
  lexicon: Lexicon,
  { heads, ends, insides, subjects }: FormWords,
  knownAt: ReadonlyMap<number, AgencyMention>,
  isPlural: boolean,
): AgencyMention | null {
  const opener = tokens[from];
  if (opener === undefined) return null;
  const insideAt = (place: number): { readonly end: number; readonly how: NameInside["how"] } | null => {
    const at = tokens[place]?.start ?? 0;
    // After "và" or a dash, and after the verb that a name begins with: "Cục Quản lý khám, chữa bệnh".
    const mayBeVerb =
      tokens[place]?.isCapital === true ||
      tokens[place - 1]?.words.length === 0 ||
      /[-–]/u.test(tokens[place]?.gap ?? "") ||
      /Quản lý $/u.test(view.text.slice(at - 8, at));
    const mayOpen = isBoard(head) && (place === from || head.head !== "Ban Quản lý");
    const found = insides.longest(
      tokens,
      place,
      ({ how }) => (how !== "verbal" || mayBeVerb) && (how !== "opens" || mayOpen),
    );
    const hows = found?.values.map((value) => value.how) ?? [];
    const how = place === from && hows.includes("opens") ? "opens" : hows[0];
    return found === null || how === undefined ? null : { end: tokens[found.next - 1]?.end ?? 0, how };
  };
  // "Ban Quản lý chợ", "Ban Chỉ đạo cải cách hành chính": boards are named in small letters too.
  const subject = opener.isCapital ? null : insideAt(from);
  // "Ban Quản lý các Khu kinh tế", "Bưu điện tỉnh".
  const isOpen =
    opener.isCapital ||
    subject?.how === "opens" ||
    opener.words[0] === "tinh" ||
    (head.head === "Công đoàn" && opener.words[0] === "nganh" && tokens[from + 1]?.isCapital === true) ||
    (opener.words[0] === "cac" && tokens[from + 1]?.isCapital === true);
  if (!isOpen) return null;
  // "Đảng ủy Đại học Đà Nẵng" keeps the place as the school does.
  const keepsPlace = head.keepsPlace || (heads.longest(tokens, from, () => true)?.values[0]?.keepsPlace ?? false);
  const kept: string[] = [];
  let next = from;
  let province: string | null = null;
  let lowRun = 0;
  let cutRun = false;
  let goesOnUntil = 0;
  let insideUntil = subject?.how === "opens" ? subject.end : 0;
  let listUntil = 0;
  let isOwnDistricts = false;
  let nameRun = 0;
  const isGeneralSchool =
    head.head === "Trường" && GENERAL_SCHOOL.test(view.text.slice(opener.start, opener.start + 12));
  for (; next < tokens.length && next - first < LONGEST; next++) {
    const token = tokens[next];
    if (token === undefined) break;
    const gap = next === from ? " " : token.gap;
    if (!/^(?: |[-–]| [-–] |, |&)$/u.test(gap)) break;
    const other = next > from ? knownAt.get(token.start) : undefined;
    if (other !== undefined && !other.weak) {
      // "Ban Văn hóa - Xã hội Hội đồng nhân dân tỉnh" is the council's; "Phòng Cảnh sát giao thông Công an tỉnh" says whose it is.
      if (gap === " " && head.head === "Ban" && other.local === "hdnd") kept.push("hdnd");
      // "Ban Kinh tế Hội Liên hiệp Phụ nữ tỉnh" is the union's, which is no body beside it.
      if (gap === " " && head.head === "Ban" && hasBoardsOfItsOwn(other.local)) next = tokenAt(tokens, other.end);
      break;
    }
    // A comma goes on only inside a name whose next word is small and no list: "Phòng, chống thiên tai".
    if (gap === ", " && next > from && token.start >= listUntil && !isPlural)
      listUntil = listEnd(view, tokens, next, knownAt, heads);
    if (
      gap === ", " &&
      token.start >= Math.max(goesOnUntil, insideUntil, listUntil) &&
      !(next > from && !token.isCapital && INSIDE_COMMA.has(token.words[0] ?? ""))
    )
      break;
    const word = token.words[0] ?? "";
    const pair = `${word} ${tokens[next + 1]?.words[0] ?? ""}`;
    const says = (place: number): string =>
      view.text.slice(tokens[place]?.start ?? 0, tokens[place]?.end ?? 0).toLowerCase();
    // "Cục Việc làm": the second word of the first is no verb.
    const endsAt = (place: number): boolean =>
      !(says(place) === "làm" && says(place - 1) === "việc") &&
      (ends.has(says(place)) || ends.has(`${says(place)} ${says(place + 1)}`));
    if (token.words.length === 0) {
      const zones = ZONES.exec(view.folded.slice(token.start, token.start + 40));
      if (zones !== null) {
        insideUntil = token.start + zones[0].length;
        continue;
      }
      if (/Việt Nam $/u.test(view.text.slice(Math.max(0, token.start - 9), token.start))) break;
      const after = tokens[next + 1];
      if (
        after === undefined ||
        (after.isCapital &&
          (startsBody(after) || startsForm(view, tokens, next + 1, heads)) &&
          // "Cục Quản lý đê điều và Phòng, chống thiên tai"
          insideAt(next + 1)?.how !== "verbal") ||
        (!after.isCapital && token.start >= goesOnUntil && endsAt(next + 1) && insideAt(next + 1) === null)
      )
        break;
      continue;
    }
    if (token.isCapital && startsBody(token) && gap === " " && next > from + 1 && !keepsPlace) break;
    // The district of a district's own document: "Ngân hàng Chính sách xã hội huyện". "Hải quan" is none, nor the "xã" of a cooperative.
    if (
      next > from &&
      OWN_DISTRICT.test(view.text.slice(token.start, token.start + 9)) &&
      !(says(next) === "xã" && /^(?:tác|thị)$/u.test(says(next - 1)))
    ) {
      isOwnDistricts = true;
      break;
    }
    // "Trạm Khuyến nông huyện Chư Sê": the district's name ends the body's.
    const district = next > from ? NAMED_DISTRICT.exec(view.text.slice(token.start, token.start + 12)) : null;
    if (district !== null) {
      next = namedFrom(tokens, next + (district[0].includes(" ") ? 2 : 1))?.next ?? next + 1;
      break;
    }
    // "Ban Chỉ đạo Trung ương về phòng, chống thiên tai" says what it is for.
    if (
      says(next) === "về" &&
      NATIONAL.test(view.folded.slice(Math.max(0, token.start - 12), token.start)) &&
      BOARDS.has(head.head)
    ) {
      kept.push("ve");
      continue;
    }
    if (!token.isCapital && (word === "tinh" || pair === "thanh pho")) {
      const isCity = pair === "thanh pho";
      const named = provinceAt(tokens, next + (isCity ? 2 : 1), lexicon);
      province = named?.province.id ?? null;
      if (keepsPlace && named !== null) kept.push(named.province.id);
      next = named?.next ?? next + (isCity ? 2 : 1);
      break;
    }
    // "Trường THPT chuyên Chu Văn An | thử nghiệm": behind the name that a school bears stands what it does.
    if (isGeneralSchool && !token.isCapital && nameRun > 1) break;
    // "Đội Quản lý thị trường số 5 | niêm phong": the number closes a name.
    if (!token.isCapital && says(next - 2) === "số" && /^\d+$/u.test(says(next - 1))) break;
    nameRun = token.isCapital && token.words.length === 1 ? nameRun + 1 : 0;
    const inside = token.start < Math.max(goesOnUntil, insideUntil) ? null : insideAt(next);
    // "Cục Trợ giúp pháp lý": what a name begins with does not close it.
    if (inside !== null && (/^(?:goes-on|verbal)$/u.test(inside.how) || token.isCapital || next === from))
      goesOnUntil = inside.end;
    else if (inside !== null) insideUntil = inside.end;
    // Such words close a name; only a place or "và" goes on after them.
    const isInside = token.start < Math.max(goesOnUntil, insideUntil);
    if (insideUntil > 0 && !isInside && !token.isCapital && !/^(?:tinh|thanh|va|cap)?$/u.test(word)) break;
    if (!token.isCapital && next > from && !isInside && endsAt(next)) {
      // What stands before an object is a verb: "Tổng cục Lâm nghiệp triệt phá các"; not before places: "Cục Quản lý thị trường các tỉnh".
      if (OBJECTS.has(says(next)) && !/^(?:tinh|huyen|xa|quan|phuong)$/u.test(tokens[next + 1]?.words[0] ?? ""))
        cutRun = true;
      break;
    }
    lowRun = token.isCapital ? 0 : lowRun + 1;
    if (token.isCapital) {
      const named = kept.length > 0 || keepsPlace ? provinceAt(tokens, next, lexicon) : null;
      // "Nguyễn Huệ" is not of Huế.
      const isSame =
        named !== null &&
        (named.next > next + 1 || view.text.slice(token.start, token.end).normalize("NFC") === named.province.name);
      if (named !== null && isSame) {
        province = named.province.id;
        if (keepsPlace) kept.push(named.province.id);
        next = named.next;
        break;
      }
    }
    kept.push(...words(view.text.slice(token.start, token.end)));
  }
  // Of a run of small words before a verb's object the first belongs to the name at most.
  if (cutRun && lowRun > 1) {
    kept.splice(kept.length - (lowRun - 1));
    next -= lowRun - 1;
  }
  while (next > from && tokens[next - 1]?.words.length === 0) next -= 1;
  const last = tokens[next - 1];
  if (last === undefined || next === from) return null;
  // "Ban Chỉ đạo 389 các huyện, thị xã": one body of each.
  const isOfAll = view.text.slice(tokens[next]?.start ?? 0, tokens[next]?.end ?? 0) === "các";
  const districts = province === null && isOfAll ? districtsAfter(tokens, next + 1) : null;
  const start = tokens[first]?.start ?? 0;
  const name = view.text.slice(start, last.end);
  const body = view.text.slice(opener.start, last.end);
  const local = localOf(
    writtenOut(view, subjects, `${head.head} ${keepsPlace ? body : withoutPlace(body, province)}`, tokens, first, next),
  );
  const isCentral = isOfTheCentre(head, name, view.text.slice(last.end, last.end + 24), province, isOwnDistricts);
  const end = districts === null ? last.end : (tokens[districts.next - 1]?.end ?? last.end);
  return mentionAt(
    view.text,
    { start, end },
    {
      local: districts === null ? local : `${local}-${districts.level}`,
      level: isCentral ? "centre" : "document",
      province: isCentral ? null : province,
      collective: districts !== null,
    },
  );
}

const GENERAL_SCHOOL = /^(?:THPT|THCS|TH |PTDT|PT |Tiểu học|Trung học|Mầm non|Mẫu giáo|Phổ thông)/u;
const OWN_DISTRICT = /^(?:huyện|quận|thị xã|phường|xã(?! hội)|đặc khu|thị trấn)(?! \p{Lu})(?![\p{L}])/u;
// Matches "huyện" of "huyện Chư Sê". Must not match "xã" of "xã hội".
const NAMED_DISTRICT = /^(?:huyện|quận|thị xã|phường|xã|đặc khu|thị trấn)(?= \p{Lu})/u;
const NATIONAL = /(?:trung uong|quoc gia) $/u;
const BOARDS = new Set(["Ban Chỉ đạo", "Hội đồng", "Tổ công tác", "Tổ Công tác"]);
/** "Ban Quản lý Khu kinh tế và các khu công nghiệp": zones of another kind, not another body. */
const ZONES = /^va cac khu (?:cong nghiep|kinh te|che xuat|cong nghe cao)(?![\p{L}])/u;
const OBJECTS = new Set(["các", "những", "một", "việc", "từng", "mọi"]);
const INSIDE_COMMA = new Set([
  "tu",
  "chong",
  "chua",
  "tim",
  "cuu",
  "giam",
  "du",
  "xuc",
  "the",
  "cong",
  "doi",
  "lam",
  "thuy",
  "van",
  "truyen",
  "chuyen",
]);
