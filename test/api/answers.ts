import { graphql } from "graphql/index.js";
import type { Api } from "../../src/api/make-schema.ts";
import type { Operation } from "./operations.ts";

/** The answer as plain JSON; of an operation that asks for no order, with its lists in an order of their own. */
export async function answer(
  api: Api,
  { query, variables, unordered }: Pick<Operation, "query" | "variables" | "unordered">,
): Promise<unknown> {
  const result = await graphql({
    schema: api.schema,
    source: query,
    variableValues: variables ?? {},
    contextValue: api.context(),
  });
  const plain: unknown = JSON.parse(JSON.stringify(result));
  return unordered ? sorted(plain) : plain;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, sorted(inner)]));
}

/** Question resolvers that answer nothing, for tests of what stands beside them. */
export const noQuestions = {
  lineage: () => null,
  responsibilities: () => null,
  matrix: () => null,
  reporting: () => null,
  gaps: () => ({ totalCount: 0, items: [], endCursor: null, hasNextPage: false }),
  obligations: () => [],
  search: () => [],
  resolve: () => [],
};
