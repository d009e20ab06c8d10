import { expect, test } from "vitest";
import { z } from "zod";
import { listAssets } from "../../src/assets.ts";
import "../../src/archive/statements.ts";
import "../../src/doctor/statements.ts";
import "../../src/graph/audit.ts";
import "../../src/graph/counts.ts";
import "../../src/graph/load/forget-statements.ts";
import "../../src/graph/load/statements.ts";
import { schemaStatements } from "../../src/graph/schema.ts";
import { declaredStatements } from "../../src/graph/statement.ts";
import "../../src/questions/page-statements.ts";
import "../../src/questions/statements.ts";
import { leastParameters } from "../support/statements.ts";
import { onEachStore } from "../support/stores.ts";

const statements = declaredStatements();
const files = listAssets("cypher", ".cypher")
  .map((path) => path.replace(/^cypher\/|\.cypher$/gu, ""))
  .filter((name) => !name.startsWith("schema/"))
  .sort();

/** Names of parameters in the text, comments left out. */
function parametersIn(cypher: string): readonly string[] {
  const code = cypher.replace(/\/\/[^\n]*/gu, "");
  return [...new Set([...code.matchAll(/\$(?<name>\w+)/gu)].map((match) => match.groups?.["name"] ?? ""))].sort();
}

test("every statement in a file is declared, and every declaration has its file", () => {
  expect(statements.map(({ name }) => name)).toEqual(files);
  expect(schemaStatements().length).toBeGreaterThan(8);
  expect(Object.keys(columnStatements()).length).toBeGreaterThan(15);
});

test.each(Object.entries(columnStatements()))(
  "%s uses exactly the columns that it declares",
  (_name, { cypher, row }) => {
    const used = [
      ...new Set([...cypher.matchAll(/rows\.(?<name>\w+)/gu)].map((match) => match.groups?.["name"] ?? "")),
    ];
    expect(used.sort()).toEqual(Object.keys(row.shape).sort());
  },
);

test.each(statements)(
  "$name has its question on top and uses exactly the parameters that it declares",
  ({ cypher, params }) => {
    expect(cypher).toMatch(/^\/\/ \S.*[.?]\n/u);
    const declared = params instanceof z.ZodObject ? Object.keys(params.shape).sort() : [];
    expect(parametersIn(cypher)).toEqual(declared);
  },
);

onEachStore((given) => {
  test("every statement runs, and gives rows of the shape that it declares", async () => {
    for (const { name, cypher, params, row } of statements) {
      const rows = await given.store.write((transaction) => transaction.run(cypher, leastParameters(params)));
      expect(z.array(row).safeParse(rows).success, `${name}: ${JSON.stringify(rows)}`).toBe(true);
    }
  });
});

function columnStatements() {
  return Object.fromEntries(
    statements.flatMap(({ name, cypher, params }) => {
      const documents = params instanceof z.ZodObject ? (params.shape as z.ZodRawShape)["documents"] : undefined;
      const row = documents instanceof z.ZodArray ? documents.element : undefined;
      return row instanceof z.ZodObject ? [[name, { cypher, row }] as const] : [];
    }),
  );
}
