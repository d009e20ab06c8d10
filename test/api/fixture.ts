import type { Value } from "../../src/graph/store.ts";

/** A small invented graph, every label and most edges of it: one plan of each level, a group, a merger of provinces. */
export interface FixtureNode {
  readonly label: string;
  /** Its id; of a Source, its hash. */
  readonly key: string;
  readonly props: Readonly<Record<string, Value>>;
  readonly days?: Readonly<Record<string, string>>;
}
export interface FixtureEdge {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly props?: Readonly<Record<string, Value>>;
  readonly days?: Readonly<Record<string, string>>;
}

const documents: readonly FixtureNode[] = [
  document("vn/tw/nq/2012/20", "NQ", "20", "Về khoa học và công nghệ", { issuedOn: "2012-11-01" }, false),
  document("vn/tw/kl/2024/69", "KL", "69", "Tiếp tục thực hiện Nghị quyết số 20", { issuedOn: "2024-01-11" }, false),
  document(
    "vn/ttg/qd/2024/709",
    "QĐ",
    "709",
    "Ban hành Kế hoạch thực hiện Kết luận số 69",
    { issuedOn: "2024-07-24", periodFrom: "2024-01-01", periodTo: "2030-12-31" },
    true,
  ),
  document("vn/binh-minh/tu/kh/2024/141a", "KH", "141a", "Thực hiện Kết luận số 69", { issuedOn: "2024-03-15" }, true),
  document(
    "vn/binh-minh/ubnd/kh/~/~1f3a09bc",
    "KH",
    null,
    "Triển khai Kế hoạch số 141a",
    { notBefore: "2024-03-15" },
    true,
    {
      diagnostics: ["no number", "no date"],
    },
  ),
  document("vn/hoang-hon/ubnd/kh/2024/5", "KH", "5", "Kế hoạch trùng số", { issuedOn: "2024-03-15" }, true, {
    conflict: true,
  }),
];

function document(
  id: string,
  kind: string,
  number: string | null,
  title: string,
  days: Readonly<Record<string, string>>,
  held: boolean,
  more: Readonly<Record<string, Value>> = {},
): FixtureNode {
  const props = { kind, number, title, held, conflict: false, diagnostics: [], folded: "internal", ...more };
  return { label: "Document", key: id, props, days };
}

function agency(id: string, name: string, more: Readonly<Record<string, Value>> = {}, days = {}): FixtureNode {
  const type = id.slice(id.lastIndexOf("/") + 1);
  return { label: "Agency", key: id, props: { name, type, collective: false, ...more }, days };
}

function task(
  ordinal: number,
  more: Readonly<Record<string, Value>>,
  days: Readonly<Record<string, string>> = {},
): FixtureNode {
  const documentId = documentOf(ordinal);
  const start = ordinal * 100;
  const props = { documentId, section: `II.${ordinal}`, ordinal, start, end: start + 80 };
  const headings = ["NHIỆM VỤ", `Mục ${ordinal % 2}`];
  return { label: "Task", key: taskId(ordinal), props: { ...props, headings, ...more }, days };
}

const documentOf = (ordinal: number) => (ordinal <= 4 ? "vn/ttg/qd/2024/709" : "vn/binh-minh/tu/kh/2024/141a");
const taskId = (ordinal: number) => `${documentOf(ordinal)}#II.${ordinal}@${ordinal * 100}`;

const agencies = [
  agency("vn/bkhcn", "Bộ Khoa học và Công nghệ"),
  agency("vn/binh-minh/ubnd", "Ủy ban nhân dân tỉnh Bình Minh"),
  agency("vn/binh-minh/so-khoa-hoc-va-cong-nghe", "Sở Khoa học và Công nghệ tỉnh Bình Minh"),
  agency("vn/binh-minh/so-noi-vu", "Sở Nội vụ tỉnh Bình Minh", {}, { from: "2005-01-01", until: "2025-02-28" }),
  agency("vn/binh-minh/cac-so-nganh", "Các sở, ban, ngành tỉnh Bình Minh", { collective: true, membersKnown: true }),
  agency("vn/dia-phuong", "Địa phương", { collective: true, membersKnown: false }),
];

