import { TextDecoder } from "node:util";
import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { fromTcvn3, fromTcvn3Capitals } from "../../src/text/encoding/tcvn3.ts";
import { firstInvalidUtf8 } from "../../src/text/encoding/utf8.ts";
import { fromVni } from "../../src/text/encoding/vni.ts";
import { LARGEST_SOURCE, readSource, SourceError } from "../../src/text/read-source.ts";

const PLAN =
  "KẾ HOẠCH\r\nThực hiện Chương trình hành động số 18-CTr/TU của Ban Thường vụ Tỉnh ủy về phát triển kinh tế biển.\r\n\r\n1. Sở Kế hoạch và Đầu tư chủ trì, phối hợp với Ủy ban nhân dân các huyện tham mưu bố trí vốn; báo cáo trước ngày 20 hằng tháng.\r\n";

const LETTERS = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ";

function bytesOf(text: string, decode: (letter: string) => string): Uint8Array {
  const codes = new Map(
    Array.from({ length: 0x5f }, (_none, index) => [decode(String.fromCharCode(0xa1 + index)), 0xa1 + index]),
  );
  return Buffer.from(Array.from(text, (letter) => codes.get(letter) ?? letter.charCodeAt(0)));
}

/** Any Vietnamese text in VNI, by looking up what each letter comes from. */
function vniBytes(text: string): Uint8Array {
  const codes = new Map<string, string>();
  const latin = Array.from({ length: 0x40 }, (_none, index) => String.fromCharCode(0xc0 + index));
  for (const mark of latin) {
    codes.set(fromVni(mark), mark);
    for (const vowel of "aeouyAEOUYôöÔÖ")
      if (fromVni(vowel + mark).length === 1) codes.set(fromVni(vowel + mark), vowel + mark);
  }
  return iconv.encode(Array.from(text, (letter) => codes.get(letter) ?? letter).join(""), "win1252");
}

async function failure(bytes: Uint8Array, name: string): Promise<SourceError> {
  const outcome: unknown = await readSource(bytes, name).catch((error: unknown) => error);
  if (outcome instanceof SourceError) return outcome;
  throw new Error(`${name} was read`);
}

