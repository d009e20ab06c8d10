import type { TextView } from "../text/view.ts";
import { RULES } from "./deadline-rules.ts";
import type { TimeMention } from "./time-words.ts";
import { PatternSet } from "./pattern-set.ts";

export type { TimeMention } from "./time-words.ts";

const PATTERNS = new PatternSet(
  RULES.map(({ pattern }) => pattern),
  9,
);

// Nouns that a recurring word describes: "kế hoạch hằng năm", "chi thường xuyên" say no time of the task.
const DESCRIBED =
  /(?:ke hoach|chuong trinh|du toan|ngan sach|cong tac|kinh phi|nhiem vu|kiem tra, giam sat|chi|nguon|chi tieu|giao|trong tam,|trung tam,|5 nam(?:,| va)?|05 nam(?:,| va)?|va|bao cao|sinh hoat(?: chi bo| chi hoi| chi doan)?|danh muc|quy dinh|chinh sach|hoi nghi|thi dua|danh gia|xep loai|cua tinh|cap tinh) ?$/u;

// What every time has in it.
const SAYS_TIME =
  /\d{4}|\d ?[/.-] ?\d|hang |moi |tung |dinh ky|thuong xuyen|[36] thang|(?:ba|sau) thang|\d (?:ngay|gio)|(?:tuan|nua) (?:dau|cuoi)|(?:1|2|mot|hai) lan/u;

