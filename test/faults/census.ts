import type { Store } from "../../src/graph/store.ts";

/** How many nodes of each label and edges of each type there are; what the log of changes has does not count. */
export async function census(store: Store): Promise<readonly string[]> {
  return store.read(async (transaction) => {
    const nodes = await transaction.run("MATCH (n) WHERE NOT n:Change RETURN labels(n) AS of, count(*) AS many", {});
    const edges = await transaction.run("MATCH ()-[r]->() RETURN type(r) AS of, count(*) AS many", {});
    return [...nodes, ...edges].map((row) => JSON.stringify(row)).sort();
  });
}
