/** An operation of the generated API; where it asks for no order, the answers of two stores are compared as sets (`unordered`). */
export interface Operation {
  readonly what: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly unordered?: true;
  /** A part of the answer that shows that it is not empty, as JSON text. */
  readonly shows: string;
}

const PLAN = "vn/ttg/qd/2024/709";
const byId = "sort: [{ id: ASC }]";

export const lists: readonly Operation[] = [
  { what: "a list", query: "{ documents { id title } }", unordered: true, shows: "709" },
  {
    what: "every scalar of a document",
    query: `{ documents(${byId}) { id kind number symbol title issuerName issuedOn notBefore periodFrom periodTo held conflict diagnostics } }`,
    shows: '"diagnostics":["no number","no date"]',
  },
  {
    what: "every scalar of a task",
    query: `{ tasks(${byId}) { id documentId section address ordinal headings text summaryVi summaryEn dueText dueFrom dueTo dueDay recurs start end } }`,
    shows: '"dueDay":"--11-15"',
  },
  { what: "floats", query: `{ targets(${byId}) { id value low high comparison unit by } }`, shows: '"high":12.5' },
  {
    what: "agencies",
    query: `{ agencies(${byId}) { id name type collective membersKnown from until } }`,
    shows: '"membersKnown":false',
  },
  {
    what: "places, people and sources",
    query: `{ places(${byId}) { id until } people(${byId}) { name } sources { sha256 length text } }`,
    shows: "O'Neill",
  },
  {
    what: "sorting on one key",
    query: "{ tasks(sort: [{ ordinal: DESC }]) { ordinal } }",
    shows: '[{"ordinal":6},{"ordinal":5}',
  },
  {
    what: "sorting on several keys, with nulls",
    query: "{ documents(sort: [{ held: DESC }, { issuedOn: ASC }, { id: DESC }]) { id issuedOn } }",
    shows: "709",
  },
  {
    what: "limit and offset",
    query: `{ documents(${byId}, limit: 2, offset: 1) { id } }`,
    shows: '"documents":[{"id":"vn/binh-minh/ubnd/kh/~/~1f3a09bc"}',
  },
  { what: "a limit over the highest", query: `{ tasks(${byId}, limit: 100000) { id } }`, shows: "II.6" },
  { what: "offset beyond the end", query: `{ tasks(${byId}, offset: 50) { id } }`, shows: '"tasks":[]' },
  {
    what: "aliases and fragments",
    query: `query { plans: documents(where: { kind: { eq: "KH" } }, ${byId}) { key: id ...Name } } fragment Name on Document { name: title } `,
    shows: '"name":"Kế hoạch',
  },
  {
    what: "variables, skip and include",
    query: `query($where: DocumentWhere, $no: Boolean!) { documents(where: $where, ${byId}) { id title @include(if: $no) kind @skip(if: $no) __typename } }`,
    variables: { where: { held: { eq: true } }, no: false },
    shows: '"__typename":"Document"',
  },
];

