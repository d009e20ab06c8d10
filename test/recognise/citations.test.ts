import { expect, test } from "vitest";
import { loadKnowledge } from "../../src/knowledge.ts";
import { citationMentions } from "../../src/recognise/all-citations.ts";
import { layout } from "../support/reading.ts";
import { marked } from "../support/marked.ts";

const { registry, laws } = loadKnowledge();
const found = (source: string) => {
  const { view } = layout(source);
  return citationMentions(view, registry, laws).map((mention) => ({
    ...mention,
    span: view.toSource(mention.start, mention.end),
  }));
};

test.each([
  ["a State number", "theo «Quyết định số 145/QĐ-TTg» ngày 03/4/2020"],
  ["a Party number broken after its hyphen", "quán triệt «Kết luận số 31-\nKL/TW»;"],
  ["letters typed as base and marks", "thực hiện «Nghị quyết số 18-NQ/TW» về".normalize("NFD")],
  ["a number with its year", "ban hành «Thông tư số 07/2021/TT-BYT» quy định"],
  ["several numbers after one kind word", "các «Nghị quyết số 18-NQ/TW», «số 19-NQ/TW» và"],
  ["an abbreviated kind", "theo «NQ 30/NQ-CP» và «TT số 08/2009/TT-BXD»"],
  ["spaces inside", "tại «Công văn số 846 /UBND- TH» ngày"],
  ["a lost hyphen", "theo «Quyết định số 52/QĐUBND» ngày"],
  ["a law with its number", "theo «Luật Đê điều số 79/2006/QH11» và"],
  ["a law by name", "theo «Luật Trồng trọt» và «Luật Phòng, chống thiên tai»."],
  ["a resolution named by its plenum", "thực hiện «Nghị quyết Trung ương 3 (khóa XIII)» về"],
  ["a congress", "trên cơ sở «Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng», Sở"],
  ["a document named again by its number", "theo «Kết luận số 31-KL/TW»; gọi là «Kết luận 31» này"],
  ["letters that a scan gives for digits", "thực hiện «Quyết định số l7O/2004/QĐ-TTg» ngày"],
  ["a plan of several bodies", "theo «Kế hoạch phối hợp số 41/KHPH-CAT-SGDĐT» ngày"],
  ["nothing in letters without a kind", "khu lO/CT-TTg và lô l2-KH/TU"],
  ["nothing in a mere count", "hỗ trợ một số 69 dự án, 2020 - Thu hút 5 xã, ngày 01/02/2020"],
])("finds %s", (_what, example) => {
  const { source, spans } = marked(example);
  expect(found(source).map(({ span }) => span)).toEqual(spans);
});

test("reads the day of issue after the number", () => {
  expect(found("Nghị quyết số 18-NQ/TW, ngày 25-10-2017 của Trung ương")[0]?.issuedOn).toBe("2017-10-25");
  expect(found("Chỉ thị số 5/CT-TTg (ngày 31/02/2017)")[0]?.issuedOn).toBeNull();
});
