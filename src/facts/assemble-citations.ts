import type { ResolvedCitation } from "../resolve/citations.ts";
import type { Relation, StatedLink } from "../resolve/relations.ts";
import type { Reading } from "./context.ts";
import type { CitationFact, LinkFact } from "./model.ts";
import { printed } from "./spans.ts";

/** One entry for each cited document, in the order of their first mentions. */
export function citationFacts(
  { source, layout: { view }, mentions }: Reading,
  citations: readonly ResolvedCitation[],
  relations: ReadonlyMap<string, Relation>,
): CitationFact[] {
  const byId = new Map<string, ResolvedCitation[]>();
  for (const citation of citations) {
    const listed = byId.get(citation.id);
    if (listed === undefined) byId.set(citation.id, [citation]);
    else listed.push(citation);
  }
  return [...byId].map(([id, [first, ...more]]) => {
    const all = first === undefined ? more : [first, ...more];
    const relation = relations.get(id) ?? { relation: "MENTIONS" as const, direct: false };
    return {
      id,
      kind: (first?.kind ?? "cv").toUpperCase(),
      number: first?.number ?? null,
      symbol: first?.symbol ?? null,
      issuedOn: first?.issuedOn ?? null,
      issuer: issuerOf(all),
      relation: relation.relation,
      ...(relation.relation === "IMPLEMENTS" ? { direct: relation.direct } : {}),
      mentions: all.map(({ mention }) => printed(source, view, mention.start, mention.end)),
    };
  });

  /** The words after "của" that name who issued it. */
  function issuerOf(all: readonly ResolvedCitation[]): string | null {
    for (const { mention } of all) {
      if (mention.form === "congress" || mention.form === "law") continue;
      const gap = /^,? ?cua (?:chu tich )?/u.exec(view.folded.slice(mention.tail, mention.tail + 20))?.[0].length;
      if (gap === undefined) continue;
      const at = mention.tail + gap;
      const named = mentions.find(({ start }) => start >= at && start <= at + 10);
      if (named === undefined) continue;
      const term = /^ ?\(?khoa [ivx]+\)?/u.exec(view.folded.slice(named.end, named.end + 14))?.[0].length ?? 0;
      return view.text.slice(named.start, named.end + term);
    }
    return null;
  }
}

export function linkFacts({ source, layout: { view } }: Reading, links: readonly StatedLink[]): LinkFact[] {
  return links.map(({ from, to, relation, start, end, cue }) => ({
    from,
    to,
    relation,
    ...view.toSource(start, end),
    cue: printed(source, view, cue.start, cue.end).text.replace(/\s+/gu, " "),
  }));
}
