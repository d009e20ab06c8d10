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

test("reads each place of the question by itself where relations are asked", async () => {
  const { asked } = await lineageOf(
    KNOWN,
    '{ lineage(document: "x") { root { id tasks { id } } nodes { a: document { id tasks { id } } b: document { title } } } }',
  );
  expect(asked).toHaveLength(3);
});

test("reads places together where the same properties are asked and nothing else", async () => {
  const { given, asked } = await lineageOf(
    KNOWN,
    '{ lineage(document: "x") { root { id } nodes { a: document { id } b: document { title } } } }',
  );
  expect(given).not.toHaveProperty("errors");
  expect(asked).toHaveLength(2);
});

const many = Array.from({ length: 450 }, () => KNOWN)
  .flat()
  .map((id, index) => (index < 3 ? id : `${id}-${index}`));

test("reads 200 at a time where there are more", async () => {
  const { asked } = await lineageOf(many, '{ lineage(document: "x") { nodes { document { id tasks { id } } } } }');
  expect(asked).toHaveLength(7);
});

test.each([
  ["properties alone", "id name held issuedOn diagnostics __typename"],
  ["an alias", "id called: name held issuedOn diagnostics"],
  ["a fragment", "id ... on Document { name } held issuedOn diagnostics"],
  ["an argument of a relation", "id name held issuedOn diagnostics tasks(limit: 1) { id }"],
])("nodes are the same whether %s are asked of them", async (_what, selection) => {
  const { given } = await lineageOf(KNOWN, `{ lineage(document: "x") { nodes { document { ${selection} } } } }`);
  const { given: plain } = await lineageOf(
    KNOWN,
    '{ lineage(document: "x") { nodes { document { id name held issuedOn diagnostics } } } }',
  );
  expect(given).not.toHaveProperty("errors");
  expect(idsOf(given)).toEqual(idsOf(plain));
  expect(idsOf(plain)).toHaveLength(KNOWN.length);
});

test("properties alone need one statement that nothing of a client's words is in", async () => {
  const { given, asked } = await lineageOf(
    KNOWN,
    '{ lineage(document: "x") { nodes { document { id name issuedOn } } } }',
  );
  expect(idsOf(given)).toHaveLength(KNOWN.length);
  expect(asked).toEqual([
    "MATCH (node:Document) WHERE node.id IN $ids RETURN node.id AS id, node.id AS p0, node.name AS p1, node.issuedOn AS p2",
  ]);
});

/** The documents of an answer: id, name under whatever alias, and the day. */
function idsOf(given: unknown): readonly unknown[] {
  const { data } = given as {
    readonly data: { readonly lineage: { readonly nodes: readonly { readonly document: Record<string, unknown> }[] } };
  };
  return data.lineage.nodes.map(({ document: { id, name, called, issuedOn, held, diagnostics } }) => [
    ...[id, name ?? called ?? null, issuedOn, held, diagnostics],
  ]);
}
