import { createHash } from "node:crypto";
import { listAssets, readAsset } from "../../assets.ts";
import { FactsError, readFacts, type ReviewedFacts } from "../../facts/read-facts.ts";
import { sourceOf } from "../../facts/source-of.ts";
import { provinceDecided, type Review } from "../../facts/review.ts";
import { loadRegistry } from "../../registry/load-registry.ts";
import { Ahead } from "./ahead.ts";
import { beginBeside, type Sent } from "./begin-beside.ts";
import { loadInTurn } from "./load-in-turn.ts";
import { prepareSchema } from "../schema.ts";
import { record, type Author } from "../audit.ts";
import type { Store, Transaction } from "../store.ts";
import { forgetDocument, type Forgotten } from "./forget.ts";
import { heldReading, keepAndRecord, takeHeld, type Signed } from "./keep-and-record.ts";
import { loadDocuments, type Loaded, type LoadManner, type Underway } from "./load-documents.ts";
import type { PlanManner } from "./plan.ts";
import { loadRegistryInto } from "./load-registry.ts";
import { registryView } from "./registry-view.ts";
import { workedOut } from "./by-itself.ts";
import { COUNTRY, type RegistryView } from "./body.ts";
import { refreshStatements } from "./statements.ts";
import { read, run } from "../statement.ts";

/** What became of each file, in the order given. */
export type Outcome =
  { readonly ok: true; readonly loaded: Loaded } | { readonly ok: false; readonly error: FactsError };

/** Writes documents into a store that is ready for them, with the registry that they rest on. */
export interface Loader {
  /**
   * One document in one transaction. `signed`: who loads it; without, nothing is recorded. `manner`: how another store has it, where this one is to have it
   * alike; what is loaded on the same occasion.
   */
  load(reviewed: ReviewedFacts, signed?: Signed, manner?: PlanManner): Promise<Loaded>;
  /**
   * Each batch in one transaction, all or none of it; documents that depend on others of their batch in transactions that follow. While one batch is written
   * the next is got and worked out, and begun where the store can run both and it does not depend on that one. `onLoaded` is told of each document once it is kept, in the order given. None of them takes the place of another.
   */
  loadAll(
    batches: AsyncIterable<readonly ReviewedFacts[]>,
    onLoaded: (loaded: Loaded) => void,
    signed?: Signed,
  ): Promise<void>;
  /** Writes what the registry knows of places (`vn/an-giang`). */
  know(places: readonly string[]): Promise<void>;
  /**
   * Changes the review of a held document in one transaction: what others decided meanwhile is seen, nothing of it is lost. `revise` may be called several
   * times. Null where no such document is held.
   */
  revise(document: string, revise: (held: ReviewedFacts) => Revised): Promise<Loaded | null>;
  /** Takes a held document out in one transaction, and records who did. Null where no such document is held. */
  forget(document: string, author: Author): Promise<Forgotten | null>;
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
  // `known`: what was written or found on the same occasion.
  const know = async (given: readonly ReviewedFacts[], known = new Set<string>()): Promise<ReadonlySet<string>> => {
    const places = new Set(given.flatMap((each) => withSuccessors(placesOf(each, view), view)));
    const wanted = [...places].filter((place) => !known.has(place));
    if (wanted.length > 0) await loadRegistryInto(store, view, sha256, wanted);
    for (const place of wanted) known.add(place);
    return new Set([COUNTRY, ...places]);
  };
  const keep = (transaction: Transaction, given: readonly ReviewedFacts[], places: ReadonlySet<string>, how: How) =>
    keepAndRecord(transaction, given, (kept) => loadDocuments(transaction, kept, view, places, how), how.signed);
  const write = async (given: readonly ReviewedFacts[], how: How): Promise<readonly Loaded[]> => {
    const places = await know(given);
    return store.write((transaction) => keep(transaction, given, places, how));
  };
  return {
    load: async (reviewed, signed, manner) => only(await write([reviewed], { ...manner, signed })),
    loadAll: async (batches, onLoaded, signed) => {
      const ahead = new Ahead(workedOut(batches, view));
      const alongside = new Set<string>();
      const known = new Set<string>();
      const begin = async (given: readonly ReviewedFacts[], after: Underway): Promise<Sent> => {
        const places = await know(given, known);
        const sent = await beginBeside(store, given.length, after, (transaction, beside) =>
          keep(transaction, given, places, { signed, alongside, ...beside }),
        );
        for (const each of given.slice(0, sent.plan.loaded.length)) alongside.add(sourceOf(each));
        return sent;
      };
      await loadInTurn(ahead, view, begin, onLoaded);
    },
    revise: async (document, revise) => {
      const [source] = await read(store, refreshStatements.heldDocument, { ids: [document] });
      if (source === undefined) return null;
      const heldIn = async (transaction: Transaction) =>
        heldReading(source, (await takeHeld(transaction, [source.sha256])).get(source.sha256) ?? null);
      const before = await store.read(async (transaction) =>
        heldReading(source, (await run(transaction, refreshStatements.heldText, { sha256: source.sha256 }))[0] ?? null),
      );
      if (before === null) return null;
      // What the registry knows of a province that is decided on is written first, in transactions of its own.
      const places = await know([{ ...before, review: revise(before).review }]);
      return store.write(async (transaction) => {
        const held = await heldIn(transaction);
        if (held === null) return null;
        const { review, signed } = revise(held);
        return only(await keep(transaction, [{ ...held, review }], places, { signed }));
      });
    },
    forget: (document, author) =>
      store.write(async (transaction) => {
        const forgotten = await forgetDocument(transaction, document, view, async (reviewed) =>
          loadDocuments(transaction, [reviewed], view, new Set([COUNTRY, ...placesOf(reviewed, view)])),
        );
        if (forgotten === null) return null;
        const detail = `its text was ${forgotten.sources.map(({ sha256 }) => sha256.slice(0, 8)).join(", ")}`;
        await record(transaction, { ...author, what: "FORGOTTEN", document, name: forgotten.name, detail });
        return forgotten;
      }),
    know: (places) => loadRegistryInto(store, view, sha256, places),
  };
}

