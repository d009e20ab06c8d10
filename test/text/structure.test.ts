import { expect, test } from "vitest";
import { layout } from "../support/reading.ts";

const shown = (source: string): readonly string[] => {
  const { view, blocks } = layout(source);
  return blocks.map(({ zone, start, end }) => `${zone}: ${view.text.slice(start, end).replaceAll("\n", " | ")}`);
};

test("lines wrapped at the width of a page are joined, a page number between them falls away", () => {
  const source = [
    "KẾ HOẠCH",
    "Trồng cây dược liệu",
    "",
    "I. MỤC TIÊU",
    "1. Mở rộng vùng trồng cây dược liệu dưới tán rừng, bảo tồn nguồn gen quý hiếm của các",
    "xã vùng cao, gắn với chế biến sâu và truy xuất nguồn gốc sản phẩm theo chuỗi giá trị; thu",
    "",
    "3",
    "",
    "hút doanh nghiệp liên kết với nông dân trong sản xuất.",
    "2. Nâng cao thu nhập.",
  ].join("\n");
  expect(shown(source)).toEqual([
    "kind: KẾ HOẠCH",
    "title: Trồng cây dược liệu",
    "body: I. MỤC TIÊU",
    "body: 1. Mở rộng vùng trồng cây dược liệu dưới tán rừng, bảo tồn nguồn gen quý hiếm của các xã vùng cao, gắn với chế biến sâu và truy xuất nguồn gốc sản phẩm theo chuỗi giá trị; thu hút doanh nghiệp liên kết với nông dân trong sản xuất.",
    "body: 2. Nâng cao thu nhập.",
  ]);
});

test("a head in two columns, recipients and signature stand apart", () => {
  const source = `TỈNH ỦY LÀO CAI                    ĐẢNG CỘNG SẢN VIỆT NAM
Số 5-CT/TU                        Lào Cai, ngày 01 tháng 02 năm 2021

CHỈ THỊ
về chăm lo Tết

1. Sở Y tế trực Tết.

Nơi nhận:                          T/M BAN THƯỜNG VỤ
- Bộ Y tế,                              BÍ THƯ
- Lưu VPTU.
                                        Giàng A Sử`;
  expect(shown(source)).toEqual([
    "head: TỈNH ỦY LÀO CAI",
    "head: ĐẢNG CỘNG SẢN VIỆT NAM",
    "head: Số 5-CT/TU",
    "head: Lào Cai, ngày 01 tháng 02 năm 2021",
    "kind: CHỈ THỊ",
    "title: về chăm lo Tết",
    "body: 1. Sở Y tế trực Tết.",
    "recipients: Nơi nhận:",
    "signature: T/M BAN THƯỜNG VỤ",
    "recipients: - Bộ Y tế,",
    "signature: BÍ THƯ",
    "recipients: - Lưu VPTU.",
    "signature: Giàng A Sử",
  ]);
});

test("emphasis and escapes of markdown are left out, spans stay those of the source", () => {
  const source = "**KẾ HOẠCH**\n\n**Trồng *rừng***\n\n**I. NHIỆM VỤ**\n\n1\\. Sở **Y tế** thực hiện.";
  const { view, blocks } = layout(source);
  const item = blocks.at(-1);
  expect(view.text.slice(item?.content, item?.end)).toBe("Sở Y tế thực hiện.");
  const at = view.text.indexOf("Y tế");
  const { start, end } = view.toSource(at, at + 4);
  expect(source.slice(start, end)).toBe("Y tế");
});
