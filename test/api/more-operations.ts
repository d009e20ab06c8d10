import type { Operation } from "./operations.ts";

const byId = "sort: [{ id: ASC }]";
const KHCN = "vn/binh-minh/so-khoa-hoc-va-cong-nghe";

/** Filters on what the first list leaves out: every kind of scalar on nodes, nested conditions, variables, what finds nothing. */
export const moreFilters: readonly Operation[] = [
  {
    what: "a day or none",
    query: `{ documents(where: { OR: [{ issuedOn: { eq: null } }, { issuedOn: { lt: "2013-01-01" } }] }, ${byId}) { id } }`,
    shows: "1f3a09bc",
  },
  {
    what: "a day that is not one of these",
    query: `{ documents(where: { NOT: { issuedOn: { in: ["2024-01-11"] } }, held: { eq: true } }, ${byId}) { id issuedOn } }`,
    shows: "709",
  },
  {
    what: "the ends of a period",
    query: `{ documents(where: { periodFrom: { lte: "2024-01-01" }, periodTo: { gt: "2030-12-30" } }, ${byId}) { id periodTo } }`,
    shows: "2030-12-31",
  },
  {
    what: "a day as a variable",
    query: `query($day: Date!) { documents(where: { issuedOn: { gte: $day } }, ${byId}) { id } }`,
    variables: { day: "2024-03-15" },
    shows: "141a",
  },
  {
    what: "days as a variable list",
    query: `query($days: [Date!]!) { tasks(where: { dueTo: { in: $days } }, ${byId}) { id dueTo } }`,
    variables: { days: ["2024-06-30", "2025-06-30"] },
    shows: "II.5",
  },
  {
    what: "a whole filter as a variable",
    query: `query($where: TaskWhere!) { tasks(where: $where, ${byId}) { id } }`,
    variables: { where: { OR: [{ ordinal: { eq: 1 } }, { recurs: { eq: "yearly" } }] } },
    shows: "II.2",
  },
  {
    what: "a text that is null under a not",
    query: `{ tasks(where: { NOT: { OR: [{ text: { eq: null } }, { text: { contains: "thể chế" } }] } }, ${byId}) { id } }`,
    shows: "II.3",
  },
  {
    what: "diacritics as they are",
    query: `{ places(where: { name: { eq: "Bình Minh" } }) { id } }`,
    shows: "binh-minh",
  },
  {
    what: "letters that differ by case",
    query: `{ places(where: { name: { startsWith: "bình" } }) { id } }`,
    shows: '"places":[]',
  },
  {
    what: "a percent sign and a quotation mark",
    query: `{ tasks(where: { text: { endsWith: "'ngân sách'" } }) { id } }`,
    shows: "II.3",
  },
  { what: "an empty text", query: `{ documents(where: { title: { contains: "" } }, ${byId}) { id } }`, shows: "709" },
  {
    what: "a float between others",
    query: `{ targets(where: { OR: [{ low: { gte: 9.5 }, high: { lte: 12.5 } }, { value: { lt: 2.5 } }] }, ${byId}) { id } }`,
    shows: "t2",
  },
  {
    what: "a float that is null",
    query: `{ targets(where: { value: { eq: null } }, ${byId}) { id low } }`,
    shows: '"low":10',
  },
  {
    what: "false and null are not one",
    query: `{ agencies(where: { membersKnown: { eq: null } }, ${byId}) { id } }`,
    shows: "bkhcn",
  },
  {
    what: "a list that includes a text",
    query: `{ tasks(where: { headings: { includes: "Mục 1" } }, ${byId}) { id headings } }`,
    shows: "II.1",
  },
  {
    what: "a whole list in its order",
    query: `{ documents(where: { diagnostics: { eq: ["no number", "no date"] } }) { id } }`,
    shows: "1f3a09bc",
  },
  {
    what: "four conditions deep",
    query: `{ tasks(where: { AND: [{ OR: [{ NOT: { ordinal: { lt: 3 } } }, { AND: [{ ordinal: { eq: 1 } }, { dueFrom: { eq: "2024-01-01" } }] }] }, { NOT: { ordinal: { eq: 6 } } }] }, ${byId}) { ordinal } }`,
    shows: '"ordinal":1',
  },
];

