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

export const YEAR = "(?<y>(?:19|20)\\d{2})";
export const UNTIL =
  "(?:(?:phai )?(?:hoan thanh|xong|ket thuc|gui|thuc hien|bao cao)?,? ?(?:cham nhat|muon nhat|han cuoi|thoi han|han chot|den truoc|truoc|den het|het|den|khong qua|khong cham hon|khong muon hon)(?: la| vao| den)?(?: truoc)? ?)";
// "trước 16 giờ 30 ngày 12/6/2024".
export const HOUR = "(?:\\d{1,2} ?(?:gio|h)(?: ?\\d{2}(?: ?phut)?)?,? )?";
export const HANG = "(?:hang|moi)";
export const D = "(?<d>\\d{1,2})";
export const M = "(?<m>\\d{1,2})";

export interface Rule {
  readonly pattern: RegExp;
  readonly read: (
    groups: Readonly<Record<string, string | undefined>>,
    found: string,
  ) => Omit<TimeMention, "start" | "end"> | null;
  /** True for words that say a time only in a cell or a field of their own. */
  readonly onlyAlone?: boolean;
}

export const rule = (source: string, read: Rule["read"], onlyAlone = false): Rule => ({
  pattern: new RegExp(`(?<![\\p{L}\\d])${source}(?![\\p{L}\\d])`, "gu"),
  read,
  onlyAlone,
});
export const by = (to: string | null, recurs: TimeMention["recurs"] = null): ReturnType<Rule["read"]> =>
  to === null ? null : { from: null, to, recurs };
export const numbers = (groups: Readonly<Record<string, string | undefined>>): readonly [number, number, number] => [
  Number(groups["y"]),
  Number(groups["m"]),
  Number(groups["d"]),
];
export const day = (groups: Readonly<Record<string, string | undefined>>): string | null => {
  const [y, m, d] = numbers(groups);
  return isDay(y, m, d) ? iso(y, m, d) : null;
};
export const yearDay = (groups: Readonly<Record<string, string | undefined>>): string | null => {
  const [, m, d] = numbers(groups);
  return isDay(2024, m, d) ? `--${two(m)}-${two(d)}` : null;
};
export const monthDay = (groups: Readonly<Record<string, string | undefined>>): string | null => {
  const d = Number(groups["d"]);
  return d >= 1 && d <= 31 ? `---${two(d)}` : null;
};
const QUARTERS: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, "1": 1, "2": 2, "3": 3, "4": 4 };
export const quarter = (groups: Readonly<Record<string, string | undefined>>): readonly [string, string] | null => {
  const q = QUARTERS[groups["q"] ?? ""];
  const y = Number(groups["y"]);
  return q === undefined ? null : [iso(y, q * 3 - 2, 1), iso(y, q * 3, lastDay(y, q * 3))];
};
export const recurring = (found: string): TimeMention["recurs"] => {
  if (/6 thang|sau thang|nua nam/u.test(found)) return "half-yearly";
  if (/quy/u.test(found)) return "quarterly";
  if (/thang/u.test(found)) return "monthly";
  if (/tuan/u.test(found)) return "weekly";
  return /nam/u.test(found) ? "yearly" : "regular";
};
