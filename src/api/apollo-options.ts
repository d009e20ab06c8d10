import type { ApolloServerOptionsWithSchema, ApolloServerPlugin } from "@apollo/server";
import {
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { FastifyBaseLogger } from "fastify";
import { GraphQLError, type GraphQLFormattedError, Kind } from "graphql/index.js";
import { QuestionError } from "../questions/question-error.ts";
import { checkArguments } from "./arguments.ts";
import { checkAskedFields } from "./asked-fields.ts";
import type { ApiContext } from "./context.ts";
import { costChecked } from "./cost.ts";
import { errorFormat, INTERNAL, TOO_LONG, UNAVAILABLE } from "./errors.ts";
import { knownOperationsRule, LIMITS, limitsRule } from "./limits.ts";
import type { Api } from "./make-schema.ts";
import type { Metrics } from "./operation/metrics.ts";
import { rolesChecked } from "./roles-checked.ts";
import { checkSize } from "./value-limits.ts";

const MOST_TOKENS = 1_000;
const MOST_SELECTIONS = 500;

/** How Apollo Server is set: nothing of the inside is told, nothing is asked of the outside, and large questions are refused before they run. */
export function apolloOptions({
  api,
  log,
  introspection,
  deadline,
  metrics,
}: {
  readonly api: Api;
  readonly log: FastifyBaseLogger;
  readonly introspection: boolean;
  readonly deadline: number;
  readonly metrics: Metrics;
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
    validationRules: [limitsRule(LIMITS), knownOperationsRule],
    formatError: errorFormat(log, deadline),
    logger: log,
    nodeEnv: "production",
    stopOnTerminationSignals: false,
    plugins: [
      inTurn(requestChecked, rolesChecked, argumentsChecked, costChecked()),
      statusOfErrors,
      counted(metrics),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
    ],
  };
}

/** Checks of an operation, each only where those before it let it through: Apollo would run them all, also over what is far too large. */
function inTurn(...checks: readonly ApolloServerPlugin<ApiContext>[]): ApolloServerPlugin<ApiContext> {
  return {
    requestDidStart: async (request) => {
      const listeners = await Promise.all(checks.flatMap((each) => each.requestDidStart?.(request) ?? []));
      return {
        didResolveOperation: async (operation) => {
          for (const listener of listeners) if (listener) await listener.didResolveOperation?.(operation);
        },
      };
    },
  };
}

/**
 * Refuses, before anything looks into it, a request with variables that are too large, and one that does not say which of its operations is meant or
 * names one that is not there: Apollo would go on without any.
 */
const requestChecked: ApolloServerPlugin<ApiContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: async ({ operation, request: { variables = {} } }) => {
        await Promise.resolve();
        refusing(() => checkSize("variables", variables));
        if (operation !== undefined) return;
        throw new GraphQLError("operationName must name one of the operations of the query.", {
          extensions: { code: "OPERATION_RESOLUTION_FAILURE", http: { status: 400 } },
        });
      },
    }),
};

/** Refuses what `checkArguments` and `checkAskedFields` refuse. */
const argumentsChecked: ApolloServerPlugin<ApiContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: async ({ schema, document, operation, request: { variables = {} } }) => {
        await Promise.resolve();
        if (!operation) return;
        refusing(() => {
          checkArguments(schema, document, operation, variables);
          checkAskedFields(schema, document, operation, variables);
        });
      },
    }),
};

/** Gives a `QuestionError` of a check the status 400. */
function refusing(check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof QuestionError)) throw error;
    throw new GraphQLError(error.message, { extensions: { code: error.code, http: { status: 400 } } });
  }
}

/** Counts the questions that are run, and the errors of answers. A field that the schema does not have is never run. */
function counted(metrics: Metrics): ApolloServerPlugin<ApiContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        executionDidStart: ({ operation }) => {
          for (const selection of operation.selectionSet.selections)
            metrics.question(selection.kind === Kind.FIELD ? selection.name.value : "fragment");
          return Promise.resolve();
        },
        willSendResponse: ({ response: { body } }) => {
          const errors = body.kind === "single" ? (body.singleResult.errors ?? []) : [];
          for (const { extensions } of errors) metrics.error(String(extensions?.["code"]));
          return Promise.resolve();
        },
      }),
  };
}

/** Seconds after which it is worth asking again. */
const RETRY_AFTER = "5";

/**
 * A failure of ours is told by the status too: 500, 503 where the store is away, 504 where the question took too long, of which then nothing is answered
 * but that. A question that was wrong as a whole is a 400.
 */
const statusOfErrors: ApolloServerPlugin<ApiContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: async ({ response }) => {
        await Promise.resolve();
        if (response.body.kind !== "single") return;
        const { errors = [], data } = response.body.singleResult;
        const status = statusFor(errors, data) ?? response.http.status ?? 200;
        response.http.status = status;
        if (status === 503) response.http.headers.set("retry-after", RETRY_AFTER);
        const late = errors.find((error) => error.extensions?.["code"] === TOO_LONG);
        if (late !== undefined) response.body.singleResult = { errors: [late] };
      },
    }),
};

function statusFor(
  errors: readonly GraphQLFormattedError[],
  data: Readonly<Record<string, unknown>> | null | undefined,
): number | undefined {
  const codes = errors.map((error) => error.extensions?.["code"]);
  if (codes.includes(TOO_LONG)) return 504;
  if (codes.includes(INTERNAL)) return 500;
  if (codes.includes(UNAVAILABLE)) return 503;
  const answered = Object.values(data ?? {}).some((value) => value !== null);
  return errors.length > 0 && data !== undefined && !answered ? 400 : undefined;
}
