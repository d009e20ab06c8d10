import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from "graphql/index.js";

/** How large a question may be. `depth` counts fields from the root down, `aliases` with every fragment expanded. */
export interface Limits {
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
}

/** Deep enough for relations inside the nodes of a question; a connection takes three levels. */
export const LIMITS: Limits = { depth: 12, aliases: 20, rootFields: 5 };

/** What a part of a question amounts to; a fragment is measured once, however often it is spread, so that nested spreads cost nothing here. */
interface Size {
  readonly depth: number;
  readonly aliases: number;
  readonly fields: number;
}
const NOTHING: Size = { depth: 0, aliases: 0, fields: 0 };
const MOST = 1_000_000;

/** The validation rule that refuses a question larger than the limits. Introspection is let through: GraphQL itself limits its depth, and the server whether it is on. */
export function limitsRule(limits: Limits): ValidationRule {
  return (context: ValidationContext): ASTVisitor => {
    const measure = measuring(context);
    return {
      OperationDefinition(operation) {
        for (const complaint of complaints(measure(operation.selectionSet), limits)) {
          context.reportError(new GraphQLError(complaint, { nodes: [nameless(operation)] }));
        }
      },
    };
  };
}

/** The validation rule that refuses operations of a kind that the schema has no root for (subscriptions): GraphQL itself finds it out only when they run. */
export const knownOperationsRule: ValidationRule = (context) => ({
  OperationDefinition(operation) {
    if (context.getSchema().getRootType(operation.operation) != null) return;
    const message = `There is no ${operation.operation} here: ask by a query, or change by a mutation.`;
    context.reportError(new GraphQLError(message, { nodes: [nameless(operation)] }));
  },
});

function complaints({ depth, aliases, fields }: Size, limits: Limits): readonly string[] {
  return [
    ...(depth > limits.depth ? [`The question is more than ${limits.depth} fields deep.`] : []),
    ...(aliases > limits.aliases
      ? [`The question has more than ${limits.aliases} aliases, those of its fragments counted at each use.`]
      : []),
    ...(fields > limits.rootFields ? [`The question asks for more than ${limits.rootFields} fields at the root.`] : []),
  ];
}

/** Only where the operation starts is told, not its whole length. */
const nameless = (operation: OperationDefinitionNode) =>
  operation.name ?? operation.selectionSet.selections[0] ?? operation;

function measuring(context: ValidationContext): (selections: SelectionSetNode) => Size {
  const known = new Map<string, Size>();
  const measureFragment = (fragment: FragmentDefinitionNode | null | undefined): Size => {
    if (!fragment) return NOTHING;
    const found = known.get(fragment.name.value);
    if (found) return found;
    // A fragment inside itself counts for nothing; another rule refuses it.
    known.set(fragment.name.value, NOTHING);
    const size = measure(fragment.selectionSet);
    known.set(fragment.name.value, size);
    return size;
  };
  const measure = ({ selections }: SelectionSetNode): Size =>
    selections.reduce<Size>((sum, selection) => {
      switch (selection.kind) {
        case Kind.FRAGMENT_SPREAD:
          return together(sum, measureFragment(context.getFragment(selection.name.value)));
        case Kind.INLINE_FRAGMENT:
          return together(sum, measure(selection.selectionSet));
        case Kind.FIELD: {
          const inner =
            selection.selectionSet && !selection.name.value.startsWith("__")
              ? measure(selection.selectionSet)
              : NOTHING;
          return together(sum, {
            depth: inner.depth + 1,
            aliases: inner.aliases + (selection.alias ? 1 : 0),
            fields: 1,
          });
        }
      }
    }, NOTHING);
  return measure;
}

function together(a: Size, b: Size): Size {
  return {
    depth: Math.max(a.depth, b.depth),
    aliases: Math.min(a.aliases + b.aliases, MOST),
    fields: Math.min(a.fields + b.fields, MOST),
  };
}