export const filters: readonly Operation[] = [
  filter("an id", `documents(where: { id: { eq: "${PLAN}" } })`),
  filter("ids in a list", `documents(where: { id: { in: ["${PLAN}", "x", "vn/tw/kl/2024/69"] } }, ${byId})`),
  filter("an id's beginning", `documents(where: { id: { startsWith: "vn/tw/" } }, ${byId})`, "69"),
  filter("a text's end", `documents(where: { title: { endsWith: "số 69" } }, ${byId})`),
  filter("a text within", `documents(where: { title: { contains: "Kết luận" } }, ${byId})`),
  filter("a quotation mark", `people(where: { name: { eq: "O'Neill \\"B\\"" } })`, "p2"),
  filter("a backslash and quotes", `tasks(where: { text: { contains: "\\\\ 100% 'ng" } })`, "II.3"),
  filter("null", `documents(where: { number: { eq: null } })`, "1f3a09bc"),
  filter("not null", `documents(where: { NOT: { number: { eq: null } } }, ${byId})`),
  filter("no day", `documents(where: { issuedOn: { eq: null } })`, "1f3a09bc"),
  filter("a day", `documents(where: { issuedOn: { eq: "2024-01-11" } })`, "69"),
  filter("days after", `documents(where: { issuedOn: { gt: "2024-01-11" } }, ${byId})`),
  filter("days between", `documents(where: { issuedOn: { gte: "2024-01-11", lte: "2024-03-15" } }, ${byId})`, "69"),
  filter("days in a list", `documents(where: { issuedOn: { in: ["2024-01-11", "2024-07-24"] } }, ${byId})`),
  filter("whole numbers", `tasks(where: { ordinal: { gte: 2, lt: 4 } }, ${byId})`, "II.2"),
  filter("whole numbers in a list", `tasks(where: { ordinal: { in: [1, 6] } }, ${byId})`, "II.6"),
  filter("floats", `targets(where: { value: { gt: 2.0 } }, ${byId})`, "t3"),
  filter(
    "a float that is whole",
    `targets(where: { OR: [{ value: { eq: 2 } }, { high: { in: [12.5] } }] }, ${byId})`,
    "t1",
  ),
  filter("yes or no", `agencies(where: { collective: { eq: true }, membersKnown: { eq: false } })`, "vn/dia-phuong"),
  filter("a list's entry", `documents(where: { diagnostics: { includes: "no date" } })`, "1f3a09bc"),
  filter("a whole list", `tasks(where: { headings: { eq: [] } })`, "II.6"),
  filter(
    "and, or, not",
    `documents(where: { AND: [{ held: { eq: true } }, { OR: [{ kind: { eq: "QĐ" } }, { NOT: { kind: { eq: "KH" } } }] }] }, ${byId})`,
  ),
  filter("nothing", `documents(where: { id: { eq: "'}) DETACH DELETE n //" } })`, '"documents":[]'),
  filter("no entry in a list", `documents(where: { id: { in: [] } })`, '"documents":[]'),
];

function filter(what: string, field: string, shows = "709"): Operation {
  const selection =
    field.startsWith("people") || field.startsWith("agencies") || field.startsWith("t") ? "id" : "id title";
  return { what: `a filter on ${what}`, query: `{ ${field} { ${selection} } }`, shows };
}

export const relations: readonly Operation[] = [
  related("some", `documents(where: { implements: { some: { id: { eq: "vn/tw/kl/2024/69" } } } }, ${byId})`),
  related("none", `documents(where: { implements: { none: { held: { eq: false } } } }, ${byId})`, "hoang-hon"),
  related("all", `documents(where: { implements: { all: { kind: { in: ["KL", "NQ"] } } } }, ${byId})`),
  related("single", `documents(where: { implements: { single: { kind: { eq: "KL" } } } }, ${byId})`),
  related(
    "two steps away",
    `documents(where: { tasks: { some: { leaders: { some: { type: { eq: "bkhcn" } } } } } }, ${byId})`,
  ),
  related(
    "none at all",
    `tasks(where: { leadersConnection: { aggregate: { count: { nodes: { eq: 0 } } } } }, ${byId})`,
    '"tasks":[{"id":"vn/binh-minh/tu/kh/2024/141a#II.6@600"}',
  ),
  related(
    "an edge",
    `documents(where: { implementsConnection: { some: { edge: { direct: { eq: false } } } } }, ${byId})`,
    "1f3a09bc",
  ),
  related(
    "an edge with a null",
    `documents(where: { implementsConnection: { some: { edge: { statedBy: { eq: null } } } } }, ${byId})`,
  ),
  related(
    "edge and node",
    `agencies(where: { leadsConnection: { some: { edge: { basis: { eq: "assigned" } }, node: { ordinal: { gt: 2 } } } } }, ${byId})`,
    "so-noi-vu",
  ),
  related(
    "all edges",
    `agencies(where: { leadsConnection: { all: { edge: { basis: { eq: "stated" } } } } }, ${byId})`,
    "so-khoa-hoc",
  ),
  related(
    "no edge",
    `agencies(where: { leadsConnection: { none: { edge: { inherited: { eq: true } } } } }, ${byId})`,
    "bkhcn",
  ),
  related(
    "a single edge",
    `agencies(where: { leadsConnection: { single: { edge: { basis: { eq: "stated" } } } } }, ${byId})`,
    "bkhcn",
  ),
  related(
    "a day of an edge",
    `agencies(where: { memberOfConnection: { some: { edge: { until: { lt: "2025-03-01" } } } } }, ${byId})`,
    "so-noi-vu",
  ),
  related(
    "not an edge",
    `agencies(where: { NOT: { leadsConnection: { some: { edge: { OR: [{ basis: { eq: "stated" } }, { scope: { eq: "relevant" } }] } } } } }, ${byId})`,
    "dia-phuong",
  ),
  related("how many", `documents(where: { tasksConnection: { aggregate: { count: { nodes: { gt: 3 } } } } }, ${byId})`),
];

