import { createHash } from "node:crypto";
import { parseFacts, type ReviewedFacts } from "../../src/facts/read-facts.ts";
import { reviewFile } from "../../src/facts/review.ts";
import { madeUpFacts } from "./document.ts";
import { randomFrom, type Random } from "./random.ts";
import { DOCUMENTS_A_SCALE, sketchesOf, type Sketch } from "./sketches.ts";

/**
 * A made-up country: `scale` times five documents with some 32 tasks each, as five real ones have. The first five are the same at every scale, and nobody else
 * speaks of the bodies of their province: what is asked about them has the same answer, however much stands around it. Everybody cites the first
 * two, so that the graph has nodes with very many edges right beside the answer; one department leads in more and more tasks as the country grows.
 */
export interface Country {
  readonly scale: number;
  readonly documents: Iterable<ReviewedFacts>;
}

export function country({ scale, seed = 1 }: { readonly scale: number; readonly seed?: number }): Country {
  return { scale, documents: { [Symbol.iterator]: () => documents(scale * DOCUMENTS_A_SCALE, seed) } };
}

function* documents(count: number, seed: number): Generator<ReviewedFacts> {
  const sketches = sketchesOf(count, seed);
  for (const [index, sketch] of sketches.entries()) {
    // Each has draws of its own: a longer country begins with the documents of a shorter one.
    yield reviewed(sketch, index, randomFrom(seed * 1_000_003 + index));
  }
}

function reviewed(sketch: Sketch, index: number, random: Random): ReviewedFacts {
  const { facts, summaries } = madeUpFacts(sketch, index, random);
  const source = `made-up-${String(index).padStart(6, "0")}.txt`;
  const sha256 = createHash("sha256").update(source).digest("hex");
  const file = `${source.replace(".txt", "")}.json`;
  return {
    file,
    facts: parseFacts(JSON.stringify({ ...facts, source, text: { ...facts.text, sha256 } }), file),
    review: reviewFile.parse({ source, summaries }),
  };
}
