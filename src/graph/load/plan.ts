import { wordFaults } from "../../facts/check.ts";
import type { ReviewedFacts } from "../../facts/read-facts.ts";
import { sourceOf } from "../../facts/source-of.ts";
import { identify, type Identified } from "../../identify/identify.ts";
import type { KnownDocument } from "../../identify/join-citation.ts";
import { renamed } from "../../identify/rename.ts";
import { groupBy } from "../../group-by.ts";
import { run } from "../statement.ts";
import type { Transaction } from "../store.ts";
import type { RegistryView } from "./body.ts";
import { byItself, yearless } from "./by-itself.ts";
import { documentRows, type DocumentRows } from "./document-rows.ts";
import { refreshStatements as ask } from "./statements.ts";

/** A document as it is to stand in the graph, and what stands there of it before. */
export interface Planned {
  readonly reviewed: ReviewedFacts;
  readonly sha256: string;
  /** The words, where they are at hand or kept already. */
  readonly text: string | null;
  readonly identified: Identified;
  readonly rows: DocumentRows;
  /** True where another text claims the same id. */
  readonly conflict: boolean;
  /** The id that another text has, where that one is to be flagged. */
  readonly flags: string | null;
  /** The earlier reading that this one takes the place of, if there is one. */
  readonly replaced: readonly Claimant[];
  /** Ids under which something of it is held, its own among them where it is. */
  readonly held: readonly string[];
}

/**
 * How another store has a document, for one that is to have it alike: what it is joined to and which of two texts has the plain id depend on what was held
 * when it was loaded.
 */
export interface Before {
  readonly id: string;
  /** The held documents that its citations were weighed against. */
  readonly weighed: readonly string[];
}

/** A held text that claims an id, and the id that it is held under. */
interface Claimant {
  readonly id: string;
  readonly sha256: string;
  readonly name: string;
}

/** What is known of documents that are loaded beside what the store holds. */
export interface PlanManner {
  readonly before?: Before | undefined;
  /** Hashes of the texts that are loaded on the same occasion: of two of one name none is an earlier reading of the other. */
  readonly alongside?: ReadonlySet<string> | undefined;
}

/**
 * What is to be written of documents, in their order, as far as it can be told from what the graph holds before the first: a document that depends on
 * one before it ends the list, and waits for the next transaction. Of any list the first is planned. `before` is of a list of one.
 */
export async function plan(
  transaction: Transaction,
  given: readonly ReviewedFacts[],
  registry: RegistryView,
  { before, alongside }: PlanManner = {},
): Promise<readonly Planned[]> {
  const hashes = given.map(sourceOf);
  const [{ candidates, bearsOn }, heldWords] = await Promise.all([
    before === undefined ? knownDocuments(transaction, given, registry) : knownBefore(registry, before),
    run(transaction, ask.heldWords, { hashes: distinct(hashes) }),
  ]);
  const words = new Map(heldWords.map(({ sha256, text }) => [sha256, text]));
  const claims = given.map((reviewed, index) => {
    const sha256 = hashes[index] ?? "";
    const text = reviewed.text ?? fitting(reviewed, words.get(sha256) ?? null);
    const alone = byItself(reviewed, registry);
    const claimed = alone.text === text && !bearsOn(reviewed) ? alone.identified : identify(reviewed, candidates, text);
    return { reviewed, sha256, text, claimed, alone };
  });
  const held = await heldOf(transaction, claims);
  const planned: Planned[] = [];
  for (const { reviewed, sha256, text, claimed, alone } of claims) {
    const { identified, conflict, flags, replaced } = apart(claimed, sha256, held, { before, alongside });
    const rows =
      identified === alone.identified && !conflict
        ? alone.rows
        : documentRows(identified, registry, { claims: claimed.id, conflict, text });
    const stood = distinct([
      ...(held.holders.has(identified.id) ? [identified.id] : []),
      ...(held.bySource.get(sha256) ?? []).map(({ id }) => id),
      ...replaced.map(({ id }) => id),
    ]);
    const next = { reviewed, sha256, text, identified, rows, conflict, flags, replaced, held: stood };
    if (planned.some((each) => concerns(each, next))) break;
    planned.push(next);
  }
  return planned;
}

/** Kept words, unless they are a copy in other letters or line ends, in which the facts' offsets do not count. */
function fitting({ facts }: ReviewedFacts, words: string | null): string | null {
  return words === null || wordFaults(facts, words).next().done === true ? words : null;
}

/** True where what is to be written of `later` rests on what `earlier` will have changed. */
function concerns(earlier: Planned, later: Planned): boolean {
  const mine = new Set([earlier.rows.document.properties.claims, earlier.identified.id, ...earlier.held]);
  const { claims } = later.rows.document.properties;
  const { number } = earlier.identified.facts.document;
  return (
    earlier.sha256 === later.sha256 ||
    [claims, later.identified.id, ...later.held].some((id) => mine.has(id)) ||
    (number !== null && yearless(later.reviewed).includes(number))
  );
}

