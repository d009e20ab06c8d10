import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEmbedded } from "../../src/graph/embedded/open.ts";
import { openNeo4j } from "../../src/graph/neo4j/open.ts";
import { prepareSchema } from "../../src/graph/schema.ts";
import type { Store } from "../../src/graph/store.ts";
import { install, isInstalled, lacking } from "../../tools/neo4j/install.ts";
import { startNeo4j } from "../../tools/neo4j/server.ts";
import { notRun } from "../support/required.ts";
import { plant } from "./plant.ts";

export interface Planted {
  readonly store: Store;
  /** Closes the store and takes away what it kept. */
  drop(): Promise<void>;
}

/** An embedded store with the invented graph. */
export async function plantedEmbedded(): Promise<Planted> {
  const folder = await mkdtemp(join(tmpdir(), "mandate-api-"));
  const store = await openEmbedded(join(folder, "graph"));
  await prepareSchema(store);
  await plant(store);
  return {
    store,
    drop: async () => {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A Neo4j server of its own with the invented graph; null, said loudly, where none can be run here. */
export async function plantedNeo4j(): Promise<Planted | null> {
  const why = lacking();
  if (why !== null) {
    notRun("neo4j", why);
    return null;
  }
  if (!isInstalled()) install();
  const server = await startNeo4j();
  const store = await openNeo4j({ uri: server.uri, user: "neo4j", password: "" });
  await prepareSchema(store);
  await plant(store);
  return {
    store,
    drop: async () => {
      await store.close();
      await server.stop();
    },
  };
}
