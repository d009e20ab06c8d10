import type { TextView } from "../text/view.ts";
import { iso, lastDay } from "./dates.ts";

/** A number that is to be reached. */
export interface TargetMention {
  readonly start: number;
  readonly end: number;
  readonly value: number | readonly [number, number];
  readonly comparison: ">=" | "<=" | "between" | "rank";
  readonly unit: string | null;
  /** The last day of the year that the words before it name. */
  readonly by: string | null;
}

const NUMBER = "(?:\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d+(?:[.,]\\d+)?)";
// Matches "3,5%/năm", "60% - 65%", "12.000 ha", "từ 16% - 18%/năm", "nhóm 5 tỉnh". Must not match "5G", "năm 2030", "01/11/2012", "69-KL/TW".
const AMOUNT = new RegExp(
  `(?<![\\p{L}\\d/.,-])(?<low>${NUMBER})(?<unit1> ?[%‰])?(?: ?(?:-|–|den) ?(?<high>${NUMBER})(?! ?/ ?\\d))? ?(?<percent>[%‰](?:/[\\p{L}]+)?)?(?![\\d/-]|\\p{L})`,
  "gu",
);
const WORDED =
  /(?:tang|gap)(?: (?:it nhat|toi thieu|tren|khoang|len|gap))? (?<word>hai|ba|bon|nam|doi|muoi) ?(?:lan)?(?![\p{L}])/gu;
