import { GraphQLError, GraphQLScalarType, valueFromASTUntyped } from "graphql/index.js";

/** Fields of a fact, as its facts file writes them; what they may be, the facts contract says. */
export const jsonScalar = new GraphQLScalarType<Readonly<Record<string, unknown>>>({
  name: "JSON",
  description: "An object as JSON has it, such as the fields of a fact",
  parseValue: objectFrom,
  parseLiteral: (node, variables) => objectFrom(valueFromASTUntyped(node, variables)),
});

function objectFrom(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new GraphQLError('JSON is an object here, such as { section: "II.1" }.');
  return { ...value };
}
