import type { TextView } from "../text/view.ts";
import { iso, isDay, lastDay, two } from "./dates.ts";
import { PatternSet } from "./pattern-set.ts";

/** When something is to be done. */
export interface TimeMention {
  readonly start: number;
  readonly end: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly recurs: "yearly" | "half-yearly" | "quarterly" | "monthly" | "weekly" | "regular" | null;
}

const YEAR = "(?<y>(?:19|20)\\d{2})";
const UNTIL =
  "(?:(?:phai )?(?:hoan thanh|xong|ket thuc|gui|thuc hien|bao cao)?,? ?(?:cham nhat|muon nhat|han cuoi|thoi han|han chot|den truoc|truoc|den het|het|den|khong qua|khong cham hon)(?: la| vao| den)?(?: truoc)? ?)";
// "trước 16 giờ 30 ngày 12/6/2024".
const HOUR = "(?:\\d{1,2} ?(?:gio|h)(?: ?\\d{2}(?: ?phut)?)?,? )?";
const HANG = "(?:hang|moi)";
const D = "(?<d>\\d{1,2})";
const M = "(?<m>\\d{1,2})";

interface Rule {
  readonly pattern: RegExp;
  readonly read: (
    groups: Readonly<Record<string, string | undefined>>,
    found: string,
  ) => Omit<TimeMention, "start" | "end"> | null;
  /** True for words that say a time only in a cell or a field of their own. */
  readonly onlyAlone?: boolean;
}

const rule = (source: string, read: Rule["read"], onlyAlone = false): Rule => ({
  pattern: new RegExp(`(?<![\\p{L}\\d])${source}(?![\\p{L}\\d])`, "gu"),
  read,
  onlyAlone,
});
const by = (to: string | null, recurs: TimeMention["recurs"] = null): ReturnType<Rule["read"]> =>
  to === null ? null : { from: null, to, recurs };
const numbers = (groups: Readonly<Record<string, string | undefined>>): readonly [number, number, number] => [
  Number(groups["y"]),
  Number(groups["m"]),
  Number(groups["d"]),
];
const day = (groups: Readonly<Record<string, string | undefined>>): string | null => {
  const [y, m, d] = numbers(groups);
  return isDay(y, m, d) ? iso(y, m, d) : null;
};
const yearDay = (groups: Readonly<Record<string, string | undefined>>): string | null => {
  const [, m, d] = numbers(groups);
  return isDay(2024, m, d) ? `--${two(m)}-${two(d)}` : null;
};
const monthDay = (groups: Readonly<Record<string, string | undefined>>): string | null => {
  const d = Number(groups["d"]);
  return d >= 1 && d <= 31 ? `---${two(d)}` : null;
};
const QUARTERS: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, "1": 1, "2": 2, "3": 3, "4": 4 };
const quarter = (groups: Readonly<Record<string, string | undefined>>): readonly [string, string] | null => {
  const q = QUARTERS[groups["q"] ?? ""];
  const y = Number(groups["y"]);
  return q === undefined ? null : [iso(y, q * 3 - 2, 1), iso(y, q * 3, lastDay(y, q * 3))];
};
const recurring = (found: string): TimeMention["recurs"] => {
  if (/6 thang|sau thang|nua nam/u.test(found)) return "half-yearly";
  if (/quy/u.test(found)) return "quarterly";
  if (/thang/u.test(found)) return "monthly";
  if (/tuan/u.test(found)) return "weekly";
  return /nam/u.test(found) ? "yearly" : "regular";
};