const WORDS: Readonly<Record<string, number>> = { hai: 2, doi: 2, ba: 3, bon: 4, nam: 5, muoi: 10 };
const ATTAINED =
  /(?:dat|tren|it nhat|toi thieu|khong qua|duoi|con|tang|giam|chiem|hon|co|khoang|len|xuong|bang|thuoc nhom|nhom|top|thu|hang|tu|tren muc|muc|dau tu|thanh lap|thanh lap moi|mo|mo moi|lap dat|phat trien|ho tro|dao tao|xay dung|moi|them|duoc|gap|binh quan|trung binh|nam|nhat|thieu|qua|la|vuot|ty le|cho|khai thac|hoan thanh|trong do|huong den|tiep nhan|hinh thanh|cong nhan|cai tao|trong moi|toi da|cap|thu hut|phan dau|xong|du|nang cap|sua chua|lay duoc|xoa|trong|\(|,|;|:|va|^)\s*(?:dat |tren |it nhat |toi thieu |khoang |hon |tu |duoi |khong qua )?$/u;
const AT_MOST =
  /(?:duoi|khong qua|giam con|con duoi|xuong con|giam xuong|toi da|khong vuot qua|giam ve|con khoang|con)\s*(?:duoi |khong qua |khoang |muc )?$/u;
const RANK =
  /(?:thuoc |trong |vao |dung |nam trong |xep |o )?(?:nhom|top|tốp|nhom dau|thu hang|hang|vi tri|thu)\s*(?:thu )?$/u;
const UNIT_END =
  /^(?: ?(?:[;:()"\n]|[.,](?!\d))| (?:ke tu|tro len|tro xuong|so voi|dau|duoc|trong|cua|va|voi|tai|vao|den|co|dat|tham gia|su dung|hoat dong|theo|thuoc|moi|la|o|cho|de|tu|duoi|bang|thuc hien|khong|con|hoan thanh|giai quyet|ap dung|dam bao|bao dam|ve|nam \d|trong do|hang nam|nay|nham|da|va|song|lap|lien tuc|dang|lam(?! viec)|quy mo|tren dia ban|co)(?![\p{L}]))/u;
// Matches "bảo đảm ", "đến ngày 30/9/2024 có " before "100%", and "tỷ lệ … đạt " before any share.
const WHOLE = /(?:bao dam|dam bao|kiem soat|hoan thanh|dat|(?:den|truoc) [^;.]{0,40} co|\d{4},)\s*$/u;
const SHARE = /ty le [^;.]{3,50} dat $/u;
// Matches "nâng tỷ lệ … từ 14% hiện nay lên ", "tỷ lệ … giảm còn dưới ": a share that a task is to bring about.
const CHANGED_TO =
  /(?:nang|tang|giam)(?: [^;.]{0,80})? (?:len|xuong|con)(?: con)? ?(?:tren |duoi |khoang |it nhat |khong qua )?$/u;
const SKIP_BEFORE =
  /(?:nam|thang|ngay|quy|dieu|khoan|muc|so|lan thu|khoa|giai doan|tai|thoi ky|nghi quyet|quyet dinh|phu luc|diem|gio)\s*$/u;
// Matches " cán bộ, " at the beginning of what is counted. Must not match where a verb or another number follows.
const SUBJECT =
  /^(?: (?!dat|co|duoc)\p{L}+){0,3}, (?=\p{L}+ (?!\d))(?!trong do|dat|den|phan dau|tang|giam|nang|ty le|duy tri)/u;
const MAX_UNIT = 60;

/** Yields the measurable aims in a range of the view. `isStrict`: only numbers that a word says are to be reached at least. */
export function* targetsIn(
  { text, folded }: TextView,
  start: number,
  end: number,
  isStrict: boolean,
): Generator<TargetMention> {
  const range = folded.slice(start, end);
  const brackets = bracketed(range);
  const found: {
    readonly at: number;
    readonly until: number;
    readonly value: TargetMention["value"];
    readonly unit: string | null;
    readonly before: string;
  }[] = [];
  for (const match of range.matchAll(AMOUNT)) {
    const { low = "", high, unit1, percent } = match.groups ?? {};
    const before = range.slice(Math.max(0, match.index - 60), match.index);
    if (brackets.some(({ from, to }) => match.index >= from && match.index < to) || SKIP_BEFORE.test(before)) continue;
    const isPercent = percent !== undefined || unit1 !== undefined;
    if (!isPercent && /^(?:19|20)\d{2}$/u.test(low)) continue;
    if (!isPercent && high !== undefined && /^(?:19|20)\d{2}$/u.test(high)) continue;
    const until = match.index + match[0].trimEnd().length;
    const after = range.slice(until);
    if (
      /(?:tren|moi|cho|tinh) $/u.test(before) &&
      /^ (?:hec-?ta|ha\b|don vi|km2|m2|nguoi dan|dau nguoi|dong von)/u.test(after) &&
      /^0?1$/u.test(low)
    )
      continue;
    // "người nghiện dưới 30 tuổi" says who.
    if (
      /(?:(?:tre em|tre|nguoi|hoc sinh|phu nu|nam gioi|tu) (?:tu \d{1,2} )?(?:den )?|(?:^| )(?:duoi|tren|tu|du|den) )$/u.test(
        before,
      ) &&
      /^ tuoi/u.test(after) &&
      !/tuoi tho/u.test(before)
    )
      continue;
    const isAimedRank = RANK.test(before) && /(?:dua|phan dau|de) [^;.]{0,40}$/u.test(before);
    if (
      isStrict &&
      !isAimedRank &&
      !/(?:it nhat|toi thieu|phan dau[^;.]{0,60}|dat tren|dat it nhat)\s*(?:dat |tren )?$/u.test(before) &&
      !(isPercent && (CHANGED_TO.test(before) || (low === "100" ? WHOLE : SHARE).test(before)))
    )
      continue;
    const isRank = RANK.test(before) && !isPercent;
    // "chậm nhất 10 ngày làm việc kể từ ngày nhận" is a deadline.
    if (/^ ngay(?: lam viec)?,? (?:ke )?tu (?:ngay|khi)(?![\p{L}])/u.test(after)) continue;
    // "tăng từ 35% lên 50%" aims at the second.
    if (/(?:^| )tu $/u.test(before) && /^ (?:[\p{L}]+ ){0,3}?(?:len|xuong)(?: con| den)?(?: khoang)? \d/u.test(after))
      continue;
    // "giảm từ 4.500 xe xuống còn 1.100 xe" tells what was.
    if (
      / da (?:giam|tang) (?:tu )?$/u.test(before) ||
      / da (?:giam|tang) tu [^;]{1,30} (?:xuong|len)(?: con)? (?:khoang )?$/u.test(before)
    )
      continue;
    // "tàu dưới 12 mét làm nghề lưới kéo" says which ones.
    if (/(?:tau|thuyen|ghe)(?: ca)? (?:duoi|tren) $/u.test(before) && /^ (?:met|m)(?![\p{L}\d])/u.test(after)) continue;
    // "doanh nghiệp từ 30 lao động trở lên có … đạt 85%" says which ones.
    if (/\p{L} tu $/u.test(before) && !/dat tu $/u.test(before) && /^(?: \p{L}+){1,4} tro len [^;.]*\d/u.test(after))
      continue;
    // "tàu cá dài từ 15 m trở lên" says which ones.
    if (
      /(?:dai|rong|cao|sau|cach|day) (?:tu |tren |duoi )?$/u.test(before) &&
      /^ (?:m|km|met|cm)(?![\p{L}\d])/u.test(after)
    )
      continue;
    const unit = isRank
      ? null
      : isPercent
        ? text.slice(start + until - (percent?.length ?? 1), start + until)
        : unitAfter(text.slice(start + until, end), after);
    if (
      !isPercent &&
      !isRank &&
      unit === null &&
      !/chi so|diem|he so|\([a-z]+\)|hang/u.test(range.slice(Math.max(0, match.index - 120), match.index))
    )
      continue;
    const isRate = unit !== null && unit.includes("/") && !isStrict;
    if (!isPercent && !isRank && !isRate && !ATTAINED.test(before)) continue;
    const value = high === undefined || isRank ? amount(low) : ([amount(low), amount(high)] as const);
    const isSpan = unit === "năm" && /tuoi tho|so nam/u.test(before);
    if (
      unit !== null &&
      !isSpan &&
      /^(?:nam|thang|lan thu|muc tieu|nhiem vu|nhom|noi dung|giai phap)\b/u.test(fold(unit))
    )
      continue;
    found.push({
      at: match.index,
      until: until + (unit === null || isPercent ? 0 : unitLength(text.slice(start + until, end), unit)),
      value,
      unit,
      before,
    });
  }
  if (!isStrict)
    for (const match of range.matchAll(WORDED)) {
      const value = WORDS[match.groups?.["word"] ?? ""];
      if (value === undefined || (match.groups?.["word"] !== "doi" && !match[0].endsWith("lan"))) continue;
      found.push({
        at: match.index + match[0].search(/hai|ba|bon|nam|doi|muoi/u),
        until: match.index + match[0].length,
        value,
        unit: "lần",
        before: range.slice(Math.max(0, match.index - 60), match.index + 4),
      });
    }
  found.sort((a, b) => a.at - b.at);
  let last = 0;
  for (const target of found) {
    const from = clauseStart(range, target.at, last);
    // "100% cán bộ, công chức xã sử dụng …": what is counted goes on after the comma.
    const subject = target.at - from < 12 ? (SUBJECT.exec(range.slice(target.until))?.[0].length ?? 0) : 0;
    const to = wholeSubject(range, target.until, clauseEnd(range, target.until + subject));
    last = target.until;
    const isRank = target.unit === null && RANK.test(target.before);
    const comparison = isRank
      ? "rank"
      : Array.isArray(target.value)
        ? "between"
        : AT_MOST.test(target.before)
          ? "<="
          : ">=";
    yield {
      start: start + from,
      end: start + to,
      value: target.value,
      comparison,
      unit: target.unit,
      by: yearIn(unbracketed(range.slice(0, target.at))) ?? yearIn(unbracketed(range.slice(target.until, to))),
    };
  }
}

function unbracketed(range: string): string {
  return range.replace(/\([^()]*\)/gu, " ");
}

function fold(unit: string): string {
  return unit.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gu, "d");
}

/** The words after a number up to its base, in small letters. */
function unitAfter(text: string, folded: string): string | null {
  if (!folded.startsWith(" ") && !folded.startsWith("/")) return null;
  // "09 chợ", "20 cơ sở": nouns that fold to words at which a unit ends.
  let at = NOUN_FIRST.exec(text)?.[0].length ?? 0;
  while (at < folded.length && at < MAX_UNIT && !endsAt(text.slice(at), folded.slice(at))) at += 1;
  const unit = text.slice(0, at).trim();
  // "doanh nghiệp", "người trên một vạn dân", not half a sentence.
  const kept = shortUnit(unit);
  return kept === "" || /^\d/u.test(kept) ? null : kept.toLowerCase();
}

/** Words that end a unit, as they are spelt, which fold to what stands inside one: "khu tái định cư", "trường cao đẳng". */
const SPELT: Readonly<Record<string, RegExp>> = {
  tai: /^tại/u,
  dang: /^đang/u,
  la: /^là/u,
  de: /^để/u,
  ve: /^về/u,
  lap: /^lập/u,
};

function endsAt(text: string, folded: string): boolean {
  const found = UNIT_END.exec(folded)?.[0].trim();
  if (found === undefined) return false;
  return SPELT[found]?.test(text.trimStart().normalize("NFC").toLowerCase()) ?? true;
}

const NOUN_FIRST = /^ (?:chợ|cơ|bằng|lá|đề|đê|dê|đèn|đền|ô|ổ|tài|vé|đầu|sông|cờ|tủ|vở|cổ|đá)(?!\p{L})/iu;
const ONE_WORD =
  /^(?:mẫu|giống|phòng|chợ|căn|bể|ha|tấn|tạ|người|lần|tuổi|ngày|xã|huyện|km|m2|m3|giường|trường|hộ|máy|tỉnh|điểm|lượt|lớp|bộ|con|cây|chiếc|suất|phút|giờ|giây|hồ|cầu|trạm|thôn|bản|ấp|buôn|phường|ngôi|USD|usd|MW|kW|đồng|phiên)(?![\p{L}])/u;
const SCALE = /^(?:triệu|tỷ|tỉ|nghìn|ngàn|vạn|chục) /u;
const LONG_UNIT =
  /^(?:hợp tác xã|căn hộ|câu lạc bộ|khu (?:công nghiệp|kinh tế|bảo tồn(?: biển| thiên nhiên)?|chế xuất|dân cư|tái định cư)|cụm công nghiệp|tổ hợp tác|nhà khoa học|doanh nghiệp số|cơ sở (?:y tế|giáo dục|sản xuất|đào tạo)|(?:khu|điểm|sản phẩm|tuyến|làng) du lịch(?: (?:cộng đồng|sinh thái|nông thôn|nông nghiệp|văn hóa|tâm linh|đêm|đặc thù|đặc trưng|quốc gia))?|trạm (?:sạc|biến áp|bơm|y tế|quan trắc|phát sóng|dừng nghỉ)|trung tâm \p{L}+|cây xanh|trường (?:đại học|cao đẳng))(?!\p{L})/iu;

/** A unit's words: "doanh nghiệp", "triệu đồng/người/năm", "người trên một vạn dân", not half a sentence. */
function shortUnit(unit: string): string {
  const words = unit.split(" ");
  if (/\/| trên (?:một|1|mỗi|10) /u.test(unit)) return unit;
  if (/^(?:ngày|giờ) làm việc(?![\p{L}])/u.test(unit)) return words.slice(0, 3).join(" ");
  if (/^(?:[\p{L}]+ )?lượt (?:khách|người)(?![\p{L}])/u.test(unit))
    return words.slice(0, words.indexOf("lượt") + 2).join(" ");
  if (SCALE.test(unit)) return words.slice(0, 2).join(" ");
  const long = LONG_UNIT.exec(unit)?.[0];
  if (long !== undefined) return long;
  if (ONE_WORD.test(unit)) return words[0] ?? unit;
  return words.slice(0, words[2] !== undefined && /\d/u.test(words[2]) ? 3 : 2).join(" ");
}

function unitLength(text: string, unit: string): number {
  return text.length - text.trimStart().length + unit.length;
}

function amount(printed: string): number {
  return Number(printed.replace(/\.(?=\d{3}(?:\D|$))/gu, "").replace(",", "."));
}

function bracketed(range: string): readonly { readonly from: number; readonly to: number }[] {
  return [...range.matchAll(/\([^()]*\)/gu)].map(({ 0: found, index }) => ({ from: index, to: index + found.length }));
}

const ONLY_COMPARES = /^(?:(?:dat|tren|it nhat|toi thieu|khong qua|duoi|khoang|tu|hon) ?){0,3}$/u;

function clauseStart(range: string, at: number, last: number): number {
  const before = range.slice(last, at);
  const colon = before.lastIndexOf(": ");
  const stop = Math.max(
    before.lastIndexOf("; "),
    before.lastIndexOf(". "),
    // "Tỷ lệ …: tối thiểu 90%" is one clause.
    colon >= 0 && ONLY_COMPARES.test(before.slice(colon + 2)) ? -1 : colon,
    last > 0 ? before.indexOf(", ") : -1,
  );
  let from = last + (stop < 0 ? 0 : stop + 1);
  from += /^[\s,;.]*(?:trong do,? |va )?/u.exec(range.slice(from, at))?.[0].length ?? 0;
  return from;
}

// Matches the first word that says what is attained.
const PREDICATE =
  /(?:^|[ ,])(?:duoc|dat|co|su dung|tham gia|hoan thanh|thuc hien|biet|bi|dap ung|ung dung|trien khai|khong|dan dau|tham du)(?= )/u;

/** "85% thanh niên công nhân, thanh niên nông thôn được phổ biến": what is counted goes on behind commas until a word says what is attained. */
function wholeSubject(range: string, until: number, end: number): number {
  let to = end;
  for (let times = 0; times < 4; times++) {
    if (range[to] !== "," || PREDICATE.test(range.slice(until, to))) return to;
    const next = clauseEnd(range, to + 1);
    if (
      !/^, (?!trong do|dat |den |phan dau|tang |giam |nang |ty le|duy tri|it nhat|toi thieu|tren |duoi )[^\d]+$/u.test(
        range.slice(to, next),
      )
    )
      return end;
    to = next;
  }
  return end;
}

function clauseEnd(range: string, until: number): number {
  const rest = range.slice(until);
  const stop = rest.search(/[;,(]|\.(?:\s|$)|\n/u);
  return until + (stop < 0 ? rest.length : stop) - (/\s$/u.test(rest.slice(0, Math.max(0, stop))) ? 1 : 0);
}

/** The last year that a goal is set for in these words: "đến năm 2030", "đến hết năm 2025". */
export function yearIn(folded: string): string | null {
  const day = /den (?:ngay )?(?<day>\d{1,2})\/(?<month>\d{1,2})\/(?<year>20\d{2})(?!.*(?:nam|den) )/u.exec(
    folded,
  )?.groups;
  if (day !== undefined)
    return `${day["year"] ?? ""}-${day["month"]?.padStart(2, "0") ?? ""}-${day["day"]?.padStart(2, "0") ?? ""}`;
  // "Đến hết tháng 5/2023"
  const month = /den (?:het |cuoi )?thang (?<month>\d{1,2}) ?(?:\/|nam) ?(?<year>20\d{2})(?!.*(?:nam|den) )/u.exec(
    folded,
  )?.groups;
  if (month !== undefined) {
    const [y, m] = [Number(month["year"]), Number(month["month"])];
    if (m >= 1 && m <= 12) return iso(y, m, lastDay(y, m));
  }
  const years = [
    ...folded.matchAll(
      /(?:den (?:het |cuoi )?(?:nam )?|nam |trong nam |giai doan (?:19|20)\d{2} ?[-–] ?)(?<year>(?:19|20)\d{2})/gu,
    ),
  ].filter(
    ({ index }) =>
      !/(?:so voi|(?<!phan )dau|cuoi|so voi cung ky) $/u.test(folded.slice(Math.max(0, index - 16), index)),
  );
  const year = years.at(-1)?.groups?.["year"];
  return year === undefined ? null : `${year}-12-31`;
}
