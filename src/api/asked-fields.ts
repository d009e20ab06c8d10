import {
  type DocumentNode,
  getDirectiveValues,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql/index.js";
import { QuestionError } from "../questions/question-error.ts";
import { coercedVariables, visitFields } from "./visit-fields.ts";

/**
 * Refuses edges and aggregates of the generated API of which nothing but `__typename` is asked for: the library answers none of the edges, null where
 * its schema promises an object, or writes a statement that no engine takes. Throws a `QuestionError` that names the field.
 */
export function checkAskedFields(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): void {
  const coerced = coercedVariables(schema, operation, variables);
  if (coerced === null) return;
  const asksSomething = asking(document, coerced);
  visitFields(schema, document, operation, (node, types) => {
    const parent = types.getParentType()?.name ?? "";
    const isConnections = parent.endsWith("Connection") && ["edges", "aggregate"].includes(node.name.value);
    if (!isConnections && !parent.includes("Aggregate")) return;
    if (node.selectionSet === undefined || asksSomething(node.selectionSet)) return;
    throw new QuestionError(
      "BAD_ARGUMENT",
      `${node.name.value} asks for nothing but __typename: ask for a field inside.`,
    );
  });
}

/** Tells whether a selection asks for a value besides `__typename`, at any depth. A fragment is looked into once, however often it is spread. */
function asking(
  { definitions }: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
): (selection: SelectionSetNode) => boolean {
  const fragments = new Map<string, boolean>();
  const isLeftOut = (node: SelectionNode): boolean =>
    getDirectiveValues(GraphQLSkipDirective, node, variables)?.["if"] === true ||
    getDirectiveValues(GraphQLIncludeDirective, node, variables)?.["if"] === false;
  const ofFragment = (name: string): boolean => {
    const known = fragments.get(name);
    if (known !== undefined) return known;
    const found = definitions.find((each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === name);
    const asks = found?.kind === Kind.FRAGMENT_DEFINITION && ofSelection(found.selectionSet);
    fragments.set(name, asks);
    return asks;
  };
  const ofNode = (node: SelectionNode): boolean => {
    if (node.kind === Kind.FRAGMENT_SPREAD) return ofFragment(node.name.value);
    if (node.selectionSet !== undefined) return ofSelection(node.selectionSet);
    return node.kind === Kind.FIELD && node.name.value !== "__typename";
  };
  const ofSelection = ({ selections }: SelectionSetNode): boolean =>
    selections.some((node) => !isLeftOut(node) && ofNode(node));
  return ofSelection;
}
