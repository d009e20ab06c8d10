import type { FactClass } from "../../src/facts/fact-class.ts";
import { classesOf } from "../../src/facts/fact-class.ts";
import type { Seen } from "../../src/facts/confidence.ts";
import { factsOf, goldenDocuments } from "./golden.ts";
import { agreements } from "./score.ts";

/** How often facts of each class are found in the golden documents, and how often their careful readers had them too; in the order of the names. */
export function seenClasses(): readonly (FactClass & Seen)[] {
  const rows = new Map<
    string,
    { readonly fact: FactClass["fact"]; readonly how: string; found: number; agreed: number }
  >();
  for (const golden of goldenDocuments()) {
    const facts = factsOf(golden);
    const classes = classesOf(facts);
    for (const [fact, isRight] of agreements(golden.gold, facts)) {
      const found = classes.get(fact);
      if (found === undefined) throw new Error(`a fact of ${golden.name} is of no class: ${JSON.stringify(fact)}`);
      const key = `${found.fact} ${found.how}`;
      const row = rows.get(key) ?? { ...found, found: 0, agreed: 0 };
      rows.set(key, { ...row, found: row.found + 1, agreed: row.agreed + (isRight ? 1 : 0) });
    }
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
