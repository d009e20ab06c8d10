import {
  type DocumentNode,
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  isInputObjectType,
  isListType,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { getArgumentValues, getVariableValues } from "graphql/execution/values.js";
import { QuestionError } from "./errors.ts";

/**
 * Refuses arguments that the generated API takes without doing what they say: `limit: 0` and `first: 0` (it would leave out every limit), negative
 * numbers, a cursor that is none (it would start again from the first page), and filters that are empty or null (it would leave out the filter:
 * `leaders: { none: {} }` would find every task). Throws a `QuestionError` that names the argument.
 */
export function checkArguments(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): void {
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  // Variables of the wrong type are refused, with a better message, when the operation is executed.
  if (!coerced) return;
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field(node) {
        const field = types.getFieldDef();
        if (!field || field.args.length === 0) return;
        const values = getArgumentValues(field, node, coerced);
        for (const argument of field.args) checkArgument(node.name.value, argument, values[argument.name]);
      },
    }),
  );
}

function checkArgument(field: string, { name, type }: GraphQLArgument, value: unknown): void {
  const place = `${field}(${name}:)`;
  if (typeof value === "number" && (name === "limit" || name === "first") && value < 1) throw refused(place, "must be at least 1");
  if (typeof value === "number" && name === "offset" && value < 0) throw refused(place, "must not be negative");
  if (name === "after" && field.endsWith("Connection") && typeof value === "string" && !isCursor(value)) {
    throw refused(place, "is no cursor of an earlier answer");
  }
  if (name === "where" && value !== undefined && value !== null) checkEntries(place, type, value);
}

/** A whole `where` may be empty, as programs write it; nothing inside may. */
function checkEntries(place: string, type: GraphQLInputType, value: unknown): void {
  const nullable = getNullableType(type);
  if (isListType(nullable) && Array.isArray(value)) {
    for (const item of value) checkFilter(place, nullable.ofType as GraphQLInputType, item);
  } else if (isInputObjectType(nullable) && isEntries(value)) {
    const fields = nullable.getFields();
    for (const [key, inner] of Object.entries(value)) {
      const field = fields[key];
      if (field) checkFilter(`${place} ${key}`, field.type, inner);
    }
  }
}

function checkFilter(place: string, type: GraphQLInputType, value: unknown): void {
  const nullable = getNullableType(type);
  const isFilter = isInputObjectType(isListType(nullable) ? getNullableType(nullable.ofType as GraphQLInputType) : nullable);
  const operator = place.slice(place.lastIndexOf(" ") + 1);
  if (value === null && (isFilter || (operator !== "eq" && isOperator(operator)))) {
    throw refused(place, "must not be null; what is missing is found by { eq: null }");
  }
  if (!isFilter || value === null) return;
  if (Object.keys(value as object).length === 0) {
    throw refused(place, "is empty; nodes without a relation are found by { …Connection: { aggregate: { count: { nodes: { eq: 0 } } } } }");
  }
  checkEntries(place, type, value);
}

const isOperator = (name: string): boolean => ["in", "contains", "startsWith", "endsWith", "includes", "gt", "gte", "lt", "lte"].includes(name);
const isEntries = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;
/** Cursors of generated connections are the words "arrayconnection:" and a place, in base64. */
const isCursor = (value: string): boolean => /^arrayconnection:\d+$/u.test(Buffer.from(value, "base64").toString("latin1"));

function refused(place: string, why: string): QuestionError {
  return new QuestionError("BAD_USER_INPUT", `${place} ${why}.`);
}
