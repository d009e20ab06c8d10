import { expect, test } from "vitest";
import { factsOf } from "../support/reading.ts";

const idsOf = (line: string): readonly string[] =>
  factsOf(`ỦY BAN NHÂN DÂN TỈNH GIA LAI
Số: 5/KH-UBND

KẾ HOẠCH
Trồng rừng

I. TỔ CHỨC THỰC HIỆN

1. ${line}
`).agencies.map(({ id }) => id.split("/").at(-1) ?? "");

test.each([
  [
    "Sở Y tế phối hợp với Phòng Cảnh sát điều tra tội phạm về ma túy quét sạch tụ điểm.",
    "phong-canh-sat-dieu-tra-toi-pham-ve-ma-tuy",
  ],
  ["Sở Y tế phối hợp với Trường THCS Nguyễn Huệ mở lớp.", "truong-trung-hoc-co-so-nguyen-hue"],
  ["Công an các huyện, thị xã, thành phố kiểm tra hằng tháng.", "cong-an-cap-huyen"],
  ["Ban tự quản các thôn, buôn lập danh sách hộ nghèo.", "thon-buon"],
  ["SXD công bố giá vật liệu.", "so-xay-dung"],
])("%s", (line, id) => {
  expect(idsOf(line)).toContain(id);
});

test("a company is no agency by a part of its name", () => {
  expect(idsOf("Sở Y tế phối hợp với Tập đoàn Điện lực Việt Nam cấp điện.")).toEqual(["ubnd", "so-y-te"]);
});
