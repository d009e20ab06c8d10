import { expect, test } from "vitest";
import { targetsIn } from "../../src/recognise/targets.ts";
import { layout } from "../support/reading.ts";

const targets = (source: string) => {
  const { view } = layout(source);
  return [...targetsIn(view, 0, view.text.length, false)].map(({ value, comparison, unit, by }) => [
    value,
    comparison,
    unit,
    by,
  ]);
};

test.each([
  ["Tỷ lệ che phủ rừng đạt 58,5% (năm 2020 là 55%)", [[58.5, ">=", "%", null]]],
  ["Đến năm 2025, trồng ít nhất 1.200 ha quế", [[1200, ">=", "ha", "2025-12-31"]]],
  ["Hộ nghèo giảm còn dưới 3%", [[3, "<=", "%", null]]],
  ["Năng suất tăng 5% - 7%/năm", [[[5, 7], "between", "%/năm", null]]],
  ["Thuộc nhóm 10 tỉnh dẫn đầu cả nước", [[10, "rank", null, null]]],
  ["Có 12 bác sĩ trên một vạn dân", [[12, ">=", "bác sĩ trên một vạn dân", null]]],
  ["Sản lượng tăng gấp hai lần so với năm 2020", [[2, ">=", "lần", null]]],
  ["Đến năm 2025 nâng cấp ít nhất 06 chợ đạt chuẩn", [[6, ">=", "chợ", "2025-12-31"]]],
  ["Xây dựng xong 120 phòng học kiên cố", [[120, ">=", "phòng", null]]],
  ["Có trên 35 cơ sở chế biến", [[35, ">=", "cơ sở", null]]],
  ["Giảm 20% số người nghiện dưới 30 tuổi", [[20, ">=", "%", null]]],
  [
    "Hoàn thành 04 khu tái định cư, 12.000 cây xanh",
    [
      [4, ">=", "khu tái định cư", null],
      [12000, ">=", "cây xanh", null],
    ],
  ],
  ["Số năm sống khỏe đạt 68 năm", [[68, ">=", "năm", null]]],
  ["Doanh nghiệp từ 30 lao động trở lên có công đoàn đạt 85%", [[85, ">=", "%", null]]],
  ["Đến hết tháng 5/2023: Mỗi trường có ít nhất 02 câu lạc bộ", [[2, ">=", "câu lạc bộ", "2023-05-31"]]],
  ["Năm 2030 phủ sóng 5G; trẻ em dưới 5 tuổi được tiêm", []],
])("reads %s", (source, expected) => {
  expect(targets(source)).toEqual(expected);
});

test.each([
  ["85% công nhân, nông dân được học nghề, có việc làm", "85% công nhân, nông dân được học nghề"],
  ["Thuộc nhóm 10 tỉnh, thành phố có điểm cao nhất", "Thuộc nhóm 10 tỉnh, thành phố có điểm cao nhất"],
  ["Tỷ lệ hồ sơ trả trước hạn: tối thiểu 90%", "Tỷ lệ hồ sơ trả trước hạn: tối thiểu 90%"],
])("an aim is read to the end of what it counts: %s", (source, span) => {
  const { view } = layout(source);
  const [only, ...more] = targetsIn(view, 0, view.text.length, false);
  expect([view.text.slice(only?.start, only?.end), more.length]).toEqual([span, 0]);
});
