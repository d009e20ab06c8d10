import { expect, test } from "vitest";
import { checkedFacts } from "../../src/facts/read-facts.ts";
import { factsOf } from "../support/reading.ts";

const NOISE = "Xxxxx ".repeat(3_000);
const plan = ({
  number = "412/KH-UBND",
  title = "Phát triển chợ nông thôn",
  body = "1. Sở Công Thương chủ trì lập bản đồ các chợ.",
}: {
  readonly number?: string;
  readonly title?: string;
  readonly body?: string;
}): string => `ỦY BAN NHÂN DÂN                      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH SÓC TRĂNG                            Độc lập - Tự do - Hạnh phúc
Số: ${number}                      Sóc Trăng, ngày 26 tháng 3 năm 2024

KẾ HOẠCH
${title}

I. NHIỆM VỤ
${body}

Nơi nhận:
- Tỉnh ủy;
- Lưu: VT.
`;

/** No text is refused for its noise: what would be longer than facts may be is left out, the rest is read, and can be loaded. */
test.each([
  ["a title", plan({ title: NOISE })],
  ["a symbol of its own", plan({ number: `412/${"KH-".repeat(2_000)}UBND` })],
  [
    "a symbol of another",
    plan({ body: `1. Sở Công Thương chủ trì thực hiện Quyết định số 12/2024/${"ABC-".repeat(900)}BTC.` }),
  ],
  [
    "labels",
    plan({
      body: Array.from({ length: 600 }, (_, step) => `${"1.".repeat(step + 1)} Sở Công Thương chủ trì lập bản đồ`).join(
        "\n",
      ),
    }),
  ],
  ["a body's name", plan({ body: `1. Ban Chỉ đạo ${NOISE} chủ trì, Sở Công Thương phối hợp.` })],
  ["a damaged word", plan({ body: `1. Sở Côn9${"x".repeat(9_000)}g Thươn9 chủ trì lập bản đồ.` })],
  [
    "a gap",
    plan({ body: `1. Sở${" ".repeat(9_000)}Công Thương chủ trì${" ".repeat(9_000)}, phối hợp với Sở Tài chính.` }),
  ],
  ["a line", "Thực hiện Nghị quyết số 12-NQ/TU, ".repeat(20_000)],
])("of a text with %s beyond all measure the rest is read", (_what, text) => {
  const facts = factsOf(text);
  expect(checkedFacts(JSON.parse(JSON.stringify(facts)), "x")).toEqual(facts);
});

test("a title that is none is told", () => {
  expect(factsOf(plan({ title: NOISE }))).toMatchObject({
    document: { title: null, number: "412" },
    tasks: [{ section: "I.1" }],
    diagnostics: expect.arrayContaining([expect.objectContaining({ code: "NO_TITLE" })]) as unknown,
  });
});