interface Known {
  /** What a citation without year may mean. */
  readonly candidates: readonly KnownDocument[];
  /** Whether held documents are among those that a document may mean. */
  readonly bearsOn: (reviewed: ReviewedFacts) => boolean;
}

/** The registry's documents, and held ones of the numbers that are cited without year. */
async function knownDocuments(
  transaction: Transaction,
  given: readonly ReviewedFacts[],
  registry: RegistryView,
): Promise<Known> {
  const numbers = distinct(given.flatMap(yearless));
  const held = numbers.length === 0 ? [] : await run(transaction, ask.known, { numbers });
  const registered = registry.documents();
  const ids = new Set(registered.map((document) => document.id));
  const more = held.filter(({ id }) => !ids.has(id)).map((document) => ({ ...document, plenum: null }));
  return { candidates: [...registered, ...more], bearsOn: (each) => more.length > 0 && yearless(each).length > 0 };
}

function knownBefore(registry: RegistryView, { weighed }: Before): Known {
  const registered = registry.documents();
  const ids = new Set(registered.map((document) => document.id));
  // Their days were looked at then.
  const more = weighed.filter((id) => !ids.has(id)).map((id) => ({ id, title: null, issuedOn: null, plenum: null }));
  return { candidates: [...registered, ...more], bearsOn: () => more.length > 0 };
}

interface Held {
  /** The texts that each document is read from, by its id. */
  readonly holders: ReadonlyMap<string, readonly Claimant[]>;
  /** The documents that are read from each text, by its hash. */
  readonly bySource: ReadonlyMap<string, readonly { readonly id: string }[]>;
  /** The held texts that claim an id and stand under another one, by the id that they claim. */
  readonly rivals: ReadonlyMap<string, readonly Claimant[]>;
}

async function heldOf(
  transaction: Transaction,
  claims: readonly { readonly claimed: Identified; readonly sha256: string }[],
): Promise<Held> {
  const ids = distinct(claims.map(({ claimed }) => claimed.id));
  const hashes = distinct(claims.map(({ sha256 }) => sha256));
  const [rivals, holders, sources] = await Promise.all([
    run(transaction, ask.rivals, { ids }),
    run(transaction, ask.heldDocument, { ids }),
    run(transaction, ask.heldSource, { hashes }),
  ]);
  return {
    holders: groupBy(holders, ({ id }) => id),
    bySource: groupBy(sources, ({ sha256 }) => sha256),
    rivals: groupBy(rivals, ({ claimed }) => claimed),
  };
}

/**
 * Two texts that claim one id are kept apart: the one that came second gets an id of its own, and says so. A text of the same name is no second one but
 * a newer reading of the first (a cleaner copy), and takes its place.
 */
function apart(
  claimed: Identified,
  sha256: string,
  held: Held,
  { before, alongside = new Set() }: PlanManner,
): Pick<Planned, "identified" | "conflict" | "flags" | "replaced"> {
  const holders = held.holders.get(claimed.id) ?? [];
  const rivals = held.rivals.get(claimed.id) ?? [];
  const own = `${claimed.id}~${sha256.slice(0, 8)}`;
  const claimants = [...holders, ...rivals];
  const replaced = before === undefined ? earlierReading(claimants, sha256, claimed.facts.source, alongside) : [];
  const isGone = (each: Claimant): boolean => replaced.includes(each);
  const isFirst = holders.every(isGone) || holders.some((holder) => holder.sha256 === sha256);
  if (before === undefined ? isFirst : before.id !== own) {
    const conflict = rivals.some((rival) => rival.sha256 !== sha256 && !isGone(rival));
    return { identified: claimed, conflict, flags: null, replaced };
  }
  const message = `${claimed.id} is claimed by another text too; both are kept`;
  return {
    identified: {
      ...claimed,
      id: own,
      facts: renamed(claimed.facts, (each) => (each === claimed.id ? own : each)),
      doubts: [...claimed.doubts, { code: "CONFLICT", message, start: null, end: null }],
    },
    conflict: true,
    flags: claimed.id,
    replaced,
  };
}

/**
 * The one text among those that claim an id of which another text of the same name is a newer reading. A text that is held already is no newer one, and
 * where several have the name nobody knows which is meant.
 */
function earlierReading(
  claimants: readonly Claimant[],
  sha256: string,
  name: string,
  alongside: ReadonlySet<string>,
): readonly Claimant[] {
  if (claimants.some((each) => each.sha256 === sha256)) return [];
  const namesakes = claimants.filter((each) => each.name === name && !alongside.has(each.sha256));
  return namesakes.length === 1 ? namesakes : [];
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
