/** A day printed in the text. */
export interface PrintedDay {
  readonly start: number;
  readonly end: number;
  readonly day: number;
  readonly month: number;
  /** Null for a day of every year: "trước ngày 15/11". */
  readonly year: number | null;
}

// Matches "24/04/2025", "18-6-2013", "22.12.2024", "ngày 11 tháng 01 năm 2024", "ngày25/02/2013". Must not match "141/2024/QĐ".
const NUMERIC = "(?<d1>\\d{1,2})\\s?[/.\\-]\\s?(?<m1>\\d{1,2})\\s?[/.\\-]\\s?(?<y1>(?:1[89]|20)\\d{2})";
const WRITTEN = "(?<d2>\\d{1,2}|mong \\d{1,2})\\s?thang\\s?(?<m2>\\d{1,2})\\s?nam\\s?(?<y2>(?:1[89]|20)\\d{2})";
export const DAY_SOURCE = `(?:ngay\\s?)?(?:${NUMERIC}|${WRITTEN})(?![\\d/])`;
const DAY_AT = new RegExp(DAY_SOURCE, "yu");

/** The day that stands at a place of the folded text. */
export function dayAt(folded: string, at: number): PrintedDay | null {
  DAY_AT.lastIndex = at;
  const match = DAY_AT.exec(folded);
  if (match === null) return null;
  const { d1, m1, y1, d2, m2, y2 } = match.groups ?? {};
  const [day, month, year] = [d1 ?? d2, m1 ?? m2, y1 ?? y2].map((digits) => Number.parseInt(digits ?? "", 10));
  if (day === undefined || month === undefined || year === undefined || !isDay(year, month, day)) return null;
  return { start: at, end: at + match[0].length, day, month, year };
}

export function isDay(year: number, month: number, day: number): boolean {
  if (!(month >= 1 && month <= 12 && day >= 1)) return false;
  return day <= lastDay(year, month);
}

export function lastDay(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function iso(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

export function two(value: number): string {
  return String(value).padStart(2, "0");
}

/** The day before an ISO day. */
export function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
