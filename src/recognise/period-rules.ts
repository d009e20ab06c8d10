import { dayBefore, iso, lastDay } from "./dates.ts";
import { by, D, day, M, numbers, quarter, rule, UNTIL, YEAR, type Rule } from "./time-words.ts";

/** Times that name parts of a month, months, quarters, years and terms. */
export const PERIOD_RULES: readonly Rule[] = [
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
  // "Quý III, IV/2026", "quý I và quý II năm 2025".
  rule(
    `(?:trong )?quy (?<q1>iv|iii|ii|i|[1-4])(?:,| va| -|-) ?(?:quy )?(?<q>iv|iii|ii|i|[1-4]) ?(?:[/-]|nam)? ?${YEAR}`,
    (groups) => {
      const until = quarter(groups);
      const from = quarter({ q: groups["q1"], y: groups["y"] });
      return until === null || from === null ? null : { from: from[0], to: until[1], recurs: null };
    },
  ),
  // "từ quý II/2024 đến hết năm 2025".
  rule(
    `tu quy (?<q>iv|iii|ii|i|[1-4]) ?(?:[/-]|nam)? ?(?<y1>(?:19|20)\\d{2}) ?(?:den|[-–])(?: het)? ?(?:nam )?${YEAR}`,
    (groups) => {
      const from = quarter({ q: groups["q"], y: groups["y1"] });
      return from === null ? null : { from: from[0], to: `${groups["y"] ?? ""}-12-31`, recurs: null };
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
      if (/(?:^| )truoc quy/u.test(found)) return by(dayBefore(range[0]));
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
  rule(
    `(?:trong )?nam (?<y1>(?:19|20)\\d{2})(?: va|,) (?:nam )?${YEAR}`,
    (groups) => ({ from: `${groups["y1"] ?? ""}-01-01`, to: `${groups["y"] ?? ""}-12-31`, recurs: null }),
    true,
  ),
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
  rule(`(?:den|vao) cuoi nam ${YEAR}`, (groups) => by(`${groups["y"] ?? ""}-12-31`)),
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
];
