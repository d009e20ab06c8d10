import { createHash } from "node:crypto";
import { wordFaults } from "../../facts/check.ts";
import type { ReviewedFacts } from "../../facts/read-facts.ts";
import { parseDocumentId } from "../../facts/document-id.ts";
import { identify, type Identified } from "../../identify/identify.ts";
import type { KnownDocument } from "../../identify/join-citation.ts";
import { renamed } from "../../identify/rename.ts";
import { run } from "../statement.ts";
import type { Store, Transaction } from "../store.ts";
import { documentRows, type DocumentRows } from "./document-rows.ts";
import { agencyRows } from "./registry-view.ts";
import type { RegistryView } from "./body.ts";
import { refresh } from "./refresh.ts";
import {
  clearStatements,
  documentStatements as write,
  refreshStatements as ask,
  registryStatements as known,
  unhold,
} from "./statements.ts";

/** What loading one document did. */
export interface Loaded {
  readonly file: string;
  readonly id: string;
  readonly name: string;
  readonly tasks: number;
  readonly joins: Identified["joins"];
  readonly doubts: Identified["doubts"];
  /** True where another text claims the same id: both are kept, this one under an id of its own. */
  readonly conflict: boolean;
}

/**
 * How another store has the document, for one that is to have it alike: what it is joined to and which of two texts has the plain id depend on what was
 * held when it was loaded.
 */
export interface Before {
  readonly id: string;
  /** The held documents that its citations were weighed against. */
  readonly weighed: readonly string[];
}

/** Writes one document in one transaction, with its words where they are at hand or kept already: the same facts twice change nothing, a fact that is gone from the file goes from the graph. */
export async function loadDocument(
  store: Pick<Store, "write">,
  reviewed: ReviewedFacts,
  registry: RegistryView,
  before?: Before,
): Promise<Loaded> {
  return store.write(async (transaction) => {
    const candidates =
      before === undefined ? await knownDocuments(transaction, reviewed, registry) : knownBefore(registry, before);
    const text = reviewed.text ?? (await heldWords(transaction, reviewed));
    const claimed = identify(reviewed, candidates, text);
    const { identified, conflict, replaced } = await apart(transaction, claimed, sourceOf(reviewed), before);
    const rows = documentRows(identified, registry, { claims: claimed.id, conflict, text });
    const touched = await clear(transaction, identified.id, sourceOf(reviewed));
    await writeDocument(transaction, rows, { ...reviewed, text }, registry);
    await run(transaction, ask.dropSources, { hashes: replaced });
    await refresh(transaction, [...touched, ...(await run(transaction, ask.touched, { id: identified.id }))], registry);
    const { name } = rows.document.properties;
    return {
      file: reviewed.file,
      id: identified.id,
      name,
      tasks: rows.tasks.length,
      joins: identified.joins,
      doubts: identified.doubts,
      conflict,
    };
  });
}

/** The words that are kept already, unless they are a copy in other letters or line ends, in which the facts' offsets do not count. */
async function heldWords(transaction: Transaction, reviewed: ReviewedFacts): Promise<string | null> {
  const [held] = await run(transaction, ask.heldText, { sha256: sourceOf(reviewed) });
  const text = held?.text ?? null;
  return text === null || wordFaults(reviewed.facts, text).next().done === true ? text : null;
}

/** The hash that tells one text from another; facts that do not tell their text are told apart by themselves. */
export function sourceOf({ facts }: Pick<ReviewedFacts, "facts">): string {
  return facts.text?.sha256 ?? createHash("sha256").update(JSON.stringify(facts)).digest("hex");
}

/** Documents that a citation without year may mean: the registry's, and held ones of the same numbers. */
async function knownDocuments(
  transaction: Transaction,
  { facts }: ReviewedFacts,
  registry: RegistryView,
): Promise<readonly KnownDocument[]> {
  const numbers = facts.citations.flatMap(({ id }) => {
    const parsed = parseDocumentId(id);
    return parsed.form === "numbered" && parsed.year === null ? [parsed.number] : [];
  });
  const held = numbers.length === 0 ? [] : await run(transaction, ask.known, { numbers });
  const registered = registry.documents();
  const ids = new Set(registered.map((document) => document.id));
  return [...registered, ...held.filter(({ id }) => !ids.has(id)).map((document) => ({ ...document, plenum: null }))];
}

function knownBefore(registry: RegistryView, { weighed }: Before): readonly KnownDocument[] {
  const registered = registry.documents();
  const ids = new Set(registered.map((document) => document.id));
  // Their days were looked at then.
  const held = weighed.filter((id) => !ids.has(id)).map((id) => ({ id, title: null, issuedOn: null, plenum: null }));
  return [...registered, ...held];
}

interface Apart {
  readonly identified: Identified;
  readonly conflict: boolean;
  /** Hashes of older readings that this one takes the place of. */
  readonly replaced: string[];
}

