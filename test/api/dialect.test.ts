import { expect, test } from "vitest";
import { lex } from "../../src/graph/dialect/lex.ts";
import { toEmbedded } from "../../src/graph/dialect/to-embedded.ts";

test.each([
  ["the version is dropped", "CYPHER 5\nMATCH (n) RETURN n", "MATCH (n) RETURN n"],
  [
    "a projection with a property stays",
    "RETURN this { .id, key: value } AS this",
    "RETURN this { .id, key: value } AS this",
  ],
  ["a projection without one is a map", "RETURN this { key: value } AS this", "RETURN { key: value } AS this"],
  ["also after WITH", "WITH DISTINCT a\nWITH a { x: b } AS a", "WITH DISTINCT a\nWITH { x: b } AS a"],
  ["also inside a call", "RETURN collect(this { key: value }) AS all", "RETURN collect({ key: value }) AS all"],
  ["also inside a map", "RETURN {node: this { key: value }} AS edge", "RETURN {node: { key: value }} AS edge"],
  ["also inside another projection", "RETURN a { .id, b: b { k: c } } AS a", "RETURN a { .id, b: { k: c } } AS a"],
  ["a bare name in it is spelled out", "RETURN a { b, k: c } AS a", "RETURN { b: b, k: c } AS a"],
  [
    "a node's properties are no projection",
    "MATCH (a {id: $id})-[r:T {n: 1}]->(:D {id: 1}) RETURN a",
    "MATCH (a {id: $id})-[r:`T` {n: 1}]->(:D {id: 1}) RETURN a",
  ],
  ["nor are an edge's", "MATCH (a)-[r {direct: true}]->(b) RETURN a", "MATCH (a)-[r {direct: true}]->(b) RETURN a"],
  [
    "a subquery is no projection",
    "WHERE EXISTS { MATCH (a) } AND COUNT { MATCH (a) } = 1",
    "WHERE EXISTS { MATCH (a) } AND COUNT { MATCH (a) } = 1",
  ],
  [
    "an aggregate in a map",
    "MATCH (n) RETURN {nodes: count(DISTINCT n)} AS v",
    "MATCH (n) WITH count(DISTINCT n) AS lifted0 RETURN {nodes: lifted0} AS v",
  ],
  [
    "several, and one deeper",
    "RETURN {min: min(a.x), in: {max: max(a.x)}, of: 'all'} AS v, b AS b",
    "WITH min(a.x) AS lifted0, max(a.x) AS lifted1, b AS lifted2 RETURN {min: lifted0, in: {max: lifted1}, of: 'all'} AS v, lifted2 AS b",
  ],
  [
    "in a subquery, each with names of its own",
    "CALL (a) { RETURN {n: count(a)} AS x } CALL (a) { RETURN {n: count(a)} AS y } RETURN x, y",
    "CALL (a) { WITH count(a) AS lifted0 RETURN {n: lifted0} AS x } CALL (a) { WITH count(a) AS lifted1 RETURN {n: lifted1} AS y } RETURN x, y",
  ],
  [
    "with an order after it",
    "RETURN {n: count(a)} AS v LIMIT 1",
    "WITH count(a) AS lifted0 RETURN {n: lifted0} AS v LIMIT 1",
  ],
  [
    "with names that are words of Cypher",
    "RETURN a.order AS order, {limit: count(a.skip)} AS return LIMIT 1",
    "WITH a.order AS lifted0, count(a.skip) AS lifted1 RETURN lifted0 AS order, {limit: lifted1} AS return LIMIT 1",
  ],
  [
    "an aggregate outside of maps stays",
    "RETURN count(a) AS n, collect({k: a.k}) AS l",
    "RETURN count(a) AS n, collect({k: a.k}) AS l",
  ],
  [
    "a count of a subquery is no aggregate",
    "RETURN {n: COUNT { MATCH (a) }} AS v",
    "RETURN {n: COUNT { MATCH (a) }} AS v",
  ],
  ["a sum of nothing is 0", "RETURN sum(a.x) > 1 AS more", "RETURN coalesce(sum(a.x), 0) > 1 AS more"],
  [
    "single over a pattern",
    "WHERE NOT single(this0 IN [(this)-[:IMPLEMENTS]->(this0:Document) WHERE this0.kind = $p | 1] WHERE true) AND x",
    "WHERE NOT (COUNT { MATCH (this)-[:`IMPLEMENTS`]->(this0:Document) WHERE this0.kind = $p } = 1) AND x",
  ],
  [
    "a type that is a word of the engine",
    "MATCH (a)-[r:IN|ISSUED]->(b)<-[:`AS`]-(c)",
    "MATCH (a)-[r:`IN`|`ISSUED`]->(b)<-[:`AS`]-(c)",
  ],
  [
    "a list is no pattern",
    "RETURN [x IN list WHERE x.a - [1][0] > 1 | {k: x}] AS l",
    "RETURN [x IN list WHERE x.a - [1][0] > 1 | {k: x}] AS l",
  ],
  [
    "nothing inside strings, comments and quoted names",
    "MATCH (a:`x { y: 1 }`) // RETURN a { k: v }\nWHERE a.s = 'RETURN a { k: \\' sum(x)' /* sum(y) */ RETURN a.`sum(x)` AS \"sum\"",
    "MATCH (a:`x { y: 1 }`) // RETURN a { k: v }\nWHERE a.s = 'RETURN a { k: \\' sum(x)' /* sum(y) */ RETURN a.`sum(x)` AS \"sum\"",
  ],
])("%s", (_what, cypher, expected) => {
  expect(toEmbedded(cypher)).toBe(expected);
});

test.each([
  ["another version", "CYPHER 25\nRETURN 1", /CYPHER 25/u],
  ["an option", "CYPHER 5 runtime=parallel RETURN 1", /CYPHER/u],
  ["a procedure of the server", "CALL db.index.fulltext.queryNodes('x', $q) YIELD node RETURN node", /db\.index/u],
  ["a function of APOC", "RETURN apoc.util.validatePredicate(true, 'x', [0])", /apoc\.util/u],
  ["single over a list", "RETURN single(x IN list WHERE x > 1)", /single/u],
  ["an aggregate in a map that has no name", "RETURN {n: count(a)}", /under a name/u],
  ["brackets that do not match", "RETURN (1]", /brackets/u],
  ["a bracket that stays open", "RETURN (1", /brackets/u],
  ["a string that does not end", "RETURN 'a", /does not end/u],
  ["a comment that does not end", "RETURN 1 /* a", /does not end/u],
])("refuses %s", (_what, cypher, message) => {
  expect(() => toEmbedded(cypher)).toThrow(
    expect.objectContaining({ code: "STATEMENT_FAILED", message: expect.stringMatching(message) as string }),
  );
});

test("gives every statement back whole from its tokens", () => {
  const cypher = 'MATCH (a:`b``c` {x: $p0})-[*1..3]->() WHERE a.y = 1.5e3 AND a.z <> "đ \\" é" // end\nRETURN a { .* }';
  expect(
    lex(cypher)
      .map(({ text }) => text)
      .join(""),
  ).toBe(cypher);
});
