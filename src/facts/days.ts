import { z } from "zod";

// Matches "2024-02-29", "--11-15", "---20"; must not match "2024-2-9", "--11".
const DAY = /^(?:(?<year>\d{4})-|--)(?<month>\d{2})-(?<date>\d{2})$|^---(?<ofMonth>\d{2})$/u;
const LEAP_YEAR = 2_000;

/** True for a day that a calendar has: a full one ("2024-06-30"), one of every year ("--11-15", "--02-29") or of every month ("---20", "---31"). */
export function isDay(day: string): boolean {
  const { year, month, date, ofMonth } = DAY.exec(day)?.groups ?? {};
  if (ofMonth !== undefined) return within(Number(ofMonth), 31);
  if (month === undefined || date === undefined || !within(Number(month), 12)) return false;
  return year !== "0000" && within(Number(date), lastOf(Number(year ?? LEAP_YEAR), Number(month)));
}

function within(value: number, most: number): boolean {
  return value >= 1 && value <= most;
}

function lastOf(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** A full day. */
export const date = z
  .string()
  .refine((given) => !given.startsWith("-") && isDay(given), "a date is a day that exists, written YYYY-MM-DD");
/** A full day, one of every year or of every month. */
export const day = z.string().refine(isDay, "a day is one that exists, written YYYY-MM-DD, --MM-DD or ---DD");
