import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { extract } from "../src/facts/extract.ts";
import { loadKnowledge } from "../src/knowledge.ts";

// `npm run bench:extract`: how fast documents are read on one core, beside a single pass of one regular expression over the same text (the floor), and
// how the time grows with a document's length. Texts are those of MANDATE_TEXTS; without it the invented example.

const folder = process.env["MANDATE_TEXTS"] ?? "examples/documents";
const texts = readdirSync(folder)
  .filter((name) => name.endsWith(".txt"))
  .map((name) => ({ name, text: readFileSync(join(folder, name), "utf8"), encoding: "utf-8" }));
const FLOOR = /(?:Nghị quyết|Kết luận|Kế hoạch|Quyết định)\s+số\s+\d+/gu;
const ROUNDS = 5;

/** The median of the milliseconds that some rounds of work take, with the least and the most. */
function timed(work: () => void): { readonly median: number; readonly least: number; readonly most: number } {
  work();
  const rounds = Array.from({ length: ROUNDS }, () => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  }).sort((a, b) => a - b);
  return { median: rounds[ROUNDS >> 1] ?? 0, least: rounds[0] ?? 0, most: rounds[ROUNDS - 1] ?? 0 };
}

const knowledge = loadKnowledge();
const characters = texts.reduce((sum, { text }) => sum + text.length, 0);
const rows: string[][] = [
  ["texts", "characters", "ms (least–most)", "characters/s", "documents/s", "× floor", "peak MB"],
];
for (const times of [1, 10, 100]) {
  const reading = timed(() => {
    for (let round = 0; round < times; round += 1) for (const source of texts) extract(source, knowledge);
  });
  const floor = timed(() => {
    for (let round = 0; round < times; round += 1)
      for (const { text } of texts) for (const match of text.matchAll(FLOOR)) void match;
  });
  rows.push([
    `${texts.length} × ${times}`,
    String(characters * times),
    `${reading.median.toFixed(0)} (${reading.least.toFixed(0)}–${reading.most.toFixed(0)})`,
    ((characters * times * 1_000) / reading.median).toExponential(2),
    ((texts.length * times * 1_000) / reading.median).toFixed(0),
    (reading.median / floor.median).toFixed(1),
    (process.resourceUsage().maxRSS / 1_024).toFixed(0),
  ]);
}
process.stdout.write(
  `${rows.map((row) => row.map((cell, index) => cell.padEnd([10, 12, 22, 14, 13, 9, 8][index] ?? 10)).join("")).join("\n")}\n\n`,
);

const [longest] = [...texts].sort((a, b) => b.text.length - a.text.length);
if (longest !== undefined) {
  const growth = [1, 2, 4, 8].map((times) => {
    const source = { ...longest, text: Array.from({ length: times }, () => longest.text).join("\n") };
    return { times, ms: timed(() => extract(source, knowledge)).median };
  });
  for (const [index, { times, ms }] of growth.entries()) {
    const before = growth[index - 1];
    process.stdout.write(
      `one text ${String(times)} × as long: ${ms.toFixed(1)} ms${before === undefined ? "" : `, ${(ms / before.ms).toFixed(2)} × the half`}\n`,
    );
  }
}
