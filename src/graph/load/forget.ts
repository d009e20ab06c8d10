import { ZodError } from "zod";
import { FactsError, type ReviewedFacts } from "../../facts/read-facts.ts";
import type { Review } from "../../facts/review.ts";
import { groupBy } from "../../group-by.ts";
import { run } from "../statement.ts";
import type { Transaction } from "../store.ts";
import type { RegistryView } from "./body.ts";
import { byItself } from "./by-itself.ts";
import { forgetStatements as ask } from "./forget-statements.ts";
import { heldReading, takeHeld } from "./keep-and-record.ts";
import { registeredDocuments } from "./load-registry.ts";
import { refresh, type Touched } from "./refresh.ts";
import { clearStatements, refreshStatements, registryStatements, unhold } from "./statements.ts";

/** A document that was taken out. */
export interface Forgotten {
  readonly id: string;
  readonly name: string;
  /** What the text was called that it was read from, and its hash. */
  readonly sources: readonly { readonly name: string; readonly sha256: string }[];
  readonly tasks: number;
  /** The documents that were loaded anew, for without it they mean or are something else. */
  readonly anew: readonly string[];
}

/**
 * Takes a held document out, with its text, its facts, its review and whatever only it named: what stands then is what would stand had it never been
 * loaded. Others' citations of it stay, so that it is known by citation or by the registry again; who was weighed against it or claims the same id is
 * loaded anew by `load`. What the registry knows of its province stays. Null where no such document is held.
 */
export async function forgetDocument(
  transaction: Transaction,
  id: string,
  registry: RegistryView,
  load: (reviewed: ReviewedFacts) => Promise<unknown>,
): Promise<Forgotten | null> {
  const [about] = await run(transaction, ask.about, { id });
  if (about === undefined) return null;
  const { claims, name, number, tasks } = about;
  const ids = [id];
  const sources = await run(transaction, refreshStatements.heldDocument, { ids });
  const hashes = sources.map(({ sha256 }) => sha256);
  await takeHeld(transaction, hashes);
  const others = await dependents(transaction, { id, claims, number });

  const touched = await run(transaction, refreshStatements.touched, { ids });
  for (const statement of [...clearStatements, unhold]) await run(transaction, statement, { ids });
  await run(transaction, refreshStatements.dropSources, { hashes });
  for (const other of others) {
    const reading = await readingOf(transaction, other);
    if (reading !== null) await load(reading);
  }
  const left: readonly Touched[] = [...touched, { label: "Document", id }];
  await asOthersKnow(transaction, left, registry);
  await refresh(transaction, left, [], registry);
  return { id, name, sources: sources.map((each) => ({ name: each.name, sha256: each.sha256 })), tasks, anew: others };
}

/** The documents that are something else, or mean something else, without this one; those that claim its id first. */
async function dependents(
  transaction: Transaction,
  { id, claims, number }: { readonly id: string; readonly claims: string; readonly number: string | null },
): Promise<readonly string[]> {
  const rivals = [
    ...(await run(transaction, refreshStatements.heldDocument, { ids: [claims] })),
    ...(await run(transaction, refreshStatements.rivals, { ids: [claims] })),
  ];
  const leaning = number === null ? [] : await run(transaction, ask.leaning, { id, number });
  return [...new Set([...rivals, ...leaning].map((each) => each.id))].filter((each) => each !== id);
}

/** What was loaded of a held document; null where it is not held or cannot be read any more. */
async function readingOf(transaction: Transaction, id: string): Promise<ReviewedFacts | null> {
  const [source] = await run(transaction, refreshStatements.heldDocument, { ids: [id] });
  if (source === undefined) return null;
  const [held] = await run(transaction, refreshStatements.heldReadings, { hashes: [source.sha256] });
  try {
    const reading = heldReading(source, held ?? null);
    // As it stands there, its fields in their own order: it is not to be changed.
    return reading === null ? null : { ...reading, review: JSON.parse(held?.review ?? "") as Review };
  } catch (error) {
    // What another version left, or somebody wrote by hand, `doctor` tells of.
    if (error instanceof FactsError || error instanceof ZodError || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Documents that are not held are called what those call them that cite them, the first by its id; what the registry knows it says itself. */
async function asOthersKnow(transaction: Transaction, left: readonly Touched[], registry: RegistryView): Promise<void> {
  const ids = left.flatMap((each) => (each.label === "Document" ? [each.id] : []));
  const unheld = await run(transaction, ask.unheld, { ids });
  const bare = { held: false, conflict: false, diagnostics: [] };
  const known = unheld.filter(({ registered }) => registered).map((each) => each.id);
  const cited = await asCited(
    transaction,
    unheld.filter(({ registered }) => !registered).map((each) => each.id),
    registry,
  );
  const rows = [
    ...known.map((id) => ({ id, properties: { id, registered: true, ...bare } })),
    ...cited.map((row) => ({ id: row.id, properties: { ...row, registered: false, ...bare } })),
  ];
  if (rows.length > 0) await run(transaction, ask.onlyCited, { rows });
  if (known.length > 0)
    await run(transaction, registryStatements.documents, {
      rows: registeredDocuments(registry).filter(({ id }) => known.includes(id)),
    });
}

async function asCited(transaction: Transaction, ids: readonly string[], registry: RegistryView) {
  const citations = await run(transaction, refreshStatements.citations, { ids: [...ids] });
  const first = new Map([...citations].reverse().map(({ id, citing }) => [id, citing]));
  const rows = [];
  for (const [citing, of] of groupBy(first, ([, each]) => each)) {
    const reading = await readingOf(transaction, citing);
    const cited = reading === null ? [] : byItself(reading, registry).rows.cited;
    for (const [id] of of) rows.push(...cited.filter((each) => each.id === id).slice(0, 1));
  }
  return rows;
}
