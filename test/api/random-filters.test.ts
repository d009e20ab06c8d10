import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { type Api, makeApi } from "../../src/api/make-schema.ts";
import { prepareSchema } from "../../src/graph/schema.ts";
import type { Store } from "../../src/graph/store.ts";
import { neo4jAbsence } from "../support/neo4j.ts";
import { givenStore } from "../support/stores.ts";
import { answer } from "./answers.ts";
import { edges, nodes } from "./fixture.ts";
import { plant } from "./plant.ts";
import { invented } from "./questions.ts";

const SEED = Number(process.env["MANDATE_SEED"] ?? Date.now() % 1_000_000_000);
const RUNS = 60;
const here = givenStore("embedded", "file");
const server = (await neo4jAbsence()) === null ? givenStore("neo4j", "file") : null;
let embedded: Api;
let neo4j: Api | null = null;

beforeAll(async () => {
  process.stderr.write(`random filters: MANDATE_SEED=${SEED}\n`);
  embedded = await apiOver(here.store);
  neo4j = server && (await apiOver(server.store));
});

async function apiOver(store: Store): Promise<Api> {
  await prepareSchema(store);
  await plant(store);
  return makeApi({ store, questions: invented });
}

const days = ["2012-11-01", "2024-01-11", "2024-06-30", "2024-12-31", "2025-06-30", "2025-03-01"];
const words = ["thể chế", "Kết luận", "số 69", "", "ubnd", "'", "\\", "%", "vn/", "yearly", "NHIỆM VỤ", "KH"];
const day = fc.constantFrom(...days);
const word = fc.constantFrom(...words);
const whole = fc.integer({ min: -1, max: 7 });

const textFilter = fc.oneof(
  fc.record({ eq: fc.option(word, { nil: null }) }),
  fc.record({ in: fc.array(word, { maxLength: 3 }) }),
  fc.record({ contains: word }),
  fc.record({ startsWith: word }),
  fc.record({ endsWith: word }),
);
const dayFilter = fc.oneof(
  fc.record({ eq: fc.option(day, { nil: null }) }),
  fc.record({ in: fc.array(day, { maxLength: 3 }) }),
  fc.record({ gte: day, lt: day }),
  fc.record({ gt: day }),
  fc.record({ lte: day }),
);
const wholeFilter = fc.oneof(
  fc.record({ eq: whole }),
  fc.record({ in: fc.array(whole, { maxLength: 3 }) }),
  fc.record({ gt: whole, lte: whole }),
);
const yesNo = fc.record({ eq: fc.boolean() });

type Where = Readonly<Record<string, unknown>>;
/** Filters of a type: its own fields, relations to others, and, or, not around them. */
function where(fields: Readonly<Record<string, fc.Arbitrary<unknown>>>, depth: number): fc.Arbitrary<Where> {
  const plain: fc.Arbitrary<Where> = fc
    .constantFrom(...Object.keys(fields))
    .chain((name) => (fields[name] ?? yesNo).map((value): Where => ({ [name]: value })));
  if (depth === 0) return plain;
  const inner = where(fields, depth - 1);
  return fc.oneof(
    { weight: 3, arbitrary: plain },
    { weight: 1, arbitrary: fc.array(inner, { minLength: 1, maxLength: 3 }).map((AND): Where => ({ AND })) },
    { weight: 1, arbitrary: fc.array(inner, { minLength: 1, maxLength: 3 }).map((OR): Where => ({ OR })) },
    { weight: 1, arbitrary: inner.map((NOT): Where => ({ NOT })) },
  );
}

const how = fc.constantFrom("some", "none", "all", "single");
const related = (other: fc.Arbitrary<Where>) =>
  fc.tuple(how, other).map(([quantifier, filter]) => ({ [quantifier]: filter }));
const agencies = where({ name: textFilter, type: textFilter, collective: yesNo, from: dayFilter, until: dayFilter }, 1);
const tasks = where(
  {
    ordinal: wholeFilter,
    text: textFilter,
    recurs: textFilter,
    dueTo: dayFilter,
    dueFrom: dayFilter,
    headings: fc.record({ includes: word }),
    leaders: related(agencies),
    cooperators: related(agencies),
    leadersConnection: fc.record({ some: fc.record({ edge: fc.record({ inherited: yesNo }) }) }),
  },
  2,
);
const documents = where(
  {
    id: textFilter,
    kind: textFilter,
    title: textFilter,
    issuedOn: dayFilter,
    notBefore: dayFilter,
    held: yesNo,
    tasks: related(tasks),
    implementsConnection: fc.record({ some: fc.record({ edge: fc.record({ direct: yesNo, owner: textFilter }) }) }),
  },
  2,
);

describe.each([
  ["documents", "DocumentWhere", documents],
  ["tasks", "TaskWhere", tasks],
  ["agencies", "AgencyWhere", agencies],
] as const)("random filters on %s", (field, type, filters) => {
  test(`find the same on both stores, whatever is asked (seed ${SEED})`, async () => {
    const query = `query($where: ${type}!) { ${field}(where: $where, sort: [{ id: ASC }], limit: 200) { id } ${field}Connection(where: $where) { totalCount } }`;
    const count = nodes.length + edges.length;
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const given = await answer(embedded, { query, variables: { where: filter } });
        expect(given).not.toHaveProperty("errors");
        expect(JSON.stringify(given).length).toBeLessThan(count * 100);
        if (neo4j) expect(given).toEqual(await answer(neo4j, { query, variables: { where: filter } }));
      }),
      { seed: SEED, numRuns: RUNS },
    );
  }, 300_000);
});
