// Matches "CREATE CONSTRAINT task_id IF NOT EXISTS FOR (n:Task) REQUIRE n.id IS UNIQUE"; must not match "… REQUIRE (n.a, n.b) IS UNIQUE".
const UNIQUE = /\bFOR\s*\((?<node>\w+):(?<label>\w+)\)\s*REQUIRE\s+\k<node>\.(?<property>\w+)\s+IS\s+UNIQUE\b/iu;

/**
 * Schema statements with the index that each uniqueness constraint needs in front of it. Neo4j makes one with the constraint; this engine has a scan
 * look for twins and for the node itself, which makes a load quadratic.
 */
export function withIndexes(statements: readonly string[]): readonly string[] {
  return statements.flatMap((statement) => {
    const { label, property } = UNIQUE.exec(statement)?.groups ?? {};
    if (label === undefined || property === undefined) return [statement];
    const name = `${label}_${property}_unique`.toLowerCase();
    return [`CREATE INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON (n.${property})`, statement];
  });
}
