import { createHash } from "node:crypto";
import { agencyMentions } from "../recognise/agencies.ts";
import { districtOf, type District } from "../recognise/district-bodies.ts";
import { citationMentions } from "../recognise/all-citations.ts";
import type { CitationMention } from "../recognise/citations.ts";
import type { AgencyMention } from "../recognise/mention.ts";
import { draftingUnits, recipientsOf } from "../recognise/recipients.ts";
import { signersOf } from "../recognise/signers.ts";
import { isDepartment } from "../recognise/department-bodies.ts";
import { unionOf } from "../recognise/union-bodies.ts";
import { tokensOf } from "../recognise/tokens.ts";
import type { Level } from "../registry/model.ts";
import { resolveCitations } from "../resolve/citations.ts";
import { printedHead } from "../resolve/header.ts";
import { ownDocument } from "../resolve/own-document.ts";
import { linksBetween, relationsOf } from "../resolve/relations.ts";
import { repairFor } from "../text/repair.ts";
import type { SourceText } from "../text/source-text.ts";
import { sectionsOf } from "../text/sections.ts";
import { layoutOf } from "../text/structure.ts";
import { acceptedMentions } from "./accepted.ts";
import { agencyFacts } from "./assemble-agencies.ts";
import { citationFacts, linkFacts } from "./assemble-citations.ts";
import { documentFacts } from "./assemble-document.ts";
import { outlineFacts, taskFacts } from "./assemble-tasks.ts";
import { reportFacts } from "./assemble-reports.ts";
import { targetFacts } from "./assemble-targets.ts";
import { withConfidence } from "./confidence.ts";
import { hasOnlyLetters, withLettersOnly } from "./letters.ts";
import type { Knowledge, Reading } from "./context.ts";
import { diagnosticFacts } from "./diagnostics.ts";
import { LONGEST_MENTION } from "./lengths.ts";
import type { Facts } from "./model.ts";
import { shortNameFacts } from "./short-names.ts";
import { printed } from "./spans.ts";
import { readTasks } from "./tasks.ts";

/** SHA-256 of a text in NFC with LF line ends: a copy in other letters or with other line ends is the same text. */
export function hashOf(text: string): string {
  return createHash("sha256").update(text.normalize("NFC").replace(/\r\n?/gu, "\n")).digest("hex");
}