function related(what: string, field: string, shows = "709"): Operation {
  return { what: `a filter on relations: ${what}`, query: `{ ${field} { id } }`, shows };
}

export const nested: readonly Operation[] = [
  {
    what: "relations",
    query: `{ documents(${byId}) { id implements(${byId}) { id title } } }`,
    shows: '"implements":[{"id":"vn/tw/kl/2024/69"',
  },
  { what: "only relations", query: `{ documents(${byId}) { implements(${byId}) { id } } }`, shows: "69" },
  {
    what: "relations three deep",
    query: `{ documents(${byId}) { id tasks(sort: [{ ordinal: ASC }]) { id leaders(${byId}) { id name } } } }`,
    shows: '"leaders":[{"id":"vn/bkhcn"',
  },
  {
    what: "relations only, three deep",
    query: `{ documents(${byId}) { tasks(sort: [{ ordinal: ASC }]) { leaders(${byId}) { places { name } } } } }`,
    shows: "Bình Minh",
  },
  {
    what: "both ways",
    query: `{ documents(where: { id: { eq: "vn/tw/kl/2024/69" } }) { id implementedBy(${byId}) { id } continues { id } mentionedBy { id } carriedOutBy { id } } }`,
    shows: "carriedOutBy",
  },
  {
    what: "a relation filtered, sorted and cut",
    query: `{ documents(${byId}) { id tasks(where: { ordinal: { gt: 1 } }, sort: [{ ordinal: DESC }], limit: 2, offset: 1) { ordinal } } }`,
    shows: '"ordinal":3',
  },
  {
    what: "a relation twice under aliases",
    query: `{ documents(${byId}) { id early: tasks(where: { dueTo: { lt: "2025-01-01" } }, ${byId}) { id } late: tasks(where: { dueTo: { gte: "2025-01-01" } }, ${byId}) { id } } }`,
    shows: "II.4",
  },
  {
    what: "days inside",
    query: `{ agencies(${byId}) { id succeededBy { id } places { id until } } }`,
    shows: '"until":"2025-06-30"',
  },
  {
    what: "days under an alias",
    query: `{ agencies(${byId}) { end: until begin: from } }`,
    shows: '"end":"2025-02-28"',
  },
  {
    what: "fragments inside",
    query: `{ documents(${byId}) { ...D } } fragment D on Document { id tasks(${byId}) { ...T } } fragment T on Task { section cooperators(${byId}) { id } }`,
    shows: "cac-so-nganh",
  },
];

