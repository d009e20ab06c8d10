import { isDay } from "../facts/days.ts";

/** The days on which something falls due, as ISO dates; both ends belong to it. */
export interface Window {
  readonly from: string;
  readonly to: string;
}

export const FOR_EVER = "9999-12-31";
const YEARS_AHEAD = 8;

/**
 * The first day of a window on which a deadline falls due: a full day ("2024-06-30"), one of every year ("--11-15") or of every month ("---20"). A day that a
 * month does not have is its last one. Null where none is in the window, and for a day that no calendar has, which an earlier version may have let in.
 */
export function nextDay(deadline: string, { from, to }: Window): string | null {
  if (!isDay(deadline)) return null;
  for (const day of daysFrom(deadline, from)) {
    if (day > to) return null;
    if (day >= from) return day;
  }
  return null;
}

function* daysFrom(deadline: string, from: string): Generator<string> {
  const [year = 0, month = 0] = from.split("-").map(Number);
  const yearly = /^--(?<month>\d{2})-(?<date>\d{2})$/u.exec(deadline)?.groups;
  const monthly = /^---(?<date>\d{2})$/u.exec(deadline)?.groups;
  if (yearly !== undefined) {
    for (let ahead = 0; ahead < YEARS_AHEAD; ahead += 1)
      yield dayOf(year + ahead, Number(yearly["month"]), Number(yearly["date"]));
  } else if (monthly !== undefined) {
    for (let ahead = 0; ahead < 12; ahead += 1) {
      const months = month - 1 + ahead;
      yield dayOf(year + Math.floor(months / 12), (months % 12) + 1, Number(monthly["date"]));
    }
  } else yield deadline;
}

/** The day of a month, or its last one. */
function dayOf(year: number, month: number, date: number): string {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(Math.min(date, last))}`;
}

/** The part of a window that belongs to a period as well; `until` is the first day after it. Null where none does. */
export function narrowed(
  { from, to }: Window,
  period: { readonly from?: string | null; readonly to?: string | null; readonly until?: string | null },
): Window | null {
  const begin = period.from != null && period.from > from ? period.from : from;
  const last = period.until == null ? null : dayBefore(period.until);
  const end = [to, period.to, last].filter((day) => day != null).sort()[0] ?? to;
  return begin <= end ? { from: begin, to: end } : null;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
