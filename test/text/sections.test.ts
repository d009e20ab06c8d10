import { expect, test } from "vitest";
import { sectionsOf } from "../../src/text/sections.ts";
import { layout } from "../support/reading.ts";

const shown = (source: string): readonly string[] => {
  const read = layout(`KẾ HOẠCH\nTrồng rừng\n\n${source}`);
  return sectionsOf(read).map(
    ({ section, content, style }) => `${section} ${style} ${read.view.text.slice(content.start, content.end)}`,
  );
};

test("sections are addressed by their printed labels", () => {
  expect(
    shown("I. MỘT\n\n1. Hai\n\na) Ba;\n\n- bốn;\n\n+ năm;\n\nb) Sáu.\n\n2. Bảy\n\n2.1. Tám.\n\nII. CHÍN\n\nMười mười."),
  ).toEqual([
    "I roman MỘT",
    "I.1 number Hai",
    "I.1.a letter Ba;",
    "I.1.a dash bốn;",
    "I.1.a plus năm;",
    "I.1.b letter Sáu.",
    "I.2 number Bảy",
    "I.2.1 step Tám.",
    "II roman CHÍN",
    "II paragraph Mười mười.",
  ]);
});

test("rows of a task table stand below their group", () => {
  const table = `| TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |
|---|---|---|---|---|
| I | Giống | | | |
| 1 | Lập vườn ươm | Sở Y tế | Công an tỉnh | Năm 2023 |`;
  expect(shown(`I. NHIỆM VỤ\n\n${table}`)).toEqual(["I roman NHIỆM VỤ", "I.I.1 row Lập vườn ươm"]);
});

test.each([
  [
    "tabs",
    "TT\tNhiệm vụ\tCơ quan chủ trì\tThời gian\nI\tGiống\n1\tLập vườn ươm\tSở Y tế\tNăm 2023\n2\tCấp cây\tSở Nội vụ",
  ],
  [
    "bars",
    "TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian\nI | Giống\n1 | Lập vườn ươm | Sở Y tế | Năm 2023\n2 | Cấp cây | Sở Nội vụ | |",
  ],
  [
    "tabs, with no number",
    "Nhiệm vụ\tCơ quan chủ trì\tThời gian\nLập vườn ươm\tSở Y tế\tNăm 2023\nCấp cây\tSở Nội vụ\t",
  ],
])("the rows of a table may be parted by %s", (_what, table) => {
  const rows = shown(`I. NHIỆM VỤ\n\n${table}`).slice(1);
  expect(rows.map((row) => row.replace(/^\S+ /u, ""))).toEqual(["row Lập vườn ươm", "row Cấp cây"]);
});

test("a name that a line breaks at its dash is no item", () => {
  const filler = "Chăm sóc vườn ươm, tỉa cành, bón phân cho từng luống cây theo đúng lịch.\n".repeat(6);
  expect(
    shown(
      `I. NHIỆM VỤ\n\n1. ${filler}\n2. Hỗ trợ người trồng rừng bán cây giống tại Khu Kinh tế\n- Thương mại Mây Xanh.`,
    ).at(-1),
  ).toContain("Khu Kinh tế - Thương mại Mây Xanh");
});

test("parts of a plan that an article approves stand below the article", () => {
  expect(
    shown(
      "Điều 1. Phê duyệt Kế hoạch với nội dung sau:\n\nI. NHIỆM VỤ\n\n1. Sở Y tế làm.\n\nĐiều 2. Quyết định này có hiệu lực.",
    ).map((line) => (line.split(" ")[0] === "Điều" ? line.slice(0, 14) : line)),
  ).toEqual(["Điều 1 article", "Điều 1.I roman", "Điều 1.I.1 num", "Điều 2 article"]);
});

test("a row without a number goes on under the number above it", () => {
  const table = `| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian | Sản phẩm |
|---|---|---|---|---|
| 1 | Lập vườn ươm | Sở Y tế | Năm 2023 | Vườn |
|  | Phát cây giống |  |  | Cây |`;
  const nodes = sectionsOf(layout(`KẾ HOẠCH\nTrồng rừng\n\nI. NHIỆM VỤ\n\n${table}`)).filter(({ row }) => row !== null);
  expect(nodes.map(({ section, ordinal }) => `${section} ${String(ordinal)}`)).toEqual(["I.1 1", "I.1 2"]);
  expect(nodes[1]?.row).toEqual(nodes[0]?.row);
});
