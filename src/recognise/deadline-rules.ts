import { iso, isDay, lastDay, two } from "./dates.ts";

/** When something is to be done. */
export interface TimeMention {
  readonly start: number;
  readonly end: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly recurs: "yearly" | "half-yearly" | "quarterly" | "monthly" | "weekly" | "regular" | null;
  /** So many days after the day on which the document was issued: "trong thời hạn 45 ngày kể từ ngày ký". */
  readonly daysAfterIssue?: number;
}

const YEAR = "(?<y>(?:19|20)\\d{2})";
const UNTIL =
  "(?:(?:phai )?(?:hoan thanh|xong|ket thuc|gui|thuc hien|bao cao)?,? ?(?:cham nhat|muon nhat|han cuoi|thoi han|han chot|den truoc|truoc|den het|het|den|khong qua|khong cham hon)(?: la| vao| den)?(?: truoc)? ?)";
// "trước 16 giờ 30 ngày 12/6/2024".
const HOUR = "(?:\\d{1,2} ?(?:gio|h)(?: ?\\d{2}(?: ?phut)?)?,? )?";
const HANG = "(?:hang|moi)";
const D = "(?<d>\\d{1,2})";
const M = "(?<m>\\d{1,2})";

export interface Rule {
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

// Matches "ky", "ban hanh quyet dinh nay", "quyet dinh nay duoc ban hanh" to its end: the issue of this very document.
const ISSUE =
  /^(?:(?:ky ban hanh|ban hanh|ky)(?:$| (?:ke hoach|quyet dinh|chi thi|nghi quyet|chuong trinh(?: hanh dong)?|cong van|thong bao|van ban|huong dan|cong dien) nay)|(?:ke hoach|quyet dinh|chi thi|nghi quyet|chuong trinh(?: hanh dong)?|cong van|thong bao|van ban|huong dan|cong dien) nay duoc (?:ky|ban hanh))/u;

const DAY_MONTH = `${D} ?(?:[/.-] ?|thang )${M}`;
/** In the order in which they are tried: the first that fits a place takes it. */
export const RULES: readonly Rule[] = [
  rule(
    `tu (?:ngay )?(?<d1>\\d{1,2})(?: ?[/.-] ?| thang )(?<m1>\\d{1,2})(?:(?: ?[/.-] ?| nam )(?<y1>(?:19|20)\\d{2}))? ?(?:den|-)(?: het)? (?:ngay )?${D}(?: ?[/.-] ?| thang )${M}(?: ?[/.-] ?| nam )${YEAR}`,
    (groups) => {
      const [y1, m1, d1] = [Number(groups["y1"] ?? groups["y"]), Number(groups["m1"]), Number(groups["d1"])];
      const to = day(groups);
      return to === null || !isDay(y1, m1, d1) ? null : { from: iso(y1, m1, d1), to, recurs: null };
    },
  ),
  // "từ ngày 05 đến ngày 20 tháng 9 năm 2022", "từ 05 - 20/9/2022": the month is said once.
  rule(
    `tu (?:ngay )?(?<d1>\\d{1,2}) ?(?:den|[-–])(?: het)? ?(?:ngay )?${D}(?: ?[/.-] ?| thang )${M}(?: ?[/.-] ?| nam )${YEAR}`,
    (groups) => {
      const [y, m] = numbers(groups);
      const d1 = Number(groups["d1"]);
      const to = day(groups);
      return to === null || !isDay(y, m, d1) ? null : { from: iso(y, m, d1), to, recurs: null };
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
  rule(
    `(?:ngay )?trong (?:buoi (?:sang|chieu|toi) )?ngay ${D}(?: ?[/.-] ?| thang )${M}(?: ?[/.-] ?| nam )${YEAR}`,
    (groups) => by(day(groups)),
  ),
  // Counted in days from an event: only that of the document's own issue is a day that can be known.
  rule(
    `(?:${UNTIL}|(?:trong|sau) (?:vong |thoi han |thoi gian )?)(?<days>\\d{1,3}) ngay(?<working> lam viec)?,? (?:ke )?tu (?:ngay|khi) (?<event>[\\p{L}\\d /-]{2,60})`,
    (groups) => {
      const isIssue = ISSUE.test(groups["event"] ?? "");
      const days = Number(groups["days"]);
      return {
        from: null,
        to: null,
        recurs: null,
        ...(isIssue && groups["working"] === undefined ? { daysAfterIssue: days } : {}),
      };
    },
  ),
  rule(`${UNTIL}${HOUR}(?:ngay )?${D} thang ${M} nam ${YEAR}`, (groups) => by(day(groups))),
  // From a day on: where the order begins with it, or something is done from it.
  rule(
    `(?:^[ "“]*(?:ke )?|(?:thuc hien|ap dung|bat dau|trien khai|to chuc|hoat dong|van hanh)(?: ke)? )tu ngay ${D}(?: ?[/.-] ?| thang )${M}(?: ?[/.-] ?| nam )${YEAR}`,
    (groups) => {
      const from = day(groups);
      return from === null ? null : { from, to: null, recurs: null };
    },
  ),
  rule(`(?:ke )?tu ngay ${D}(?: ?[/.-] ?| thang )${M}(?: ?[/.-] ?| nam )${YEAR}(?=\\.?\\s{0,3}$|[,;] )`, (groups) => {
    const from = day(groups);
    return from === null ? null : { from, to: null, recurs: null };
  }),
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
  rule(`tu (?:dau )?nam (?<y1>(?:19|20)\\d{2}) ?(?:den|[-–])(?: het)? ?(?:nam )?${YEAR}`, (groups) => ({
    from: `${groups["y1"] ?? ""}-01-01`,
    to: `${groups["y"] ?? ""}-12-31`,
    recurs: null,
  })),
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
      if (/^tu (?!ngay)/u.test(found)) return { from: range[0], to: null, recurs: null };
      return /^(?:hoan thanh )?(?:truoc|den|cham|het)/u.test(found) && !/trong quy/u.test(found)
        ? { from: null, to: range[1], recurs: null }
        : { from: range[0], to: range[1], recurs: null };
    },
  ),
  // "15 ngày đầu tháng 11/2025", "tuần cuối tháng 6 năm 2026", "nửa đầu tháng 3/2026".
  rule(
    `(?:(?:trong|vao) )?(?<part>(?<days>\\d{1,2}) ngay|tuan|nua) (?<end>dau|cuoi)(?: cua)? thang ${M}(?: ?[/-] ?| nam )${YEAR}`,
    (groups) => {
      const [y, m] = numbers(groups);
      const days = Number(groups["days"] ?? (groups["part"] === "tuan" ? 7 : 15));
      if (!(m >= 1 && m <= 12 && days >= 1 && days <= 28)) return null;
      const last = lastDay(y, m);
      return groups["end"] === "dau"
        ? { from: iso(y, m, 1), to: iso(y, m, days), recurs: null }
        : { from: iso(y, m, last - days + 1), to: iso(y, m, last), recurs: null };
    },
  ),
  // "trung tuần tháng 8/2022": the first, the second and the last ten days of a month.
  rule(
    `(?:(?:trong|vao|hoan thanh(?: trong)?|${UNTIL}) ?)?(?<part>thuong|trung|ha) tuan(?: cua)? thang ${M}(?: ?[/-] ?| nam )${YEAR}`,
    (groups, found) => {
      const [y, m] = numbers(groups);
      if (!(m >= 1 && m <= 12)) return null;
      const [first, last] =
        groups["part"] === "thuong" ? [1, 10] : groups["part"] === "trung" ? [11, 20] : [21, lastDay(y, m)];
      if (/(?:^| )truoc /u.test(found)) {
        if (first > 1) return by(iso(y, m, first - 1));
        return by(m === 1 ? iso(y - 1, 12, 31) : iso(y, m - 1, lastDay(y, m - 1)));
      }
      return { from: /(?:den|cham|het) /u.test(found) ? null : iso(y, m, first), to: iso(y, m, last), recurs: null };
    },
  ),
  rule(
    `(?:${UNTIL}|(?:trong|vao|hoan thanh trong|hoan thanh|(?:ke )?tu) )?(?:cuoi )?(?:thang |t)${M} ?(?:[/-]|nam|-) ?${YEAR}`,
    (groups, found) => {
      const [y, m] = numbers(groups);
      if (!(m >= 1 && m <= 12)) return null;
      const to = iso(y, m, lastDay(y, m));
      if (/^tu /u.test(found)) return { from: iso(y, m, 1), to: null, recurs: null };
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
    `(?:dinh ky )?(?:cu )?(?:${HANG} )?(?:0?6 thang|sau thang)(?! (?:tro|lien|ke tu|tu ngay|tuoi))(?:(?:,| va|/)? (?:(?:${HANG}|mot|1) )?(?:nam|lan))*`,
    () => ({
      from: null,
      to: null,
      recurs: "half-yearly",
    }),
  ),
  // "mỗi năm hai lần", "2 lần/năm": every half year.
  rule(
    `(?:dinh ky )?(?:${HANG}|mot|1|01) nam(?: it nhat)? (?:hai|2|02) (?:lan|ky|dot)|(?:hai|2|02) lan ?(?:/ ?|(?:${HANG}|trong|mot) )(?:mot |1 |01 )?nam`,
    () => ({ from: null, to: null, recurs: "half-yearly" }),
  ),
  // "một lần mỗi quý", "01 lần/tháng".
  rule(`(?:mot|1|01) lan ?(?:/ ?|(?:${HANG}|trong|mot) )(?:mot |1 |01 )?(?:nam|quy|thang|tuan)`, (_, found) => ({
    from: null,
    to: null,
    recurs: recurring(found.replace(/^.*lan/u, "")),
  })),
  // "định kỳ ba tháng", "3 tháng một lần".
  rule(
    `(?:dinh ky(?: theo)?|cu|${HANG}) (?:${HANG} )?(?:0?3|ba) thang(?: (?:mot|1) lan)?|(?:0?3|ba) thang (?:mot|1) lan`,
    () => ({ from: null, to: null, recurs: "quarterly" }),
  ),
  rule(`(?:dinh ky,? ?)?${HANG} (?:nam|quy|thang|tuan)|dinh ky (?:theo )?(?:quy|thang|nam|tuan)`, (_, found) => ({
    from: null,
    to: null,
    recurs: recurring(found),
  })),
  rule(
    "(?:theo |trong )?tung (?:nam|quy|thang|tuan)",
    (_, found) => ({ from: null, to: null, recurs: recurring(found) }),
    true,
  ),
  rule("dinh ky(?: (?:hoac|va|,) dot xuat)?|thuong xuyen", () => ({ from: null, to: null, recurs: "regular" })),
];
