import type { CentralDocument, DocumentLink, Level, Succession } from "./model.ts";

export interface Documents {
  readonly centralDocuments: readonly CentralDocument[];
  centralDocument(id: string): CentralDocument | null;
  /** The resolutions of a plenum: ("VIII", 2). More than one as a rule, and not always all of them. */
  documentsByPlenum(term: string, session: number): readonly CentralDocument[];
  /** By the code of the kind and the number as printed; leading zeros do not count. */
  documentsNumbered(kind: string, number: string): readonly CentralDocument[];
  /** What central documents do to each other, without what is not confirmed. */
  readonly documentLinks: readonly DocumentLink[];
  /** Who became whom, without what is not confirmed. */
  readonly successions: readonly Succession[];
  /** Who took over from a province or a body ("ubnd-huyen-chau-phu" too); a row whose `to` is null says that nobody did. */
  successionsFrom(level: Level | "place", id: string): readonly Succession[];
}

export function documentsOf(
  centralDocuments: readonly CentralDocument[],
  links: readonly DocumentLink[],
  succession: readonly Succession[],
): Documents {
  const byId = new Map(centralDocuments.map((row) => [row.id, row]));
  const successions = succession.filter(({ unconfirmed }) => !unconfirmed);
  return {
    centralDocuments,
    centralDocument: (id) => byId.get(id) ?? null,
    documentsByPlenum: (term, session) =>
      centralDocuments.filter(({ plenum }) => plenum?.term === term.toUpperCase() && plenum.session === session),
    documentsNumbered: (kind, number) =>
      centralDocuments.filter(
        (row) => row.kind === kind.toLowerCase() && row.number !== null && bare(row.number) === bare(number),
      ),
    documentLinks: links.filter(({ unconfirmed }) => !unconfirmed),
    successions,
    successionsFrom: (level, id) => successions.filter((row) => row.level === level && stands(row.from, id)),
  };
}

/** True where a local id is the one of a row or has its pattern ("ubnd-huyen-*"). */
function stands(row: string, id: string): boolean {
  return row === id || (row.endsWith("-*") && id.startsWith(row.slice(0, -1)));
}

/** A number as ids write it: "02" → "2", "141a" stays. */
export function bare(number: string): string {
  return number.toLowerCase().replace(/^0+(?=\d)/u, "");
}
