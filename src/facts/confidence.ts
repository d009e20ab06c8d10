import { classesOf, type FactClass } from "./fact-class.ts";
import type { Facts } from "./model.ts";

/** How often facts of a class were found in documents whose facts a careful reader has written down, and how often the reader had them too. */
export interface Seen {
  readonly found: number;
  readonly agreed: number;
}
/** What was seen of each class; a kind of fact that no reader was asked for has no class here. */
export interface Confidence {
  /** The share, by Laplace's rule, of facts of the class that are right: 0.5 for a class never seen; null for a kind never measured. */
  of(found: FactClass): number | null;
}

export function makeConfidence(rows: readonly (FactClass & Seen)[]): Confidence {
  const seen = new Map(rows.map((row) => [keyOf(row), row]));
  const measured = new Set(rows.map(({ fact }) => fact));
  return {
    of: (found) => {
      if (!measured.has(found.fact)) return null;
      const { found: times, agreed } = seen.get(keyOf(found)) ?? { found: 0, agreed: 0 };
      return Math.round(((agreed + 1) / (times + 2)) * 100) / 100;
    },
  };
}

/** The facts, each with the share of its class that proved right. */
export function withConfidence(facts: Facts, confidence: Confidence): Facts {
  const classes = classesOf(facts);
  const sure = <T extends object>(fact: T): T => {
    const known = classes.get(fact);
    const share = known === undefined ? null : confidence.of(known);
    return share === null ? fact : { ...fact, confidence: share };
  };
  const each = <T extends object>(list: readonly T[]): T[] => list.map(sure);
  return {
    ...facts,
    citations: each(facts.citations),
    links: each(facts.links),
    agencies: each(facts.agencies),
    tasks: facts.tasks.map((task) => ({
      ...sure(task),
      leads: each(task.leads),
      cooperates: each(task.cooperates),
      directed: each(task.directed),
      deadline: task.deadline === null ? null : sure(task.deadline),
    })),
    reports: each(facts.reports),
    targets: each(facts.targets),
    recipients: each(facts.recipients),
  };
}

function keyOf({ fact, how }: FactClass): string {
  return `${fact} ${how}`;
}
