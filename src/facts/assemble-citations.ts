import type { ResolvedCitation } from "../resolve/citations.ts";
import type { Relation, StatedLink } from "../resolve/relations.ts";
import type { Reading } from "./context.ts";
import type { CitationFact, LinkFact } from "./model.ts";
import { printed } from "./spans.ts";

// Matches "Quyết định này có hiệu lực từ ngày ký và thay thế ", "Nghị quyết này sửa đổi, bổ sung một số điều của ".
const OWN_EFFECT =
  /(?:quyet dinh|nghi quyet|chi thi|ke hoach|chuong trinh|quy dinh|quy che|ket luan|huong dan|thong tu|nghi dinh|de an) nay (?:[^.;]{0,160}[ ,])?(?<does>thay the|bai bo|sua doi)(?:,? bo sung)?(?: mot so (?:dieu|noi dung|diem|khoan))?(?: cua| cho)? ?$/u;
// Matches " (khóa X) về khoa học và công nghệ", " về \"…\"".
const SUBJECT =
  /^(?: ?\(?(?:khoa )?[ivx]+\)?)? ?(?:ve (?!viec)["“]?|["“])(?<words>[^;.,()"”\n]{4,200}?(?:, hien dai hoa[^;.,()"”\n]{0,60})?)(?=[;.,()"”\n]| va (?:nghi quyet|ket luan|chi thi)|$)/u;

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
    const effect = all.map(effectOf).find((found) => found !== null) ?? null;
    const subject = all.map(subjectOf).find((found) => found !== null) ?? null;
    return {
      id,
      kind: (first?.kind ?? "cv").toUpperCase(),
      number: first?.number ?? null,
      symbol: first?.symbol ?? null,
      issuedOn: first?.issuedOn ?? null,
      issuer: issuerOf(all),
      relation: relation.relation,
      ...(relation.relation === "IMPLEMENTS" ? { direct: relation.direct } : {}),
      ...(effect === null ? {} : { effect }),
      ...(subject === null ? {} : { subject }),
      mentions: all.map(({ mention }) => printed(source, view, mention.start, mention.end)),
    };
  });

  /** "Quyết định này thay thế …": what this document does to the other. */
  function effectOf({ mention }: ResolvedCitation): "REPLACES" | "AMENDS" | null {
    const before = view.folded.slice(Math.max(0, mention.start - 260), mention.start);
    const clause = before.slice(Math.max(before.lastIndexOf("; "), before.lastIndexOf(". "), 0));
    const does = OWN_EFFECT.exec(clause)?.groups?.["does"];
    return does === undefined ? null : /^(?:thay|bai)/u.test(does) ? "REPLACES" : "AMENDS";
  }

  /** The printed subject of a resolution that is named by its plenum alone. */
  function subjectOf({ mention }: ResolvedCitation): string | null {
    if (mention.form !== "plenum") return null;
    const found = SUBJECT.exec(view.folded.slice(mention.tail, mention.tail + 240));
    const words = found?.groups?.["words"];
    if (found === null || words === undefined) return null;
    const at = mention.tail + found[0].length - words.length;
    return view.text.slice(at, at + words.length).trim();
  }

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
