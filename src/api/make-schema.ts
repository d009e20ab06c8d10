import { Neo4jGraphQL } from "@neo4j/graphql";
import { type GraphQLFieldResolver, type GraphQLSchema, parse } from "graphql/index.js";
import { readAsset } from "../assets.ts";
import { driverOf } from "../graph/driver.ts";
import type { Patience, Store } from "../graph/store.ts";
import { withPatience } from "../graph/with-patience.ts";
import type { Evidence } from "../questions/evidence.ts";
import { HeldWords } from "../questions/held-words.ts";
import type { Caller } from "./access/caller.ts";
import type { ApiContext, QuestionResolver } from "./context.ts";
import { dateScalar } from "./date.ts";
import { decisionResolvers, reviewQuestions } from "./decisions.ts";
import { jsonScalar } from "./json.ts";
import { nodeFields } from "./node-fields.ts";
import { NodeReader } from "./node-reader.ts";

export interface Api {
  readonly schema: GraphQLSchema;
  /** The context of one request: who asks, and the patience with which its reads end. */
  context(asked?: { readonly caller?: Caller | null; readonly patience?: Patience }): ApiContext;
}

/** Everything that is deprecated in the generated API is left out of it. */
const MODERN = {
  mutationOperations: true,
  aggregationFilters: true,
  aggregationFiltersOutsideConnection: true,
  relationshipFilters: true,
  attributeFilters: true,
};

/** Makes the API over a store: what @neo4j/graphql generates from schema.graphql, and the questions, each answered by the resolver of its name. */
export async function makeApi({
  store,
  questions,
}: {
  readonly store: Store;
  readonly questions: Readonly<Record<string, QuestionResolver>>;
}): Promise<Api> {
  const typeDefs = parse(readAsset("schema.graphql"));
  const generated = new Neo4jGraphQL({
    typeDefs,
    resolvers: {
      ...nodeFields(typeDefs),
      Query: { ...questions, ...reviewQuestions },
      Mutation: decisionResolvers(store),
      Date: dateScalar,
      JSON: jsonScalar,
      Evidence: { text: evidenceText },
    },
    features: { excludeDeprecatedFields: MODERN },
  });
  const schema = await generated.getSchema();
  const database = databaseOf(store);
  return {
    schema,
    context: ({ caller = null, patience } = {}) => {
      const asked = patience === undefined ? store : withPatience(store, patience);
      const executionContext = driverOf(asked);
      return {
        store: asked,
        caller,
        nodes: new NodeReader(),
        words: new HeldWords(asked),
        executionContext,
        ...database,
      };
    },
  };
}

/** The words of evidence, also where only the held text has them. */
const evidenceText: GraphQLFieldResolver<Evidence, ApiContext> = (evidence, _args, { words }) => words.of(evidence);

/** The library reads the database "neo4j" unless it is told another one. */
function databaseOf(store: Store): Pick<ApiContext, "sessionConfig"> {
  return "database" in store && typeof store.database === "string"
    ? { sessionConfig: { database: store.database } }
    : {};
}
