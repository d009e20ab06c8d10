import { readFileSync, writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSchema, parse, validate } from "graphql/index.js";
import { expect, test } from "vitest";
import { openEmbedded } from "../../src/graph/embedded/open.ts";
import { makeLoader } from "../../src/graph/load/load.ts";
import { ASKS } from "../../tools/bench/asks.ts";
import { batched } from "../../tools/bench/batched.ts";
import { country } from "../../tools/bench/country.ts";
import { writeReadme } from "../../tools/bench/readme.ts";
import { inTurn, ratios, spreadOf } from "../../tools/bench/spread.ts";

test("a made-up country repeats, and a larger one begins with the smaller", () => {
  const small = [...country({ scale: 2 }).documents];
  const large = [...country({ scale: 3 }).documents];
  expect(small).toHaveLength(10);
  expect(large.slice(0, 10)).toEqual(small);
  expect([...country({ scale: 2, seed: 2 }).documents].slice(5)).not.toEqual(small.slice(5));
});

test("a made-up country has as many tasks as the shipped documents have, so many times over", () => {
  const tasks = [...country({ scale: 100 }).documents].reduce((sum, { facts }) => sum + facts.tasks.length, 0);
  expect(tasks / 16_000).toBeGreaterThan(0.9);
  expect(tasks / 16_000).toBeLessThan(1.1);
});

test("what is asked has the same answer in a larger country", async () => {
  const answers = await Promise.all(
    [1, 8].map(async (scale) => {
      const store = await openEmbedded(join(await mkdtemp(join(tmpdir(), "mandate-bench-")), "graph"));
      const loader = await makeLoader(store);
      await loader.loadAll(batched(country({ scale }).documents, 20), () => undefined);
      const told: unknown[] = [];
      for (const { name, bare } of ASKS)
        if (!name.startsWith("lineage")) told.push({ name, answer: await bare(store) });
      const nodes = await ASKS[0]?.bare(store);
      await store.close();
      return { told, nodes: (nodes as { nodes: unknown }).nodes };
    }),
  );
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[0]?.told).toHaveLength(ASKS.length - 1);
});

test.each(
  ASKS.flatMap(({ name, query, generated }) =>
    [query, ...(generated === undefined ? [] : [generated])].map((text) => [name, text] as const),
  ),
)("the API understands how the benchmark asks: %s", (_name, text) => {
  const schema = buildSchema(readFileSync("schema.augmented.graphql", "utf8"), { assumeValid: true });
  expect(validate(schema, parse(text))).toEqual([]);
});

test("the README has a place for the results, and keeps the rest", async () => {
  const file = join(await mkdtemp(join(tmpdir(), "mandate-bench-")), "README.md");
  writeFileSync(file, readFileSync("README.md", "utf8"));
  writeReadme("| $1 | $& |", file);
  expect(readFileSync(file, "utf8")).toMatch(/npm run bench -->\n\n\| \$1 \| \$& \|\n\n<!-- end of bench -->/u);
  expect(readFileSync(file, "utf8").split("\n")[0]).toBe("# Mandate");
  writeFileSync(file, "# Nothing");
  expect(() => writeReadme("", file)).toThrow("no block");
});

test("measurements are told by their middle, and ratios are of the same round", async () => {
  expect(spreadOf([3, 1, 2])).toEqual({ least: 1, median: 2, most: 3 });
  expect(ratios([2, 40], [1, 10])).toEqual({ least: 2, median: 4, most: 4 });
  const order: string[] = [];
  const work = (name: string) => (): Promise<void> => {
    order.push(name);
    return Promise.resolve();
  };
  const times = await inTurn([work("a"), work("b")], { rounds: 2, warm: 1, repeats: 1 });
  expect(order.join("")).toBe("ababab");
  expect(times.map((each) => each.length)).toEqual([2, 2]);
});
