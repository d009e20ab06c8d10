import {
  RELATIONS,
  type AgencyFact,
  type CitationFact,
  type Facts,
  type LinkFact,
  type PartFact,
} from "../facts/model.ts";

/** The facts with one entry for each document, body, part and link, where joining ids left several. */
export function mergeDuplicates(facts: Facts): Facts {
  const own = facts.document.id;
  return {
    ...facts,
    citations: merged(facts.citations, (citation) => citation.id, mergeCitations).filter(
      (citation) => citation.id !== own,
    ),
    links: merged(facts.links, linkKey, (first) => first).filter((link) => link.from !== link.to),
    agencies: merged(facts.agencies, (agency) => agency.id, mergeAgencies),
    tasks: facts.tasks.map((task) => {
      const leads = merged(task.leads, (part) => part.agency, strongest);
      const leading = new Set(leads.map((part) => part.agency));
      return {
        ...task,
        leads,
        // Nobody cooperates with itself, nor is told to direct itself.
        cooperates: merged(task.cooperates, (part) => part.agency, strongest).filter(
          (part) => !leading.has(part.agency),
        ),
        directed: merged(task.directed, (part) => part.agency, strongest).filter((part) => !leading.has(part.agency)),
      };
    }),
  };
}

function merged<T>(items: readonly T[], key: (item: T) => string, merge: (first: T, second: T) => T): T[] {
  const byKey = new Map<string, T>();
  for (const item of items) {
    const first = byKey.get(key(item));
    byKey.set(key(item), first === undefined ? item : merge(first, item));
  }
  return [...byKey.values()];
}

function linkKey({ from, relation, to }: LinkFact): string {
  return `${from} ${relation} ${to}`;
}

function mergeCitations(first: CitationFact, second: CitationFact): CitationFact {
  const [strong, weak] =
    RELATIONS.indexOf(first.relation) <= RELATIONS.indexOf(second.relation) ? [first, second] : [second, first];
  return {
    ...strong,
    number: strong.number ?? weak.number,
    symbol: strong.symbol ?? weak.symbol,
    issuedOn: strong.issuedOn ?? weak.issuedOn,
    issuer: strong.issuer ?? weak.issuer,
    mentions: [...first.mentions, ...second.mentions].sort((a, b) => a.start - b.start),
  };
}

function mergeAgencies(first: AgencyFact, second: AgencyFact): AgencyFact {
  return { ...first, mentions: [...first.mentions, ...second.mentions].sort((a, b) => a.start - b.start) };
}

function strongest(first: PartFact, second: PartFact): PartFact {
  return second.basis === "stated" && first.basis !== "stated" ? second : first;
}
