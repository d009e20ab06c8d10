import { expect, test } from "vitest";
import { withIndexes } from "../../../src/graph/embedded/unique-indexes.ts";
import { givenStore } from "../../support/stores.ts";

test.each([
  [
    "// Looked up by every load.\nCREATE CONSTRAINT source_sha256 IF NOT EXISTS FOR (n:Source) REQUIRE n.sha256 IS UNIQUE",
    ["CREATE INDEX source_sha256_unique IF NOT EXISTS FOR (n:Source) ON (n.sha256)"],
  ],
  [
    "create constraint for (x:Task) require x.id is unique",
    ["CREATE INDEX task_id_unique IF NOT EXISTS FOR (n:Task) ON (n.id)"],
  ],
  ["CREATE CONSTRAINT IF NOT EXISTS FOR (n:Task) REQUIRE n.id IS NOT NULL", []],
  ["CREATE INDEX document_number IF NOT EXISTS FOR (n:Document) ON (n.number)", []],
])("of %j comes after its index", (statement, indexes) => {
  expect(withIndexes([statement])).toEqual([...indexes, statement]);
});

const given = givenStore("embedded");

test("a load under a uniqueness constraint grows with the rows, not with their square", async () => {
  await given.store.prepare([
    "CREATE CONSTRAINT source_sha256 IF NOT EXISTS FOR (n:Source) REQUIRE n.sha256 IS UNIQUE",
  ]);
  const load = async (count: number, name: string): Promise<number> => {
    const rows = Array.from({ length: count }, (_, index) => ({ sha256: `${name}${index}` }));
    const start = performance.now();
    await given.store.write((transaction) =>
      transaction.run("UNWIND $rows AS row MERGE (n:Source {sha256: row.sha256})", { rows }),
    );
    return performance.now() - start;
  };
  await load(100, "warm");
  const small = await load(1_000, "a");
  const large = await load(16_000, "b");
  // Sixteen times the rows: quadratic would be 256 times the time.
  expect(large / small).toBeLessThan(80);
});
