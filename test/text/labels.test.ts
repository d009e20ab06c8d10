import { expect, test } from "vitest";
import { labelOf } from "../../src/text/labels.ts";

test.each([
  ["II. NHIỆM VỤ", "roman", "II"],
  ["IV/ KINH PHÍ", "roman", "IV"],
  ["III- MỤC TIÊU", "roman", "III"],
  ["A. QUAN ĐIỂM", "capital", "A"],
  ["Điều 3. Hiệu lực", "article", "Điều 3"],
  ["PHỤ LỤC II", "annex", "Phụ lục II"],
  ["1. Sở Y tế", "number", "1"],
  ["12) Các xã", "number", "12"],
  ["3/ Giao trạm y tế", "number", "3"],
  ["2.1. Trồng rừng", "step", "2.1"],
  ["2.1.3 Giống cây", "step", "2.1.3"],
  ["đ) Vận động", "letter", "đ"],
  ["- Mở lớp", "dash", "-"],
  ["+ Cấp giống", "plus", "+"],
  ["* Đảng ủy xã thực hiện", "star", "*"],
  ["• Hỗ trợ vốn", "dot", "•"],
])("reads the label of %s", (line, style, text) => {
  expect(labelOf(line)).toMatchObject({ style, text });
});

test.each([
  "20-NQ/TW ngày 05",
  "01/11/2012 của Chính phủ",
  "12.000 ha rừng",
  "XI về nông dân",
  "2020 đạt 5%",
  "phần xây dựng",
  "mục tiêu chung",
])("finds none in %s", (line) => {
  expect(labelOf(line)).toBeNull();
});
