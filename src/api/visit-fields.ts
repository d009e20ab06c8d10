import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql/index.js";
import { getVariableValues } from "graphql/execution/values.js";

/** The variables of an operation as its types take them; null where one is of the wrong type: that is refused, with a better message, when the operation is executed. */
export function coercedVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Record<string, unknown> | null {
  return getVariableValues(schema, operation.variableDefinitions ?? [], variables).coerced ?? null;
}

/** Calls `onField` for each field of an operation and of the document's fragments, with the types around it. */
export function visitFields(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  onField: (node: FieldNode, types: TypeInfo) => void,
): void {
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      OperationDefinition: (node) => (node === operation ? undefined : false),
      Field: (node) => onField(node, types),
    }),
  );
}
