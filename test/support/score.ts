import { fold } from "../../src/registry/fold.ts";
import type { Facts } from "../../src/facts/model.ts";

/** Facts as a careful reader gives them: `also` are other ids that mean the same, `tolerated` ids that may be given or left out. */
export interface Gold extends Omit<Facts, "agencies"> {
  readonly agencies: readonly (Facts["agencies"][number] & { readonly also?: readonly string[] })[];
  readonly tolerated?: readonly string[];
  readonly toleratedLinks?: readonly { readonly from: string; readonly to: string; readonly relation: string }[];
}

/** What was found of a part of the facts, what was invented and what was missed. */
export interface Tally {
  found: number;
  invented: number;
  missed: number;
}
export const PARTS = [
  "document",
  "citations",
  "relations",
  "links",
  "agencies",
  "tasks",
  "sections",
  "responsibilities",
  "basis",
  "reports",
  "deadlines",
  "targets",
  "recipients",
] as const;
export type Part = (typeof PARTS)[number];
export type Score = Readonly<Record<Part, Tally>>;

interface Placed {
  readonly start: number;
  readonly end: number;
}
/** How much of their union two spans share to be one. */
const SAME_TASK = 0.5;
const SAME_TARGET = 0.3;

/** One thing that was found: what it is compared by, and the fact that says it. */
interface Given {
  readonly key: string;
  readonly fact?: object;
}
/** What a careful reader gives for a part of the facts, and what was found of it. */
interface Compared {
  readonly wanted: readonly string[];
  readonly given: readonly Given[];
}

/** Holds facts against a careful reader's, by the rules of the contract: citations, agencies, recipients by id; tasks by their spans; parts by task, role, agency. */
export function score(gold: Gold, found: Facts): Score {
  const parts = compared(gold, found);
  return Object.fromEntries(PARTS.map((part) => [part, tally(parts[part])])) as unknown as Score;
}

/** Every fact that was found, and whether the careful reader has it too. */
export function agreements(gold: Gold, found: Facts): ReadonlyMap<object, boolean> {
  const { relations, links, agencies, tasks, responsibilities, reports, deadlines, targets, recipients } = compared(
    gold,
    found,
  );
  const all = [relations, links, agencies, tasks, responsibilities, reports, deadlines, targets, recipients];
  return new Map(
    all.flatMap(({ wanted, given }) => {
      const right = new Set(wanted);
      return given.flatMap(({ key, fact }) => (fact === undefined ? [] : [[fact, right.has(key)] as const]));
    }),
  );
}

function compared(gold: Gold, found: Facts): Readonly<Record<Part, Compared>> {
  const same = new Map(gold.agencies.flatMap((agency) => (agency.also ?? []).map((id) => [id, agency.id])));
  const agency = (id: string | null): string => (id === null ? "" : (same.get(id) ?? id));
  const free = new Set(gold.tolerated ?? []);
  const counted = <T>(items: readonly T[], id: (item: T) => string): readonly T[] =>
    items.filter((item) => !free.has(id(item)));

  const tasks = paired(gold.tasks, found.tasks, SAME_TASK);
  const nameOf = (index: number): string => tasks.get(index)?.toString() ?? `extra ${String(index)}`;
  const parts = (
    facts: Pick<Facts, "tasks">,
    name: (index: number) => string,
    what: (role: string, agency: string) => string,
  ): Given[] =>
    facts.tasks.flatMap((task, index) =>
      (["leads", "cooperates"] as const).flatMap((role) =>
        counted(task[role], (part) => agency(part.agency)).map((part) => ({
          key: `${name(index)} ${what(role, agency(part.agency))}`,
          fact: part,
        })),
      ),
    );
  const own = (index: number): string => String(index);
  const due = (facts: Pick<Facts, "tasks">, name: (index: number) => string): Given[] =>
    facts.tasks.flatMap(({ deadline }, index) =>
      deadline === null
        ? []
        : [
            {
              key: `${name(index)} ${deadline.from ?? ""}..${deadline.to ?? ""} ${deadline.recurs ?? ""}`,
              fact: deadline,
            },
          ],
    );
  const leads = (facts: Pick<Facts, "tasks">, name: (index: number) => string): ReadonlyMap<string, string> =>
    new Map(
      facts.tasks.flatMap((task, index) =>
        task.leads.map((part) => [`${name(index)} ${agency(part.agency)}`, part.basis ?? ""] as const),
      ),
    );
  const [goldLeads, foundLeads] = [leads(gold, own), leads(found, nameOf)];
  const bothLead = [...goldLeads.keys()].filter((key) => foundLeads.has(key));
  const targets = paired(gold.targets, found.targets, SAME_TARGET);
  const target = (item: Facts["targets"][number], name: string): string =>
    `${name} ${JSON.stringify([item.value].flat())} ${fold(item.unit ?? "")}`;
  const link = ({ from, to, relation }: { from: string; to: string; relation: string }): string =>
    `${from} ${relation} ${to}`;
  const freeLinks = new Set((gold.toleratedLinks ?? []).map(link));
  const relation = (citation: Facts["citations"][number]): string =>
    `${citation.id} ${citation.relation}${citation.relation === "IMPLEMENTS" ? String(citation.direct ?? true) : ""}`;
  const cited = counted(found.citations, ({ id }) => id);

  const keyed = <T extends object>(facts: readonly T[], key: (fact: T, index: number) => string): readonly Given[] =>
    facts.map((fact, index) => ({ key: key(fact, index), fact }));
  const bare = (keys: readonly string[]): readonly Given[] => keys.map((key) => ({ key }));
  const keysOf = (given: readonly Given[]): readonly string[] => given.map(({ key }) => key);

  return {
    document: { wanted: documentKeys(gold, agency), given: bare(documentKeys(found, agency)) },
    citations: { wanted: gold.citations.map(({ id }) => id), given: bare(cited.map(({ id }) => id)) },
    relations: { wanted: gold.citations.map(relation), given: keyed(cited, relation) },
    links: {
      wanted: gold.links.map(link),
      given: keyed(
        found.links.filter((each) => !freeLinks.has(link(each))),
        link,
      ),
    },
    agencies: {
      wanted: gold.agencies.map(({ id }) => id),
      given: keyed(
        counted(found.agencies, ({ id }) => id),
        ({ id }) => agency(id),
      ),
    },
    tasks: { wanted: gold.tasks.map((_, index) => own(index)), given: keyed(found.tasks, (_, index) => nameOf(index)) },
    sections: {
      wanted: [...tasks.values()].map((index) => `${own(index)} ${gold.tasks[index]?.section ?? ""}`),
      given: bare([...tasks].map(([index, of]) => `${own(of)} ${found.tasks[index]?.section ?? ""}`)),
    },
    responsibilities: {
      wanted: keysOf(parts(gold, own, (role, who) => `${role} ${who}`)),
      given: parts(found, nameOf, (role, who) => `${role} ${who}`),
    },
    basis: {
      wanted: bothLead.map((key) => `${key} ${goldLeads.get(key) ?? ""}`),
      given: bare(bothLead.map((key) => `${key} ${foundLeads.get(key) ?? ""}`)),
    },
    reports: {
      wanted: gold.reports.map(({ from, to }) => `${agency(from)} ${agency(to)}`),
      given: keyed(found.reports, ({ from, to }) => `${agency(from)} ${agency(to)}`),
    },
    deadlines: { wanted: keysOf(due(gold, own)), given: due(found, nameOf) },
    targets: {
      wanted: gold.targets.map((item, index) => target(item, own(index))),
      given: keyed(found.targets, (item, index) =>
        target(item, targets.get(index)?.toString() ?? `extra ${String(index)}`),
      ),
    },
    recipients: {
      wanted: counted(gold.recipients, (each) => agency(each.agency)).map((each) => each.agency),
      given: keyed(
        counted(found.recipients, (each) => agency(each.agency)),
        (each) => agency(each.agency),
      ),
    },
  };
}

