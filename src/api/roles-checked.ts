import { type ApolloServerPlugin, HeaderMap } from "@apollo/server";
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql/index.js";
import { requireRole } from "./access/guard.ts";
import { Refusal } from "./access/refusal.ts";
import type { ApiContext } from "./context.ts";
import { NEEDED } from "./decisions.ts";

/**
 * Refuses a whole request where one of its fields needs a role that the caller does not have, before any of it runs. A request makes one change at
 * most: then its answer tells whether it was made.
 */
export const rolesChecked: ApolloServerPlugin<ApiContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: async ({ schema, document, contextValue: { caller } }) => {
        await Promise.resolve();
        const asked = rootFields(schema, document);
        try {
          for (const { type, field } of asked) {
            const needed = NEEDED[type]?.[field];
            if (needed !== undefined) requireRole(caller, needed);
          }
        } catch (error) {
          throw error instanceof Refusal ? asGraphQL(error) : error;
        }
        if (asked.filter(({ type }) => type === "Mutation").length > 1)
          throw new GraphQLError("A request makes one change: send the others on their own.", {
            extensions: { code: "BAD_DECISION", http: { status: 400 } },
          });
      },
    }),
};

/** The fields at the root of every operation and fragment, whether they would run or not. */
function rootFields(
  schema: GraphQLSchema,
  document: DocumentNode,
): { readonly type: string; readonly field: string }[] {
  const roots = [schema.getQueryType(), schema.getMutationType()];
  const types = new TypeInfo(schema);
  const found: { type: string; field: string }[] = [];
  visit(
    document,
    visitWithTypeInfo(types, {
      Field(node) {
        const parent = types.getParentType();
        if (parent && roots.some((root) => root === parent)) found.push({ type: parent.name, field: node.name.value });
      },
    }),
  );
  return found;
}

function asGraphQL({ message, code, status, headers }: Refusal): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code, http: { status, headers: new HeaderMap(Object.entries(headers)) } },
  });
}
