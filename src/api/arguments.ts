import {
  type DocumentNode,
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  type OperationDefinitionNode,
} from "graphql/index.js";
import { getArgumentValues } from "graphql/execution/values.js";
import { QuestionError } from "../questions/question-error.ts";
import { checkFilterDepth } from "./filters.ts";
import { checkSize } from "./value-limits.ts";
import { coercedVariables, visitFields } from "./visit-fields.ts";

/**
 * Refuses arguments that the generated API takes without doing what they say: `limit: 0` and `first: 0` (it would leave out every limit), negative
 * numbers, a cursor that is none (it would start again from the first page), and filters that are empty or null (it would leave out the filter:
 * `leaders: { none: {} }` would find every task); and values that are too large or too deep. Throws a `QuestionError` that names the argument.
 */
export function checkArguments(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): void {
  const coerced = coercedVariables(schema, operation, variables);
  if (coerced === null) return;
  visitFields(schema, document, operation, (node, types) => {
    const field = types.getFieldDef();
    if (!field || field.args.length === 0) return;
    const values = getArgumentValues(field, node, coerced);
    for (const argument of field.args) checkArgument(node.name.value, argument, values[argument.name]);
  });
}

function checkArgument(field: string, { name, type }: GraphQLArgument, value: unknown): void {
  const place = `${field}(${name}:)`;
  checkSize(place, value);
  if (typeof value === "number" && (name === "limit" || name === "first") && value < 1)
    throw refused(place, "must be at least 1");
  if (typeof value === "number" && name === "offset" && value < 0) throw refused(place, "must not be negative");
  if (name === "after" && field.endsWith("Connection") && typeof value === "string" && !isCursor(value)) {
    throw new QuestionError("BAD_CURSOR", `${place} is no cursor of an earlier answer.`);
  }
  if (name === "where") checkFilterDepth(place, value);
  // A `where` as a whole may be empty or null, as programs write it; nothing inside it may.
  if (name === "where" && isEntries(value)) checkEntries(place, type, value);
}

function checkEntries(place: string, type: GraphQLInputType, value: Readonly<Record<string, unknown>>): void {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return;
  const fields = named.getFields();
  for (const [key, inner] of Object.entries(value)) {
    const field = fields[key];
    if (field) checkEntry(`${place} ${key}`, key, field.type, inner);
  }
}

/** Operators that compare with a value; `eq: null` asks for what is missing. */
const COMPARING = ["in", "contains", "startsWith", "endsWith", "includes", "gt", "gte", "lt", "lte"];

function checkEntry(place: string, key: string, type: GraphQLInputType, value: unknown): void {
  const isFilter = isInputObjectType(getNamedType(type));
  if (value === null && (isFilter || COMPARING.includes(key)))
    throw refused(place, "must not be null; what is missing is found by { eq: null }");
  if (!isFilter) return;
  const entries = (Array.isArray(value) ? value : [value]).filter(isEntries);
  if (entries.length === 0 || entries.some((entry) => Object.keys(entry).length === 0)) {
    throw refused(
      place,
      "is empty; nodes without a relation are found by { …Connection: { aggregate: { count: { nodes: { eq: 0 } } } } }",
    );
  }
  for (const entry of entries) checkEntries(place, type, entry);
}

const isEntries = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
/** Cursors of generated connections are the words "arrayconnection:" and a place, in base64; no list has a place of more digits, and engines count no further. */
const isCursor = (value: string): boolean =>
  /^arrayconnection:\d{1,9}$/u.test(Buffer.from(value, "base64").toString("latin1"));

function refused(place: string, why: string): QuestionError {
  return new QuestionError("BAD_ARGUMENT", `${place} ${why}.`);
}