const DAY_MONTH = `${D} ?(?:[/.-] ?|thang )${M}`;
// In the order in which they are tried: the first that fits a place takes it.
const RULES: readonly Rule[] = [
  rule(
    `tu (?:ngay )?(?<d1>\\d{1,2})(?: ?[/.-] ?| thang )(?<m1>\\d{1,2})(?:(?: ?[/.-] ?| nam )(?<y1>(?:19|20)\\d{2}))? ?(?:den|-)(?: het)? (?:ngay )?${D}(?: ?[/.-] ?| thang )${M}(?: ?[/.-] ?| nam )${YEAR}`,
    (groups) => {
      const [y1, m1, d1] = [Number(groups["y1"] ?? groups["y"]), Number(groups["m1"]), Number(groups["d1"])];
      const to = day(groups);
      return to === null || !isDay(y1, m1, d1) ? null : { from: iso(y1, m1, d1), to, recurs: null };
    },
  ),
  rule(
    `(?:dinh ky )?(?:${HANG} nam|dinh ky nam),? ?\\(?(?:,? ?(?:va )?${UNTIL})?ngay ${DAY_MONTH}(?! ?[/.-] ?\\d| nam \\d)\\)?(?: ${HANG} nam)?`,
    (groups) => by(yearDay(groups), "yearly"),
  ),
  rule(`${UNTIL}?(?:ngay )?${DAY_MONTH} (?:cua )?(?:${HANG} nam|cac nam|nam sau|nam bao cao)`, (groups) =>
    by(yearDay(groups), "yearly"),
  ),
  // "hằng năm tổng hợp kết quả, báo cáo … trước ngày 15/12": the day stands a few words after.
  rule(
    `${HANG} nam[^.;\\d]{1,90}(?:truoc|cham nhat|muon nhat) ngay ${DAY_MONTH}(?! ?[/.-] ?\\d| nam \\d| thang)`,
    (groups) => by(yearDay(groups), "yearly"),
  ),
  rule(`${UNTIL}?ngay ${D} (?:cua )?(?:${HANG} thang|thang sau|thang ke tiep|cac thang)`, (groups) =>
    by(monthDay(groups), "monthly"),
  ),
  rule(`${HANG} thang,? ?\\(?(?:${UNTIL})ngay ${D}(?! ?[/.-] ?\\d| thang)\\)?`, (groups) =>
    by(monthDay(groups), "monthly"),
  ),
  rule(`${UNTIL}?ngay ${D} (?:cua )?(?:thang cuoi|thang cuoi cung)(?: cua)? (?:${HANG} )?quy`, (groups) =>
    by(monthDay(groups), "quarterly"),
  ),
  rule(`(?:dinh ky )?${HANG} quy,? ?\\(?(?:${UNTIL})ngay ${D}(?! ?[/.-] ?\\d)[^,;.]{0,30}`, (groups) =>
    by(monthDay(groups), "quarterly"),
  ),
  rule(`${UNTIL}${HOUR}(?:ngay )?${D} ?[/.-] ?${M} ?[/.-] ?${YEAR}`, (groups) => by(day(groups))),
  rule(`${UNTIL}${HOUR}(?:ngay )?${D} thang ${M} nam ${YEAR}`, (groups) => by(day(groups))),
  // From a day on: where the order begins with it, or something is done from it.
  rule(
    `(?:^[ "“]*(?:ke )?|(?:thuc hien|ap dung|bat dau|trien khai|to chuc|hoat dong|van hanh)(?: ke)? )tu ngay ${D}(?: ?[/.-] ?| thang )${M}(?: ?[/.-] ?| nam )${YEAR}`,
    (groups) => {
      const from = day(groups);
      return from === null ? null : { from, to: null, recurs: null };
    },
  ),
  // A school year says when, but names no day.
  rule("(?:truoc|trong|tu|ngay tu|bat dau tu|ket thuc) nam hoc \\d{4} ?[-–] ?\\d{4}", () => ({
    from: null,
    to: null,
    recurs: null,
  })),
  rule(
    `(?:tu )?thang (?<m1>\\d{1,2})(?:(?: ?[/-] ?| nam )(?<y1>(?:19|20)\\d{2}))? ?(?:den|-|–) ?(?:het )?(?:thang )?${M}(?: ?[/-] ?| nam )${YEAR}`,
    (groups) => {
      const [y, m] = numbers(groups);
      const m1 = Number(groups["m1"]);
      return m >= 1 && m <= 12 && m1 >= 1 && m1 <= 12
        ? { from: iso(Number(groups["y1"] ?? groups["y"]), m1, 1), to: iso(y, m, lastDay(y, m)), recurs: null }
        : null;
    },
  ),
  rule(
    `(?:tu )?quy (?<q1>iv|iii|ii|i|[1-4]) ?[/-]? ?(?<y1>(?:19|20)\\d{2})? ?(?:den|-|–) ?(?:het )?(?:quy )(?<q>iv|iii|ii|i|[1-4]) ?(?:[/-]|nam)? ?${YEAR}`,
    (groups) => {
      const until = quarter(groups);
      const from = quarter({ q: groups["q1"], y: groups["y1"] ?? groups["y"] });
      return until === null || from === null ? null : { from: from[0], to: until[1], recurs: null };
    },
  ),
  rule(`tu (?:dau )?nam ${YEAR}(?: tro di)?`, (groups) => ({
    from: `${groups["y"] ?? ""}-01-01`,
    to: null,
    recurs: null,
  })),
  rule(
    `(?:${UNTIL}|(?:trong|vao|hoan thanh|tu) )?(?:het )?quy (?<q>iv|iii|ii|i|[1-4]) ?(?:[/-]|nam|,? nam|cua nam)? ?${YEAR}`,
    (groups, found) => {
      const range = quarter(groups);
      if (range === null) return null;
      return /^(?:hoan thanh )?(?:truoc|den|cham|het)/u.test(found) && !/trong quy/u.test(found)
        ? { from: null, to: range[1], recurs: null }
        : { from: range[0], to: range[1], recurs: null };
    },
  ),
  rule(
    `(?:${UNTIL}|(?:trong|vao|hoan thanh trong|hoan thanh) )?(?:cuoi )?(?:thang |t)${M} ?(?:[/-]|nam|-) ?${YEAR}`,
    (groups, found) => {
      const [y, m] = numbers(groups);
      if (!(m >= 1 && m <= 12)) return null;
      const to = iso(y, m, lastDay(y, m));
      if (/(?:^| )truoc /u.test(found))
        return { from: null, to: m === 1 ? iso(y - 1, 12, 31) : iso(y, m - 1, lastDay(y, m - 1)), recurs: null };
      return /(?:den|cham|het) /u.test(found)
        ? { from: null, to, recurs: null }
        : { from: iso(y, m, 1), to, recurs: null };
    },
  ),
  rule(
    `(?:trong |tu |giai doan |thoi gian )?(?:(?:hai|ba|2|3|cac) )?(?:nam )?(?<y1>(?:19|20)\\d{2}) ?[-–] ?${YEAR}`,
    (groups) => ({ from: `${groups["y1"] ?? ""}-01-01`, to: `${groups["y"] ?? ""}-12-31`, recurs: null }),
    true,
  ),
  rule(`trong (?:hai|ba|bon|2|3|4|cac) nam,? (?<y1>(?:19|20)\\d{2}) ?(?:[-–]|va|den) ?${YEAR}`, (groups) => ({
    from: `${groups["y1"] ?? ""}-01-01`,
    to: `${groups["y"] ?? ""}-12-31`,
    recurs: null,
  })),
  rule(`truoc khi [\\p{L} ]{3,30} \\((?:ngay )?${D} ?[/.-] ?${M} ?[/.-] ?${YEAR}\\)`, (groups) => by(day(groups))),
  rule(`phan dau (?:den )(?:het )?nam ${YEAR}`, (groups) => by(`${groups["y"] ?? ""}-12-31`)),
  rule(`(?:trong )?giai doan (?<y1>(?:19|20)\\d{2}) ?[-–] ?${YEAR}`, (groups) => ({
    from: `${groups["y1"] ?? ""}-01-01`,
    to: `${groups["y"] ?? ""}-12-31`,
    recurs: null,
  })),
  rule(`den (?:het )?nam ${YEAR}(?=[.;]|$)`, (groups) => by(`${groups["y"] ?? ""}-12-31`)),
  rule(`(?:${UNTIL})(?:nam )${YEAR}`, (groups, found) =>
    /(?:^| )truoc nam/u.test(found)
      ? by(`${Number(groups["y"]) - 1}-12-31`)
      : /(?:den het|het|cham nhat|hoan thanh|xong)/u.test(found)
        ? by(`${groups["y"] ?? ""}-12-31`)
        : null,
  ),
  rule(`den (?:nam )?${YEAR}`, (groups) => by(`${groups["y"] ?? ""}-12-31`), true),
  rule(`(?:trong |hoan thanh trong )?(?<months>6|06|sau|9|09|chin) thang (?<half>dau|cuoi) nam ${YEAR}`, (groups) => {
    const year = groups["y"] ?? "";
    const isHalf = /6|sau/u.test(groups["months"] ?? "");
    if (groups["half"] === "cuoi") return isHalf ? { from: `${year}-07-01`, to: `${year}-12-31`, recurs: null } : null;
    return { from: `${year}-01-01`, to: isHalf ? `${year}-06-30` : `${year}-09-30`, recurs: null };
  }),
  rule(`den cuoi nam ${YEAR}`, (groups) => by(`${groups["y"] ?? ""}-12-31`)),
  // "Năm 1996, trồng thí điểm …": an order that begins with its year.
  rule(`^[ "“]*(?:trong )?nam ${YEAR}(?! ?[-–] ?\\d| va| den)`, (groups) => ({
    from: `${groups["y"] ?? ""}-01-01`,
    to: `${groups["y"] ?? ""}-12-31`,
    recurs: null,
  })),
  rule(`(?:trong|hoan thanh trong|hoan thanh)(?: dau| cuoi)? nam ${YEAR}`, (groups) => ({
    from: `${groups["y"] ?? ""}-01-01`,
    to: `${groups["y"] ?? ""}-12-31`,
    recurs: null,
  })),
  rule(`(?:ngay )?${D} ?[/.-] ?${M} ?[/.-] ?${YEAR}`, (groups) => by(day(groups)), true),
  rule(
    `${M} ?/ ?${YEAR}`,
    (groups) => {
      const [y, m] = numbers(groups);
      return m >= 1 && m <= 12 ? { from: iso(y, m, 1), to: iso(y, m, lastDay(y, m)), recurs: null } : null;
    },
    true,
  ),
  rule(
    `(?:nam )?${YEAR}(?: va cac nam (?:tiep theo|sau))?`,
    (groups, found) => ({
      from: `${groups["y"] ?? ""}-01-01`,
      to: /cac nam/u.test(found) ? null : `${groups["y"] ?? ""}-12-31`,
      recurs: null,
    }),
    true,
  ),
  rule(
    `(?:dinh ky )?(?:cu )?(?:${HANG} )?(?:0?6 thang|sau thang)(?:(?:,| va|/)? (?:(?:${HANG}|mot|1) )?(?:nam|lan))*`,
    () => ({
      from: null,
      to: null,
      recurs: "half-yearly",
    }),
  ),
  rule(`(?:dinh ky,? ?)?${HANG} (?:nam|quy|thang|tuan)|dinh ky (?:theo )?(?:quy|thang|nam|tuan)`, (_, found) => ({
    from: null,
    to: null,
    recurs: recurring(found),
  })),
  rule("dinh ky(?: (?:hoac|va|,) dot xuat)?|thuong xuyen", () => ({ from: null, to: null, recurs: "regular" })),
];

