import { createHash } from "node:crypto";
import { listAssets, readAsset } from "../../assets.ts";
import { FactsError, readFacts, type ReviewedFacts } from "../../facts/read-facts.ts";
import { provinceDecided } from "../../facts/review.ts";
import { loadRegistry } from "../../registry/load-registry.ts";
import { prepareSchema } from "../schema.ts";
import type { Store } from "../store.ts";
import { loadDocument, type Before, type Loaded } from "./load-document.ts";
import { loadRegistryInto } from "./load-registry.ts";
import { registryView } from "./registry-view.ts";
import { COUNTRY, type RegistryView } from "./body.ts";

/** What became of each file, in the order given. */
export type Outcome =
  { readonly ok: true; readonly loaded: Loaded } | { readonly ok: false; readonly error: FactsError };

/** Writes documents one by one into a store that is ready for them, with the registry that they rest on. */
export interface Loader {
  /** `before`: how another store has it, where this one is to have it alike. */
  load(reviewed: ReviewedFacts, before?: Before): Promise<Loaded>;
  /** Writes what the registry knows of places (`vn/an-giang`). */
  know(places: readonly string[]): Promise<void>;
}

/** Makes a store ready: constraints, indexes, what the registry knows of the whole country. */
export async function makeLoader(store: Store): Promise<Loader> {
  const view = registryView(loadRegistry());
  const sha256 = registryHash();
  await prepareSchema(store);
  await loadRegistryInto(store, view, sha256, [COUNTRY]);
  return {
    load: async (reviewed, before) => {
      await loadRegistryInto(store, view, sha256, withSuccessors(placesOf(reviewed, view), view));
      return loadDocument(store, reviewed, view, before);
    },
    know: (places) => loadRegistryInto(store, view, sha256, places),
  };
}

/**
 * Loads facts files into a store, with the registry that they rest on: one transaction a document. Nothing of a faulty file is loaded, the others are.
 * `onDone` is told after each file. Throws only where the store fails.
 */
export async function load(
  store: Store,
  files: readonly string[],
  onDone: (outcome: Outcome) => void = () => undefined,
): Promise<readonly Outcome[]> {
  const loader = await makeLoader(store);
  const outcomes: Outcome[] = [];
  for (const file of files) {
    const outcome = await loadFile(file, loader);
    outcomes.push(outcome);
    onDone(outcome);
  }
  return outcomes;
}

async function loadFile(file: string, loader: Loader): Promise<Outcome> {
  let reviewed: ReviewedFacts;
  try {
    reviewed = await readFacts(file);
  } catch (error) {
    if (error instanceof FactsError) return { ok: false, error };
    throw error;
  }
  return { ok: true, loaded: await loader.load(reviewed) };
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