function documentKeys({ document }: Pick<Facts, "document">, agency: (id: string | null) => string): string[] {
  const { id, kind, number, symbol, issuer, place, issuedOn, signers } = document;
  const fields = {
    id: id.replace(/~[0-9a-f]+$/u, "~"),
    kind,
    number: number?.replace(/^0+/u, ""),
    symbol: fold(symbol ?? ""),
    issuer: agency(issuer),
    place: fold(place ?? ""),
    issuedOn,
  };
  return [
    ...Object.entries(fields).flatMap(([name, value]) => (value == null || value === "" ? [] : [`${name} ${value}`])),
    ...signers.map(({ name }) => `signer ${fold(name)}`),
  ];
}

/** Spans found and the gold spans that they are, one to one, the best fits first: found index → gold index. */
function paired(gold: readonly Placed[], found: readonly Placed[], least: number): ReadonlyMap<number, number> {
  const fits = gold
    .flatMap((one, goldIndex) => found.map((other, index) => ({ goldIndex, index, share: shared(one, other) })))
    .filter(({ share }) => share >= least);
  const pairs = new Map<number, number>();
  const used = new Set<number>();
  for (const { goldIndex, index } of fits.sort((a, b) => b.share - a.share)) {
    if (used.has(goldIndex) || pairs.has(index)) continue;
    used.add(goldIndex);
    pairs.set(index, goldIndex);
  }
  return pairs;
}

function shared(a: Placed, b: Placed): number {
  const overlap = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return overlap <= 0 ? 0 : overlap / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

function tally(part: Compared): Tally {
  const [wanted, given] = [new Set(part.wanted), new Set(part.given.map(({ key }) => key))];
  const right = [...given].filter((key) => wanted.has(key)).length;
  return { found: right, invented: given.size - right, missed: wanted.size - right };
}

/** The harmonic mean of precision and recall; 1 where there was nothing to find and nothing was found. */
export function f1({ found, invented, missed }: Tally): number {
  return found + invented + missed === 0 ? 1 : (2 * found) / (2 * found + invented + missed);
}

/** Several scores as one. */
export function total(scores: readonly Score[]): Score {
  const sum = (part: Part): Tally =>
    scores.reduce(
      (all, each) => ({
        found: all.found + each[part].found,
        invented: all.invented + each[part].invented,
        missed: all.missed + each[part].missed,
      }),
      { found: 0, invented: 0, missed: 0 },
    );
  return Object.fromEntries(PARTS.map((part) => [part, sum(part)])) as unknown as Score;
}
