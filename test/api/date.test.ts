import { expect, test } from "vitest";
import { dateScalar } from "../../src/api/date.ts";

test.each(["2024-01-11", "2024-02-29", "0999-12-31"])("reads %s and prints it the same", (day) => {
  const read = dateScalar.parseValue(day);
  expect(read.toString()).toBe(day);
  expect(dateScalar.serialize(read)).toBe(day);
  expect(dateScalar.serialize(day)).toBe(day);
});

test.each(["2024-02-30", "2023-02-29", "2024-1-1", "2024", "11/01/2024", "2024-01-11T00:00:00Z", "", 20240111, null])(
  "refuses %s",
  (value) => {
    expect(() => dateScalar.parseValue(value)).toThrow(/day such as/u);
  },
);

test("says so where the graph holds something else", () => {
  expect(() => dateScalar.serialize("tomorrow")).toThrow(/tomorrow/u);
});
