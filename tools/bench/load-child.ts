import { existsSync, statSync } from "node:fs";
import { makeLoader } from "../../src/graph/load/load.ts";
import { openPatiently } from "./patient.ts";
import { batched } from "./batched.ts";
import { country } from "./country.ts";

// A process of its own that loads a made-up country and tells how it went: `load-child.ts embedded PATH SCALE TOGETHER` or `load-child.ts URI - SCALE TOGETHER`.

/** How a load went. Facts are drawn and checked while it runs, as files would be read. */
export interface LoadReport {
  readonly documents: number;
  readonly tasks: number;
  readonly seconds: number;
  /** Documents a second in the last fifth of the load: what is left of the beginning's rate. */
  readonly lastRate: number;
  readonly closeSeconds: number;
  readonly megabytes: number;
  /** The embedded store in one file; 0 for a server. */
  readonly fileMegabytes: number;
}

const [where = "", path = "", scale = "1", together = "1"] = process.argv.slice(2);
const store = await openPatiently(
  where === "embedded" ? { kind: "embedded", path } : { kind: "neo4j", uri: where, user: "neo4j", password: "any" },
);
const progress = process.stderr.isTTY
  ? (done: number) => process.stderr.write(`\r${String(done)} documents `)
  : () => true;
const loader = await makeLoader(store);
let documents = 0;
let tasks = 0;
const marks: { readonly documents: number; readonly seconds: number }[] = [];
const begun = performance.now();
const taken = (): number => (performance.now() - begun) / 1_000;
await loader.loadAll(batched(country({ scale: Number(scale) }).documents, Number(together)), (loaded) => {
  documents += 1;
  tasks += loaded.tasks;
  marks.push({ documents, seconds: taken() });
  progress(documents);
});
const seconds = taken();
// Those of one transaction are kept at one moment: of a load of one there is no last fifth.
const last = marks.at(-1)?.seconds ?? 0;
const before = marks.findLast((mark) => mark.documents <= documents * 0.8 && mark.seconds < last - 0.01) ?? {
  documents: 0,
  seconds: 0,
};
const closing = performance.now();
await store.close();
const report: LoadReport = {
  documents,
  tasks,
  seconds,
  lastRate: (documents - before.documents) / (seconds - before.seconds),
  closeSeconds: (performance.now() - closing) / 1_000,
  megabytes: process.resourceUsage().maxRSS / 1_024,
  fileMegabytes: existsSync(path) ? statSync(path).size / 1_000_000 : 0,
};
process.stdout.write(`${JSON.stringify(report)}\n`);
