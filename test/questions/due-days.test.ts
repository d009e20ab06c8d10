import { describe, expect, test } from "vitest";
import { cyclesIn } from "../../src/questions/cycles.ts";
import { FOR_EVER, narrowed, nextDay } from "../../src/questions/due-days.ts";

describe("the next day of a deadline", () => {
  test.each([
    ["a full day", "2024-06-30", "2024-01-01", "2024-12-31", "2024-06-30"],
    ["a full day on the first day", "2024-06-30", "2024-06-30", "2024-06-30", "2024-06-30"],
    ["a full day that is past", "2024-06-30", "2024-07-01", FOR_EVER, null],
    ["a day of every year, still to come", "--11-15", "2024-10-01", FOR_EVER, "2024-11-15"],
    ["a day of every year, today", "--11-15", "2024-11-15", FOR_EVER, "2024-11-15"],
    ["a day of every year, past this year", "--11-15", "2024-11-16", FOR_EVER, "2025-11-15"],
    ["a day of every year, outside the window", "--11-15", "2024-11-16", "2025-11-14", null],
    ["29 February, in a year that has none", "--02-29", "2025-01-01", FOR_EVER, "2025-02-28"],
    ["a day of every month", "---20", "2024-12-21", FOR_EVER, "2025-01-20"],
    ["the 31st, in a month that has 30", "---31", "2024-04-02", FOR_EVER, "2024-04-30"],
  ])("%s", (_what, deadline, from, to, expected) => {
    expect(nextDay(deadline, { from, to })).toBe(expected);
  });
});

test("a window is narrowed to a period and to the last day before an end", () => {
  const year = { from: "2024-01-01", to: "2024-12-31" };
  expect(narrowed(year, { from: "2024-05-01", until: "2024-07-01" })).toEqual({ from: "2024-05-01", to: "2024-06-30" });
  expect(narrowed(year, { to: "2023-12-31" })).toBeNull();
  expect(narrowed(year, {})).toEqual(year);
});

test("circles are found once each, from their first id on", () => {
  const steps = (pairs: string) => pairs.split(" ").map((pair) => ({ from: pair[0] ?? "", to: pair[1] ?? "" }));
  expect(cyclesIn(steps("ab bc ca cd"))).toEqual([["a", "b", "c"]]);
  expect(cyclesIn(steps("ab ba aa"))).toEqual(expect.arrayContaining([["a", "b"], ["a"]]));
  expect(cyclesIn([...steps("ab bc"), { from: null, to: "a" }])).toEqual([]);
});
