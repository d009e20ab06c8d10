import { writeFileSync } from "node:fs";
import { assetPath } from "../src/assets.ts";
import { seenClasses } from "../test/support/classes.ts";
import { factsOf, goldenDocuments } from "../test/support/golden.ts";
import { f1, PARTS, score, total } from "../test/support/score.ts";

// `npm run measure`: how well documents are read, over the invented documents of test/golden whose facts a careful reader has written down.
// With `-- --write` it also keeps, in data/confidence.json, how often facts of each class proved right.
const documents = goldenDocuments();
const all = total(documents.map((golden) => score(golden.gold, factsOf(golden))));
const lines = PARTS.map((part) => {
  const { found, invented, missed } = all[part];
  return `${part.padEnd(17)} F1 ${f1(all[part]).toFixed(3)}   found ${String(found)}, invented ${String(invented)}, missed ${String(missed)}`;
});
process.stdout.write(`${[`${String(documents.length)} documents`, ...lines].join("\n")}\n`);

if (process.argv.includes("--write"))
  writeFileSync(
    assetPath("data/confidence.json"),
    `[\n${seenClasses()
      .map((row) => `  ${JSON.stringify(row)}`)
      .join(",\n")}\n]\n`,
  );
