/** What the tests need besides Node.js: named in MANDATE_REQUIRE, nothing of it may be missing. */
export type Need = "neo4j" | "neo4j-2026" | "texts" | "chromium";

/** True where the tests of a need must run: a missing part is then a failure, not a remark. */
export function isRequired(need: Need): boolean {
  return (process.env["MANDATE_REQUIRE"] ?? "")
    .split(",")
    .map((each) => each.trim())
    .includes(need);
}

/** Says loudly that tests were not run; fails instead where they must be. */
export function notRun(need: Need, why: string): void {
  if (isRequired(need)) throw new Error(`tests that need ${need} must run here, but ${why}`);
  process.stderr.write(`\nNOT RUN: tests that need ${need}: ${why}\n`);
}