export const connections: readonly Operation[] = [
  {
    what: "a connection",
    query: `{ documentsConnection(${byId}) { totalCount edges { cursor node { id issuedOn } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
    shows: '"totalCount":6',
  },
  {
    what: "only its count",
    query: `{ documentsConnection(where: { held: { eq: true } }) { totalCount } }`,
    shows: '"totalCount":4',
  },
  {
    what: "count and page",
    query: `{ tasksConnection(first: 2, sort: [{ ordinal: ASC }]) { totalCount edges { node { ordinal } } pageInfo { hasNextPage endCursor } } }`,
    shows: '"hasNextPage":true',
  },
  {
    what: "a nested connection with the words of its edges",
    query: `{ documents(${byId}) { id implementsConnection(sort: [{ node: { id: ASC } }]) { totalCount edges { cursor properties { direct statedBy owner source start end words section standing } node { id } } pageInfo { hasNextPage } } } }`,
    shows: '"words":["Kết luận số 69-KL/TW"]',
  },
  {
    what: "a nested connection with a filter on its edges",
    query: `{ agencies(${byId}) { id leadsConnection(where: { edge: { basis: { eq: "stated" } } }, sort: [{ node: { ordinal: ASC } }]) { edges { properties { basis inherited scope start } node { ordinal } } } } }`,
    shows: '"inherited":true',
  },
  {
    what: "a nested connection sorted by its edge",
    query: `{ documents(${byId}) { id tasksConnection(sort: [{ edge: { order: DESC } }], first: 2) { totalCount edges { properties { order } } pageInfo { hasNextPage } } } }`,
    shows: '"order":4',
  },
  {
    what: "only the edges",
    query: `{ agencies(${byId}) { memberOfConnection { edges { properties { from until basis } } } } }`,
    shows: '"until":"2025-02-28"',
  },
  {
    what: "a count inside",
    query: `{ documents(${byId}) { id tasksConnection { totalCount } targetsConnection { totalCount } } }`,
    shows: '"totalCount":4',
  },
  {
    what: "connections two deep",
    query: `{ documentsConnection(${byId}) { edges { node { id tasksConnection(sort: [{ node: { ordinal: ASC } }]) { edges { node { ordinal leadersConnection(sort: [{ node: { id: ASC } }]) { edges { properties { basis } node { id } } } } } } } } } }`,
    shows: '"basis":"assigned"',
  },
  {
    what: "aliases all through",
    query: `{ a: documents(${byId}, limit: 1) { b: id c: tasksConnection(sort: [{ node: { ordinal: ASC } }]) { n: totalCount e: edges { p: properties { o: order } x: node { y: ordinal } } } } }`,
    shows: '"o":5',
  },
  {
    what: "fragments on a connection",
    query: `{ documentsConnection(${byId}, first: 1) { ...C } } fragment C on DocumentsConnection { totalCount edges { ...E } pageInfo { endCursor } } fragment E on DocumentEdge { node { id tasksConnection(sort: [{ edge: { order: ASC } }]) { edges { properties { order } } } } }`,
    shows: '"order":5',
  },
  {
    what: "people and reports",
    query: `{ people(${byId}) { name signedConnection { edges { properties { position onBehalfOf } node { id } } } } agencies(${byId}) { reportsToConnection { edges { properties { document via recurs deadline } node { id } } } } }`,
    shows: '"deadline":"--11-15"',
  },
  {
    what: "days of edges",
    query: `{ places(${byId}) { succeededByConnection { edges { properties { on kind partial } node { id } } } } }`,
    shows: '"on":"2025-07-01"',
  },
];

export const aggregates: readonly Operation[] = [
  { what: "a count", query: `{ documentsConnection { aggregate { count { nodes } } } }`, shows: '"nodes":6' },
  {
    what: "a count of some, with a page",
    query: `{ tasksConnection(where: { leadersConnection: { aggregate: { count: { nodes: { gt: 0 } } } } }, first: 1, sort: [{ ordinal: ASC }]) { aggregate { count { nodes } } totalCount edges { node { ordinal } } } }`,
    shows: '"nodes":4',
  },
  {
    what: "a count inside",
    query: `{ documents(${byId}) { id tasksConnection { aggregate { count { nodes edges } } } } }`,
    shows: '"edges":4',
  },
  {
    what: "numbers inside",
    query: `{ documents(${byId}) { id tasksConnection { aggregate { node { ordinal { min max sum average } } } } targetsConnection { aggregate { node { value { min max } } } } } }`,
    shows: '"max":4',
  },
  {
    what: "texts inside",
    query: `{ documents(${byId}) { id implementsConnection { aggregate { node { title { shortest longest } } } } } }`,
    shows: '"shortest":"Về khoa học',
  },
  {
    what: "a sum of nothing, as a filter",
    query: `{ documents(where: { tasksConnection: { aggregate: { node: { ordinal: { sum: { eq: 0 } } } } } }, ${byId}) { id } }`,
    shows: "vn/tw/kl",
  },
  {
    what: "numbers and texts of all",
    query: "{ tasksConnection { aggregate { node { ordinal { min max average sum } dueText { shortest } } } } }",
    shows: '"sum":21',
  },
  {
    what: "an edge's numbers as a filter",
    query: `{ documents(where: { tasksConnection: { aggregate: { edge: { order: { max: { gt: 5 } } } } } }, ${byId}) { id } }`,
    shows: "141a",
  },
  {
    what: "an edge's numbers",
    query: `{ documents(${byId}) { id tasksConnection { aggregate { edge { order { min max } } } } } }`,
    shows: '"max":4',
  },
];
