import type { QuestionResolver } from "../../src/api/context.ts";
import type { Operation } from "./operations.ts";

const PLAN = "vn/ttg/qd/2024/709";
const IDS = [PLAN, "vn/tw/kl/2024/69", "vn/binh-minh/tu/kh/2024/141a"];
const TASKS = [`${PLAN}#II.1@100`, `${PLAN}#II.9@900`, `${PLAN}#II.2@200`];
const KHCN = "vn/binh-minh/so-khoa-hoc-va-cong-nghe";

/** Questions that answer invented ids, whatever is asked. */
export const invented: Readonly<Record<string, QuestionResolver>> = {
  lineage: (_source, { document }: { document: string }) =>
    document === "unknown"
      ? null
      : {
          root: PLAN,
          nodes: IDS.map((id, distance) => ({ document: id, distance, held: true, taskCount: 0 })),
          links: [],
          truncated: false,
        },
  responsibilities: (_source, { where }: { where?: { dueBefore?: { toString(): string } } }) => {
    const part = { role: "LEADS", basis: "STATED", inherited: false, scope: "ALL" };
    const others = ["vn/bkhcn", "vn/dia-phuong"].map((agency) => ({ ...part, agency }));
    const evidence = [{ source: where?.dueBefore?.toString() ?? "none", standing: "EXTRACTED" }];
    const line = {
      from: null,
      to: "vn/binh-minh/ubnd",
      via: KHCN,
      distance: 1,
      nextDue: "2025-11-15",
      document: PLAN,
      evidence,
    };
    const items = [
      { ...part, via: "NAMED", through: null, task: TASKS[0], line, document: PLAN, others, evidence, position: null },
    ];
    return {
      totalCount: 1,
      items,
      endCursor: null,
      hasNextPage: false,
      byRole: [],
      openGroups: [{ group: "vn/dia-phuong", count: 3 }],
    };
  },
  matrix: () => ({ document: PLAN, tasks: TASKS, agencies: ["vn/bkhcn", KHCN], cells: [], truncated: false }),
  search: () =>
    [
      { label: "Document", id: PLAN },
      { label: "Task", id: TASKS[0] },
      { label: "Agency", id: KHCN },
      { label: "Document", id: "vn/tw/kl/2024/69" },
    ].map((found, index) => ({ found, score: 1 / (index + 1), passage: "", ranges: [[0, index]] })),
  resolve: () => [],
};

export const asked: readonly Operation[] = [
  {
    what: "relations of a node",
    query:
      '{ lineage(document: "x") { root { id title } nodes { distance document { id implements(sort: [{ id: ASC }]) { id issuedOn } } } } }',
    shows: '"implements":[{"id":"vn/tw/kl/2024/69","issuedOn":"2024-01-11"}',
  },
  {
    what: "fragments, aliases, arguments and variables",
    query: `query($section: String!, $title: Boolean!) {
      lineage(document: "x") { hops: nodes { doc: document { ...D title @include(if: $title) } } nodes { ... on LineageNode { document { kind } } } }
    } fragment D on Document { __typename key: id two: tasks(where: { section: { eq: $section } }) { section leaders { name } } all: tasksConnection(first: 1, sort: [{ edge: { order: ASC } }]) { totalCount edges { properties { order } } } }`,
    variables: { section: "II.2", title: false },
    shows: '"two":[{"section":"II.2","leaders":[{"name":"Bộ Khoa học và Công nghệ"}]}]',
  },
  {
    what: "a question without an answer",
    query: '{ lineage(document: "unknown") { root { id } } }',
    shows: '"lineage":null',
  },
  {
    what: "lists of nodes, in order, without what is gone",
    query:
      '{ matrix(document: "x") { document { id } tasks { ordinal dueTo leaders { id } } agencies { name until } } }',
    shows: '"tasks":[{"ordinal":1,"dueTo":"2024-12-31","leaders":[{"id":"vn/bkhcn"}]},{"ordinal":2,',
  },
  {
    what: "nodes at several depths, null ones too, and days both ways",
    query: `{ responsibilities(agency: "x", where: { dueBefore: "2024-05-06" }) { items { through { id } task { ordinal } line { from { id } to { name } via { name } nextDue }
      others { agency { name leadsConnection { totalCount } } } evidence { source } } openGroups { group { id members { id } } count } } }`,
    shows: '"source":"2024-05-06"',
  },
  {
    what: "nodes of several types",
    query: `{ search(text: "x") { score ranges found { __typename ...F } } } fragment F on Found { ... on Document { title signedBy { name } } ...T ... on Agency { id places { id } } }
      fragment T on Task { section id assignedBy { title } }`,
    shows: '"__typename":"Task","section":"II.1"',
  },
];
