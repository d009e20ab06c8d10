import { HANG, recurring, rule, type Rule } from "./time-words.ts";

/** Times that only say how often. */
export const RECURRENCE_RULES: readonly Rule[] = [
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
