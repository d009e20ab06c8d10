import type { Layout } from "../text/structure.ts";
import type { ResolvedCitation } from "./citations.ts";

export interface Relation {
  readonly relation: "IMPLEMENTS" | "BASED_ON" | "MENTIONS";
  readonly direct: boolean;
}

export interface StatedLink {
  readonly from: string;
  readonly to: string;
  readonly relation: "IMPLEMENTS" | "CONTINUES" | "REPLACES" | "AMENDS";
  /** In the view. */
  readonly start: number;
  readonly end: number;
  readonly cue: { readonly start: number; readonly end: number };
}

const FILLER =
  '(?:co hieu qua|hieu qua|tot|cac|nghiem tuc|nghiem|mot so|noi dung|day du|dong bo|quan diem|chu truong|theo|muc tieu|nhiem vu|cua|,|va|;|"|:)';
// Matches "… về việc triển khai thực hiện các" directly before a number; what is carried out stands behind it.
const CARRIES = new RegExp(
  `(?<cue>(?:tiep tuc )?(?:to chuc |trien khai )?(?:thuc hien|trien khai|cu the hoa|thi hanh)(?: va cu the hoa| va trien khai)?)(?: ${FILLER}){0,4} ?["']? ?$`,
  "u",
);
const AMENDS =
  /(?<cue>sua doi,? bo sung|dieu chinh,? bo sung|dieu chinh|sua doi)(?: mot so (?:dieu|noi dung|diem|khoan))?(?: (?:cua|tai))?(?: (?:cac|quy dinh|ban hanh kem theo))* ?$/u;
const REPLACES = /(?<cue>thay the|bai bo|huy bo|het hieu luc)(?: (?:cho|cac|toan bo))* ?$/u;
// Matches "(đã) được sửa đổi, bổ sung một số điều bởi|theo|tại …".
const AMENDED_BY =
  /(?:duoc )?sua doi,? ?(?:va )?bo sung(?: mot so (?:dieu|noi dung))?(?: [\p{L} ]{0,30})? (?:boi|theo|tai)(?: cac)? ?$/u;
const STOPS =
  /[;\n]|\.\s|gan voi|ket hop|dong thoi|trong do|tang cuong|theo (?:quy dinh|tinh than)|nham |can cu|tren co so/u;
const LONGEST_TAIL = 420;

/** What the text says of two documents that it cites: the later one carries the earlier out, goes on with it, amends or replaces it. */
export function linksBetween({ view }: Layout, citations: readonly ResolvedCitation[]): readonly StatedLink[] {
  const links = new Map<string, StatedLink>();
  for (const [place, to] of citations.entries()) {
    const from = citations[place - 1];
    if (from === undefined || from.id === to.id) continue;
    const amending = citations
      .slice(0, place)
      .findLast(
        ({ mention }) =>
          mention.start < to.mention.start && mention.end >= to.mention.end && /^sửa đổi/iu.test(mention.name ?? ""),
      );
    if (amending !== undefined && amending.id !== to.id) {
      const { start, end } = amending.mention;
      links.set(`${amending.id} AMENDS ${to.id}`, {
        from: amending.id,
        to: to.id,
        relation: "AMENDS",
        start,
        end,
        cue: { start: start + 5, end: start + 12 },
      });
      continue;
    }
    if (to.mention.start <= from.mention.end) continue;
    const between = view.folded.slice(from.mention.tail, to.mention.start);
    const passive = AMENDED_BY.exec(between);
    if (passive !== null && between.length < 120) {
      const at = from.mention.tail + passive.index;
      const link = {
        from: to.id,
        to: from.id,
        relation: "AMENDS" as const,
        start: from.mention.start,
        end: to.mention.end,
        cue: { start: at, end: at + passive[0].trimEnd().length },
      };
      links.set(`${link.from} AMENDS ${link.to}`, link);
      continue;
    }
    const cue = cueBefore(between);
    if (cue === null || between.length > LONGEST_TAIL || STOPS.test(between.slice(0, cue.at))) continue;
    if (/(?:^|[\s,])(?:va|hoac) (?:viec |cac )?$/u.test(between.slice(0, cue.at))) continue;
    // A report on how a document was carried out carries nothing out.
    if (
      cue.relation === "IMPLEMENTS" &&
      /(?:so ket|tong ket|ket qua|tinh hinh|danh gia|kiem diem)(?: viec)?(?: \d+ nam)? $/u.test(
        between.slice(0, cue.at),
      )
    )
      continue;
    // "xử phạt theo Nghị định A, thực hiện nghiêm Chỉ thị B": an order that goes on with another verb, not what A is for.
    if (
      cue.relation === "IMPLEMENTS" &&
      /, ?$/u.test(between.slice(0, cue.at)) &&
      THOROUGHLY.test(between.slice(cue.at)) &&
      !/(?:^| )ve /u.test(between.slice(0, cue.at))
    )
      continue;
    const at = from.mention.tail + cue.at;
    const link = {
      from: from.id,
      to: to.id,
      relation: cue.relation,
      start: from.mention.start,
      end: to.mention.end,
      cue: { start: at, end: at + cue.words.length },
    };
    const key = `${from.id} ${cue.relation} ${to.id}`;
    if (!links.has(key)) links.set(key, link);
  }
  return [...links.values()];
}

