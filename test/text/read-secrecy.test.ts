import { describe, expect, test } from "vitest";
import { readSource } from "../../src/text/read-source.ts";
import { secrecyStamp } from "../../src/text/read-secrecy.ts";

describe("a secrecy stamp", () => {
  test.each([
    ["on its own line", "TỈNH ỦY A\nSố 12-KH/TU\n«MẬT»\n", "MẬT"],
    ["decomposed", "TỈNH ỦY A\n«TỐI MẬT»\n".normalize("NFD"), "TỐI MẬT"],
    ["with a character that nobody sees in it", "TỈNH ỦY A\n«T\u200BỐI M\u00ADẬT»\n", "TỐI MẬT"],
    ["in a cell", "| UBND TỈNH A<br>Số: 1/KH | «TUYỆT MẬT» |", "TUYỆT MẬT"],
    ["in bold", "**UBND**\n«**MẬT**»\n", "MẬT"],
    ["beside a date", "«MẬT»\tHà Nội, ngày 1 tháng 2 năm 2020", "MẬT"],
    ["named", "Số: 1\n«Độ mật: Tối mật»\n", "TỐI MẬT"],
    ["after Windows line ends", "A\r\n«MẬT»\r\nB", "MẬT"],
  ])("is found %s", (_what, marked, level) => {
    const start = marked.indexOf("«");
    const text = marked.replace(/[«»]/gu, "");
    expect(secrecyStamp(text)).toEqual({ level, start, end: marked.indexOf("»") - 1 });
  });

  test.each([
    ["in a sentence", "Bảo vệ bí mật nhà nước; văn bản TỐI MẬT phải niêm phong"],
    ["in a name", "BAN CHỈ ĐẠO BẢO MẬT\nKẾ HOẠCH"],
    ["in small letters", "mật\nMật ong"],
    ["far below", `${"Dòng\n".repeat(40)}MẬT\n`],
    ["of urgency", "HỎA TỐC\nKHẨN"],
  ])("is not seen %s", (_what, text) => {
    expect(secrecyStamp(text)).toBeNull();
  });

  test("stops the reading", async () => {
    await expect(readSource(Buffer.from("TỈNH ỦY A\nTỐI MẬT\nKẾ HOẠCH"), "k.txt")).rejects.toMatchObject({
      code: "SECRET",
      message: expect.stringContaining("TỐI MẬT") as string,
    });
  });
});
