import { readFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { wordFaults } from "../../src/facts/check.ts";
import { extract } from "../../src/facts/extract.ts";
import { loadKnowledge } from "../../src/knowledge.ts";
import { readSource } from "../../src/text/read-source.ts";

const factsOf = async (content: string | Uint8Array, name: string) => {
  const source = await readSource(Buffer.from(content as Uint8Array), name);
  return { facts: extract(source, loadKnowledge()), text: source.text };
};

test("scripts, styles, comments and what is hidden give no facts; the places of the others are exact", async () => {
  const task = "Sở Công Thương ch&#7911; tr&igrave;, phối hợp với Sở&nbsp;Tài chính lập bản đồ";
  const fake = "<p>1. Sở Giả Mạo chủ trì, phối hợp với Sở Ngoại vụ thực hiện Kết luận số 99-KL/TW</p>";
  const { facts, text } = await factsOf(
    `<style>/* ${fake} */</style><script>document.write(\`${fake}\`)</script><!-- ${fake} --><div style="display:none">${fake}</div><h2>II. NHIỆM VỤ</h2><p>1. ${task}</p><!-- ${fake}`,
    "a.html",
  );
  expect(facts.agencies.map(({ name }) => name).sort()).toEqual(["Sở Công Thương", "Sở Tài chính"]);
  expect(facts.citations).toEqual([]);
  expect([...wordFaults(facts, text)]).toEqual([]);
});

test.each([
  ["a list 800 deep", Array.from({ length: 800 }, (_none, depth) => `${" ".repeat(depth)}- a`).join("\n")],
  ["60,000 openings of emphasis", "*a ".repeat(60_000)],
  ["a table of 5,000 columns", `|${" x |".repeat(5_000)}\n|${"---|".repeat(5_000)}\n|${" Sở Y tế |".repeat(5_000)}`],
])("Markdown of %s gives its facts in little time", async (_what, content) => {
  await factsOf("KẾ HOẠCH", "warm.md");
  const start = performance.now();
  await factsOf(content, "a.md");
  expect(performance.now() - start).toBeLessThan(4_000);
});

const hasPdftotext = spawnSync("pdftotext", ["-v"]).error === undefined;
if (!hasPdftotext) process.stderr.write("\nNOT RUN: the text of PDF files is not compared: pdftotext is not here\n");

describe.runIf(hasPdftotext)("the words of a PDF file", () => {
  test.each([
    "examples/documents/ke-hoach-dao-tao-nghe.pdf",
    "examples/documents/chi-thi-an-toan-cau-duong.pdf",
    "test/fixtures/table-over-pages.pdf",
  ])("are those that pdftotext finds, but for one in a hundred: %s", async (path) => {
    const { text } = await readSource(readFileSync(path), path);
    const other = spawnSync("pdftotext", ["-enc", "UTF-8", path, "-"], { encoding: "utf8" }).stdout;
    const count = (words: string): ReadonlyMap<string, number> => {
      const counts = new Map<string, number>();
      for (const word of words.normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? [])
        counts.set(word, (counts.get(word) ?? 0) + 1);
      return counts;
    };
    const [ours, theirs] = [count(text.replaceAll("<br>", " ")), count(other)];
    let differing = 0;
    for (const word of new Set([...ours.keys(), ...theirs.keys()]))
      differing += Math.abs((ours.get(word) ?? 0) - (theirs.get(word) ?? 0));
    const all = [...theirs.values()].reduce((sum, each) => sum + each, 0);
    expect(all).toBeGreaterThan(100);
    expect(differing / all).toBeLessThan(0.01);
  });
});
