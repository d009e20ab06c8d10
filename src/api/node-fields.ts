import {
  type DocumentNode,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  Kind,
  type ObjectTypeDefinitionNode,
  type TypeNode,
  type UnionTypeDefinitionNode,
} from "graphql/index.js";
import type { ApiContext } from "./context.ts";
import type { ReadNode } from "./read-nodes.ts";

/** A node named by an answer: by its id where the field's type is one of the graph's, with its label where it may be several (`Found`). */
export type NodeRef = string | { readonly label: string; readonly id: string };

type Resolver = GraphQLFieldResolver<Readonly<Record<string, unknown>>, ApiContext>;
/** Resolvers of fields, by type and field; of a union, what names the type of a value. */
export type FieldResolvers = Readonly<
  Record<string, Readonly<Record<string, Resolver>> | { readonly __resolveType: (node: ReadNode) => string }>
>;

const LABEL = "__typename";
const ROOTS = ["Query", "Mutation"];

/**
 * Resolvers for every field of the questions' types that gives nodes of the graph. A question answers with ids (`NodeRef`s, lists of them, or null) where
 * the schema has nodes; these fields read them through the generated API.
 */
export function nodeFields(schema: DocumentNode): FieldResolvers {
  const types = schema.definitions.filter((definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION);
  const nodes = new Set(types.filter((type) => has(type, "node")).map((type) => type.name.value));
  const unions = schema.definitions.filter((definition) => definition.kind === Kind.UNION_TYPE_DEFINITION);
  const named = new Set([...nodes, ...unions.map((union) => union.name.value)]);
  const questions = types.filter(
    (type) => !has(type, "node") && !has(type, "relationshipProperties") && !ROOTS.includes(type.name.value),
  );
  return Object.fromEntries([
    ...unions.map((union) => [union.name.value, { __resolveType: (node: ReadNode) => String(node[LABEL]) }] as const),
    ...questions.map((type) => [type.name.value, fieldsOf(type, named)] as const),
  ]);
}

function fieldsOf(
  { fields = [] }: ObjectTypeDefinitionNode,
  named: ReadonlySet<string>,
): Readonly<Record<string, Resolver>> {
  return Object.fromEntries(
    fields.flatMap(({ name: { value: field }, type }) =>
      named.has(nameOf(type)) ? [[field, nodeField(field, nameOf(type))] as const] : [],
    ),
  );
}

function nodeField(field: string, typeName: string): Resolver {
  return (source, _args, context, info) => nodesOf(source[field], typeName, context, info);
}

/** One node or a list of them; a list leaves out what the graph has no longer. */
async function nodesOf(
  value: unknown,
  typeName: string,
  context: ApiContext,
  info: GraphQLResolveInfo,
): Promise<unknown> {
  if (value === null || value === undefined) return null;
  if (!Array.isArray(value)) return nodeOf(value as NodeRef, typeName, context, info);
  const nodes = await Promise.all(value.map((item: NodeRef) => nodeOf(item, typeName, context, info)));
  return nodes.filter((node) => node !== null);
}

async function nodeOf(
  ref: NodeRef,
  typeName: string,
  context: ApiContext,
  info: GraphQLResolveInfo,
): Promise<ReadNode | null> {
  const { label, id } = typeof ref === "string" ? { label: typeName, id: ref } : ref;
  const node = await context.nodes.read(label, id, context, info);
  return node && { ...node, [LABEL]: label };
}

function has({ directives = [] }: ObjectTypeDefinitionNode | UnionTypeDefinitionNode, directive: string): boolean {
  return directives.some(({ name }) => name.value === directive);
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}
