import { addressOf } from "../facts/address.ts";

/** Where a fact stands. Offsets are UTF-16 code units of the source, half open. */
export interface Evidence {
  /** The name of the source text; for what rests on a registry, where the registry has it from. */
  readonly source: string;
  /** The document whose text it is; null for a registry. */
  readonly document: string | null;
  readonly section: string | null;
  readonly address: string | null;
  readonly start: number | null;
  readonly end: number | null;
  /** The printed words, where they are kept. */
  readonly text: string | null;
  readonly standing: "EXTRACTED" | "REVIEWED" | "REGISTRY";
  /** The share of facts found in the same way that proved right, 0 to 1; null for what people or a registry say, and where nobody measured it. */
  readonly confidence: number | null;
  readonly note: string | null;
}

/** Evidence as an edge of the graph carries it. */
export interface EdgeEvidence {
  readonly owner: string;
  readonly standing: string;
  readonly source: readonly string[];
  readonly section: readonly string[];
  readonly start: readonly number[];
  readonly end: readonly number[];
  readonly words: readonly string[];
  readonly confidence: number | null;
  readonly note?: string | null;
}

const REGISTRY = "registry";
/** What has no place in a text. */
export const NOWHERE = {
  document: null,
  section: null,
  address: null,
  start: null,
  end: null,
  text: null,
  confidence: null,
} as const;

/** The graph's word for how a fact of a text came to be, as it is answered. */
export function standingOf(standing: string): "EXTRACTED" | "REVIEWED" {
  return standing === "reviewed" ? "REVIEWED" : "EXTRACTED";
}

/** One entry for each place that an edge names; for what the registry says, one entry that tells where it has it from. */
export function evidenceOf(edge: EdgeEvidence): readonly Evidence[] {
  const { owner, standing, note = null } = edge;
  if (standing === REGISTRY) {
    return [{ source: REGISTRY, ...NOWHERE, standing: "REGISTRY", note }];
  }
  return edge.source.map((source, index) => {
    const section = filled(edge.section[index]);
    return {
      source,
      document: owner,
      section,
      address: section === null ? null : addressOf(section),
      start: edge.start[index] ?? null,
      end: edge.end[index] ?? null,
      text: filled(edge.words[index]),
      standing: standingOf(standing),
      confidence: edge.confidence,
      note,
    };
  });
}

function filled(text: string | undefined): string | null {
  return text === undefined || text === "" ? null : text;
}