interface How extends LoadManner {
  readonly signed?: Signed | undefined;
}

/** Of any list the first document is loaded. */
function only([loaded]: readonly Loaded[]): Loaded {
  if (loaded === undefined) throw new Error("a document was not loaded");
  return loaded;
}

export interface LoadOptions {
  /** How many documents go into one transaction, at most: more are faster, and lost together where the store fails meanwhile. */
  readonly together?: number;
  /** Who loads, to be recorded. */
  readonly author?: Author;
  /** Told of each file once it is kept or refused. */
  readonly onDone?: (outcome: Outcome) => void;
}

/**
 * Loads facts files into a store, with the registry that they rest on: one transaction a document, unless `together` says otherwise. Nothing of a faulty file is
 * loaded, the others are. Returns what became of each, in the order given. Throws only where the store fails.
 */
export async function load(
  store: Store,
  files: readonly string[],
  { together = 1, author, onDone = () => undefined }: LoadOptions = {},
): Promise<readonly Outcome[]> {
  const loader = await makeLoader(store);
  const outcomes: Outcome[] = [];
  const done = (index: number, outcome: Outcome): void => {
    outcomes[index] = outcome;
    onDone(outcome);
  };
  const waiting: number[] = [];
  async function* batches(): AsyncGenerator<readonly ReviewedFacts[]> {
    let batch: ReviewedFacts[] = [];
    for (const [index, file] of files.entries()) {
      const read = await factsOf(file);
      if (read.ok) {
        waiting.push(index);
        batch.push(read.reviewed);
      } else done(index, read);
      if (batch.length < together) continue;
      yield batch;
      batch = [];
    }
    yield batch;
  }
  await loader.loadAll(batches(), (loaded) => done(waiting.shift() ?? 0, { ok: true, loaded }), author);
  return outcomes;
}

async function factsOf(
  file: string,
): Promise<
  { readonly ok: true; readonly reviewed: ReviewedFacts } | { readonly ok: false; readonly error: FactsError }
> {
  try {
    return { ok: true, reviewed: await readFacts(file) };
  } catch (error) {
    if (error instanceof FactsError) return { ok: false, error };
    throw error;
  }
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
