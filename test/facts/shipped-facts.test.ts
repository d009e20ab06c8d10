import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { SHIPPED_FACTS } from "../../src/assets.ts";
import { applyReview } from "../../src/facts/apply-review.ts";
import { wordFaults } from "../../src/facts/check.ts";
import { extract } from "../../src/facts/extract.ts";
import { readFacts, type ReviewedFacts } from "../../src/facts/read-facts.ts";
import { factsText } from "../../src/facts/write-facts.ts";
import { loadKnowledge } from "../../src/knowledge.ts";
import { words } from "../../src/registry/fold.ts";
import { readText, textsFolder } from "../support/texts.ts";

const files = readdirSync(SHIPPED_FACTS)
  .filter((name) => name.endsWith(".json") && !name.endsWith(".review.json"))
  .map((name) => join(SHIPPED_FACTS, name));
const all = await Promise.all(files.map(readFacts));
const MOST_WORDS = 25;

describe.each(all.map((each) => [each.facts.source, each] as const))(
  "the shipped facts of %s",
  (_source, { facts: extracted, review }) => {
    const { facts, summaries, unplaced } = applyReview(extracted, review);

    test("are found again by every decision and summary of their review", () => {
      expect(unplaced).toEqual([]);
    });

    test("have a summary of every task and target, in two languages, of at most 25 words", () => {
      const summarised = new Set(summaries.map(({ of, start }) => `${of} ${start}`));
      const wanted = [
        ...facts.tasks.map(({ start }) => `task ${start}`),
        ...facts.targets.map(({ start }) => `target ${start}`),
      ];
      expect([...summarised].sort()).toEqual([...new Set(wanted)].sort());
      for (const { vi, en } of review.summaries)
        for (const text of [vi, en]) expect(text.split(/\s+/u).length, text).toBeLessThanOrEqual(MOST_WORDS);
    });

    test("have every part's words where a mention of the body stands", () => {
      const mentions = new Set(
        facts.agencies.flatMap((agency) => agency.mentions.map(({ start }) => `${agency.id} ${start}`)),
      );
      const parts = facts.tasks.flatMap(({ leads, cooperates, directed }) => [...leads, ...cooperates, ...directed]);
      for (const { agency, start } of parts) expect(mentions).toContain(`${agency} ${start ?? ""}`);
    });

    test("have every task inside its section", () => {
      for (const { section, start, end } of facts.tasks)
        expect(
          facts.outline.some((entry) => entry.section === section && entry.start <= start && end <= entry.end),
        ).toBe(true);
    });
  },
);

const folder = textsFolder();
describe.runIf(folder !== null).each(all.map((each) => [each.facts.source, each] as const))(
  "the text of %s",
  (source, { facts, review }) => {
    const text = (): string => readText(folder ?? "", source);

    test("is read into exactly the shipped facts", () => {
      const document = { name: source, text: text(), encoding: "utf-8" } as const;
      const shipped = readFileSync(join(SHIPPED_FACTS, source.replace(/\.txt$/u, ".json")), "utf8");
      expect(factsText(extract(document, loadKnowledge()))).toBe(shipped);
    });

    test("has the printed words where the facts say", () => {
      expect([...wordFaults(facts, text())]).toEqual([]);
      const normal = text().normalize("NFC").replace(/\r\n?/gu, "\n");
      expect(facts.text?.sha256).toBe(createHash("sha256").update(normal).digest("hex"));
    });

    test("has no task of its own among the titles of its sections", () => {
      const tasks = facts.tasks.map(({ start, end }) =>
        text()
          .slice(start, end)
          .replace(/[.;]?$/u, ""),
      );
      const titles = facts.outline.map(({ heading }) => heading).filter((heading) => heading !== null);
      expect(titles.filter((title) => tasks.includes(title))).toEqual([]);
    });

    test("has no sentence in the repository: what is not a name, a title or a heading shares no long run of words with it", () => {
      const runs = new Set(runsOf(text()));
      for (const own of ownWords({ facts, review }))
        expect(
          runsOf(own).filter((run) => runs.has(run)),
          own,
        ).toEqual([]);
    });
  },
);

const RUN = 8;

function runsOf(text: string): string[] {
  const list = words(text);
  return list.slice(RUN - 1).map((_, index) => list.slice(index, index + RUN).join(" "));
}

function ownWords({ facts, review }: Pick<ReviewedFacts, "facts" | "review">): string[] {
  return [
    ...review.summaries.map(({ vi }) => vi),
    ...facts.targets.map(({ indicator }) => indicator ?? ""),
    ...facts.diagnostics.map(({ message }) => message),
  ];
}
