import type { GraphQLResolveInfo } from "graphql/index.js";
import type { ApiContext } from "./context.ts";
import { propertiesOnly } from "./plain-nodes.ts";
import { readNodes, type ReadNode } from "./read-nodes.ts";

interface Batch {
  readonly ids: Set<string>;
  readonly nodes: Promise<ReadonlyMap<string, ReadNode>>;
}

/**
 * Collects the ids that the items of one response list name, and reads them together: one generated query for a type and a place of the question,
 * however many items there are; where the same properties and nothing else are selected at several places ("from { id name } to { id name }"), one for
 * all of them. Made new for every request.
 */
export class NodeReader {
  readonly #batches = new Map<string, Batch>();
  readonly #properties = new WeakMap<object, readonly string[] | null>();

  /** The node, or null where the graph has none of this id (any more). */
  async read(typeName: string, id: string, context: ApiContext, info: GraphQLResolveInfo): Promise<ReadNode | null> {
    const key = `${typeName} ${this.#propertiesOf(typeName, info)?.join(" ") ?? placeOf(info)}`;
    const batch = this.#batches.get(key) ?? this.#open(key, typeName, context, info);
    batch.ids.add(id);
    return (await batch.nodes).get(id) ?? null;
  }

  /** The same for every item of a list, so looked for once. */
  #propertiesOf(typeName: string, info: GraphQLResolveInfo): readonly string[] | null {
    let properties = this.#properties.get(info.fieldNodes);
    if (properties === undefined) {
      properties = propertiesOnly(typeName, info);
      this.#properties.set(info.fieldNodes, properties);
    }
    return properties;
  }

  #open(key: string, typeName: string, context: ApiContext, info: GraphQLResolveInfo): Batch {
    const ids = new Set<string>();
    // GraphQL asks the items of a list one after the other without a pause: what comes after this turn belongs to another batch.
    const nodes = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      this.#batches.delete(key);
      return readNodes(typeName, [...ids], context, info);
    });
    const batch = { ids, nodes };
    this.#batches.set(key, batch);
    return batch;
  }
}

/** The place of a field in the question, the same for every item of a list: "lineage.nodes.document". */
function placeOf({ path }: GraphQLResolveInfo): string {
  const keys: string[] = [];
  for (let at: typeof path | undefined = path; at; at = at.prev) if (typeof at.key === "string") keys.unshift(at.key);
  return keys.join(".");
}