/** What the text says, and nothing else: the facts of one document, the same for the same text to the byte. */
export function extract(
  { name, text, encoding }: Pick<SourceText, "name" | "text" | "encoding">,
  { registry, lexicon, forms, kindHeadings, vocabulary, laws, confidence }: Knowledge,
): Facts {
  const sha256 = hashOf(text);
  const layout = layoutOf(text, { kinds: kindHeadings }, (composed) => repairFor(composed, vocabulary));
  const { view, blocks } = layout;
  const tokens = tokensOf(view, registry.nameWords);
  const head = printedHead(layout);
  const cited = citationMentions(view, registry, laws).filter(
    ({ start, end }) =>
      end - start <= LONGEST_MENTION &&
      (head.numberAt === null || end <= head.numberAt.start || start >= head.numberAt.end),
  );
  const isInside = insideNames(cited);
  const named = (
    level: Level,
    district: District | null = null,
    union: string | null = null,
    department: string | null = null,
  ): readonly AgencyMention[] =>
    agencyMentions(view, tokens, lexicon, forms, level, district, union, department).filter(
      (mention) => mention.end - mention.start <= LONGEST_MENTION && !isInside(mention),
    );
  const first = named("province");
  const claimed = ownDocument(layout, head, first, registry, sha256.slice(0, 8));
  const district = claimed.issuer === null ? null : districtOf(claimed.issuer.local);
  const union = claimed.issuer === null || claimed.level === "centre" ? null : unionOf(claimed.issuer.local);
  const issuer = claimed.issuer?.local ?? "";
  const department = claimed.level === "province" && isDepartment(issuer) ? issuer : null;
  const isOthers = claimed.level === "centre" || district !== null || union !== null || department !== null;
  const mentions = isOthers ? named(claimed.level, district, union, department) : first;
  const own = district === null ? claimed : ownDocument(layout, head, mentions, registry, sha256.slice(0, 8));
  const isCity = (id: string | null): boolean => {
    const place = id === null ? null : registry.province(id);
    return place !== null && registry.isCity(place, head.issuedOn ?? "");
  };
  const idOf = ({ level, province, local }: AgencyMention): string =>
    level === "centre" ||
    (own.level === "centre" && province === null) ||
    (province !== null && province !== own.province && UNIVERSITY.test(local))
      ? `vn/${local}`
      : // A city at the centre has a "Thành ủy" where a province has a "Tỉnh ủy".
        `vn/${province ?? own.province ?? "~"}/${isCity(province ?? own.province) ? local.replace(/(?<![^-])tinh-uy$/u, "thanh-uy") : local}`;
  const reading: Reading = { source: text, layout, mentions, issuedOn: head.issuedOn, idOf };

  const citations = resolveCitations(cited, {
    registry,
    level: own.level,
    province: own.province,
    issuer: (mention) => issuerAfter(mention, mentions, view.folded),
  }).filter(({ id }) => id !== own.id);
  const nodes = sectionsOf(layout);
  const tasks = readTasks(reading, nodes);
  const reports = reportFacts(reading, nodes, tasks);
  const recipients = recipientsOf(view, blocks, mentions);
  // A body's name under the post is no person's: "GIÁM ĐỐC / BẢO HIỂM XÃ HỘI TỈNH".
  const signers = signersOf(view, blocks).filter(
    ({ start, end }) => !mentions.some((mention) => mention.start <= start && end <= mention.end),
  );
  const acting = new Set([
    ...tasks.flatMap(({ leads, cooperates, directed }) =>
      [...leads, ...cooperates, ...directed].map(({ mention }) => mention),
    ),
    ...reports.mentions,
    ...recipients,
  ]);
  const drafters = draftingUnits(view, blocks, mentions);
  const accepted = acceptedMentions(reading, acting).filter((mention) => !drafters.has(mention));

  const facts: Facts = {
    facts: 1,
    source: name,
    text: { sha256, length: text.length, encoding },
    document: documentFacts(reading, own, head, signers, registry),
    outline: outlineFacts(reading, nodes),
    citations: citationFacts(reading, citations, relationsOf(layout, citations)),
    links: linkFacts(reading, linksBetween(layout, citations)),
    shortNames: shortNameFacts(reading, accepted),
    agencies: agencyFacts(reading, accepted, own, registry),
    tasks: taskFacts(reading, tasks, citations),
    reports: reports.facts,
    targets: targetFacts(reading, nodes),
    recipients: recipients.map((mention) => ({
      agency: idOf(mention),
      ...printed(text, view, mention.start, mention.end),
    })),
    diagnostics: diagnosticFacts(reading, own, head, citations, accepted, tasks),
  };
  return withConfidence(hasOnlyLetters(text) ? facts : withLettersOnly(facts), confidence);
}

// A university named after another place is no body of that province's: its name keeps the place.
const UNIVERSITY = /^(?:truong-dai-hoc|dai-hoc|hoc-vien)-/u;

/** True for a body inside the name of a law or a congress: "Luật Tổ chức Chính phủ" names no government. */
function insideNames(cited: readonly CitationMention[]): (mention: AgencyMention) => boolean {
  const named = reachOf(cited.filter(({ form, name }) => form === "law" || form === "congress" || name !== null));
  const numbered = reachOf(cited.filter(({ form }) => form === "numbered"));
  return ({ start, end }) => named(start) >= end || numbered(start) > start;
}

/** How far those of the mentions reach that start at or before a place; -1 where none does. */
function reachOf(cited: readonly CitationMention[]): (place: number) => number {
  const sorted = [...cited].sort((a, b) => a.start - b.start);
  let furthest = -1;
  const reach = sorted.map(({ end }) => (furthest = Math.max(furthest, end)));
  return (place) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.start ?? 0) <= place) low = middle + 1;
      else high = middle;
    }
    return reach[low - 1] ?? -1;
  };
}

/** The body that "của Ủy ban nhân dân tỉnh Ninh Bình" says issued the document named before it. */
function issuerAfter(
  citation: CitationMention,
  mentions: readonly AgencyMention[],
  folded: string,
): AgencyMention | null {
  const issuer = mentions.find(({ start }) => start >= citation.tail && start <= citation.tail + 12);
  return issuer !== undefined && /^,? ?cua (?:chu tich )?$/u.test(folded.slice(citation.tail, issuer.start))
    ? issuer
    : null;
}
