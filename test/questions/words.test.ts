import { expect, test } from "vitest";
import { passageOf } from "../../src/questions/passage.ts";
import { words } from "../../src/registry/fold.ts";
import { documentReference } from "../../src/questions/document-reference.ts";
import { loadRegistry } from "../../src/registry/load-registry.ts";

test.each([
  ["Kế hoạch trồng rừng ngập mặn", "ke hoach", ["Kế", "hoạch"]],
  ["Kế hoạch trồng rừng ngập mặn".normalize("NFD"), "kế hoạch", ["Kế".normalize("NFD"), "hoạch".normalize("NFD")]],
  ["Đắk Lắk, đường về", "dak lak", ["Đắk", "Lắk"]],
  ["công nghệ sinh học", "cong ngh", ["công", "nghệ"]],
  ["một hai ba", "bốn", []],
])("finds the words of %j that are asked for by %j", (text, asked, found) => {
  const { ranges } = passageOf(text, words(asked));
  expect(ranges.map(([start, end]) => text.slice(start, end))).toEqual(found);
});

test.each([
  ["KL 69", { kinds: ["KL"], number: "69", symbol: null, rest: "" }],
  ["kết luận 69", { kinds: ["KL"], number: "69" }],
  ["ket luan so 69-KL/TW", { kinds: ["KL"], number: "69", symbol: "KL/TW" }],
  ["KH 177 An Giang", { kinds: ["KH"], number: "177", rest: "An Giang" }],
  [
    "Kế hoạch số 177-KH/TU ngày 29/5/2024 của Tỉnh ủy An Giang",
    { kinds: ["KH"], number: "177", symbol: "KH/TU", year: "2024" },
  ],
  ["709/QĐ-TTg", { number: "709", symbol: "QĐ-TTg" }],
  ["40/2024/QĐ-UBND", { number: "40", year: "2024", symbol: "QĐ-UBND" }],
  ["Chương trình hành động số 141a-CTr/TU", { kinds: ["CTR"], number: "141a", symbol: "CTr/TU" }],
])("reads the reference %j", (text, expected) => {
  expect(documentReference(text, loadRegistry())).toMatchObject(expected);
});

test.each(["Sở KH&CN An Giang", "12 huyện", "kế hoạch", ""])("sees no document number in %j", (text) => {
  expect(documentReference(text, loadRegistry())).toBeNull();
});