/** How an order tells to carry something out: "thực hiện nghiêm". */
const THOROUGHLY =
  /^(?:to chuc |trien khai )?(?:thuc hien|trien khai|thi hanh) (?:nghiem|nghiem tuc|tot|day du|dong bo|co hieu qua|hieu qua)(?= )/u;

function cueBefore(
  between: string,
): { readonly relation: StatedLink["relation"]; readonly at: number; readonly words: string } | null {
  const carries = CARRIES.exec(between);
  if (carries?.groups?.["cue"] !== undefined) {
    const words = carries.groups["cue"];
    return { relation: words.startsWith("tiep tuc") ? "CONTINUES" : "IMPLEMENTS", at: carries.index, words };
  }
  const amends = AMENDS.exec(between);
  if (amends !== null) return { relation: "AMENDS", at: amends.index, words: amends.groups?.["cue"] ?? "" };
  const replaces = REPLACES.exec(between);
  if (replaces !== null) return { relation: "REPLACES", at: replaces.index, words: replaces.groups?.["cue"] ?? "" };
  return null;
}

const CARRYING_START =
  /^["“(-]*\s?(?:de )?(?:tiep tuc )?(?:trien khai|thuc hien|to chuc thuc hien|thi hanh|cu the hoa|trien khai thuc hien)\b/u;
// Matches "Căn cứ …", "Sau khi xem xét …", "Ngày 28-6-2023, Ban Thường vụ Tỉnh ủy họp, nghe …".
const RECITAL_START =
  /^[-+* ]*(?:can cu|tren co so|theo|xet|chieu theo|chap hanh|(?:sau khi |qua )(?:xem xet|nghe|nghien cuu|thao luan)|ngay \d[\d/., -]{3,14}[^.;]{0,80} (?:hop|nghe|xem xet|thao luan))\b/u;
const REPORTED = /(?:so ket|tong ket|ket qua|bao cao|danh gia)[^;.]{0,60}$/u;

/** How the document stands to each document it cites; the strongest of all mentions holds. */
export function relationsOf(layout: Layout, citations: readonly ResolvedCitation[]): ReadonlyMap<string, Relation> {
  const relations = new Map<string, Relation>();
  const unnumbered = unnumberedInTitle(layout, citations);
  for (const { zone, start, end, content } of layout.blocks) {
    const inside = citations.filter(({ mention }) => mention.start >= start && mention.end <= end);
    if (inside.length === 0) continue;
    if (zone === "title") titleRelations(layout, start, inside, relations);
    else if (zone === "opening") openingRelations(layout, content, inside, relations, unnumbered);
    else for (const { id } of inside) strengthen(relations, id, { relation: "MENTIONS", direct: false });
  }
  return relations;
}

// Matches a title that names what it carries out by kind and body alone: "THỰC HIỆN KẾ HOẠCH CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH".
const UNNUMBERED =
  /(?:thuc hien|trien khai|cu the hoa) (?<kind>nghi quyet|ket luan|chi thi|chuong trinh|ke hoach|quyet dinh|huong dan)(?: hanh dong)? cua /u;

/** The kind word of a document that the title carries out and only the opening numbers. */
function unnumberedInTitle({ view, blocks }: Layout, citations: readonly ResolvedCitation[]): string | null {
  const title = blocks.find(({ zone }) => zone === "title");
  if (title === undefined || citations.some(({ mention }) => mention.start >= title.start && mention.end <= title.end))
    return null;
  return UNNUMBERED.exec(view.folded.slice(title.start, title.end))?.groups?.["kind"] ?? null;
}

function titleRelations(
  { view }: Layout,
  start: number,
  citations: readonly ResolvedCitation[],
  relations: Map<string, Relation>,
): void {
  let from = start;
  let carried: "none" | "direct" | "chained" = "none";
  for (const { id, mention } of citations) {
    const before = view.folded.slice(from, mention.start);
    const isCued = CARRIES.test(before) && !REPORTED.test(before.replace(CARRIES, ""));
    const isListed = carried !== "none" && /^[^;]*(?:,|;| va) ?$/u.test(before);
    if (isCued)
      carried =
        carried === "none"
          ? "direct"
          : /(?:va|,|;) (?:tiep tuc |trien khai )?thuc hien ?$/u.test(before) &&
              carried === "direct" &&
              before.length < 30
            ? "direct"
            : "chained";
    else if (!isListed) carried = "none";
    strengthen(
      relations,
      id,
      carried === "none"
        ? { relation: "MENTIONS", direct: false }
        : { relation: "IMPLEMENTS", direct: carried === "direct" },
    );
    from = mention.tail;
  }
}

function openingRelations(
  { view }: Layout,
  start: number,
  citations: readonly ResolvedCitation[],
  relations: Map<string, Relation>,
  unnumbered: string | null,
): void {
  const ofTitle =
    unnumbered === null ? [] : citations.filter(({ mention }) => mention.kindWord?.startsWith(unnumbered) === true);
  let from = start;
  let state: "carries" | "chained" | "based" | "none" = "none";
  let isFirst = true;
  for (const { id, mention } of citations) {
    const before = view.folded.slice(from, mention.start);
    // The clause that names the document begins after the last semicolon or full stop.
    const clause = before.slice(Math.max(before.lastIndexOf(";"), before.lastIndexOf(". ")) + 1).trimStart();
    const isNewClause = isFirst || clause.length < before.trimStart().length;
    if (ofTitle.length === 1 && ofTitle[0]?.mention === mention) state = "carries";
    else if (isNewClause && CARRYING_START.test(clause))
      state = CARRIES.test(clause) ? "carries" : state === "none" ? "none" : state;
    else if (isNewClause && RECITAL_START.test(clause)) state = "based";
    else if (isNewClause && !isFirst && state === "none") state = "none";
    else if (state === "carries" && CARRIES.test(before)) state = "chained";
    else if (state === "chained" && /(?:^|[^,]) (?:va|,|;) ?$/u.test(before) && !CARRIES.test(before))
      state = "chained";
    const relation =
      state === "carries" || state === "chained" ? "IMPLEMENTS" : state === "based" ? "BASED_ON" : "MENTIONS";
    strengthen(relations, id, { relation, direct: state === "carries" });
    from = mention.tail;
    isFirst = false;
  }
}

const STRENGTH = { IMPLEMENTS: 2, BASED_ON: 1, MENTIONS: 0 } as const;

function strengthen(relations: Map<string, Relation>, id: string, relation: Relation): void {
  const held = relations.get(id);
  if (held === undefined || STRENGTH[relation.relation] > STRENGTH[held.relation]) relations.set(id, relation);
  else if (relation.relation === held.relation && relation.direct && !held.direct) relations.set(id, relation);
}
