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
  ["Sở Y tế phối hợp với Cục Người có công rà soát hồ sơ.", "cuc-nguoi-co-cong"],
  ["Trung tâm Dạy nghề và hỗ trợ nông dân tỉnh mở lớp.", "trung-tam-day-nghe-va-ho-tro-nong-dan"],
  ["Trung tâm Khuyến nông hỗ trợ nông dân mua giống.", "trung-tam-khuyen-nong"],
  ["Phòng Quản lý xây dựng công trình kiểm tra công trường.", "phong-quan-ly-xay-dung-cong-trinh"],
  ["Trung tâm Y tế quản lý chất lượng khám bệnh.", "trung-tam-y-te"],
  ["Cục Quản lý đê điều và Phòng, chống thiên tai hướng dẫn.", "cuc-quan-ly-de-dieu-va-phong-chong-thien-tai"],
  ["Ban Quản lý rừng phòng hộ Ia Grai tuần tra.", "ban-quan-ly-rung-phong-ho-ia-grai"],
  ["Các BQL bến xe niêm yết giá vé.", "ban-quan-ly-ben-xe"],
  ["Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh họp.", "ban-chi-dao-phong-chong-tham-nhung-tieu-cuc"],
  ["Hạt Kiểm lâm huyện Kbang tuần tra ban đêm.", "hat-kiem-lam-huyen-kbang"],
  ["Ban Chỉ huy Quân sự xã huấn luyện dân quân.", "ban-chi-huy-quan-su"],
  ["BCĐ các huyện, thị xã tự kiểm tra.", "ban-chi-dao-cap-huyen"],
  ["Bảo hiểm xã hội cấp huyện đối chiếu danh sách.", "bao-hiem-xa-hoi-cap-huyen"],
  ["Các tổ dân phố họp dân.", "to-dan-pho"],
  ["Ban TG&DV Tỉnh ủy định hướng tuyên truyền.", "ban-tuyen-giao-va-dan-van-tinh-uy"],
  ["Kho bạc NN tỉnh kiểm soát chi.", "kho-bac-nha-nuoc"],
  ["Sở Y tế phối hợp với Trường Đại học Cần Thơ mở lớp.", "truong-dai-hoc-can-tho"],
])("%s", (line, id) => {
  expect(idsOf(line)).toContain(id);
});

test("what is only counted is no body", () => {
  expect(idsOf("Sở Y tế kiểm tra tại 7 địa phương, Sở Tài chính thẩm định.")).not.toContain("dia-phuong");
});

test("a university named after another province has none", () => {
  const { agencies } = factsOf(`ỦY BAN NHÂN DÂN TỈNH GIA LAI
Số: 5/KH-UBND

KẾ HOẠCH
Trồng rừng

I. TỔ CHỨC THỰC HIỆN

1. Sở Y tế phối hợp với Trường Đại học Cần Thơ mở lớp.
`);
  expect(agencies.map(({ id }) => id)).toContain("vn/truong-dai-hoc-can-tho");
});

test("a company is no agency by a part of its name", () => {
  expect(idsOf("Sở Y tế phối hợp với Tập đoàn Điện lực Việt Nam cấp điện.")).toEqual(["ubnd", "so-y-te"]);
});
