import { expect, test } from "vitest";
import { addressOf } from "../../src/facts/address.ts";

test.each([
  ["II.2.b", [{ marker: "-", ordinal: 3 }], "gạch đầu dòng 3, điểm b, khoản 2, Mục II"],
  ["II.2.đ", [], "điểm đ, khoản 2, Mục II"],
  ["II.2.1", [{ marker: null, ordinal: 2 }], "đoạn 2, khoản 2.1, Mục II"],
  [
    "II.1",
    [
      { marker: "-", ordinal: 1 },
      { marker: "+", ordinal: 4 },
    ],
    "dấu cộng 4, gạch đầu dòng 1, khoản 1, Mục II",
  ],
  ["Phụ lục.III.7", [], "khoản 7, Mục III, Phụ lục"],
  ["Điều 3.2", [], "khoản 2, Điều 3"],
  ["III", [], "Mục III"],
  ["", [], null],
])("section %s is addressed as people say it", (section, items, address) => {
  expect(addressOf(section, items)).toBe(address);
});
