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
  ["đề ra mục tiêu đến hết năm 2026 có trên 60% số xã không có ma túy", 60, "2026-12-31"],
  ["để đến hết tháng 6 năm 2026 hoàn thành số hóa 90% hồ sơ", 90, "2026-06-30"],
])("an opening sets aims: %s", (words, value, by) => {
  const letter = LETTER.replace(
    /Đến nay.*yêu cầu/u,
    `Thực hiện nhiệm vụ năm 2024, ${words}, Ủy ban nhân dân tỉnh yêu cầu`,
  );
  expect(factsOf(letter).targets).toMatchObject([{ value, unit: "%", by }]);
});

test("a request that a body made is no order to it", () => {
  const letter = LETTER.replace(
    /Đến nay.*yêu cầu:/u,
    "Xét đề nghị của Sở Nội vụ tại Tờ trình số 5/TTr-SNV ngày 02/4/2024, Ủy ban nhân dân tỉnh ban hành Kế hoạch triển khai thực hiện như sau:",
  ).replace("1. Sở Y tế triển khai", "1. Triển khai");
  expect(factsOf(letter).tasks[0]?.leads).toEqual([]);
});

test("a department's own document means it by its heads", () => {
  const { reports } = factsOf(`UBND TỈNH HÀ GIANG
SỞ Y TẾ
Số: 9/KH-SYT

KẾ HOẠCH
Tiêm chủng

I. TỔ CHỨC THỰC HIỆN

1. Thanh tra Sở kiểm tra; hằng quý báo cáo Giám đốc Sở.

2. Văn phòng Sở báo cáo Giám đốc Sở Nội vụ.
`);
  expect(reports.map(({ to }) => to.split("/").at(-1))).toEqual(["so-y-te", "so-noi-vu"]);
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

const ORDERED = (opening: string): string => `UBND TỈNH HÀ GIANG
SỞ Y TẾ
Số: 90/SYT-NV          Hà Giang, ngày 05 tháng 4 năm 2024

Kính gửi: Phòng Y tế các huyện, thành phố.

Thực hiện Công văn số 11/BYT-DP ngày 03/4/2024 của Bộ Y tế, ${opening}:

1. Rà soát danh sách trẻ.

2. Văn phòng Sở chuẩn bị phòng họp.
`;

test.each([
  [
    "Sở Y tế đề nghị Phòng Y tế các huyện, thành phố, các bệnh viện trực thuộc Sở thực hiện các nội dung sau",
    [["phong-y-te-cap-huyen", "benh-vien-truc-thuoc-so"], ["van-phong-so"]],
  ],
  ["Sở Y tế đề nghị các cơ quan, đơn vị phối hợp thực hiện các nội dung sau", [[], ["van-phong-so"]]],
  ["theo đề nghị của Phòng Y tế các huyện, Sở Y tế thông báo như sau", [[], ["van-phong-so"]]],
])("an opening orders what stands below it: %s", (opening, leads) => {
  const { tasks } = factsOf(ORDERED(opening));
  expect(tasks.map((task) => task.leads.map(({ agency }) => agency.split("/").at(-1)))).toEqual(leads);
});

test("an order that goes on with another document carries nothing out by the first", () => {
  const { links } = factsOf(
    LETTER.replace(
      "1. Sở Y tế triển khai Quyết định số 15/QĐ-UBND ngày 03/02/2024 của Ủy ban nhân dân tỉnh.",
      "1. Sở Y tế xử phạt theo Nghị định số 10/2023/NĐ-CP của Chính phủ, thực hiện nghiêm Chỉ thị số 02/CT-TTg của Thủ tướng Chính phủ.",
    ),
  );
  expect(links).toEqual([]);
});

test("a number typed with the eth of old encodings is read", () => {
  const { citations } = factsOf(LETTER.replace("15/QĐ-UBND", "15/QÐ-UBND"));
  expect(citations.map(({ id }) => id)).toContain("vn/ha-giang/ubnd/qd/2024/15");
});