/** Yields the times in a range of the view. `isAlone`: the range is a cell or a field that holds nothing but a time. */
export function timesIn(
  { folded, text }: TextView,
  start: number,
  end: number,
  isAlone: boolean,
): readonly TimeMention[] {
  const range = folded.slice(start, end);
  if (!SAYS_TIME.test(range)) return [];
  const taken: TimeMention[] = [];
  const matches = PATTERNS.matches(range);
  for (const [place, { read, onlyAlone }] of RULES.entries()) {
    if (onlyAlone === true && !isAlone) continue;
    for (const match of matches[place] ?? []) {
      const at = start + match.index;
      const until = at + match[0].length;
      if (taken.some((time) => time.start < until && at < time.end)) continue;
      const time = read(match.groups ?? {}, match[0]);
      if (time === null) continue;
      if (isMisread(text.slice(at, until), match[0], range.slice(Math.max(0, match.index - 40), match.index))) continue;
      if (
        /giai doan|^den nam/u.test(match[0]) &&
        !isAlone &&
        NAMED_PERIOD.test(clauseOf(range, match.index).replace(BODIES_OF_PLANS, ""))
      )
        continue;
      const isPlainWord = time.to === null && time.from === null;
      // The name of a movement: "Mỗi tuần một cuốn sách".
      if (isPlainWord && /["“”]/u.test(range.charAt(match.index - 1))) continue;
      // "ban hành kế hoạch trong vòng 30 ngày kể từ ngày ký": counted days describe no noun.
      if (isPlainWord && time.recurs !== null && !isAlone && describesNoun(range, match.index, match[0])) continue;
      taken.push({ ...time, ...trimmed(folded, at, until) });
    }
  }
  return taken.sort((a, b) => a.start - b.start);
}

function trimmed(folded: string, start: number, end: number): { readonly start: number; readonly end: number } {
  const lead =
    /^(?:[ ,(]|(?:phai|hoan thanh|xong|ket thuc|gui|thuc hien|bao cao)(?= ))*/u.exec(folded.slice(start, end))?.[0]
      .length ?? 0;
  const tail = /(?<![ ,])[ ,]+$/u.exec(folded.slice(start, end))?.[0].length ?? 0;
  return { start: start + lead, end: end - tail };
}

// A programme's name says its period: "Chương trình … giai đoạn 2021 - 2025".
const NAMED_PERIOD =
  /chuong trinh|ke hoach|de an|chien luoc|quy hoach|nghi quyet|quyet dinh|du an|muc tieu|tam nhin|dinh huong|so ket|tong ket|ket qua/u;

/** Bodies whose names hold such a word: "Vụ Kế hoạch - Tài chính". */
const BODIES_OF_PLANS =
  /(?:so|bo|vu|phong|ban|cuc) (?:tai chinh (?:-|va) )?ke hoach(?! so)(?: (?:-|va) (?:tai chinh|dau tu))?/gu;

function clauseOf(range: string, at: number): string {
  const before = range.slice(0, at);
  return before.slice(Math.max(before.lastIndexOf(";"), before.lastIndexOf(". "), before.lastIndexOf(": ")) + 1);
}

/** True for letters that fold to a time's: "mới quy trình" is no "mỗi quý"; and for a month inside a date. */
function isMisread(printed: string, found: string, before: string): boolean {
  const lower = printed.toLowerCase();
  if (/^moi /u.test(found) && !lower.startsWith("mỗi")) return true;
  if (
    /(?:^| )hang (?:nam|quy|thang|tuan)/u.test(found) &&
    !/h[ằà]ng|ha[̀ằ]ng/u.test(lower.normalize("NFC")) &&
    /hạng|hãng|háng/u.test(lower)
  )
    return true;
  return /^thang /u.test(found) && /(?:^|[^\d/])\d{1,2} $/u.test(before);
}

function describesNoun(range: string, at: number, found: string): boolean {
  const before = range.slice(Math.max(0, at - 90), at);
  const clause = before.slice(
    Math.max(before.lastIndexOf(";"), before.lastIndexOf(". "), before.lastIndexOf(": ")) + 1,
  );
  if (
    /(?:5 nam|05 nam|trung han|10 nam),\s?$/u.test(clause) ||
    /^ cua (?:tinh|thanh pho|nganh|huyen|co quan|don vi)/u.test(range.slice(at + found.length, at + found.length + 20))
  )
    return true;
  if (clause.trim() === "" || /,\s?$/u.test(clause))
    return found === "thuong xuyen" && /(?:trong tam|nhiem vu|lau dai),\s?$/u.test(clause);
  const after = range.slice(at + found.length, at + found.length + 12);
  if (found === "thuong xuyen") return DESCRIBED.test(clause) || /^, (?:lau dai|lien tuc)/u.test(after);
  if (found.startsWith("dinh ky") || /(?:mot|1) lan$/u.test(found)) return false;
  if (DESCRIBED.test(clause)) return true;
  // "đưa … vào kế hoạch kiểm tra hằng năm": a noun that is planned stands a few words before.
  return (
    /(?:ke hoach|chuong trinh|du toan|ngan sach|kinh phi)(?: [\p{L},]+){0,6} $/u.test(clause) &&
    !/(?:^|[ ,])(?:xay dung|ban hanh|lap) ke hoach(?: [\p{L},]+){0,2} $/u.test(clause)
  );
}

/**
 * The time that counts for a task of several: a day to be met before a habit. What was over when the document was issued is no deadline: "phòng học xây
 * dựng trước năm 1990".
 */
export function deadlineOf(given: readonly TimeMention[], issuedOn: string | null): TimeMention | null {
  const times = given
    .map((time) => counted(time, issuedOn))
    .filter(({ from, to }) => {
      const last = to ?? from;
      return last === null || issuedOn === null || last.startsWith("--") || last >= issuedOn;
    });
  return (
    times.find(({ to, from }) => (to !== null || from !== null) && !(to ?? "").startsWith("--")) ??
    times.find(({ to }) => to !== null) ??
    times[0] ??
    null
  );
}

/** A time counted from the issue of the document, as the day that it comes to. */
function counted(time: TimeMention, issuedOn: string | null): TimeMention {
  if (time.daysAfterIssue === undefined || issuedOn === null) return time;
  const day = new Date(`${issuedOn}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + time.daysAfterIssue);
  return { ...time, to: day.toISOString().slice(0, 10) };
}
