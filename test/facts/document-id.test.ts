import { expect, test } from "vitest";
import { parseDocumentId } from "../../src/facts/document-id.ts";

test.each([
  ["vn/tw/kl/2024/69", { form: "numbered", body: "vn/tw", kind: "kl", year: "2024", number: "69" }],
  [
    "vn/an-giang/tu/ctr/2023/141a",
    { form: "numbered", body: "vn/an-giang/tu", kind: "ctr", year: "2023", number: "141a" },
  ],
  ["vn/tw/tb/~/234", { form: "numbered", body: "vn/tw", kind: "tb", year: null, number: "234" }],
  ["vn/an-giang/ubnd/kh/~/~1f3a09bc", { form: "unnumbered", body: "vn/an-giang/ubnd", kind: "kh", year: null }],
  ["vn/tw/nq/khoa-viii/2", { form: "plenum", body: "vn/tw", kind: "nq", term: "viii", session: "2" }],
  ["vn/tw/dai-hoi/xiii", { form: "named" }],
  ["vn/an-giang/dai-hoi/xi", { form: "named" }],
  ["vn/qh/luat/dau-tu-cong", { form: "named" }],
])("%s is taken apart", (id, parts) => {
  expect(parseDocumentId(id)).toEqual(parts);
});
