import { expect, test } from "vitest";
import { factsOf } from "../support/reading.ts";

const documentOf = (head: string, rest = "I. NHIỆM VỤ\n\n1. Sở Y tế chủ trì.\n") => {
  const { document } = factsOf(`${head}\n\nKẾ HOẠCH\nPhòng bệnh mùa hè\n\n${rest}`);
  return [document.id, document.issuer];
};

test.each([
  [
    "two bodies that print both their symbols",
    "SỞ Y TẾ - HỘI NÔNG DÂN TỈNH SƠN LA\nSố: 7/KH-SYT-HND\nSơn La, ngày 03 tháng 5 năm 2019",
    ["vn/son-la/syt-hnd/kh/2019/7", "vn/son-la/so-y-te"],
  ],
  [
    "a plan of working together",
    "CÔNG AN TỈNH SƠN LA - SỞ Y TẾ\nSố: 8/KHPH-CAT-SYT\nSơn La, ngày 03 tháng 5 năm 2019",
    ["vn/son-la/cat-syt/kh/2019/8", "vn/son-la/cong-an"],
  ],
  [
    "the unit that drafted is no second body",
    "SỞ Y TẾ\nTỈNH SƠN LA\nSố: 9/KH-SYT-NVY\nSơn La, ngày 03 tháng 5 năm 2019",
    ["vn/son-la/syt/kh/2019/9", "vn/son-la/so-y-te"],
  ],
  [
    "a board is that of the mass organisation above it",
    "HỘI NÔNG DÂN TỈNH SƠN LA\nBAN THƯỜNG VỤ\nSố: 10/KH-BTV\nSơn La, ngày 03 tháng 5 năm 2019",
    ["vn/son-la/btv/kh/2019/10", "vn/son-la/ban-thuong-vu-hoi-nong-dan"],
  ],
  [
    "the standing board of the Front",
    "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH SƠN LA\nBAN THƯỜNG TRỰC\nSố: 12/KH-MTTQ\nSơn La, ngày 03 tháng 5 năm 2019",
    ["vn/son-la/mttq/kh/2019/12", "vn/son-la/thuong-truc-uy-ban-mat-tran-to-quoc-viet-nam"],
  ],
])("%s", (_what, head, expected) => {
  expect(documentOf(head)).toEqual(expected);
});

test("what a standing board signs for itself is its own", () => {
  const head = "TỈNH ỦY SƠN LA\n*\nSố 13-KH/TU\nSơn La, ngày 03 tháng 5 năm 2019";
  const signed = "I. NHIỆM VỤ\n\n1. Sở Y tế chủ trì.\n\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nLò Văn Thông\n";
  expect(documentOf(head, signed)[1]).toBe("vn/son-la/ban-thuong-vu-tinh-uy");
  expect(documentOf(head, signed.replace("BAN THƯỜNG VỤ", "TỈNH ỦY"))[1]).toBe("vn/son-la/tinh-uy");
});

test.each([
  ["THÀNH ỦY HẢI PHÒNG", "Hải Phòng, ngày 03 tháng 5 năm 2019", "vn/hai-phong/thanh-uy"],
  ["TỈNH ỦY SƠN LA", "Sơn La, ngày 03 tháng 5 năm 2019", "vn/son-la/tinh-uy"],
  ["TỈNH ỦY ĐỒNG NAI", "Đồng Nai, ngày 03 tháng 5 năm 2019", "vn/dong-nai/tinh-uy"],
])("a city at the centre has its committee by that name: %s", (name, day, issuer) => {
  expect(documentOf(`${name}\n*\nSố 14-KH/TU\n${day}`)[1]).toBe(issuer);
});

test("a steering committee is found by the name that its text prints", () => {
  const head = "UBND TỈNH SƠN LA\nBAN CHỈ ĐẠO GIẢM NGHÈO\nSố: 11/KH-BCĐ\nSơn La, ngày 03 tháng 5 năm 2019";
  const rest = "Ban Chỉ đạo giảm nghèo tỉnh ban hành kế hoạch như sau:\n\nI. NHIỆM VỤ\n\n1. Sở Y tế chủ trì.\n";
  expect(documentOf(head, rest)).toEqual(["vn/son-la/bcd/kh/2019/11", "vn/son-la/ban-chi-dao-giam-ngheo"]);
});

const PLAN = `ỦY BAN NHÂN DÂN
HUYỆN MỘC CHÂU
Số: 12/KH-UBND
Mộc Châu, ngày 03 tháng 5 năm 2019

KẾ HOẠCH
Phòng bệnh mùa hè trên địa bàn huyện Mộc Châu, tỉnh Sơn La

I. NHIỆM VỤ

1. Phòng Y tế triển khai Quyết định số 5/QĐ-UBND ngày 02/3/2018 của UBND huyện, Quyết định số 6/QĐ-UBND ngày 03/3/2018 của UBND tỉnh Sơn La.

2. Văn phòng HĐND và UBND huyện theo dõi.
`;

test("a district's own decision is the district's, though its symbol is that of every committee", () => {
  expect(factsOf(PLAN).citations.map(({ id }) => id)).toEqual([
    "vn/son-la/ubnd-huyen-moc-chau/qd/2018/5",
    "vn/son-la/ubnd/qd/2018/6",
  ]);
});

test("the office of a district's council and committee is one body", () => {
  expect(factsOf(PLAN).agencies.map(({ id }) => id)).toContain("vn/son-la/van-phong-hdnd-va-ubnd-huyen-moc-chau");
});

test("a mass organisation's short names are its own", () => {
  const { reports } = factsOf(`HỘI NÔNG DÂN TỈNH SƠN LA
Số: 13/KH-HND
Sơn La, ngày 03 tháng 5 năm 2019

KẾ HOẠCH
Trồng cây

I. TỔ CHỨC THỰC HIỆN

1. Ban Kinh tế tham mưu Ban Thường vụ Hội báo cáo Trung ương Hội trước ngày 15/12 hằng năm.
`);
  expect(reports.map(({ from, to }) => [from, to])).toEqual([
    ["vn/son-la/ban-thuong-vu-hoi-nong-dan", "vn/trung-uong-hoi-nong-dan-viet-nam"],
  ]);
});
