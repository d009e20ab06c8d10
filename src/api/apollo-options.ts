import type { ApolloServerOptionsWithSchema, ApolloServerPlugin } from "@apollo/server";
import {
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { FastifyBaseLogger } from "fastify";
import { GraphQLError, type GraphQLFormattedError } from "graphql/index.js";
import { QuestionError } from "../questions/question-error.ts";
import { checkArguments } from "./arguments.ts";
import type { ApiContext } from "./context.ts";
import { costChecked } from "./cost.ts";
import { errorFormat, INTERNAL, UNAVAILABLE } from "./errors.ts";
import { LIMITS, limitsRule } from "./limits.ts";
import type { Api } from "./make-schema.ts";
import { rolesChecked } from "./roles-checked.ts";

const MOST_TOKENS = 1_000;
const MOST_SELECTIONS = 500;

/** How Apollo Server is set: nothing of the inside is told, nothing is asked of the outside, and large questions are refused before they run. */
export function apolloOptions({
  api,
  log,
  introspection,
}: {
  readonly api: Api;
  readonly log: FastifyBaseLogger;
  readonly introspection: boolean;
}): ApolloServerOptionsWithSchema<ApiContext> & { readonly plugins: ApolloServerPlugin<ApiContext>[] } {
  return {
    schema: api.schema,
    introspection,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: !introspection,
    maxRecursiveSelections: MOST_SELECTIONS,
    parseOptions: { maxLexicalTokens: MOST_TOKENS },
    validationRules: [limitsRule(LIMITS)],
    formatError: errorFormat(log),
    logger: log,
    nodeEnv: "production",
    stopOnTerminationSignals: false,
    plugins: [
      rolesChecked,
      argumentsChecked,
      costChecked(),
      statusOfErrors,
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
    ],
  };
}

/** Refuses with 400 what `checkArguments` refuses. */
const argumentsChecked: ApolloServerPlugin<ApiContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: async ({ schema, document, operation, request }) => {
        await Promise.resolve();
        try {
          if (operation) checkArguments(schema, document, operation, request.variables ?? {});
        } catch (error) {
          if (!(error instanceof QuestionError)) throw error;
          throw new GraphQLError(error.message, { extensions: { code: error.code, http: { status: 400 } } });
        }
      },
    }),
};

/** A failure of ours is told by the status too: 500, or 503 where the store is away. A question that was wrong as a whole is a 400. */
const statusOfErrors: ApolloServerPlugin<ApiContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: async ({ response }) => {
        await Promise.resolve();
        if (response.body.kind !== "single") return;
        const { errors = [], data } = response.body.singleResult;
        response.http.status = statusFor(errors, data) ?? response.http.status ?? 200;
      },
    }),
};

function statusFor(
  errors: readonly GraphQLFormattedError[],
  data: Readonly<Record<string, unknown>> | null | undefined,
): number | undefined {
  const codes = errors.map((error) => error.extensions?.["code"]);
  if (codes.includes(INTERNAL)) return 500;
  if (codes.includes(UNAVAILABLE)) return 503;
  const answered = Object.values(data ?? {}).some((value) => value !== null);
  return errors.length > 0 && data !== undefined && !answered ? 400 : undefined;
}
