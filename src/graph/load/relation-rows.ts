import type { Facts } from "../../facts/model.ts";
import type { Identified } from "../../identify/identify.ts";
import { evidenceAt } from "./evidence.ts";

/** What a document says of others and of how others stand to one another: its citations, their effects, and links. */
export function relationRows({ id, facts, joins }: Identified) {
  const uncited = { citedOn: null, citedIssuer: null, citedSymbol: null };
  const cited = facts.citations.map((citation) => {
    const ofIt = joins.filter((join) => join.into === citation.id);
    const reviewed = ofIt.some(({ standing }) => standing === "reviewed") || citation.reviewed;
    return {
      relation: citation.relation,
      row: {
        from: id,
        to: citation.id,
        direct: citation.direct ?? true,
        statedBy: null,
        note: ofIt[0]?.because ?? null,
        citedOn: citation.issuedOn,
        citedIssuer: citation.issuer,
        citedSymbol: citation.symbol,
        ...evidenceAt(facts, citation.mentions, { ...citation, reviewed }),
      },
    };
  });
  const effects = facts.citations.flatMap((citation) => {
    if (citation.effect === undefined) return [];
    const evidence = evidenceAt(facts, citation.mentions, citation);
    const row = { from: id, to: citation.id, direct: true, statedBy: null, note: null, ...uncited, ...evidence };
    return [{ relation: citation.effect, row }];
  });
  const links = facts.links.map((link) => {
    const { from, to } = link;
    const evidence = evidenceAt(facts, [link], link);
    const statedBy = from === id ? null : id;
    return {
      relation: link.relation,
      row: { from, to, direct: true, statedBy, note: linkNote(facts, link), ...uncited, ...evidence },
    };
  });
  return [...cited, ...effects, ...links];
}

/** The printed words that state a link, without the sentence between: "Kế hoạch số 12-KH/TU … thực hiện … Kết luận số 5-KL/TW". */
function linkNote(facts: Facts, link: Facts["links"][number]): string | null {
  const inside = (id: string): string | undefined =>
    facts.citations
      .find((citation) => citation.id === id)
      ?.mentions.find((mention) => link.start <= mention.start && mention.end <= link.end)
      ?.text?.replace(/\s+/gu, " ");
  const words = [inside(link.from), link.cue, inside(link.to)].filter((word) => word !== undefined);
  return words.length === 0 ? null : words.join(" … ");
}
