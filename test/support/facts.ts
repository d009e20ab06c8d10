import type { Facts } from "../../src/facts/model.ts";
import { factsFile } from "../../src/facts/model.ts";
import type { ReviewedFacts } from "../../src/facts/read-facts.ts";
import { NO_REVIEW, type Review } from "../../src/facts/review.ts";

type Given = Partial<Omit<Facts, "document">> & { readonly document?: Partial<Facts["document"]> };

/** Facts of an invented plan of the People's Committee of An Giang, with what a test says of it. `seed` tells one text from another. */
export function inventedFacts(given: Given = {}, seed = "0"): Facts {
  const sha256 = seed.padEnd(64, "0").slice(0, 64);
  const document = {
    id: `vn/an-giang/ubnd/kh/~/~${sha256.slice(0, 8)}`,
    kind: "KH",
    number: null,
    symbol: null,
    title: "Bảo tồn giống lúa mùa nổi",
    issuer: null,
    place: "An Giang",
    issuedOn: null,
    signers: [],
    ...given.document,
  };
  return factsFile.parse({
    source: `invented-${seed}.txt`,
    text: { sha256, length: 10_000, encoding: "utf-8" },
    citations: [],
    links: [],
    agencies: [],
    tasks: [],
    reports: [],
    targets: [],
    recipients: [],
    ...given,
    document,
  });
}

export function reviewed(facts: Facts, review: Partial<Review> = {}): ReviewedFacts {
  return { file: `${facts.source}.json`, facts, review: { ...NO_REVIEW, source: facts.source, ...review } };
}

/** A citation of a document by number. */
export function citation(id: string, given: Partial<Facts["citations"][number]> = {}): Facts["citations"][number] {
  const [kind = "", , number = ""] = id.split("/").slice(-3);
  return {
    id,
    kind: kind.toUpperCase(),
    number,
    symbol: null,
    issuedOn: null,
    issuer: null,
    relation: "MENTIONS",
    mentions: [{ start: 10, end: 20 }],
    ...given,
  };
}

export function agency(id: string, name: string, collective = false): Facts["agencies"][number] {
  return { id, name, place: null, collective, mentions: [{ start: 30, end: 30 + name.length, text: name }] };
}

export function task(start: number, given: Partial<Facts["tasks"][number]> = {}): Facts["tasks"][number] {
  return {
    section: "II.1",
    headings: [],
    items: [],
    start,
    end: start + 50,
    leads: [],
    cooperates: [],
    directed: [],
    deadline: null,
    ...given,
  };
}
