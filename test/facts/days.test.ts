import { expect, test } from "vitest";
import { date, isDay } from "../../src/facts/days.ts";
import { nextDay } from "../../src/questions/due-days.ts";

const DAYS = ["2024-02-29", "2000-02-29", "2024-12-31", "0001-01-01", "--02-29", "--11-15", "---01", "---31"];
const NO_DAYS = [
  "2024-99-99",
  "2024-02-30",
  "2023-02-29",
  "1900-02-29",
  "2024-06-31",
  "2024-00-10",
  "0000-00-00",
  "0000-01-01",
  "--13-45",
  "--02-30",
  "--00-01",
  "--11-00",
  "---00",
  "---32",
  "2024-1-1",
  "2024-01-01T00:00",
  "",
];

test.each(DAYS)("%s is a day", (day) => expect(isDay(day)).toBe(true));

test.each(NO_DAYS)("%s is none, and nothing falls due on it", (day) => {
  expect(isDay(day)).toBe(false);
  expect(nextDay(day, { from: "0000-01-01", to: "9999-12-31" })).toBeNull();
});

test("the last day of February comes each year", () => {
  expect(nextDay("--02-29", { from: "2023-01-01", to: "2023-12-31" })).toBe("2023-02-28");
  expect(nextDay("--02-29", { from: "2024-01-01", to: "2024-12-31" })).toBe("2024-02-29");
});

test("a date is a full day", () => {
  expect(date.safeParse("2024-02-29").success).toBe(true);
  expect(["--02-29", "---20", "2024-02-30"].map((each) => date.safeParse(each).success)).toEqual([false, false, false]);
});
