import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Facts } from "../../src/facts/model.ts";
import type { Review } from "../../src/facts/review.ts";
import { openEmbedded } from "../../src/graph/embedded/open.ts";
import { load, type Outcome } from "../../src/graph/load/load.ts";
import type { Store } from "../../src/graph/store.ts";

/** Writes facts (with reviews beside them) into a folder of their own and gives the paths of the facts files. */
export async function factsFolder(
  given: readonly (Facts | { readonly facts: Facts; readonly review: Partial<Review> })[],
): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), "mandate-test-"));
  return Promise.all(
    given.map(async (each, index) => {
      const { facts, review } = "review" in each ? each : { facts: each, review: null };
      const name = `${String(index)}-${facts.source}`;
      if (review !== null)
        await writeFile(join(folder, `${name}.review.json`), JSON.stringify({ source: facts.source, ...review }));
      const path = join(folder, `${name}.json`);
      await writeFile(path, JSON.stringify(facts));
      return path;
    }),
  );
}

/** Loads invented facts as `mandate load` does. */
export async function loadFacts(
  store: Store,
  ...given: Parameters<typeof factsFolder>[0]
): Promise<readonly Outcome[]> {
  return load(store, await factsFolder(given));
}

/** What a store holds that these facts alone were loaded into. It is an embedded one: every store is to hold the same. */
export async function dumpOf(...given: Parameters<typeof factsFolder>[0]): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), "mandate-dump-"));
  const store = await openEmbedded(join(folder, "graph"));
  try {
    await loadFacts(store, ...given);
    return await dump(store);
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Everything in the store but the log of changes, in an order of its own: two stores with equal dumps hold equal graphs. */
export async function dump(store: Store): Promise<readonly string[]> {
  return store.read(async (transaction) => {
    const nodes = await transaction.run(
      "MATCH (n) WHERE NOT n:Change RETURN labels(n) AS labels, properties(n) AS properties",
      {},
    );
    const edges = await transaction.run(
      "MATCH (a)-[r]->(b) RETURN coalesce(a.id, a.sha256) AS from, type(r) AS type, coalesce(b.id, b.sha256) AS to, properties(r) AS properties",
      {},
    );
    return [...nodes, ...edges].map((row) => JSON.stringify(ordered(row))).sort();
  });
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, ordered(inner)]),
  );
}
