import { type GraphQLResolveInfo, isLeafType, getNamedType, isObjectType, Kind } from "graphql/index.js";
import type { Store } from "../graph/store.ts";
import type { ReadNode } from "./read-nodes.ts";

/** What names the type of a node: told by whoever reads it. */
const TYPENAME = "__typename";

/**
 * The properties that a client selected of nodes where it selected nothing else: no relations, arguments, aliases, directives or fragments. Null otherwise. Most
 * questions name their documents and bodies just so ("document { id name }"), and to translate that again and again would cost more than the question itself.
 */
export function propertiesOnly(typeName: string, { fieldNodes, schema }: GraphQLResolveInfo): readonly string[] | null {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) return null;
  const fields = type.getFields();
  const names = new Set<string>();
  for (const selection of fieldNodes.flatMap((node) => node.selectionSet?.selections ?? [])) {
    if (selection.kind !== Kind.FIELD || selection.alias !== undefined || (selection.directives ?? []).length > 0)
      return null;
    const name = selection.name.value;
    if (name === TYPENAME) continue;
    const field = fields[name];
    if (field === undefined || field.args.length > 0 || !isLeafType(getNamedType(field.type))) return null;
    names.add(name);
  }
  return [...names];
}

/** Reads these properties of nodes by id, by one statement. Label and names are the schema's own, never a client's words. */
export async function readProperties(
  store: Store,
  label: string,
  ids: readonly string[],
  properties: readonly string[],
): Promise<readonly (readonly [string, ReadNode])[]> {
  const columns = properties.map((name, index) => `, node.${name} AS p${String(index)}`).join("");
  const cypher = `MATCH (node:${label}) WHERE node.id IN $ids RETURN node.id AS id${columns}`;
  const rows = await store.read((transaction) => transaction.run(cypher, { ids }));
  return rows.flatMap(({ id, ...row }) => {
    const node = Object.fromEntries(properties.map((name, index) => [name, row[`p${String(index)}`] ?? null]));
    return typeof id === "string" ? [[id, node] as const] : [];
  });
}
