import { createHash } from "node:crypto";
import { listAssets, readAsset } from "../../assets.ts";
import { FactsError, parseFacts, readFacts, type ReviewedFacts } from "../../facts/read-facts.ts";
import { provinceDecided, type Review } from "../../facts/review.ts";
import { loadRegistry } from "../../registry/load-registry.ts";
import { prepareSchema } from "../schema.ts";
import type { Author } from "../audit.ts";
import type { Store, Transaction } from "../store.ts";
import { keepAndRecord, reviewOf, takeHeld, type Held, type Signed } from "./keep-and-record.ts";
import { loadDocument, type Before, type Loaded } from "./load-document.ts";
import { loadRegistryInto } from "./load-registry.ts";
import { registryView } from "./registry-view.ts";
import { COUNTRY, type RegistryView } from "./body.ts";
import { refreshStatements } from "./statements.ts";
import { read, run } from "../statement.ts";

/** What became of each file, in the order given. */
export type Outcome =
  { readonly ok: true; readonly loaded: Loaded } | { readonly ok: false; readonly error: FactsError };

/** Writes documents one by one into a store that is ready for them, with the registry that they rest on. */
export interface Loader {
  /** `signed`: who loads it; without, nothing is recorded. `before`: how another store has it, where this one is to have it alike. */
  load(reviewed: ReviewedFacts, signed?: Signed, before?: Before): Promise<Loaded>;
  /** Writes what the registry knows of places (`vn/an-giang`). */
  know(places: readonly string[]): Promise<void>;
  /**
   * Changes the review of a held document in one transaction: what others decided meanwhile is seen, nothing of it is lost. `revise` may be called several
   * times. Null where no such document is held.
   */
  revise(document: string, revise: (held: ReviewedFacts) => Revised): Promise<Loaded | null>;
}

/** A review as it is to be, with who changed it and how. */
export interface Revised {
  readonly review: Review;
  readonly signed: Signed;
}

/** Makes a store ready: constraints, indexes, what the registry knows of the whole country. */
export async function makeLoader(store: Store): Promise<Loader> {
  const view = registryView(loadRegistry());
  const sha256 = registryHash();
  await prepareSchema(store);
  await loadRegistryInto(store, view, sha256, [COUNTRY]);
  const know = (reviewed: ReviewedFacts) =>
    loadRegistryInto(store, view, sha256, withSuccessors(placesOf(reviewed, view), view));
  const keep = (transaction: Transaction, reviewed: ReviewedFacts, signed?: Signed, before?: Before) =>
    keepAndRecord(transaction, reviewed, (kept) => loadDocument(within(transaction), kept, view, before), signed);
  return {
    load: async (reviewed, signed, before) => {
      await know(reviewed);
      return store.write((transaction) => keep(transaction, reviewed, signed, before));
    },
    revise: async (document, revise) => {
      const [source] = await read(store, refreshStatements.heldDocument, { id: document });
      if (source === undefined) return null;
      const heldIn = async (transaction: Transaction) =>
        heldReading(source, await takeHeld(transaction, source.sha256));
      const before = await store.read(async (transaction) =>
        heldReading(source, (await run(transaction, refreshStatements.heldText, { sha256: source.sha256 }))[0] ?? null),
      );
      if (before === null) return null;
      // What the registry knows of a province that is decided on is written first, in transactions of its own.
      await know({ ...before, review: revise(before).review });
      return store.write(async (transaction) => {
        const held = await heldIn(transaction);
        if (held === null) return null;
        const { review, signed } = revise(held);
        return keep(transaction, { ...held, review }, signed);
      });
    },
    know: (places) => loadRegistryInto(store, view, sha256, places),
  };
}

/** What writes into a transaction that is open already. */
function within(transaction: Transaction): Pick<Store, "write"> {
  return { write: (work) => work(transaction) };
}

function heldReading(source: { readonly name: string }, held: Held | null): ReviewedFacts | null {
  if (held?.facts == null || held.review === null) return null;
  const { text, facts, review } = held;
  const reading = { file: source.name, facts: parseFacts(facts, source.name), review: reviewOf(review) };
  return text === null ? reading : { ...reading, text };
}

/**
 * Loads facts files into a store, with the registry that they rest on: one transaction a document. Nothing of a faulty file is loaded, the others are.
 * `onDone` is told after each file; `author` is recorded. Throws only where the store fails.
 */
export async function load(
  store: Store,
  files: readonly string[],
  onDone: (outcome: Outcome) => void = () => undefined,
  author?: Author,
): Promise<readonly Outcome[]> {
  const loader = await makeLoader(store);
  const outcomes: Outcome[] = [];
  for (const file of files) {
    const outcome = await loadFile(file, loader, author);
    outcomes.push(outcome);
    onDone(outcome);
  }
  return outcomes;
}

async function loadFile(file: string, loader: Loader, author: Author | undefined): Promise<Outcome> {
  let reviewed: ReviewedFacts;
  try {
    reviewed = await readFacts(file);
  } catch (error) {
    if (error instanceof FactsError) return { ok: false, error };
    throw error;
  }
  return { ok: true, loaded: await loader.load(reviewed, author) };
}

/** The province that the document is of, by its text or by its review. */
function placesOf({ facts, review }: ReviewedFacts, { placeOf }: Pick<RegistryView, "placeOf">): readonly string[] {
  const province = provinceDecided(review);
  const places = [placeOf(facts.document.id), province === null ? null : placeOf(`${COUNTRY}/${province}/x`)];
  return places.filter((place) => place !== null);
}

/** Places with those that took them in: whoever answers for them today is known with them. */
function withSuccessors(places: readonly string[], { registry }: RegistryView): readonly string[] {
  return places.flatMap((place) => {
    const after = registry.successionsFrom("place", place.split("/")[1] ?? "");
    return [place, ...after.flatMap(({ to }) => (to === null ? [] : [`${COUNTRY}/${to}`]))];
  });
}

/** Tells one state of the registry from another. */
export function registryHash(): string {
  const hash = createHash("sha256");
  for (const path of listAssets("data/registry", ".json")) hash.update(path).update(readAsset(path));
  return hash.digest("hex");
}
