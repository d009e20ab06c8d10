import type { Facts } from "../facts/model.ts";
import { applyReview } from "../facts/apply-review.ts";
import { provinceDecided, standing, type Decision } from "../facts/review.ts";
import type { ReviewedFacts } from "../facts/read-facts.ts";
import { joinCitation, type KnownDocument } from "./join-citation.ts";
import { mergeDuplicates } from "./merge-duplicates.ts";
import { renamed } from "./rename.ts";
import type { Doubt } from "./doubt.ts";
import { unsureFacts } from "./unsure.ts";

const NO_PROVINCE = "vn/~/";

/** Two ids that were joined, and why: shown to whoever asks how the graph came to its identities. */
export interface Join {
  readonly from: string;
  readonly into: string;
  readonly because: string;
  /** "reviewed" where people decided it, "registry" where it was concluded from what is known. */
  readonly standing: "reviewed" | "registry";
}

/** Facts whose ids are those of the graph. */
export interface Identified {
  readonly id: string;
  readonly facts: Facts;
  readonly summaries: ReviewedFacts["review"]["summaries"];
  readonly joins: readonly Join[];
  readonly doubts: readonly Doubt[];
}

/**
 * Joins what belongs together and records why. First what people decided (of single facts, which document this is, its province, what is one), then what is certain:
 * an id without year or number is joined to the one known document that fits; where several fit, it stays open and is listed.
 * Two unknown provinces never meet: `vn/~/…` becomes `vn/~<hash8>/…` until a review names the province.
 */
export function identify(
  { facts: extracted, review }: ReviewedFacts,
  known: readonly KnownDocument[],
  text: string | null = null,
): Identified {
  const { facts, summaries, unplaced } = applyReview(extracted, review, text);
  const lost = new Set(unplaced.map(({ id }) => id));
  const decisions = standing(review).filter(({ id }) => !lost.has(id));
  const joins: Join[] = [];
  const doubts: Doubt[] = facts.diagnostics.map(({ code, message, start, end }) => ({
    code,
    message,
    start: start ?? null,
    end: end ?? null,
  }));
  for (const { id, why } of unplaced)
    doubts.push({ code: "REVIEW_UNPLACED", message: `${id}: ${why}`, start: null, end: null });

  doubts.push(...unsureFacts(facts));

  const placed = placing(facts, provinceDecided(review));
  let current = renamed(facts, placed);
  for (const decision of decisions) current = decide(current, decision, placed, joins);

  for (const citation of current.citations) {
    const outcome = joinCitation(citation, current, known);
    if (outcome.kind === "joined") {
      joins.push({ from: citation.id, into: outcome.into, because: outcome.because, standing: "registry" });
      current = renamed(current, (id) => (id === citation.id ? outcome.into : id));
    } else if (outcome.kind === "open") {
      const [place] = citation.mentions;
      doubts.push({
        code: "OPEN_CITATION",
        message: outcome.because,
        start: place?.start ?? null,
        end: place?.end ?? null,
      });
    }
  }
  doubts.push(...selfCitations(current));
  return { id: current.document.id, facts: mergeDuplicates(current), summaries, joins, doubts };
}

/** A document that cites itself, by its own id or by one that was joined to it: no relation is made of it, and the reader is told. */
function selfCitations({ document, citations }: Facts): readonly Doubt[] {
  return citations
    .filter(({ id }) => id === document.id)
    .map(({ relation, mentions: [place] }) => ({
      code: "SELF_CITATION",
      message: `${document.id} cites itself (${relation}): nothing leads from a document to itself`,
      start: place?.start ?? null,
      end: place?.end ?? null,
    }));
}

// Matches the committee of a city at the centre and its organs: "vn/can-tho/thanh-uy". Must not match "vn/can-tho/thanh-uy-ca-mau" nor groups of districts.
const CITY_COMMITTEE = /^(?<before>vn\/[^/]+\/(?:(?!.*huyen-uy).+-)?)thanh-uy$/u;

/** The id in the graph of a body that facts name by the words printed: a "Thành ủy" is to a city what a "Tỉnh ủy" is to a province, which may become a city. */
export function graphId(id: string): string {
  return id.replace(CITY_COMMITTEE, "$<before>tinh-uy");
}

/** Where ids of a province that the text does not name belong. */
function placing(facts: Facts, decided: string | null): (id: string) => string {
  const province = decided ?? `~${hash8(facts)}`;
  return (id) => graphId(id.startsWith(NO_PROVINCE) ? `vn/${province}/${id.slice(NO_PROVINCE.length)}` : id);
}

function decide(facts: Facts, decision: Decision, placed: (id: string) => string, joins: Join[]): Facts {
  const because = `${decision.reason} (${decision.by}, ${decision.on})`;
  switch (decision.action) {
    case "place":
      joins.push({ from: "vn/~", into: `vn/${decision.province}`, because, standing: "reviewed" });
      return facts;
    case "merge":
      joins.push({ from: decision.from, into: decision.into, because, standing: "reviewed" });
      return renamed(facts, (id) => (id === placed(decision.from) ? placed(decision.into) : id));
    case "identify": {
      const own = facts.document.id;
      const { id, number, symbol, issuedOn } = decision.document;
      joins.push({ from: own, into: id, because, standing: "reviewed" });
      const named = renamed(facts, (each) => (each === own ? id : each));
      const { document } = named;
      return {
        ...named,
        document: {
          ...document,
          number: number ?? document.number,
          symbol: symbol ?? document.symbol,
          issuedOn: issuedOn ?? document.issuedOn,
        },
      };
    }
    case "describe":
    case "accept":
    case "reject":
    case "edit":
    case "add":
      return facts;
  }
}

/** The first eight digits of the text's hash, as the document's own id has them. */
function hash8(facts: Facts): string {
  const own = /~(?<hash>[0-9a-f]{8})$/u.exec(facts.document.id)?.groups?.["hash"];
  return own ?? facts.text?.sha256.slice(0, 8) ?? "";
}