const tasks = [
  task(1, { text: "Hoàn thiện thể chế.", dueText: "năm 2024" }, { dueFrom: "2024-01-01", dueTo: "2024-12-31" }),
  task(2, { summaryEn: "Report every year", dueDay: "--11-15", recurs: "yearly" }),
  task(3, { text: "Bố trí “nguồn lực” \\ 100% 'ngân sách'" }),
  task(4, {}, { dueTo: "2025-06-30" }),
  task(5, { summaryVi: "Tuyên truyền kết luận" }, { dueTo: "2024-06-30" }),
  task(6, { headings: [] }),
];

const others: readonly FixtureNode[] = [
  {
    label: "Target",
    key: "t1",
    props: { indicator: "Tỷ lệ chi", value: 2, comparison: ">=", unit: "%" },
    days: { by: "2030-12-31" },
  },
  {
    label: "Target",
    key: "t2",
    props: { indicator: "Số doanh nghiệp", low: 10, high: 12.5, unit: "doanh nghiệp" },
    days: { by: "2025-12-31" },
  },
  { label: "Target", key: "t3", props: { indicator: "Đóng góp TFP", value: 50.5, comparison: ">=", unit: "%" } },
  { label: "Place", key: "binh-minh", props: { name: "Bình Minh", kind: "tỉnh" }, days: { until: "2025-06-30" } },
  { label: "Place", key: "hoang-hon", props: { name: "Hoàng Hôn", kind: "tỉnh" } },
  { label: "Person", key: "p1", props: { name: "Nguyễn Văn A" } },
  { label: "Person", key: "p2", props: { name: 'O\'Neill "B"' } },
  { label: "Source", key: "ab12", props: { name: "709.txt", encoding: "utf-8", length: 1234, text: "Điều 1." } },
];

export const nodes: readonly FixtureNode[] = [...documents, ...agencies, ...tasks, ...others];

function evidence(...spans: readonly (readonly [number, string])[]): Readonly<Record<string, Value>> {
  return {
    source: spans.map(() => "ab12"),
    start: spans.map(([start]) => start),
    end: spans.map(([start, words]) => start + words.length),
    words: spans.map(([, words]) => words),
    section: spans.map(() => ""),
    standing: "extracted",
  };
}

function link(
  type: string,
  from: string,
  to: string,
  direct: boolean,
  more: Readonly<Record<string, Value>> = {},
): FixtureEdge {
  return { type, from, to, props: { direct, owner: from, ...evidence([10, "Kết luận số 69-KL/TW"]), ...more } };
}

function part(
  type: string,
  agencyId: string,
  ordinal: number,
  more: Readonly<Record<string, Value>> = {},
): FixtureEdge {
  const props = { basis: "stated", inherited: false, scope: "all", ...evidence([ordinal * 100, "chủ trì"]), ...more };
  return { type, from: agencyId, to: taskId(ordinal), props };
}

const KHCN = "vn/binh-minh/so-khoa-hoc-va-cong-nghe";
const NOI_VU = "vn/binh-minh/so-noi-vu";
const GROUP = "vn/binh-minh/cac-so-nganh";

