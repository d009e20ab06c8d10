import { setTimeout } from "node:timers/promises";
import { makeLoader } from "../../src/graph/load/load.ts";
import { openPatiently } from "./patient.ts";
import type { Store } from "../../src/graph/store.ts";
import { startNeo4j } from "../neo4j/server.ts";
import { batched } from "./batched.ts";
import { country } from "./country.ts";
import { loadPlainly, plainBatches } from "./plain-neo4j.ts";
import { TOGETHER } from "./stores.ts";

/** Seconds of each round for the same documents on one Neo4j: by a load, and by plain batches of the same rows. */
export interface ComparedLoads {
  readonly scale: number;
  readonly documents: number;
  readonly tasks: number;
  readonly together: readonly number[];
  readonly plain: readonly number[];
}

/** As a command signs what it loads. */
const AUTHOR = { by: "bench", through: "command" } as const;
/** Milliseconds. */
const SETTLING = 2_000;
/** How often both are done before any counts: the server is some 30 seconds in getting fast. */
const WARM_UP = 3;

/** What documents brought; what the registry knows stays. */
const WIPE = [
  "MATCH (n:Task|Target|Source|Person|Change) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS",
  "MATCH (n:Document) WHERE n.registered = false CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS",
  "MATCH (:Agency)-[link:REPORTS_TO|PASSES_ON]->(:Agency) CALL (link) { DELETE link } IN TRANSACTIONS OF 5000 ROWS",
];

/** Loads in turn by both ways, into a server that has the registry already. */
export async function measureLoads(scale: number, rounds: number, say: (line: string) => void): Promise<ComparedLoads> {
  const server = await startNeo4j({ memory: "2g" });
  const store = await openPatiently({ kind: "neo4j", uri: server.uri, user: "neo4j", password: "any" });
  try {
    const documents = [...country({ scale }).documents];
    const tasks = documents.reduce((sum, { facts }) => sum + facts.tasks.length, 0);
    const loader = await makeLoader(store);
    const batches = plainBatches(documents);
    const together = async (): Promise<number> => {
      // What a loader works out of a document it works out once.
      const fresh = documents.map((document) => ({ ...document }));
      const begun = performance.now();
      await loader.loadAll(batched(fresh, TOGETHER), () => undefined, AUTHOR);
      return (performance.now() - begun) / 1_000;
    };
    const seconds: { readonly together: number[]; readonly plain: number[] } = { together: [], plain: [] };
    const plainly = (): Promise<number> => loadPlainly(server.uri, batches);
    for (let round = -WARM_UP; round < rounds; round += 1) {
      // Who comes second finds the server warmer: they take turns.
      const taken = new Map<() => Promise<number>, number>();
      for (const way of round % 2 === 0 ? [together, plainly] : [plainly, together]) {
        taken.set(way, await way());
        await wipe(store);
      }
      const [loading = 0, plain = 0] = [taken.get(together), taken.get(plainly)];
      say(`  loading ${loading.toFixed(1)} s, plain batches ${plain.toFixed(1)} s${round < 0 ? " (warming up)" : ""}`);
      if (round < 0) continue;
      seconds.together.push(loading);
      seconds.plain.push(plain);
    }
    return { scale, documents: documents.length, tasks, ...seconds };
  } finally {
    await store.close();
    await server.stop();
  }
}

/** Outside a transaction, as deleting in parts must be. A server goes on cleaning up after it has answered: the next waits for that. */
async function wipe(store: Store): Promise<void> {
  await store.prepare(WIPE);
  await setTimeout(SETTLING);
}
