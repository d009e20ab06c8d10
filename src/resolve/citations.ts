import { slug } from "../registry/fold.ts";
import type { Registry } from "../registry/load-registry.ts";
import type { Level } from "../registry/model.ts";
import type { CitationMention } from "../recognise/citations.ts";
import type { AgencyMention } from "../recognise/mention.ts";
import { kindOfWord, numberedId, readSymbol, type NumberedDocument } from "./document-id.ts";

/** A mention with the document that it means. */
export interface ResolvedCitation {
  readonly mention: CitationMention;
  readonly id: string;
  readonly kind: string;
  readonly number: string | null;
  readonly symbol: string | null;
  /** Null also where the text gives one document several days. */
  readonly issuedOn: string | null;
}

export interface CitationContext {
  readonly registry: Registry;
  readonly level: Level;
  /** The document's province, as its slug; null where the text names none. */
  readonly province: string | null;
  /** The body that a mention says issued it ("của UBND tỉnh Ninh Bình"), null where it says none. */
  readonly issuer: (mention: CitationMention) => AgencyMention | null;
}

interface Draft {
  readonly mention: CitationMention;
  /** Same for mentions of one document whose year may be missing. */
  readonly key: string;
  readonly year: string | null;
  readonly idFor: (year: string | null) => string;
  readonly kind: string;
}

/** Says which document each mention means. Mentions without a date take the year of the mention of the same number that has one. */
export function resolveCitations(
  mentions: readonly CitationMention[],
  context: CitationContext,
): readonly ResolvedCitation[] {
  const lawNames = new Map<string, string>();
  const drafts = mentions.map((mention) => draftOf(mention, context));
  for (const { mention, kind, idFor, year } of drafts)
    if (mention.form === "numbered" && mention.name !== null)
      lawNames.set(`${kind} ${slug(mention.name)}`, idFor(year));
  const years = yearsByKey(drafts);
  const issued = new Map<string, Set<string>>();
  const resolved = drafts.map((draft, place) => {
    const { mention, kind, idFor, key } = draft;
    const year = draft.year ?? yearNear(years.get(key) ?? [], place);
    const id =
      mention.form === "law" ? (lawNames.get(`${kind} ${slug(mention.name ?? "")}`) ?? idFor(null)) : idFor(year);
    if (mention.issuedOn !== null) issued.set(id, (issued.get(id) ?? new Set()).add(mention.issuedOn));
    return { mention, id, kind, number: mention.number, symbol: mention.symbol };
  });
  return resolved.map((citation) => {
    const [day = null, ...others] = issued.get(citation.id) ?? [];
    return { ...citation, issuedOn: others.length === 0 ? day : null };
  });
}

function draftOf(mention: CitationMention, { registry, level, province, issuer }: CitationContext): Draft {
  switch (mention.form) {
    case "plenum":
      return fixed(
        mention,
        `vn/tw/${kindOfWord(mention.kindWord, registry) ?? "nq"}/khoa-${mention.term ?? "~"}/${mention.session ?? "~"}`,
        kindOfWord(mention.kindWord, registry) ?? "nq",
      );
    case "congress":
      return fixed(
        mention,
        `vn/${mention.isProvincial ? (province ?? "~") : "tw"}/dai-hoi/${mention.name ?? "~"}`,
        "nq",
      );
    case "law": {
      const kind = mention.kindWord === "phap lenh" ? "pl" : "luat";
      return fixed(mention, `vn/${kind === "pl" ? "ubtvqh" : "qh"}/${kind}/${slug(mention.name ?? "")}`, kind);
    }
    case "bare":
    case "numbered": {
      const by = issuer(mention);
      const document = issuedBy(readSymbol(mention.symbol ?? "", mention.kindWord, registry, level), by);
      const of = document.level === "centre" ? null : (by?.province ?? province);
      const number = mention.number ?? "~";
      const year = mention.numberYear ?? mention.issuedOn?.slice(0, 4) ?? null;
      return {
        mention,
        kind: document.kind,
        year,
        key: numberedId(document, of, null, number),
        idFor: (known) => numberedId(document, of, known, number),
      };
    }
  }
}

// Matches the committee or council of a district or a commune: "ubnd-huyen-tan-phu", "hdnd-xa-ea-drong".
const OF_PLACE = /^(?:ubnd|hdnd)-(?:huyen|quan|thi-xa|thanh-pho|xa|phuong|dac-khu|thi-tran)-/u;

/** What the named issuer says beyond the symbol: districts print that of every committee, organs at the centre that of their branches. */
function issuedBy(document: NumberedDocument, issuer: AgencyMention | null): NumberedDocument {
  if (issuer === null || issuer.collective || document.level === "centre") return document;
  if (OF_PLACE.test(issuer.local) && /^(?:ubnd|hdnd)$/u.test(document.body))
    return issuer.local.startsWith(`${document.body}-`) ? { ...document, body: issuer.local } : document;
  // "15-KH/TU của Bộ Chính trị" is a slip: such symbols are a province's.
  const isProvincial = /^(?:tu|ubnd|hdnd|hu|thu)$/u.test(document.body);
  return issuer.level === "centre" && !isProvincial ? { ...document, level: "centre" } : document;
}

function fixed(mention: CitationMention, id: string, kind: string): Draft {
  return { mention, kind, key: id, year: null, idFor: () => id };
}

interface YearAt {
  readonly place: number;
  readonly year: string;
}

function yearsByKey(drafts: readonly Draft[]): ReadonlyMap<string, readonly YearAt[]> {
  const years = new Map<string, YearAt[]>();
  for (const [place, { key, year }] of drafts.entries()) {
    if (year === null) continue;
    const listed = years.get(key);
    if (listed === undefined) years.set(key, [{ place, year }]);
    else listed.push({ place, year });
  }
  return years;
}

/** The year of the nearest dated mention before, else of the first one after. */
function yearNear(years: readonly YearAt[], place: number): string | null {
  return (years.findLast((dated) => dated.place < place) ?? years[0])?.year ?? null;
}