export const edges: readonly FixtureEdge[] = [
  link("CONTINUES", "vn/tw/kl/2024/69", "vn/tw/nq/2012/20", true, {
    ...evidence(),
    owner: "registry",
    standing: "registry",
  }),
  link("IMPLEMENTS", "vn/ttg/qd/2024/709", "vn/tw/kl/2024/69", true),
  link("IMPLEMENTS", "vn/binh-minh/tu/kh/2024/141a", "vn/tw/kl/2024/69", true),
  link("IMPLEMENTS", "vn/binh-minh/ubnd/kh/~/~1f3a09bc", "vn/binh-minh/tu/kh/2024/141a", true),
  link("IMPLEMENTS", "vn/binh-minh/ubnd/kh/~/~1f3a09bc", "vn/tw/kl/2024/69", false),
  link("IMPLEMENTS", "vn/ttg/qd/2024/709", "vn/tw/nq/2012/20", true, { statedBy: "vn/hoang-hon/ubnd/kh/2024/5" }),
  link(
    "MENTIONS",
    "vn/hoang-hon/ubnd/kh/2024/5",
    "vn/tw/kl/2024/69",
    true,
    evidence([5, "KL 69"], [90, "Kết luận 69"]),
  ),
  link("BASED_ON", "vn/binh-minh/tu/kh/2024/141a", "vn/ttg/qd/2024/709", true),
  {
    type: "ISSUED",
    from: "vn/binh-minh/ubnd",
    to: "vn/binh-minh/ubnd/kh/~/~1f3a09bc",
    props: evidence([0, "ỦY BAN NHÂN DÂN"]),
  },
  {
    type: "SIGNED",
    from: "p1",
    to: "vn/binh-minh/ubnd/kh/~/~1f3a09bc",
    props: { position: "Phó Chủ tịch", onBehalfOf: "Ủy ban nhân dân", ...evidence([950, "Nguyễn Văn A"]) },
  },
  { type: "SIGNED", from: "p2", to: "vn/binh-minh/tu/kh/2024/141a", props: { position: "Bí thư", ...evidence() } },
  ...[1, 2, 3, 4, 5, 6].map((order) => ({
    type: "ASSIGNS",
    from: documentOf(order),
    to: taskId(order),
    props: { order },
  })),
  { type: "SETS", from: "vn/ttg/qd/2024/709", to: "t1", props: { order: 1 } },
  { type: "SETS", from: "vn/ttg/qd/2024/709", to: "t2", props: { order: 2 } },
  { type: "SETS", from: "vn/binh-minh/tu/kh/2024/141a", to: "t3", props: { order: 1 } },
  part("LEADS", "vn/bkhcn", 1),
  part("LEADS", "vn/bkhcn", 2, { basis: "assigned" }),
  part("LEADS", KHCN, 3, { inherited: true }),
  part("LEADS", KHCN, 5),
  part("LEADS", NOI_VU, 5, { basis: "assigned", scope: "relevant" }),
  part("COOPERATES", NOI_VU, 1, { basis: null }),
  part("COOPERATES", GROUP, 1, { basis: null, scope: "relevant" }),
  part("COOPERATES", GROUP, 5, { basis: null }),
  part("DIRECTED", "vn/dia-phuong", 4, { basis: null }),
  {
    type: "REPORTS_TO",
    from: KHCN,
    to: "vn/binh-minh/ubnd",
    props: {
      document: "vn/binh-minh/tu/kh/2024/141a",
      recurs: "yearly",
      deadline: "--11-15",
      ...evidence([700, "báo cáo"]),
    },
  },
  { type: "RECEIVES", from: KHCN, to: "vn/binh-minh/tu/kh/2024/141a", props: evidence([900, "Sở KH&CN"]) },
  {
    type: "NAMES",
    from: "vn/binh-minh/tu/kh/2024/141a",
    to: GROUP,
    props: evidence([300, "các sở, ngành"], [500, "các sở, ban, ngành"]),
  },
  {
    type: "CARRIES_OUT",
    from: taskId(5),
    to: "vn/tw/kl/2024/69",
    props: evidence([510, "Kết luận số 69"]),
  },
  {
    type: "MEMBER_OF",
    from: KHCN,
    to: GROUP,
    props: { basis: "a law", standing: "registry" },
    days: { from: "2005-01-01" },
  },
  {
    type: "MEMBER_OF",
    from: NOI_VU,
    to: GROUP,
    props: { basis: "a law", standing: "registry" },
    days: { from: "2005-01-01", until: "2025-02-28" },
  },
  { type: "PART_OF", from: KHCN, to: "vn/binh-minh/ubnd", props: { basis: "a law", standing: "registry" } },
  {
    type: "SUCCEEDED_BY",
    from: NOI_VU,
    to: "vn/binh-minh/ubnd",
    props: { kind: "dissolved", partial: false, standing: "registry" },
    days: { on: "2025-03-01" },
  },
  {
    type: "SUCCEEDED_BY",
    from: "binh-minh",
    to: "hoang-hon",
    props: { kind: "merged", standing: "registry" },
    days: { on: "2025-07-01" },
  },
  { type: "IN", from: KHCN, to: "binh-minh" },
  { type: "IN", from: "vn/binh-minh/ubnd", to: "binh-minh" },
  { type: "IN", from: "vn/binh-minh/tu/kh/2024/141a", to: "binh-minh" },
  { type: "READ_FROM", from: "vn/ttg/qd/2024/709", to: "ab12" },
];