/** Filters through edges and along chains of them. */
export const moreRelations: readonly Operation[] = [
  {
    what: "an edge's list",
    query: `{ documents(where: { mentionsConnection: { some: { edge: { words: { includes: "Kết luận 69" } } } } }, ${byId}) { id } }`,
    shows: "hoang-hon",
  },
  {
    what: "an edge's numbers in a list",
    query: `{ documents(where: { mentionsConnection: { some: { edge: { start: { includes: 90 } } } } }, ${byId}) { id } }`,
    shows: "hoang-hon",
  },
  {
    what: "who owns an edge",
    query: `{ documents(where: { continuesConnection: { some: { edge: { owner: { eq: "registry" } } } } }, ${byId}) { id } }`,
    shows: "kl/2024/69",
  },
  {
    what: "the day of a succession",
    query: `{ agencies(where: { succeededByConnection: { some: { edge: { on: { lte: "2025-03-01" }, kind: { in: ["dissolved", "merged"] } } } } }, ${byId}) { id } }`,
    shows: "so-noi-vu",
  },
  {
    what: "a day of an edge that is null",
    query: `{ agencies(where: { memberOfConnection: { some: { edge: { until: { eq: null } } } } }, ${byId}) { id } }`,
    shows: KHCN,
  },
  {
    what: "either edge or node",
    query: `{ agencies(where: { leadsConnection: { some: { OR: [{ edge: { scope: { eq: "relevant" } } }, { node: { ordinal: { eq: 3 } } }] } } }, ${byId}) { id } }`,
    shows: KHCN,
  },
  {
    what: "three steps away and back",
    query: `{ agencies(where: { leads: { some: { assignedBy: { some: { implements: { some: { kind: { eq: "KL" } } } } } } } }, ${byId}) { id } }`,
    shows: "bkhcn",
  },
  {
    what: "a group's members' tasks",
    query: `{ agencies(where: { members: { some: { leads: { some: { ordinal: { gt: 2 } } } } } }, ${byId}) { id } }`,
    shows: "cac-so-nganh",
  },
  {
    what: "none through two relations",
    query: `{ documents(where: { tasks: { none: { cooperators: { some: { collective: { eq: true } } } } }, held: { eq: true } }, ${byId}) { id } }`,
    shows: "1f3a09bc",
  },
  {
    what: "some of one and none of another",
    query: `{ tasks(where: { leaders: { some: { collective: { eq: false } } }, cooperators: { none: { collective: { eq: true } } } }, ${byId}) { id } }`,
    shows: "II.2",
  },
  {
    what: "a task that carries a document out",
    query: `{ tasks(where: { carriesOut: { some: { kind: { eq: "KL" } } } }, ${byId}) { id carriesOut { id } } }`,
    shows: "kl/2024/69",
  },
  {
    what: "reports with a day",
    query: `{ agencies(where: { reportsToConnection: { some: { edge: { deadline: { startsWith: "--11" }, via: { eq: null } } } } }, ${byId}) { id } }`,
    shows: KHCN,
  },
  {
    what: "how few edges",
    query: `{ agencies(where: { leadsConnection: { aggregate: { count: { edges: { lt: 2 } } } }, collective: { eq: false } }, ${byId}) { id } }`,
    shows: "ubnd",
  },
];

/** Pages, orders and aggregates beyond the first list. */
export const morePages: readonly Operation[] = [
  {
    what: "an order by three keys, the last one deciding",
    query: "{ tasks(sort: [{ recurs: DESC }, { dueTo: ASC }, { ordinal: DESC }]) { ordinal dueTo recurs } }",
    shows: '"recurs":"yearly"',
  },
  {
    what: "an order by days, missing ones too",
    query: "{ documents(sort: [{ periodTo: DESC }, { id: ASC }]) { id periodTo } }",
    shows: "2030-12-31",
  },
  {
    what: "an order by yes and no",
    query: "{ agencies(sort: [{ collective: DESC }, { name: ASC }]) { name collective } }",
    shows: '"collective":true',
  },
  {
    what: "a page behind a cursor",
    query: `{ documentsConnection(first: 2, after: "YXJyYXljb25uZWN0aW9uOjE=", ${byId}) { edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage } } }`,
    shows: '"hasPreviousPage":true',
  },
  {
    what: "the last page",
    query: `{ documentsConnection(first: 4, after: "YXJyYXljb25uZWN0aW9uOjM=", ${byId}) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
    shows: '"hasNextPage":false',
  },
  {
    what: "a page inside a node",
    query: `{ documents(${byId}) { id tasksConnection(first: 1, sort: [{ node: { ordinal: DESC } }]) { totalCount edges { node { ordinal } } pageInfo { hasNextPage endCursor } } } }`,
    shows: '"hasNextPage":true',
  },
  {
    what: "a page inside a node behind a cursor",
    query: `{ documents(where: { held: { eq: true } }, ${byId}) { id tasksConnection(first: 2, after: "YXJyYXljb25uZWN0aW9uOjA=", sort: [{ node: { ordinal: ASC } }]) { edges { node { ordinal } } pageInfo { hasNextPage } } } }`,
    shows: '"ordinal":3',
  },
  {
    what: "successions with their edges",
    query: `{ agencies(where: { succeededBy: { some: { type: { eq: "ubnd" } } } }) { succeededByConnection { edges { properties { on kind partial subject by standing } node { id } } } } }`,
    shows: '"kind":"dissolved"',
  },
  {
    what: "carried out, with the words",
    query: `{ documents(where: { carriedOutBy: { some: { ordinal: { eq: 5 } } } }) { carriedOutByConnection { edges { properties { words start end standing } node { ordinal } } } } }`,
    shows: "Kết luận số 69",
  },
  {
    what: "parts and wholes",
    query: `{ agencies(${byId}) { id partOf { id } parts { id } partOfConnection { edges { properties { basis standing } } } } }`,
    shows: '"basis":"a law"',
  },
  {
    what: "aggregates under a filter on relations",
    query: `{ agenciesConnection(where: { leads: { some: { ordinal: { gt: 0 } } } }) { aggregate { count { nodes } node { name { shortest longest } } } } }`,
    shows: '"nodes":3',
  },
  {
    what: "aggregates of two relations under aliases",
    query: `{ documents(${byId}) { id early: tasksConnection(where: { node: { ordinal: { lt: 3 } } }) { aggregate { count { nodes } } } all: tasksConnection { aggregate { count { nodes } node { ordinal { max } } } } } }`,
    shows: '"max":6',
  },
];