/**
 * Two texts that claim one id are kept apart: the one that came second gets an id of its own, and says so. A text of the same name is no second one but
 * a newer reading of the first (a cleaner copy), and takes its place.
 */
async function apart(
  transaction: Transaction,
  identified: Identified,
  sha256: string,
  before: Before | undefined,
): Promise<Apart> {
  const { source } = identified.facts;
  const own = `${identified.id}~${sha256.slice(0, 8)}`;
  const holders = await run(transaction, ask.heldDocument, { id: identified.id });
  const older = holders.filter((holder) => holder.sha256 !== sha256 && holder.name === source);
  const isFirst = holders.length === older.length || holders.some((holder) => holder.sha256 === sha256);
  if (before === undefined ? isFirst : before.id !== own) {
    const rivals = await run(transaction, ask.rivals, { id: identified.id });
    return { identified, conflict: rivals.length > 0, replaced: older.map((holder) => holder.sha256) };
  }
  await run(transaction, ask.flagConflict, { id: identified.id });
  const message = `${identified.id} is claimed by another text too; both are kept`;
  return {
    identified: {
      ...identified,
      id: own,
      facts: renamed(identified.facts, (each) => (each === identified.id ? own : each)),
      doubts: [...identified.doubts, { code: "CONFLICT", message, start: null, end: null }],
    },
    conflict: true,
    replaced: [],
  };
}

/** Takes away what the document said before, also where it stood under another id; returns what it named. */
async function clear(transaction: Transaction, id: string, sha256: string) {
  const before = (await run(transaction, ask.heldSource, { sha256 })).map((document) => document.id);
  const touched: { label: "Agency" | "Document" | "Person"; id: string }[] = [];
  for (const each of new Set([id, ...before])) {
    touched.push(...(await run(transaction, ask.touched, { id: each })));
    for (const statement of clearStatements) await run(transaction, statement, { id: each });
    if (each === id) continue;
    await run(transaction, unhold, { id: each });
    touched.push({ label: "Document", id: each });
  }
  return touched;
}

async function writeDocument(
  transaction: Transaction,
  rows: DocumentRows,
  reviewed: Omit<ReviewedFacts, "text"> & { readonly text: string | null },
  registry: RegistryView,
): Promise<void> {
  const { id } = rows;
  const { facts, review, text } = reviewed;
  const registered = registry.documents().some((document) => document.id === id);
  await run(transaction, write.document, {
    id,
    ...rows.document,
    properties: { ...rows.document.properties, registered },
  });
  await run(transaction, write.source, {
    id,
    names: [...new Set([facts.source, reviewed.name ?? facts.source])],
    properties: {
      sha256: sourceOf(reviewed),
      name: facts.source,
      encoding: facts.text?.encoding ?? null,
      length: facts.text?.length ?? null,
      facts: JSON.stringify(facts),
      review: JSON.stringify(review),
      text,
    },
  });
  await run(transaction, write.cited, { rows: rows.cited });

  const bodies = agencyRows(rows.agencies, registry);
  await run(transaction, write.agencies, { rows: bodies.agencies });
  await run(transaction, write.agencyPlaces, { rows: bodies.places });
  await run(transaction, write.memberships, { rows: bodies.memberships });
  await run(transaction, known.parts, { rows: bodies.parts });
  await run(transaction, known.successions, { rows: bodies.successions });
  await run(transaction, write.names, { id, rows: rows.names });
  await run(transaction, write.shortNames, { rows: rows.shortNames });

  for (const [relation, statement] of Object.entries(write.relations)) {
    const edges = [...rows.citations, ...rows.effects, ...rows.links].filter((edge) => edge.relation === relation);
    await run(transaction, statement, { rows: edges });
  }
  const place = registry.placeOf(id);
  if (place !== null) await run(transaction, write.place, { id, place });
  if (rows.issuer !== null) await run(transaction, write.issued, { id, agency: rows.issuer, properties: rows.issued });
  await run(transaction, write.signed, { id, rows: rows.signers });

  await run(transaction, write.tasks, { id, rows: rows.tasks });
  await run(transaction, write.targets, { id, rows: rows.targets });
  await run(transaction, write.leads, { rows: rows.leads });
  await run(transaction, write.cooperates, { rows: rows.cooperates });
  await run(transaction, write.directed, { rows: rows.directed });
  await run(transaction, write.carriesOut, { rows: rows.carriesOut });
  await run(transaction, write.reports, {
    rows: rows.reports.flatMap(({ from, ...line }) => (from === null ? [] : [{ from, ...line }])),
  });
  await run(transaction, write.reportsUnnamed, { id, rows: rows.reports.filter((line) => line.from === null) });
  await run(transaction, write.passesOn, { rows: rows.passesOn });
  await run(transaction, write.receives, { id, rows: rows.receives });
}
