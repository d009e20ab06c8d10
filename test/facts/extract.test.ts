import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { referenceFaults, spanFaults, wordFaults } from "../../src/facts/check.ts";
import { factsFile } from "../../src/facts/model.ts";
import { factsOf } from "../support/reading.ts";

const PLAN = `ỦY BAN NHÂN DÂN TỈNH LÀO CAI          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                                      Độc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND                         Lào Cai, ngày 02 tháng 3 năm 2022

KẾ HOẠCH
Thực hiện Nghị quyết số 8-NQ/TU ngày 05/01/2022 của Tỉnh ủy về thực hiện Kết luận số
31-KL/TW ngày 02/02/2021 của Bộ Chính trị về phát triển cây dược liệu

Căn cứ Luật Dược;

Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

I. MỤC TIÊU

- Đến năm 2025: trồng ít nhất 300 ha.

II. NHIỆM VỤ

1. Sở Y tế chủ trì, phối hợp với Công an tỉnh kiểm tra chất lượng.

Nơi nhận:
- Bộ Y tế;
- Thường trực Tỉnh ủy;
- VP UBND tỉnh: các phòng;
- Lưu: VT, YT.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Vàng Thị Dua
`;

describe("a plan", () => {
  const facts = factsOf(PLAN);

  test("says who it is", () => {
    expect(facts.document).toMatchObject({
      id: "vn/lao-cai/ubnd/kh/2022/12",
      kind: "KH",
      number: "12",
      symbol: "KH-UBND",
      issuer: "vn/lao-cai/ubnd",
      place: "Lào Cai",
      issuedOn: "2022-03-02",
      signers: [{ name: "Vàng Thị Dua", position: "Phó Chủ tịch", onBehalfOf: "Ủy ban nhân dân" }],
    });
  });

  test("carries out a chain and rests on a law", () => {
    expect(facts.citations.map(({ id, relation, direct }) => [id, relation, direct])).toEqual([
      ["vn/lao-cai/tu/nq/2022/8", "IMPLEMENTS", true],
      ["vn/tw/kl/2021/31", "IMPLEMENTS", false],
      ["vn/qh/luat/duoc", "BASED_ON", undefined],
    ]);
    expect(facts.links).toMatchObject([
      { from: "vn/lao-cai/tu/nq/2022/8", to: "vn/tw/kl/2021/31", relation: "IMPLEMENTS" },
    ]);
  });

  test("sets a target, gives a task, names its recipients", () => {
    expect(facts.targets).toMatchObject([{ section: "I", value: 300, unit: "ha", comparison: ">=", by: "2025-12-31" }]);
    expect(facts.tasks.map(({ section }) => section)).toEqual(["II.1"]);
    expect(facts.recipients.map(({ agency }) => agency)).toEqual([
      "vn/bo-y-te",
      "vn/lao-cai/thuong-truc-tinh-uy",
      "vn/lao-cai/van-phong-ubnd",
    ]);
  });

  test("has the shape of a facts file, and every span slices its words", () => {
    expect(factsFile.parse(facts)).toEqual(facts);
    expect([...spanFaults(facts), ...referenceFaults(facts), ...wordFaults(facts, PLAN)]).toEqual([]);
  });

  test("says the same in decomposed letters and with other line ends", () => {
    const bare = (source: string): unknown =>
      JSON.parse(
        JSON.stringify(factsOf(source), (key, value: unknown) =>
          typeof value === "string"
            ? value.replaceAll("\r\n", "\n")
            : key === "start" || key === "end" || key === "length" || key === "titleSpan"
              ? undefined
              : value,
        ),
      );
    expect(bare(PLAN.normalize("NFD"))).toEqual(bare(PLAN));
    expect(bare(PLAN.replaceAll("\n", "\r\n"))).toEqual(bare(PLAN));
  });
});

const PIECES = [
  "Sở Y tế",
  " chủ trì, ",
  "phối hợp với ",
  "các sở, ngành",
  "\n\n",
  "\n",
  "II. NHIỆM VỤ",
  "1. ",
  "a) ",
  "- ",
  "* ",
  "| ",
  "|---|",
  "Nơi nhận:",
  "TM. ỦY BAN",
  "số 20-NQ/TW",
  " ngày 01/11/2012",
  "Luật ",
  "Nghị quyết ",
  "báo cáo ",
  "UBND tỉnh",
  "; ",
  ". ",
  ":",
  "~",
  "hằng năm",
  "trước ngày 15/11",
  "đạt 50%",
  "KẾ HOẠCH",
  "Điều 1. ",
  "PHỤ LỤC",
  "(qua ",
  ")",
  "\u0301",
  "\ud83d\ude00",
  "\ud800",
  "**",
  "   ",
];

test("any text gives facts whose spans lie in it, the same twice", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join("")),
  );
  fc.assert(
    fc.property(text, (source) => {
      const facts = factsOf(source);
      expect([...spanFaults(facts), ...referenceFaults(facts), ...wordFaults(facts, source)]).toEqual([]);
      expect(factsFile.safeParse(facts).error?.issues ?? []).toEqual([]);
      expect(JSON.stringify(factsOf(source))).toBe(JSON.stringify(facts));
    }),
    { numRuns: 300 },
  );
});
