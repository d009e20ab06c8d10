import { factsOf, goldenDocuments } from "../test/support/golden.ts";
import { f1, PARTS, score, total } from "../test/support/score.ts";

// `npm run measure`: how well documents are read, over the invented documents of test/golden whose facts a careful reader has written down.
const documents = goldenDocuments();
const all = total(documents.map((golden) => score(golden.gold, factsOf(golden))));
process.stdout.write(`${String(documents.length)} documents\n`);
for (const part of PARTS) {
  const { found, invented, missed } = all[part];
  process.stdout.write(
    `${part.padEnd(17)} F1 ${f1(all[part]).toFixed(3)}   found ${String(found)}, invented ${String(invented)}, missed ${String(missed)}\n`,
  );
}
