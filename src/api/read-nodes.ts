import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  Kind,
  type NameNode,
} from "graphql/index.js";
import type { ApiContext } from "./context.ts";
import { propertiesOnly, readProperties } from "./plain-nodes.ts";

/** A node as the generated API reads it: what the client selected, under the client's aliases, as the generated field resolvers expect it. */
export type ReadNode = Readonly<Record<string, unknown>>;

/** The most that one generated query gives: the `max` of @limit in schema.graphql. */
const MOST = 200;
/** An alias that no client can use: names with two underscores are GraphQL's own. */
const KEY = "__key";

/**
 * Reads nodes by id through the generated root field of their type (`documents` for Document), with just what a client selected at the place that
 * `info` stands for: whatever the generated API can answer there, it answers, also through fragments, aliases, arguments and variables. One generated
 * query for up to 200 ids; where nothing but properties is selected, one statement that needs no translation. Ids that the graph does not know are left out.
 */
export async function readNodes(
  typeName: string,
  ids: readonly string[],
  context: ApiContext,
  info: GraphQLResolveInfo,
): Promise<ReadonlyMap<string, ReadNode>> {
  const unique = [...new Set(ids)];
  const properties = propertiesOnly(typeName, info);
  if (properties !== null) return new Map(await readProperties(context.store, typeName, unique, properties));
  const parts = Array.from({ length: Math.ceil(unique.length / MOST) }, (_, index) =>
    unique.slice(index * MOST, (index + 1) * MOST),
  );
  const read = await Promise.all(parts.map((part) => readPart(typeName, part, context, info)));
  return new Map(read.flat().map((node) => [String(node[KEY]), node]));
}

async function readPart(
  typeName: string,
  ids: readonly string[],
  context: object,
  info: GraphQLResolveInfo,
): Promise<readonly ReadNode[]> {
  const query = queryType(info.schema);
  const field = rootFieldOf(query, typeName);
  if (!field.resolve) throw new Error(`the generated field ${field.name} has no resolver`);
  const asked: GraphQLResolveInfo = {
    ...info,
    fieldName: field.name,
    fieldNodes: info.fieldNodes.map((node) => asRootField(node, field.name)),
    parentType: query,
    returnType: field.type,
  };
  const args = { where: { id: { in: ids } }, limit: ids.length };
  return (await field.resolve(undefined, args, context, asked)) as readonly ReadNode[];
}

/** The client's field as if it stood at the root under the generated name, with the id added. */
function asRootField(node: FieldNode, fieldName: string): FieldNode {
  const key: FieldNode = { kind: Kind.FIELD, alias: name(KEY), name: name("id") };
  return {
    kind: Kind.FIELD,
    name: name(fieldName),
    selectionSet: { kind: Kind.SELECTION_SET, selections: [key, ...(node.selectionSet?.selections ?? [])] },
  };
}

const name = (value: string): NameNode => ({ kind: Kind.NAME, value });

function queryType(schema: GraphQLSchema): GraphQLObjectType {
  const query = schema.getQueryType();
  if (!query) throw new Error("the schema has no queries");
  return query;
}

/** The generated list field of a type: the one that gives a list of it and takes a filter and a limit. */
function rootFieldOf(query: GraphQLObjectType, typeName: string) {
  const found = Object.values(query.getFields()).find(({ type, args }) => {
    const takes = new Set(args.map((argument) => argument.name));
    return String(type) === `[${typeName}!]!` && takes.has("where") && takes.has("limit") && takes.has("offset");
  });
  if (!found) throw new Error(`the generated API has no list of ${typeName}`);
  return found;
}
