import type { ReviewedFacts } from "../../src/facts/read-facts.ts";
import { sourceOf } from "../../src/facts/source-of.ts";
import { byItself } from "../../src/graph/load/by-itself.ts";
import { registryView } from "../../src/graph/load/registry-view.ts";
import { sharedBy, writeOwn } from "../../src/graph/load/write-documents.ts";
import type { Transaction } from "../../src/graph/store.ts";
import { loadRegistry } from "../../src/registry/load-registry.ts";
import type { Batch } from "./plain-neo4j.ts";

/** Some 10,000 rows of the statement that has the most. */
const DOCUMENTS = 150;

/** The statements of a load alone, with their parameters: what is left of it where nothing is asked, compared, recorded or worked out any more. */
export async function bareBatches(given: readonly ReviewedFacts[]): Promise<readonly Batch[]> {
  const view = registryView(loadRegistry());
  const places = new Set(["vn", ...view.registry.provinces.map(({ id }) => `vn/${id}`)]);
  const batches: Batch[] = [];
  const recorder: Transaction = {
    run: (cypher, params) => {
      batches.push({ cypher, params });
      return Promise.resolve([]);
    },
  };
  for (let done = 0; done < given.length; done += DOCUMENTS) {
    const planned = given.slice(done, done + DOCUMENTS).map((reviewed) => {
      const { identified, rows, text } = byItself({ ...reviewed }, view);
      const sha256 = sourceOf(reviewed);
      return { reviewed, sha256, text, identified, rows, conflict: false, flags: null, replaced: [], held: [] };
    });
    await writeOwn(recorder, planned, view);
    await sharedBy(planned, view, places).write(recorder, () => true);
  }
  return batches;
}
