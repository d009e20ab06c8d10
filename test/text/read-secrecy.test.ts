import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readSource } from "../../src/text/read-source.ts";
import { secrecyStamp } from "../../src/text/read-secrecy.ts";
import { readText, textsFolder } from "../support/texts.ts";

/** What stands around a stamp: the head of a plan, a paragraph that goes over lines. */
const PROSE =
  "Căn cứ Luật Bảo vệ bí mật nhà nước, Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành tổ chức\nthực hiện nghiêm các nội dung sau đây, kịp thời báo cáo kết quả.\n";
const LONG = `TỈNH ỦY A\nSố 12-KH/TU\nKẾ HOẠCH\n${PROSE.repeat(20)}`;

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
    ["with its letters set apart", "TỈNH ỦY A\n«M Ậ T»\n", "MẬT"],
    ["with letters and words set apart", "TỈNH ỦY A\n«T Ố I   M Ậ T»\n", "TỐI MẬT"],
    ["with letters set apart in another column", "TỈNH ỦY A   «T U Y Ệ T  M Ậ T»\n", "TUYỆT MẬT"],
    ["with its letters set far apart", "UBND TỈNH A   «T  U  Y  Ệ  T   M  Ậ  T»\n", "TUYỆT MẬT"],
    [
      "under a title, an empty line between",
      `UBND\r\nVề ${"phát triển chợ nông thôn ".repeat(4)}\r\n\r\n«MẬT»\r\n`,
      "MẬT",
    ],
    ["with the number of its copy", "UBND\n«TUYỆT MẬT - Bản số 03»\n", "TUYỆT MẬT"],
    ["with the number of its copy in brackets", "UBND\n«TUYỆT MẬT (Bản số 3)»\n", "TUYỆT MẬT"],
    ["with the number of its copy left open", "UBND\n«TỐI MẬT. Bản số: …/…»\n", "TỐI MẬT"],
    ["in small letters at the head", "UBND TỈNH A\n«Tuyệt mật»\n", "TUYỆT MẬT"],
    ["in small letters in a column of a head", "UBND TỈNH A    «Tối mật»\n", "TỐI MẬT"],
    ["behind its urgency", "UBND\n«HỎA TỐC - MẬT»\n", "MẬT"],
    ["behind its urgency in the old spelling", "UBND\n«HOẢ TỐC - MẬT»\n", "MẬT"],
    ["before its urgency", "UBND\n«MẬT HỎA TỐC»\n", "MẬT"],
    ["beside its urgency", "UBND\n«MẬT/KHẨN»\n", "MẬT"],
    ["under the urgency", "UBND\nTHƯỢNG KHẨN\n«MẬT»\n", "MẬT"],
    ["of a thing", "UBND\n«TÀI LIỆU TUYỆT MẬT»\n", "TUYỆT MẬT"],
    ["of papers", "UBND\n«VĂN BẢN MẬT»\n", "MẬT"],
    ["with what may be done with it", "UBND\n«MẬT - KHÔNG SAO CHỤP»\n", "MẬT"],
    ["in the other column of a head", "ỦY BAN NHÂN DÂN TỈNH AN GIANG  «MẬT»\n", "MẬT"],
    ["behind spaces of another kind", "ỦY BAN NHÂN DÂN TỈNH AN GIANG\u00a0\u00a0«MẬT»\n", "MẬT"],
    ["behind the number", "UBND TỈNH A\nSố: 12/KH-UBND «MẬT»\n", "MẬT"],
    ["behind a number of the Party", "TỈNH ỦY A\nSố 12-KH/TU «TỐI MẬT - Bản số 2»\n", "TỐI MẬT"],
    [
      "behind a number with its year",
      "HĐND TỈNH A\nSố: 7/2024/NQ-HĐND «MẬT»   An Giang, ngày 1 tháng 2 năm 2024\n",
      "MẬT",
    ],
    ["behind a decomposed number", "UBND TỈNH A\nSố: 12/KH-UBND «MẬT»\n".normalize("NFD"), "MẬT"],
    ["behind the number of an attachment", `${LONG}Số: 9/BC-UBND «MẬT»\n`, "MẬT"],
    [
      "under the line of number and day",
      "UBND TỈNH A\nSố: 1234/KH-UBND Thành phố Hồ Chí Minh, ngày 26 tháng 12 năm 2024\n«MẬT»\n",
      "MẬT",
    ],
    ["named by its degree", "UBND\n«Mức độ mật: TỐI MẬT»\n", "TỐI MẬT"],
    ["named in small letters", "UBND\n«Độ mật: Mật»\n", "MẬT"],
    ["named in the smallest letters", `${LONG}«độ mật: mật»\n`, "MẬT"],
    ["named a stamp", "UBND\n«DẤU: MẬT»\n", "MẬT"],
    ["with a hyphen", "UBND\n«TUYỆT-MẬT»\n", "TUYỆT MẬT"],
    ["in letters of full width", "UBND\n«ＭẬＴ»\n", "MẬT"],
    ["in letters of full width, decomposed", "UBND\n«ＭẬＴ»\n".normalize("NFD"), "MẬT"],
    ["over two lines", "UBND\n«TUYỆT\nMẬT»\n", "TUYỆT MẬT"],
    ["over two lines of a column", "UBND   «TỐI\nSố: 1/KH   MẬT»\n", "TỐI MẬT"],
    ["far below", `${LONG}«TỐI MẬT»\n${PROSE}`, "TỐI MẬT"],
    ["at the head of an annex", `${LONG}PHỤ LỤC 1\nBIỂU SỐ LIỆU   «MẬT»\n`, "MẬT"],
    [
      "at the head of an attached document",
      `${LONG}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nUBND HUYỆN B\n«Tuyệt mật»\n`,
      "TUYỆT MẬT",
    ],
    ["on a new page", `${LONG}\fUBND HUYỆN B   «MẬT»\n`, "MẬT"],
    ["below an office that guards", "BỘ TƯ LỆNH CẢNH VỆ\n«MẬT»\n", "MẬT"],
  ])("is found %s", (_what, marked, level) => {
    const start = marked.indexOf("«");
    const text = marked.replace(/[«»]/gu, "");
    expect(secrecyStamp(text)).toEqual(expect.objectContaining({ level, start, end: marked.indexOf("»") - 1 }));
    expect(secrecyStamp(text.normalize("NFD"))?.level).toBe(level);
  });

  test.each([
    ["in a sentence", "Bảo vệ bí mật nhà nước; văn bản TỐI MẬT phải niêm phong"],
    ["in a sentence that begins with it", "tài liệu MẬT phải được quản lý chặt chẽ"],
    ["in a name", "BAN CHỈ ĐẠO BẢO MẬT\nKẾ HOẠCH"],
    ["in the name of a law", "LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC"],
    ["in a heading", "KẾ HOẠCH BẢO VỆ BÍ MẬT"],
    ["in a heading over two lines", "KẾ HOẠCH TĂNG CƯỜNG BẢO VỆ BÍ\nMẬT NHÀ NƯỚC"],
    ["in a heading whose second line has one word", "KẾ HOẠCH TĂNG CƯỜNG BẢO VỆ BÍ\nMẬT"],
    ["in a heading about such papers", "QUY ĐỊNH VỀ QUẢN LÝ\nTÀI LIỆU MẬT"],
    ["in a heading about degrees", "DANH MỤC BÍ MẬT NHÀ NƯỚC ĐỘ TUYỆT\nMẬT"],
    ["in a list of such secrets", "DANH MỤC BÍ MẬT NHÀ NƯỚC ĐỘ TỐI MẬT CỦA NGÀNH"],
    ["as the degree alone", "ĐỘ MẬT\nĐộ mật:\n"],
    ["as a degree left open", "Độ mật: ……………\nSố: ……/BC-…"],
    ["as the honey", "MẬT ONG\nMẬT ONG BẠC HÀ   MẬT ONG RỪNG"],
    ["as density", "MẬT ĐỘ DÂN SỐ"],
    ["as density in a table", "| Mật độ | 120 |\n| MẬT ĐỘ | 120 |"],
    ["as a cipher", "MẬT MÃ\nĐIỆN MẬT MÃ"],
    ["in small letters", "mật\nMật ong"],
    ["in small letters far below", `${LONG}Tuyệt mật\n`],
    [
      "at the end of a paragraph",
      `${LONG}Văn bản có nội dung thuộc phạm vi bí mật nhà nước phải đóng dấu\nTUYỆT MẬT.\n`,
    ],
    ["at the end of a list", "Quản lý hồ sơ, tài liệu,\nVĂN BẢN MẬT"],
    ["at the head of a table of degrees", "STT   TUYỆT MẬT   TỐI MẬT   MẬT"],
    ["in a table of papers", `| STT | Tên văn bản | Độ mật |\n| 1 | Kế hoạch 12/KH-UBND | MẬT |`],
    ["in a table of papers far below", `${LONG}| Kế hoạch 12/KH-UBND | MẬT |`],
    ["as a choice", "Độ mật: Mật/Tối mật/Tuyệt mật"],
    ["with a label before it", `${LONG}1. TUYỆT MẬT\n`],
    ["that was taken back", "ĐÃ GIẢI MẬT"],
    ["of urgency", "HỎA TỐC\nKHẨN"],
  ])("is not seen %s", (_what, text) => {
    for (const form of ["NFC", "NFD"] as const) expect(secrecyStamp(text.normalize(form))).toBeNull();
  });

  test("stops the reading, and is told as it is printed", async () => {
    await expect(readSource(Buffer.from("TỈNH ỦY A\nTỐI\nMẬT\nKẾ HOẠCH"), "k.txt")).rejects.toMatchObject({
      code: "SECRET",
      message: expect.stringContaining('stamped TỐI MẬT ("TỐI MẬT")') as string,
    });
  });

  test("is on none of the documents that are to be read", () => {
    const golden = readdirSync("test/golden").filter((name) => name.endsWith(".txt"));
    expect(golden.length).toBeGreaterThan(50);
    for (const name of golden) expect(secrecyStamp(readFileSync(join("test/golden", name), "utf8")), name).toBeNull();
    const folder = textsFolder();
    for (const name of folder === null ? [] : readdirSync(folder))
      expect(secrecyStamp(readText(folder ?? "", name)), name).toBeNull();
  });
});
