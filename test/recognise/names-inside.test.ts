import { expect, test } from "vitest";
import { factsOf } from "../support/reading.ts";

const planOf = (line: string): string => `ỦY BAN NHÂN DÂN TỈNH GIA LAI
Số: 5/KH-UBND

KẾ HOẠCH
Trồng rừng

I. TỔ CHỨC THỰC HIỆN

1. ${line}
`;
const idsOf = (line: string): readonly string[] =>
  factsOf(planOf(line)).agencies.map(({ id }) => id.split("/").at(-1) ?? "");

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
  ["Trung tâm Văn hóa, Thông tin và Thể thao mở hội.", "trung-tam-van-hoa-thong-tin-va-the-thao"],
  ["Trung tâm Xúc tiến Đầu tư, Thương mại và Du lịch mời gọi.", "trung-tam-xuc-tien-dau-tu-thuong-mai-va-du-lich"],
  ["Sở Y tế phối hợp với Trung tâm Y tế Đức Cơ, Chư Sê và Kbang tiêm chủng.", "trung-tam-y-te-duc-co"],
  ["Trung tâm Dịch vụ việc làm thanh niên mở phiên giao dịch.", "trung-tam-dich-vu-viec-lam-thanh-nien"],
  ["Trường Tiểu học Kim Đồng nuôi thỏ.", "truong-tieu-hoc-kim-dong"],
  ["Trường THPT Dân tộc nội trú tổ chức hội thi.", "truong-trung-hoc-pho-thong-dan-toc-noi-tru"],
  ["Đoạn Quản lý đường bộ số 4 sửa cầu.", "doan-quan-ly-duong-bo-so-4"],
  ["Ban Trị sự Phật giáo tỉnh quyên góp.", "ban-tri-su-phat-giao"],
  ["Ban Phong trào Ủy ban MTTQ Việt Nam tỉnh mở lớp.", "ban-phong-trao-uy-ban-mat-tran-to-quoc-viet-nam"],
  ["Hội LHPN cơ sở mở lớp.", "hoi-lien-hiep-phu-nu-co-so"],
  ["Công đoàn cơ sở cử người đi học.", "cong-doan-co-so"],
  ["Các phòng chuyên môn, nghiệp vụ thuộc Sở tự kiểm tra.", "phong-chuyen-mon-nghiep-vu-thuoc-so"],
  ["Các trường mầm non, THCS trên địa bàn huyện dạy bơi.", "truong-mam-non-trung-hoc-co-so"],
  ["Sở Y tế đôn đốc UBND huyện, UBND xã lập sổ.", "ubnd-cap-xa"],
  ["UBND xã Ia Ly cắm biển.", "ubnd-xa-ia-ly"],
  ["HĐND huyện giám sát.", "hdnd-cap-huyen"],
  ["Các đơn vị trực thuộc tự kiểm tra.", "don-vi-truc-thuoc"],
  ["Sở Y tế phối hợp với Trường Đại học Cần Thơ mở lớp.", "truong-dai-hoc-can-tho"],
])("%s", (line, id) => {
  expect(idsOf(line)).toContain(id);
});

test("what is only counted is no body", () => {
  expect(idsOf("Sở Y tế kiểm tra tại 7 địa phương, Sở Tài chính thẩm định.")).not.toContain("dia-phuong");
});

test("a university named after another province has none", () => {
  const { agencies } = factsOf(planOf("Sở Y tế phối hợp với Trường Đại học Cần Thơ mở lớp."));
  expect(agencies.map(({ id }) => id)).toContain("vn/truong-dai-hoc-can-tho");
});

test("a company is no agency by a part of its name", () => {
  expect(idsOf("Sở Y tế phối hợp với Tập đoàn Điện lực Việt Nam cấp điện.")).toEqual(["ubnd", "so-y-te"]);
});

test.each([
  ["Sở Y tế phối hợp với Cục Quản lý Dược - Bộ Y tế kiểm tra.", "vn/cuc-quan-ly-duoc"],
  ["Sở Y tế phối hợp với Trung tâm Kiểm chuẩn (Bộ Y tế) kiểm tra.", "vn/trung-tam-kiem-chuan"],
  ["Sở Y tế phối hợp với Cục Thuế tỉnh - Bộ Chỉ huy Quân sự tỉnh.", "vn/gia-lai/cuc-thue"],
])("a department is a ministry's where its ministry stands behind it: %s", (line, id) => {
  expect(factsOf(planOf(line)).agencies.map((agency) => agency.id)).toContain(id);
});

test.each([
  ["Các ấp, khu phố họp dân.", ["ap", "khu-pho"]],
  ["Trưởng các bản, tiểu khu họp dân.", ["ban", "tieu-khu"]],
  ["Các ban, ngành của huyện họp.", ["cac-so-nganh"]],
  ["Rà soát quỹ đất ở các làng chài.", []],
])("each member of a list of villages is a group: %s", (line, ids) => {
  expect(idsOf(line).slice(1)).toEqual(ids);
});

test("codes of drafting units and shares of bodies name nobody", () => {
  const { agencies } = factsOf(`${planOf("Sở Y tế mở lớp cho 100% đơn vị trực thuộc.")}
Nơi nhận:
- Sở Nội vụ;
- Lưu: VT, SYT, LĐTBXH.
`);
  expect(agencies.map(({ id }) => id)).toEqual(["vn/gia-lai/ubnd", "vn/gia-lai/so-y-te", "vn/gia-lai/so-noi-vu"]);
});
