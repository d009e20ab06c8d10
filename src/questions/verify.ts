import { parseDocumentId } from "../facts/document-id.ts";
import type { CitationFact } from "../facts/model.ts";
import { extract } from "../facts/extract.ts";
import { read } from "../graph/statement.ts";
import type { Store } from "../graph/store.ts";
import type { Registry } from "../registry/load-registry.ts";
import { loadKnowledge } from "../knowledge.ts";
import { dayInWords } from "../graph/names.ts";
import { documentBriefs, type DocumentBrief } from "./documents.ts";
import { short } from "./question-error.ts";
import { documentsNumbered } from "./statements.ts";

export type Verdict = "HELD" | "KNOWN_NOT_HELD" | "POSSIBLE" | "IMPOSSIBLE" | "AMBIGUOUS";

/** What is to be thought of one place where a text cites a document. Offsets are UTF-16 code units of the text, half open. */
export interface CitationVerdict {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly id: string | null;
  readonly verdict: Verdict;
  readonly candidates: readonly string[];
  readonly reason: string;
}

const LONGEST_TEXT = 200_000;

/**
 * Each citation in a text: whether the document is held, known by citation or from the registry, possible, impossible by what is known, or may be several.
 * `today` is the day on which it is asked: a document of a later day is impossible. Throws `QuestionError`.
 */
export async function verify(store: Store, text: string, today: string): Promise<readonly CitationVerdict[]> {
  const { registry } = loadKnowledge();
  const { citations } = extract(
    { name: "text", text: short("text", text, LONGEST_TEXT), encoding: "utf-8" },
    loadKnowledge(),
  );
  const briefs = await documentBriefs(
    store,
    citations.map(({ id }) => id),
  );
  const numbers = [...new Set(citations.flatMap(({ number }) => (number === null ? [] : [number])))];
  const numbered = numbers.length === 0 ? [] : await read(store, documentsNumbered, { numbers });

  const verdicts = citations.flatMap((citation) => {
    const sisters = numbered.filter((row) => isSister(row.id, citation.id));
    const judged = judge(citation, briefs.get(citation.id), sisters, { today, registry });
    return citation.mentions.map(({ start, end }) => ({ start, end, text: text.slice(start, end), ...judged }));
  });
  return verdicts.sort((a, b) => a.start - b.start || a.end - b.end);
}

type Judged = Pick<CitationVerdict, "id" | "verdict" | "candidates" | "reason">;

function judge(
  { id, kind, issuedOn, number }: CitationFact,
  brief: DocumentBrief | undefined,
  sisters: readonly { readonly id: string; readonly issuedOn: string | null }[],
  { today, registry }: { readonly today: string; readonly registry: Registry },
): Judged {
  const said = (verdict: Verdict, reason: string, candidates: readonly string[] = []): Judged => ({
    id,
    verdict,
    candidates,
    reason,
  });
  if (issuedOn !== null && issuedOn > today)
    return said("IMPOSSIBLE", `its day, ${dayInWords(issuedOn)}, has not come`);
  const parsed = parseDocumentId(id);
  if (parsed.form === "plenum") {
    const adopted = registry.documentsByPlenum(parsed.term, Number(parsed.session)).map((each) => each.id);
    return said("AMBIGUOUS", "a plenum adopts several resolutions: say its number or its subject", adopted);
  }
  if (brief !== undefined && issuedOn !== null && brief.issuedOn !== null && brief.issuedOn !== issuedOn)
    return said("IMPOSSIBLE", `${brief.name} is of ${dayInWords(brief.issuedOn)}, not of ${dayInWords(issuedOn)}`, [
      id,
    ]);
  if (brief !== undefined)
    return brief.held
      ? said("HELD", `${brief.name} is held`)
      : said("KNOWN_NOT_HELD", `${brief.name} is known, its text is not held`);

  const candidates = sisters.map((sister) => sister.id);
  if (parsed.form === "numbered" && parsed.year === null) {
    if (candidates.length > 0)
      return said(
        candidates.length === 1 ? "POSSIBLE" : "AMBIGUOUS",
        "no year is said; these have the number",
        candidates,
      );
    return said("POSSIBLE", "no year is said, and none with the number is known");
  }
  const same = sisters.find(
    (sister) =>
      sister.issuedOn !== null && sister.issuedOn.slice(0, 4) === (parsed.form === "numbered" ? parsed.year : ""),
  );
  if (same !== undefined) return said("IMPOSSIBLE", `the number ${number ?? ""} of that year is ${same.id}`, [same.id]);
  return said(
    "POSSIBLE",
    registry.kind(kind) === null ? "its kind is not known" : "nothing known speaks against it",
    candidates,
  );
}

/** The same body's document of the same kind and number, of whichever year. */
function isSister(id: string, cited: string): boolean {
  const [a, b] = [parseDocumentId(id), parseDocumentId(cited)];
  return (
    id !== cited &&
    a.form === "numbered" &&
    b.form === "numbered" &&
    a.body === b.body &&
    a.kind === b.kind &&
    a.number === b.number
  );
}
