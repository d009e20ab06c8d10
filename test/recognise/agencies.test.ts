import { expect, test } from "vitest";
import { bodiesIn, layout } from "../support/reading.ts";

const named = (source: string): readonly string[] =>
  bodiesIn(layout(source)).map(
    ({ local, province, name }) => `${province === null ? "" : `${province}/`}${local} «${name}»`,
  );

test.each([
  [
    "full names and short ones",
    "giao Sở Y tế, Sở KH&CN phối hợp",
    ["so-y-te «Sở Y tế»", "so-khoa-hoc-va-cong-nghe «Sở KH&CN»"],
  ],
  [
    "a list that says its head once",
    "Giám đốc các Sở: Tài chính, Văn hóa, Thể thao và Du lịch, Y tế làm",
    ["so-tai-chinh «Tài chính»", "so-van-hoa-the-thao-va-du-lich «Văn hóa, Thể thao và Du lịch»", "so-y-te «Y tế»"],
  ],
  ["posts for bodies", "Chủ tịch UBND tỉnh, Giám đốc Công an tỉnh", ["ubnd «UBND tỉnh»", "cong-an «Công an tỉnh»"]],
  [
    "a group in any wording",
    "các sở, ban, ngành, đoàn thể cấp tỉnh và UBND các huyện, thị xã",
    ["cac-so-nganh «các sở, ban, ngành, đoàn thể cấp tỉnh»", "ubnd-cap-huyen «UBND các huyện, thị xã»"],
  ],
  [
    "districts",
    "UBND huyện Bát Xát, UBND thị xã Sa Pa",
    ["ubnd-huyen-bat-xat «UBND huyện Bát Xát»", "ubnd-thi-xa-sa-pa «UBND thị xã Sa Pa»"],
  ],
  [
    "districts under one head",
    "Chủ tịch UBND các huyện: Bát Xát, Si Ma Cai làm",
    ["ubnd-huyen-bat-xat «Bát Xát»", "ubnd-huyen-si-ma-cai «Si Ma Cai»"],
  ],
  [
    "posts between the districts of a list",
    "Chủ tịch UBND xã Mây Xanh, Chủ tịch UBND xã Suối Bạc làm",
    ["ubnd-xa-may-xanh «UBND xã Mây Xanh»", "ubnd-xa-suoi-bac «UBND xã Suối Bạc»"],
  ],
  [
    "organs of a committee that is named behind the last",
    "Ủy ban Kiểm tra, Ban Dân vận, Văn phòng Tỉnh ủy",
    [
      "uy-ban-kiem-tra-tinh-uy «Ủy ban Kiểm tra»",
      "ban-dan-van-tinh-uy «Ban Dân vận»",
      "van-phong-tinh-uy «Văn phòng Tỉnh ủy»",
    ],
  ],
  [
    "departments behind one head and a colon",
    "Các Cục: Đường thủy Việt Nam, Hàng hải Việt Nam và Đê điều Việt Nam tự kiểm tra",
    [
      "cuc-duong-thuy-viet-nam «Đường thủy Việt Nam»",
      "cuc-hang-hai-viet-nam «Hàng hải Việt Nam»",
      "cuc-de-dieu-viet-nam «Đê điều Việt Nam»",
    ],
  ],
  [
    "short names that the text declares",
    "Phòng Tổ chức cán bộ (TCCB), Phòng Chính trị - Tư tưởng (viết tắt là Phòng CTTT); Phòng CTTT, Phòng TCCB làm",
    [
      "phong-to-chuc-can-bo «Phòng Tổ chức cán bộ»",
      "phong-chinh-tri-tu-tuong «Phòng Chính trị - Tư tưởng»",
      "phong-chinh-tri-tu-tuong «Phòng CTTT»",
      "phong-chinh-tri-tu-tuong «Phòng CTTT»",
      "phong-to-chuc-can-bo «Phòng TCCB»",
    ],
  ],
  [
    "standing boards behind a colon",
    "Thường trực: Tỉnh ủy, HĐND tỉnh",
    ["thuong-truc-tinh-uy «Tỉnh ủy»", "thuong-truc-hdnd «HĐND tỉnh»"],
  ],
  [
    "a board of the council, a school that bears a name, a paper",
    "Ban Dân tộc HĐND tỉnh, Trường Chính trị Hoàng Văn Thụ, Báo Điện Biên Phủ làm",
    [
      "ban-dan-toc-hdnd «Ban Dân tộc HĐND tỉnh»",
      "truong-chinh-tri-hoang-van-thu «Trường Chính trị Hoàng Văn Thụ»",
      "bao-dien-bien-phu «Báo Điện Biên Phủ»",
    ],
  ],
  ["another province's", "hợp tác với Ủy ban nhân dân tỉnh Yên Bái", ["yen-bai/ubnd «Ủy ban nhân dân tỉnh Yên Bái»"]],
  [
    "unknown bodies by their form",
    "Trung tâm Giống cây trồng tỉnh phối hợp, Chi cục Kiểm lâm làm",
    ["trung-tam-giong-cay-trong «Trung tâm Giống cây trồng tỉnh»", "chi-cuc-kiem-lam «Chi cục Kiểm lâm»"],
  ],
  [
    "a body of a body",
    "Ban Thường vụ Hội Nông dân tỉnh họp",
    ["ban-thuong-vu-hoi-nong-dan «Ban Thường vụ Hội Nông dân tỉnh»"],
  ],
  ["no number for a department", "một Số việc và số ngành nghề", []],
])("finds %s", (_what, source, expected) => {
  expect(named(source)).toEqual(expected);
});
