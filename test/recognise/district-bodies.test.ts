import { expect, test } from "vitest";
import { factsOf } from "../support/reading.ts";

const idsOf = (issuer: string, line: string): readonly string[] =>
  factsOf(`${issuer}
Số: 5/KH-UBND

KẾ HOẠCH
Trồng rừng, tỉnh Gia Lai

I. TỔ CHỨC THỰC HIỆN

1. ${line}
`)
    .agencies.slice(1)
    .map(({ id }) => id);

test.each([
  ["BHXH huyện cấp thẻ.", ["vn/gia-lai/bao-hiem-xa-hoi-huyen"]],
  ["Kho bạc Nhà nước huyện kiểm soát chi.", ["vn/gia-lai/kho-bac-nha-nuoc-huyen"]],
  ["Đoàn TNCS Hồ Chí Minh huyện trồng cây.", ["vn/gia-lai/doan-thanh-nien-cong-san-ho-chi-minh-huyen"]],
  ["Ban Chấp hành Đảng bộ huyện ra nghị quyết.", ["vn/gia-lai/huyen-uy-chu-prong"]],
  [
    "Ban Chỉ đạo các chương trình mục tiêu quốc gia huyện họp.",
    ["vn/gia-lai/ban-chi-dao-cac-chuong-trinh-muc-tieu-quoc-gia"],
  ],
])("a district's document names the district's own bodies: %s", (line, ids) => {
  expect(idsOf("ỦY BAN NHÂN DÂN HUYỆN CHƯ PRÔNG", line)).toEqual(ids);
});

test.each([
  ["Ban Chỉ huy Phòng thủ dân sự xã trực.", ["vn/gia-lai/ban-chi-huy-phong-thu-dan-su-xa"]],
  ["Đoàn TNCS Hồ Chí Minh xã trồng cây.", ["vn/gia-lai/doan-thanh-nien-cong-san-ho-chi-minh-xa"]],
  ["Hội Người cao tuổi xã vận động.", ["vn/gia-lai/hoi-nguoi-cao-tuoi-xa"]],
])("a commune's document names the commune's own bodies: %s", (line, ids) => {
  expect(idsOf("ỦY BAN NHÂN DÂN XÃ IA LY", line)).toEqual(ids);
});