const PATTERNS = new PatternSet(
  RULES.map(({ pattern }) => pattern),
  9,
);

// Nouns that a recurring word describes: "kế hoạch hằng năm", "chi thường xuyên" say no time of the task.
const DESCRIBED =
  /(?:ke hoach|chuong trinh|du toan|ngan sach|cong tac|kinh phi|nhiem vu|kiem tra, giam sat|chi|nguon|chi tieu|giao|trong tam,|trung tam,|5 nam(?:,| va)?|05 nam(?:,| va)?|va|bao cao|danh muc|quy dinh|chinh sach|hoi nghi|thi dua|danh gia|xep loai|cua tinh|cap tinh) ?$/u;

// What every time has in it.
const SAYS_TIME = /\d{4}|\d ?[/.-] ?\d|hang |moi |dinh ky|thuong xuyen|6 thang|sau thang/u;

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
      if (/giai doan|^den nam/u.test(match[0]) && !isAlone && NAMED_PERIOD.test(clauseOf(range, match.index))) continue;
      const isPlainWord = time.to === null && time.from === null;
      if (isPlainWord && !isAlone && describesNoun(range, match.index, match[0])) continue;
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
  /chuong trinh|ke hoach|de an|chien luoc|quy hoach|nghi quyet|quyet dinh|du an|muc tieu|tam nhin|dinh huong/u;

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

/** The time that counts for a task of several: a day to be met before a habit. */
export function deadlineOf(times: readonly TimeMention[]): TimeMention | null {
  return (
    times.find(({ to, from }) => (to !== null || from !== null) && !(to ?? "").startsWith("--")) ??
    times.find(({ to }) => to !== null) ??
    times[0] ??
    null
  );
}
