import { expect, test } from "vitest";
import { factsOf } from "../support/reading.ts";

const RULES = `UBND TỈNH QUẢNG TRỊ
SỞ Y TẾ - CÔNG AN TỈNH

Số: 21/QCPH-SYT-CAT-SGDĐT

Quảng Trị, ngày 05 tháng 4 năm 2019

QUY CHẾ PHỐI HỢP

Về bảo đảm trật tự tại bệnh viện


Căn cứ Luật Khám bệnh, chữa bệnh;

Điều 1. Trách nhiệm

1. Sở Y tế chủ trì tập huấn.

 GIÁM ĐỐC                GIÁM ĐỐC
 SỞ Y TẾ                 CÔNG AN TỈNH

 Lê Văn Mười             Trần Thị Gấm
`;

test("rules of several bodies name the first as issuer and all who sign", () => {
  const { document } = factsOf(RULES);
  expect(document).toMatchObject({
    id: "vn/quang-tri/syt-cat-sgddt/qc/2019/21",
    kind: "QC",
    issuer: "vn/quang-tri/so-y-te",
    number: "21",
  });
  expect(document.title).toContain("Về bảo đảm trật tự tại bệnh viện");
  expect(document.signers.map(({ name }) => name)).toEqual(["Lê Văn Mười", "Trần Thị Gấm"]);
});

test("reads a number set apart from its symbol", () => {
  const { document } = factsOf(`TỈNH ỦY HÀ GIANG               ĐẢNG CỘNG SẢN VIỆT NAM
          *
  Số : 31 QĐ/TU           Hà Giang, ngày 05 tháng 4 năm 2004

QUYẾT ĐỊNH
Về việc trồng cây phân tán

Điều 1. Sở Lâm nghiệp chủ trì.
`);
  expect(document.number).toBe("31");
});
