import { buildSchema, parse, validate } from "graphql/index.js";
import { expect, test } from "vitest";
import { limitsRule } from "../../src/api/limits.ts";

const schema = buildSchema("type Query { a: Query b: Query n: Int }");
const rule = limitsRule({ depth: 4, aliases: 3, rootFields: 2 });

function complaints(source: string): readonly string[] {
  return validate(schema, parse(source), [rule]).map(({ message }) => message);
}

/** Fragments that each spread the next one twice: 2^size of the last. */
function bomb(size: number, inner: string): string {
  const fragments = Array.from(
    { length: size },
    (_, index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`,
  );
  return `{ a { ...F0 } } ${fragments.join(" ")} fragment F${size} on Query { ${inner} }`;
}

test.each([
  ["a question within the limits", "{ a { a { a { n } } } b { n } }"],
  ["aliases as many as may be", "{ x: a { n } y: b { z: n } }"],
  [
    "introspection, which has limits of its own",
    "{ __schema { types { fields { type { ofType { ofType { name } } } } } } }",
  ],
  ["fragments spread often", bomb(18, "n")],
  ["a fragment inside itself, which another rule refuses", "{ a { ...F } } fragment F on Query { a { ...F } }"],
])("takes %s", (_what, source) => {
  expect(complaints(source)).toEqual([]);
});

test.each([
  ["too deep", "{ a { a { a { a { n } } } } }", /4 fields deep/u],
  [
    "too deep by fragments",
    "{ a { ...F } } fragment F on Query { a { ... on Query { a { ...G } } } } fragment G on Query { a { n } }",
    /4 fields deep/u,
  ],
  ["too many aliases", "{ w: a { x: n y: n z: n } }", /3 aliases/u],
  [
    "too many aliases by a fragment's uses",
    "{ a { ...F ...F } b { ...F ...F } } fragment F on Query { x: n }",
    /3 aliases/u,
  ],
  ["a bomb of fragments", bomb(200, "x: n"), /3 aliases/u],
  ["too many fields at the root", "{ n a { n } b { n } }", /2 fields at the root/u],
  ["too many by a fragment", "{ ...F ...F } fragment F on Query { a { n } b { n } }", /2 fields at the root/u],
])("refuses what is %s", (_what, source, message) => {
  expect(complaints(source)).toEqual([expect.stringMatching(message)]);
});

test("measures nested spreads in no time", () => {
  const started = performance.now();
  complaints(bomb(300, "x: n"));
  expect(performance.now() - started).toBeLessThan(1_000);
});
