import { iso, isDay } from "./dates.ts";
import { by, D, day, HANG, HOUR, M, monthDay, numbers, rule, UNTIL, YEAR, yearDay, type Rule } from "./time-words.ts";

// Matches "ky", "ban hanh quyet dinh nay", "quyet dinh nay duoc ban hanh" to its end: the issue of this very document.
const ISSUE =
  /^(?:(?:ky ban hanh|ban hanh|ky)(?:$| (?:ke hoach|quyet dinh|chi thi|nghi quyet|chuong trinh(?: hanh dong)?|cong van|thong bao|van ban|huong dan|cong dien) nay)|(?:ke hoach|quyet dinh|chi thi|nghi quyet|chuong trinh(?: hanh dong)?|cong van|thong bao|van ban|huong dan|cong dien) nay duoc (?:ky|ban hanh))/u;

const DAY_MONTH = `${D} ?(?:[/.-] ?|thang )${M}`;
/** Times that name a day, once or in every year, quarter or month, or that are counted from one. */
export const DAY_RULES: readonly Rule[] = [
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
  // "định kỳ 6 tháng (trước ngày 20/6)", "6 tháng (trước ngày 20/6), năm (…)": the day of the first half.
  rule(
    `(?:dinh ky )?(?:${HANG} )?(?:0?6|sau) thang(?: (?:mot|1) lan)?,? ?\\((?:${UNTIL})ngay ${DAY_MONTH}(?! ?[/.-] ?\\d| nam \\d)\\)`,
    (groups) => by(yearDay(groups), "half-yearly"),
  ),
  rule(
    `dinh ky (?:${HANG} )?(?:0?6|sau) thang(?: (?:mot|1) lan)?,? [^.;\\d]{1,90}(?:truoc|cham nhat|muon nhat) ngay ${DAY_MONTH}(?! ?[/.-] ?\\d| nam \\d| thang|,? va)`,
    (groups) => by(yearDay(groups), "half-yearly"),
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
  // "trong vòng 24 giờ kể từ khi nhận được thông tin": a time that no calendar has.
  rule(
    "(?:trong|sau) (?:vong |thoi han )?\\d{1,3} gio,? (?:ke )?tu (?:khi|luc|thoi diem) [\\p{L}\\d /-]{2,60}",
    () => ({
      from: null,
      to: null,
      recurs: null,
    }),
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
];
