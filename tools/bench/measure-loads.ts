import { setTimeout } from "node:timers/promises";
import { makeLoader } from "../../src/graph/load/load.ts";
import { openPatiently } from "./patient.ts";
import type { Store } from "../../src/graph/store.ts";
import { startNeo4j } from "../neo4j/server.ts";
import { batched } from "./batched.ts";
import { country } from "./country.ts";
import { bareBatches } from "./bare-load.ts";
import { loadPlainly, plainBatches } from "./plain-neo4j.ts";
import { TOGETHER } from "./stores.ts";

/** Seconds of each round for the same documents on one Neo4j: by a load, by plain batches of the same rows, and by the load's statements alone. */
export interface ComparedLoads {
  readonly scale: number;
  readonly documents: number;
  readonly tasks: number;
  readonly together: readonly number[];
  readonly plain: readonly number[];
  readonly bare: readonly number[];
}

/** As a command signs what it loads. */
const AUTHOR = { by: "bench", through: "command" } as const;
/** Milliseconds. */
const SETTLING = 2_000;
/** How often all are done before any counts: the server is some 30 seconds in getting fast. */
const WARM_UP = 4;

/** What documents brought; what the registry knows stays. */
const WIPE = [
  "MATCH (n:Task|Target|Source|Person|Change) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS",
  "MATCH (n:Document) WHERE n.registered = false CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS",
  "MATCH (:Agency)-[link:REPORTS_TO|PASSES_ON]->(:Agency) CALL (link) { DELETE link } IN TRANSACTIONS OF 5000 ROWS",
];

/** Loads in turn by all three ways, into a server that has the registry already. */
export async function measureLoads(scale: number, rounds: number, say: (line: string) => void): Promise<ComparedLoads> {
  const server = await startNeo4j({ memory: "2g" });
  const store = await openPatiently({ kind: "neo4j", uri: server.uri, user: "neo4j", password: "any" });
  try {
    const documents = [...country({ scale }).documents];
    const tasks = documents.reduce((sum, { facts }) => sum + facts.tasks.length, 0);
    const loader = await makeLoader(store);
    const [plain, bare] = [plainBatches(documents), await bareBatches(documents)];
    const ways = {
      together: async (): Promise<number> => {
        // What a loader works out of a document it works out once.
        const fresh = documents.map((document) => ({ ...document }));
        const begun = performance.now();
        await loader.loadAll(batched(fresh, TOGETHER), () => undefined, AUTHOR);
        return (performance.now() - begun) / 1_000;
      },
      plain: () => loadPlainly(server.uri, plain),
      bare: () => loadPlainly(server.uri, bare),
    };
    const names = ["together", "plain", "bare"] as const;
    const edges = new Set<string>();
    const seconds: Record<(typeof names)[number], number[]> = { together: [], plain: [], bare: [] };
    for (let round = 0; round < WARM_UP + rounds; round += 1) {
      const turn = round % names.length;
      // Who comes later finds the server warmer: they take turns. The first, a load, brings the registry.
      for (const name of [...names.slice(turn), ...names.slice(0, turn)]) {
        seconds[name].push(await ways[name]());
        if (round === 0) edges.add(await edgesIn(store));
        await wipe(store);
      }
      if (edges.size !== 1) throw new Error(`the ways do not come to the same graph: ${[...edges].join(", ")} edges`);
      const of = (name: keyof typeof seconds): string => `${(seconds[name].at(-1) ?? 0).toFixed(1)} s`;
      const counts = round < WARM_UP ? " (warming up)" : "";
      say(`  loading ${of("together")}, plain batches ${of("plain")}, its statements alone ${of("bare")}${counts}`);
    }
    for (const name of names) seconds[name].splice(0, WARM_UP);
    return { scale, documents: documents.length, tasks, ...seconds };
  } finally {
    await store.close();
    await server.stop();
  }
}

async function edgesIn(store: Store): Promise<string> {
  const [row] = await store.read((transaction) =>
    transaction.run("MATCH ()-[edge]->() RETURN count(edge) AS edges, sum(size(keys(edge))) AS properties", {}),
  );
  return JSON.stringify(row);
}

/** Outside a transaction, as deleting in parts must be. A server goes on cleaning up after it has answered: the next waits for that. */
async function wipe(store: Store): Promise<void> {
  await store.prepare(WIPE);
  await setTimeout(SETTLING);
}
