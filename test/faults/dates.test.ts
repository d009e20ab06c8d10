import { expect, test } from "vitest";
import { factsOf } from "../support/reading.ts";

interface Given {
  readonly head?: string;
  readonly cites?: string;
  readonly foot?: string;
}

const plan = ({
  head = "Sóc Trăng, ngày 26 tháng 3 năm 2024",
  cites = "Chương trình số 77-CTr/TU ngày 10/01/2024 của Tỉnh ủy",
  foot = "",
}: Given): string => `ỦY BAN NHÂN DÂN                      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH SÓC TRĂNG                            Độc lập - Tự do - Hạnh phúc
Số: 412/KH-UBND                      ${head}

KẾ HOẠCH
Thực hiện ${cites} về phát triển chợ nông thôn

I. NHIỆM VỤ
1. Sở Công Thương chủ trì, phối hợp với Sở Tài chính lập bản đồ các chợ.

Nơi nhận:
- Tỉnh ủy;
- Lưu: VT.

${foot}
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lâm Thanh Bình
`;
const PROGRAMME = "vn/soc-trang/tu/ctr/2024/77";

test.each<
  readonly [string, Given, { readonly own?: string | null; readonly cited?: string | null }, readonly string[]]
>([
  ["one day", {}, { own: "2024-03-26", cited: "2024-01-10" }, []],
  ["the same day twice", { foot: "Sóc Trăng, ngày 26/3/2024" }, { own: "2024-03-26" }, []],
  [
    "another day above the signature: the head's is taken, both are shown",
    { foot: "Sóc Trăng, ngày 23 tháng 2 năm 2024" },
    { own: "2024-03-26" },
    ["DATES_DIFFER: ngày 26 tháng 3 năm 2024", "DATES_DIFFER: ngày 23 tháng 2 năm 2024"],
  ],
  ["a day that no calendar has", { head: "Sóc Trăng, ngày 31 tháng 02 năm 2024" }, { own: null }, ["NO_DATE"]],
  ["a day that is left open", { head: "Sóc Trăng, ngày … tháng … năm 2024" }, { own: null }, ["NO_DATE"]],
  [
    "a citation of two days in one year: none is taken, both are shown",
    { cites: "Chương trình số 77-CTr/TU ngày 10/01/2024, Chương trình số 77-CTr/TU ngày 12/01/2024 của Tỉnh ủy" },
    { cited: null },
    ["DATES_DIFFER: Chương trình số 77-CTr/TU", "DATES_DIFFER: Chương trình số 77-CTr/TU"],
  ],
  [
    "a citation of two years: two documents, both are shown",
    { cites: "Chương trình số 77-CTr/TU ngày 10/01/2024, Chương trình số 77-CTr/TU ngày 10/01/2023 của Tỉnh ủy" },
    { cited: "2024-01-10" },
    ["DATES_DIFFER: Chương trình số 77-CTr/TU", "DATES_DIFFER: Chương trình số 77-CTr/TU"],
  ],
  [
    "a citation of a day that no calendar has",
    { cites: "Chương trình số 77-CTr/TU ngày 31/02/2024 của Tỉnh ủy" },
    {},
    ["OPEN_CITATION"],
  ],
])("of %s nothing is guessed", (_what, given, { own, cited }, doubts) => {
  const text = plan(given);
  const facts = factsOf(text);
  if (own !== undefined) expect(facts.document.issuedOn).toBe(own);
  if (cited !== undefined) expect(facts.citations.find(({ id }) => id === PROGRAMME)?.issuedOn).toBe(cited);
  const told = facts.diagnostics
    .filter(({ code }) => code === "DATES_DIFFER" || code === "NO_DATE" || code === "OPEN_CITATION")
    .map(({ code, start, end }) => (code === "DATES_DIFFER" ? `${code}: ${text.slice(start ?? 0, end ?? 0)}` : code));
  expect(told.map((each) => each.replace(/\s+/gu, " "))).toEqual(
    doubts.map((each) => expect.stringContaining(each) as string),
  );
});
