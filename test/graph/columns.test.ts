import { expect, test } from "vitest";
import { inColumns } from "../../src/graph/load/columns.ts";
import { byItself } from "../../src/graph/load/by-itself.ts";
import { registryView } from "../../src/graph/load/registry-view.ts";
import { loadRegistry } from "../../src/registry/load-registry.ts";
import { inventedFacts, reviewed } from "../support/facts.ts";

const view = registryView(loadRegistry());
const planned = [{ rows: byItself(reviewed(inventedFacts()), view).rows }];
const place = (start: number) => ({ section: `${String(start)}.a`, start, end: start + 2, words: `w${String(start)}` });

test("a row with no place of evidence, one with two and one with one keep theirs apart", () => {
  const rows = [
    { agency: "a", places: [] },
    { agency: "b", places: [place(3), place(7)] },
    { agency: "c", places: [place(5)] },
  ];
  const [columns] = inColumns(planned, () => rows);
  expect(columns).toEqual({
    owner: planned[0]?.rows.id,
    source: planned[0]?.rows.source,
    agency: ["a", "b", "c"],
    at: [0, 0, 2, 3],
    section: ["3.a", "7.a", "5.a"],
    start: [3, 7, 5],
    end: [5, 9, 7],
    words: ["w3", "w7", "w5"],
  });
});

test("a document without rows has no columns", () => {
  expect(inColumns([...planned, ...planned], () => [])).toEqual([]);
});
