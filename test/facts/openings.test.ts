import { expect, test } from "vitest";
import { factsOf } from "../support/reading.ts";

const LETTER = `ỦY BAN NHÂN DÂN TỈNH HÀ GIANG          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 31/CT-UBND                         Hà Giang, ngày 05 tháng 4 năm 2024

CHỈ THỊ
Về tiêm chủng

Đến nay toàn tỉnh mới tiêm được 40%. Phấn đấu đến năm 2025 giảm ít nhất 12% số trẻ mắc bệnh và trên 70% trẻ em từ 3 đến dưới 9 tuổi được tiêm, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:

1. Sở Y tế triển khai Quyết định số 15/QĐ-UBND ngày 03/02/2024 của Ủy ban nhân dân tỉnh.

2. Sở Tài chính bố trí kinh phí theo Quyết định số 16/QĐ-UBND ngày 04/02/2024 của Ủy ban nhân dân tỉnh.

Chỉ thị này thay thế Chỉ thị số 08/CT-UBND ngày 07/7/2020 của Ủy ban nhân dân tỉnh.
`;

test('an opening sets aims after "phấn đấu", and tells the situation before', () => {
  expect(factsOf(LETTER).targets).toMatchObject([
    { value: 12, unit: "%", by: "2025-12-31" },
    { value: 70, unit: "%", by: "2025-12-31" },
  ]);
});

test.each([
  ["đề ra mục tiêu đến hết năm 2026 có trên 60% số xã không có ma túy", 60],
  ["để đến hết tháng 6 năm 2026 hoàn thành số hóa 90% hồ sơ", 90],
])("an opening sets aims: %s", (words, value) => {
  const letter = LETTER.replace(
    /Đến nay.*yêu cầu/u,
    `Thực hiện nhiệm vụ năm 2024, ${words}, Ủy ban nhân dân tỉnh yêu cầu`,
  );
  expect(factsOf(letter).targets).toMatchObject([{ value, unit: "%", by: "2026-12-31" }]);
});

test("a directive says which it replaces, and a task which document it carries out", () => {
  const { citations, tasks } = factsOf(LETTER);
  expect(citations.find(({ number }) => number === "08")?.effect).toBe("REPLACES");
  expect(tasks.map(({ carriesOut }) => carriesOut?.map(({ document }) => document))).toEqual([
    ["vn/ha-giang/ubnd/qd/2024/15"],
    undefined,
  ]);
});

test("a resolution named by its plenum keeps its printed subject", () => {
  const { citations } = factsOf(`TỈNH ỦY HÀ GIANG
Số 9-KH/TU

KẾ HOẠCH
thực hiện Nghị quyết Trung ương 7 (khóa X) về xây dựng đội ngũ trí thức

I. NHIỆM VỤ

1. Sở Y tế chủ trì.
`);
  expect(citations[0]?.subject).toBe("xây dựng đội ngũ trí thức");
});
