import type { ApolloServerPlugin } from "@apollo/server";
import {
  getNamedType,
  type GraphQLField,
  GraphQLError,
  isCompositeType,
  isListType,
  isObjectType,
  type GraphQLCompositeType,
  isNonNullType,
  type GraphQLOutputType,
} from "graphql/index.js";
import { getVariableValues } from "graphql/execution/values.js";
import { type ComplexityEstimator, getComplexity } from "graphql-query-complexity";
import type { ApiContext } from "./context.ts";
import { filterCost } from "./filters.ts";

/** The dearest page asks for some 16,000, the dearest example for some 10,000 (a test holds both to half of this): this leaves room, and refuses what reads the graph crosswise. */
export const MOST_COST = 50_000;
/** What a list gives where nothing is said, and the most that it ever gives: the default and `max` of @limit in schema.graphql. */
const DEFAULT_ROWS = 20;
const MOST_ROWS = 200;
/** How many entries a list without pages is taken to have. */
const UNPAGED_ROWS = 5;
/** Fields by which a type is a page of a list, ours and a generated connection. */
const PAGE_MARKS = ["hasNextPage", "pageInfo"];
/** Words of a whole text weigh as much as many nodes. */
const TEXT_COST = 200;

/** Scalars are cheap to read, and yet they are what an answer consists of. */
const SCALAR_COST = 0.1;

/**
 * The cost of a question: about how many nodes it reads, if every list is as long as it may be, those that its filters look at among them. An omitted
 * limit counts as what it stands for.
 */
export const rowsEstimator: ComplexityEstimator = ({ type, field, args, childComplexity }) => {
  if (!isCompositeType(getNamedType(field.type)))
    return type.name === "Source" && field.name === "text" ? TEXT_COST : rowsOf(type, field, args) * SCALAR_COST;
  return rowsOf(type, field, args) * (1 + childComplexity) + filterCost(args["where"]);
};

function rowsOf(
  type: GraphQLCompositeType,
  field: GraphQLField<unknown, unknown>,
  args: Readonly<Record<string, unknown>>,
): number {
  const paged = ["limit", "first"].filter((name) => field.args.some((each) => each.name === name));
  const [name] = paged;
  if (name !== undefined) {
    const asked = namedIn(args["where"]) ?? args[name];
    return typeof asked === "number" ? Math.min(Math.max(asked, 1), MOST_ROWS) : DEFAULT_ROWS;
  }
  // A page's own entries are counted by `first` on the field above them.
  const isPage = isObjectType(type) && PAGE_MARKS.some((mark) => mark in type.getFields());
  return isList(field.type) && !isPage ? UNPAGED_ROWS : 1;
}

/** How many nodes a filter names by their id, if that is what it does: more it cannot find. */
function namedIn(where: unknown): number | null {
  const { id } = (where ?? {}) as { readonly id?: { readonly eq?: unknown; readonly in?: unknown } | null };
  if (typeof id?.eq === "string") return 1;
  return Array.isArray(id?.in) ? id.in.length : null;
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

/** Refuses a question that would cost more than the most, before it runs. */
export function costChecked(most = MOST_COST): ApolloServerPlugin<ApiContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: async ({ schema, document, request, operation }) => {
          await Promise.resolve();
          // Refused already.
          if (!operation) return;
          const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {});
          // Variables of the wrong type are refused, with a better message, when the operation is executed.
          if (errors) return;
          const exact = getComplexity({
            schema,
            query: document,
            estimators: [rowsEstimator],
            variables: request.variables ?? {},
            ...(request.operationName == null ? {} : { operationName: request.operationName }),
          });
          const cost = Math.ceil(exact);
          if (cost > most)
            throw new GraphQLError(
              `The question costs ${cost}, at most ${most} is answered: ask for fewer entries (limit, first) or fewer relations at once, also in filters.`,
              { extensions: { code: "TOO_COSTLY", cost, most, http: { status: 400 } } },
            );
        },
      }),
  };
}