describe("plain text", () => {
  test.each([
    ["UTF-8", Buffer.from(PLAN), "utf-8", []],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${PLAN}`), "utf-8", ["BYTE_ORDER_MARK"]],
    ["decomposed letters", Buffer.from(PLAN.normalize("NFD")), "utf-8", []],
    ["UTF-16 with a mark", iconv.encode(PLAN, "utf-16le", { addBOM: true }), "utf-16le", ["BYTE_ORDER_MARK"]],
    ["UTF-16, big end first", iconv.encode(PLAN, "utf-16be", { addBOM: true }), "utf-16be", ["BYTE_ORDER_MARK"]],
    ["UTF-16 without a mark", iconv.encode(PLAN, "utf-16le", { addBOM: false }), "utf-16le", []],
    ["UTF-16, big end first, without a mark", iconv.encode(PLAN, "utf-16be", { addBOM: false }), "utf-16be", []],
    ["VNI", vniBytes(PLAN), "vni-windows", ["CONVERTED"]],
    ["VISCII", iconv.encode(PLAN, "viscii"), "viscii", ["CONVERTED"]],
    ["windows-1258", iconv.encode(windows1258Form(PLAN), "windows1258"), "windows-1258", ["CONVERTED"]],
    ["nothing", new Uint8Array(), "utf-8", ["EMPTY"]],
    ["white space", Buffer.from(" \r\n\t\u00a0"), "utf-8", ["EMPTY"]],
  ])("reads %s", async (what, bytes, encoding, codes) => {
    const source = await readSource(bytes, "a.txt");
    const expected =
      { nothing: "", "white space": " \r\n\t\u00a0", "decomposed letters": PLAN.normalize("NFD") }[what] ?? PLAN;
    expect(source.text).toBe(expected);
    expect(source).toMatchObject({ encoding, format: "txt", name: "a.txt" });
    expect(source.notes.map((note) => note.code)).toEqual(codes);
  });

  test("reads TCVN3, whose capitals with a tone are small letters among capitals", async () => {
    const typed =
      "Kế HOạCH\nThực hiện Chỉ thị của Ban Thường vụ; Xã hội hoá; CộNG HOà Xã HộI CHủ NGHĩA VIệT NAM\nXã Hoà An, huyện Phú Tân";
    const source = await readSource(bytesOf(typed, fromTcvn3), "cũ.txt");
    expect(source.encoding).toBe("tcvn3");
    expect(source.text).toBe(
      "Kế HOẠCH\nThực hiện Chỉ thị của Ban Thường vụ; Xã hội hoá; CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXã Hoà An, huyện Phú Tân".replace(
        "Kế HO",
        "KẾ HO",
      ),
    );
  });

  test("reads a Unicode file whose letters only look like TCVN3", async () => {
    const source = await readSource(
      Buffer.from("Thùc hiÖn NghÞ quyÕt cña TØnh uû vÒ ph¸t triÓn kinh tÕ - x· héi"),
      "a.txt",
    );
    expect(source).toMatchObject({
      encoding: "utf-8+tcvn3",
      text: "Thực hiện Nghị quyết của Tỉnh uỷ về phát triển kinh tế - xã hội",
    });
  });

  test("leaves foreign letters alone", async () => {
    const text = "L'été, où les élèves préfèrent être à la plage; Señor Ñoño, größer, naïve café déjà vu, São Paulo.";
    await expect(readSource(Buffer.from(text), "a.txt")).resolves.toMatchObject({ text, encoding: "utf-8" });
    expect(await failure(Buffer.from(text, "latin1"), "a.txt")).toMatchObject({ code: "BAD_ENCODING" });
  });

  test.each([
    ["a byte that is none", [0x61, 0xc3, 0x28], 1],
    ["a cut end", [0x61, 0x62, 0xe1, 0xba], 2],
    ["a surrogate", [0x61, 0xed, 0xa0, 0x80], 1],
    ["an overlong form", [0xc0, 0x80], 0],
    ["too high a letter", [0x61, 0xf4, 0x90, 0x80, 0x80], 1],
    ["a bad byte after a mark", [0xef, 0xbb, 0xbf, 0x61, 0xff], 4],
  ])("refuses %s, naming its place", async (_what, bytes, at) => {
    const error = await failure(Uint8Array.from(bytes), "hỏng.txt");
    expect(error).toMatchObject({ code: "BAD_ENCODING" });
    expect(error.message).toContain("hỏng.txt");
    expect(error.message).toContain(`byte ${at} `);
  });

  test.each([
    ["a NUL", Buffer.from("một hai ba bốn\0"), "NOT_TEXT", "byte 18"],
    ["half a pair in UTF-16", Buffer.from([0xff, 0xfe, 0x61, 0, 0x00, 0xd8, 0x61, 0]), "BAD_ENCODING", "byte 4"],
    ["an odd end of UTF-16", Buffer.from([0xff, 0xfe, 0x61, 0, 0x62]), "BAD_ENCODING", "byte 4"],
    ["RTF", Buffer.from("{\\rtf1\\ansi}"), "UNSUPPORTED_FORMAT", ".docx"],
    ["old Word", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), "UNSUPPORTED_FORMAT", ".doc"],
    ["a docx that is text", Buffer.from("xin chào"), "DAMAGED", "a.docx"],
  ])("refuses %s", async (what, bytes, code, words) => {
    const error = await failure(bytes, what === "a docx that is text" ? "a.docx" : "a.txt");
    expect(error).toMatchObject({ code });
    expect(error.message).toContain(words);
  });

  test.each([
    ["in the file itself", "K\ufffd ho\ufffdch", "a.txt"],
    ["as entities of no character", "<p>K&#0; ho&#xD800;ch", "a.html"],
  ])("tells of letters that were lost before, %s", async (_where, content, name) => {
    const source = await readSource(Buffer.from(content), name);
    expect(source.text.trim()).toBe("K\ufffd ho\ufffdch");
    expect(source.notes).toEqual([
      { code: "REPLACEMENT_CHARACTERS", message: expect.stringContaining("2 letters") as string },
    ]);
  });

  test("names the largest size", async () => {
    const error = await failure(new Uint8Array(LARGEST_SOURCE + 1), "to.txt");
    expect(error).toMatchObject({ code: "TOO_LARGE" });
    expect(error.message).toContain("32 MB");
  });

  test("refuses one line of 30 MB, naming the longest line; reads as much in lines", async () => {
    const error = await failure(Buffer.from("thực hiện ".repeat(2_200_000)), "dài.txt");
    expect(error).toMatchObject({ code: "TOO_LARGE" });
    expect(error.message).toContain("lines up to 1000000 are read");
    const source = await readSource(Buffer.from("thực hiện\n".repeat(2_200_000)), "dài.txt");
    expect(source.text).toHaveLength(22_000_000);
  });

  test("leaves Markdown as it is, however deep", async () => {
    const text = `${Array.from({ length: 800 }, (_none, depth) => `${" ".repeat(depth)}- a`).join("\n")}\n${"*a ".repeat(60_000)}\n|${" x |".repeat(5_000)}`;
    const start = performance.now();
    await expect(readSource(Buffer.from(text), "a.md")).resolves.toMatchObject({ text, format: "md" });
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  test("gives a text or one of our errors for any bytes, and twice the same", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom("a.txt", "a.md", "a.html", "a"),
        async (bytes, name) => {
          const outcomes = await Promise.all(
            [0, 1].map(() =>
              readSource(bytes, name).catch((error: unknown) => {
                if (error instanceof SourceError) return { text: error.message };
                throw error;
              }),
            ),
          );
          expect(outcomes[0]).toEqual(outcomes[1]);
          if (outcomes[0] && "encoding" in outcomes[0]) {
            expect(outcomes[0].text).not.toMatch(/[\ud800-\udfff]/u);
            const told = outcomes[0].notes.some(({ code }) => code === "REPLACEMENT_CHARACTERS");
            expect(outcomes[0].text.includes("\ufffd")).toBe(told);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test("finds the first invalid byte as the strict decoder does", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(0x41, 0x80, 0xbf, 0xc2, 0xe0, 0xe1, 0xed, 0xf0, 0xf4, 0x9f, 0xa0, 0x90, 0xff), {
          maxLength: 12,
        }),
        (list) => {
          const bytes = Uint8Array.from(list);
          const at = firstInvalidUtf8(bytes);
          const decoder = new TextDecoder("utf-8", { fatal: true });
          if (at === null) decoder.decode(bytes);
          else {
            decoder.decode(bytes.subarray(0, at));
            expect(() => new TextDecoder("utf-8", { fatal: true }).decode(bytes)).toThrow();
          }
        },
      ),
    );
  });
});

/** Windows-1258 has base letters with hat or horn, and tones apart. */
function windows1258Form(text: string): string {
  return Array.from(text, (letter) => {
    if (iconv.decode(iconv.encode(letter, "windows1258"), "windows1258") === letter) return letter;
    const tone = /[\u0300\u0301\u0303\u0309\u0323]/u.exec(letter.normalize("NFD"))?.[0] ?? "";
    return letter.normalize("NFD").replace(tone, "").normalize("NFC") + tone;
  }).join("");
}

describe("legacy tables", () => {
  test("have every Vietnamese letter, TCVN3 as iconv-lite has it", () => {
    const bytes = Buffer.from(Array.from({ length: 0x5f }, (_none, index) => 0xa1 + index));
    const ours = Array.from(bytes.toString("latin1"), fromTcvn3).join("");
    for (const letter of LETTERS) expect(ours).toContain(letter);
    for (const [index, letter] of Array.from(iconv.decode(bytes.subarray(0x14), "tcvn")).entries())
      if (LETTERS.includes(letter)) expect(ours.charAt(0x14 + index)).toBe(letter);
    for (const letter of LETTERS + LETTERS.toLocaleUpperCase("vi"))
      expect(fromVni(iconv.decode(Buffer.from(vniBytes(letter)), "win1252"))).toBe(letter);
  });

  test.each([
    [fromTcvn3, "thùc hiÖn §Ò ¸n", "thực hiện Đề án"],
    [fromTcvn3, "Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam"],
    [fromTcvn3Capitals, "céng hoµ x· héi", "CỘNG HOÀ XÃ HỘI"],
    [fromVni, "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"],
    [fromVni, "ÑÖÔÏC, ñöôïc, Ñaûng, KEÁ HOAÏCH, quyeát ñònh, kyø", "ĐƯỢC, được, Đảng, KẾ HOẠCH, quyết định, kỳ"],
  ])("read %o", (read, typed, printed) => {
    expect(read(typed)).toBe(printed);
  });
});
