import { parseDocumentId, type DocumentId } from "../facts/document-id.ts";
import type { CitationFact, Facts } from "../facts/model.ts";
import { words } from "../registry/fold.ts";

/** A document that the registry or the store knows. */
export interface KnownDocument {
  readonly id: string;
  readonly title: string | null;
  readonly issuedOn: string | null;
  readonly plenum: { readonly term: string; readonly session: number } | null;
}

export type JoinOutcome =
  | { readonly kind: "certain" }
  | { readonly kind: "joined"; readonly into: string; readonly because: string }
  | { readonly kind: "open"; readonly because: string };

/** Words of the printed subject that the title of the resolution must have for both to be one. */
const SUBJECT_AGREEMENT = 0.8;

/** Finds the one known document that a citation without year or number means; an id that is whole is certain as it is. */
export function joinCitation(citation: CitationFact, facts: Facts, known: readonly KnownDocument[]): JoinOutcome {
  const cited = parseDocumentId(citation.id);
  if (cited.form === "plenum") return joinPlenum(citation, cited, known);
  if (cited.form === "numbered" && cited.year === null) return joinYear(citation, cited, facts, known);
  return { kind: "certain" };
}

function joinYear(
  citation: CitationFact,
  { body, kind, number }: DocumentId & { form: "numbered" },
  facts: Facts,
  known: readonly KnownDocument[],
): JoinOutcome {
  const latest = facts.document.issuedOn;
  const fits = known.filter((document) => {
    const other = parseDocumentId(document.id);
    if (other.form !== "numbered" || other.body !== body || other.kind !== kind || other.number !== number)
      return false;
    return latest === null || document.issuedOn === null || document.issuedOn <= latest;
  });
  return chosen(citation, fits, "no other known document of this body and kind has the number");
}

function joinPlenum(
  citation: CitationFact,
  { body, kind, term, session }: DocumentId & { form: "plenum" },
  known: readonly KnownDocument[],
): JoinOutcome {
  const { subject } = citation;
  const adopted = known.filter((document) => {
    const other = parseDocumentId(document.id);
    return (
      other.form === "numbered" &&
      other.body === body &&
      other.kind === kind &&
      document.plenum?.term.toLowerCase() === term &&
      String(document.plenum.session) === session
    );
  });
  if (adopted.length === 0) return { kind: "open", because: `${citation.id}: no resolution of this plenum is known` };
  if (subject === undefined)
    return {
      kind: "open",
      because: `${citation.id}: named by its plenum alone, which adopted more than one resolution; may be ${adopted.map((each) => each.id).join(" or ")}`,
    };
  return chosen(
    citation,
    adopted.filter((document) => document.title !== null && agrees(subject, document.title)),
    `adopted by that plenum, and the subject agrees ("${subject}")`,
  );
}

function chosen(citation: CitationFact, fits: readonly KnownDocument[], because: string): JoinOutcome {
  const [only, ...others] = fits;
  if (only === undefined) return { kind: "open", because: `${citation.id}: no known document fits` };
  if (others.length > 0)
    return {
      kind: "open",
      because: `${citation.id}: several known documents fit: ${fits.map((each) => each.id).join(", ")}`,
    };
  if (only.id === citation.id) return { kind: "certain" };
  return { kind: "joined", into: only.id, because };
}

function agrees(subject: string, title: string): boolean {
  const asked = new Set(words(subject));
  const there = new Set(words(title));
  const shared = [...asked].filter((word) => there.has(word)).length;
  return asked.size > 0 && shared / asked.size >= SUBJECT_AGREEMENT;
}
