import { createHash } from "node:crypto";
import { listAssets, readAsset } from "../../assets.ts";
import { FactsError, readFacts, type ReviewedFacts } from "../../facts/read-facts.ts";
import { provinceDecided } from "../../facts/review.ts";
import { loadRegistry } from "../../registry/load-registry.ts";
import { prepareSchema } from "../schema.ts";
import type { Store } from "../store.ts";
import { loadDocuments, type Loaded } from "./load-documents.ts";
import { loadRegistryInto } from "./load-registry.ts";
import { registryView } from "./registry-view.ts";
import { COUNTRY, type RegistryView } from "./body.ts";

/** What became of each file, in the order given. */
export type Outcome =
  { readonly ok: true; readonly loaded: Loaded } | { readonly ok: false; readonly error: FactsError };

/** Writes documents into a store that is ready for them, with the registry that they rest on. */
export interface Loader {
  /** One document in one transaction. */
  load(reviewed: ReviewedFacts): Promise<Loaded>;
  /**
   * Several in one transaction, all or none of them; those that depend on others before them in transactions that follow. `onLoaded` is told of each once it is kept.
   */
  loadTogether(given: readonly ReviewedFacts[], onLoaded: (loaded: Loaded) => void): Promise<void>;
}

/** Makes a store ready: constraints, indexes, what the registry knows of the whole country. */
export async function makeLoader(store: Store): Promise<Loader> {
  const view = registryView(loadRegistry());
  const sha256 = registryHash();
  await prepareSchema(store);
  await loadRegistryInto(store, view, sha256, [COUNTRY]);
  const write = async (given: readonly ReviewedFacts[]): Promise<readonly Loaded[]> => {
    const places = [...new Set(given.flatMap((each) => withSuccessors(placesOf(each, view), view)))];
    await loadRegistryInto(store, view, sha256, places);
    return loadDocuments(store, given, view, new Set([COUNTRY, ...places]));
  };
  return {
    load: async (reviewed) => {
      const [loaded] = await write([reviewed]);
      if (loaded === undefined) throw new Error(`${reviewed.file} was not loaded`);
      return loaded;
    },
    loadTogether: async (given, onLoaded) => {
      let left = given;
      while (left.length > 0) {
        const loaded = await write(left);
        for (const each of loaded) onLoaded(each);
        left = left.slice(loaded.length);
      }
    },
  };
}

export interface LoadOptions {
  /** How many documents go into one transaction, at most: more are faster, and lost together where the store fails meanwhile. */
  readonly together?: number;
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
  { together = 1, onDone = () => undefined }: LoadOptions = {},
): Promise<readonly Outcome[]> {
  const loader = await makeLoader(store);
  const outcomes: Outcome[] = [];
  const done = (outcome: Outcome): void => {
    outcomes.push(outcome);
    onDone(outcome);
  };
  let waiting: ReviewedFacts[] = [];
  const write = async (): Promise<void> => {
    const given = waiting;
    waiting = [];
    await loader.loadTogether(given, (loaded) => done({ ok: true, loaded }));
  };
  for (const file of files) {
    const read = await factsOf(file);
    if (read.ok) waiting.push(read.reviewed);
    if (!read.ok || waiting.length >= together) await write();
    if (!read.ok) done(read);
  }
  await write();
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
function registryHash(): string {
  const hash = createHash("sha256");
  for (const path of listAssets("data/registry", ".json")) hash.update(path).update(readAsset(path));
  return hash.digest("hex");
}
