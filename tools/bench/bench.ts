import { parseArgs } from "node:util";
import { lacking } from "../neo4j/install.ts";
import { measureLoads } from "./measure-loads.ts";
import { measureCrowd } from "./measure-crowd.ts";
import { measureQuestions } from "./measure-questions.ts";
import { tables } from "./tables.ts";
import { writeReadme } from "./readme.ts";
import { loaded, type Loaded } from "./stores.ts";

// `npm run bench`: what the product costs beside what it stands on, in one run, and how that grows. `--scale 1,10,100,1000` (the default) says how many times five
// documents, `--quick` asks fewer times of 1× and 10×, `--rounds 7` says how often, `--embedded` leaves Neo4j out, `--write` puts the tables into the README.
const { values } = parseArgs({
  options: {
    scale: { type: "string" },
    rounds: { type: "string" },
    quick: { type: "boolean", default: false },
    embedded: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});
const scales = (values.scale ?? (values.quick ? "1,10" : "1,10,100,1000")).split(",").map(Number);
if (scales.some((scale) => !Number.isInteger(scale) || scale < 1))
  throw new Error(`--scale ${values.scale ?? ""}: give whole numbers, such as 1,10,100`);
const absence = values.embedded ? "it was left out" : lacking();
const say = (line: string): void => void process.stderr.write(`${line}\n`);
if (absence !== null) say(`without Neo4j, as ${absence}`);

const begun = performance.now();
const all: Loaded[] = [];
try {
  for (const scale of scales)
    for (const kind of absence === null ? (["embedded", "neo4j"] as const) : (["embedded"] as const)) {
      say(`loading ${String(scale)}× into ${kind}`);
      const one = await loaded(kind, scale);
      all.push(one);
      say(`  ${one.report.documents} documents in ${one.report.seconds.toFixed(1)} s`);
    }
  say("asking");
  const rounds = Number(values.rounds ?? (values.quick ? 5 : 15));
  const questions = await measureQuestions(all, rounds, say);
  say("200 connections at once");
  const crowd = await measureCrowd(all, values.quick ? 5 : 15);
  // The loads are compared beside nothing else.
  const measured = all.splice(0);
  for (const each of measured) await each.end();
  const compared =
    absence === null ? await measureLoads(values.quick ? 10 : 100, values.quick ? 2 : Math.min(rounds, 9), say) : null;
  const seconds = (performance.now() - begun) / 1_000;
  const text = tables({ all: measured, questions, crowd, compared, seconds });
  process.stdout.write(text);
  if (values.write) writeReadme(text);
} finally {
  for (const each of all) await each.end();
}
