import { beforeAll, expect, test } from "vitest";
import { makeApi } from "../../src/api/make-schema.ts";
import type { Store } from "../../src/graph/store.ts";
import { givenStore } from "../support/stores.ts";
import { answer, noQuestions } from "./answers.ts";
import { plant } from "./plant.ts";

const planted = givenStore("embedded", "file");
beforeAll(() => plant(planted.store));

/** The store, with the statements that it is asked. */
function counted(): { readonly store: Store; readonly asked: string[] } {
  const asked: string[] = [];
  const read: Store["read"] = (work) =>
    planted.store.read((transaction) =>
      work({
        run: (cypher, params) => {
          asked.push(cypher);
          return transaction.run(cypher, params);
        },
      }),
    );
  return { store: { kind: "embedded", place: "here", read } as unknown as Store, asked };
}

const KNOWN = ["vn/ttg/qd/2024/709", "vn/tw/kl/2024/69", "vn/tw/nq/2012/20"];

async function lineageOf(documents: readonly string[], query: string) {
  const { store, asked } = counted();
  const nodes = documents.map((document) => ({ document, distance: 0, held: true, taskCount: 0 }));
  const lineage = () => ({ root: KNOWN[0], nodes, links: [], truncated: false });
  const api = await makeApi({ store, questions: { ...noQuestions, lineage } });
  return { given: await answer(api, { query }), asked };
}

test("reads the nodes of a list with one query, their relations with them", async () => {
  const { given, asked } = await lineageOf(
    [...KNOWN, ...KNOWN],
    '{ lineage(document: "x") { nodes { document { id implements { id tasks { id leaders { name } } } } } } }',
  );
  expect(given).not.toHaveProperty("errors");
  expect(asked).toHaveLength(1);
});

test("reads each place of the question by itself", async () => {
  const { asked } = await lineageOf(
    KNOWN,
    '{ lineage(document: "x") { root { id } nodes { a: document { id } b: document { title } } } }',
  );
  expect(asked).toHaveLength(3);
});

test("reads 200 at a time where there are more", async () => {
  const many = Array.from({ length: 450 }, () => KNOWN)
    .flat()
    .map((id, index) => (index < 3 ? id : `${id}-${index}`));
  const { asked } = await lineageOf(many, '{ lineage(document: "x") { nodes { document { id } } } }');
  expect(asked).toHaveLength(7);
});
