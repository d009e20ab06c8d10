import { districtOf } from "../recognise/district-bodies.ts";
import type { AgencyMention } from "../recognise/mention.ts";
import { unionOf } from "../recognise/union-bodies.ts";
import { slug } from "../registry/fold.ts";
import type { Registry } from "../registry/load-registry.ts";
import type { Level } from "../registry/model.ts";
import type { Layout } from "../text/structure.ts";
import type { Block } from "../text/blocks.ts";
import { kindOfWord, numberedId, readSymbol } from "./document-id.ts";
import { headAgencies, type PrintedHead } from "./header.ts";

/** What a document says of itself. */
export interface OwnDocument {
  readonly id: string;
  readonly kind: string;
  readonly level: Level;
  readonly province: string | null;
  readonly issuer: AgencyMention | null;
  readonly body: string;
}

/** What the id needs beside the text: the hash that stands for a missing number. */
export function ownDocument(
  layout: Layout,
  head: PrintedHead,
  mentions: readonly AgencyMention[],
  registry: Registry,
  hash8: string,
): OwnDocument {
  const issuer = issuerOf(layout, head, mentions, registry);
  const level = levelOf(issuer, head, registry);
  const province = level === "centre" ? null : provinceOf(layout, issuer, head, mentions, registry);
  const printedKind = kindPrinted(layout, registry);
  const fromSymbol = head.symbol === null ? null : readSymbol(head.symbol, printedKind, registry, level);
  const kind =
    (printedKind === null ? null : kindOfWord(printedKind, registry)) ??
    fromSymbol?.kind ??
    kindInOpening(layout, registry) ??
    "cv";
  const isOfPlace = issuer !== null && districtOf(issuer.local) !== null && /^(?:ubnd|hdnd)-/u.test(issuer.local);
  const body = (isOfPlace ? issuer.local : null) ?? fromSymbol?.body ?? bodyOfIssuer(issuer, level, registry);
  const year = head.issuedOn?.slice(0, 4) ?? head.year ?? null;
  const number = head.number ?? `~${hash8}`;
  const id = numberedId({ kind, body, level: fromSymbol?.level ?? level }, province, year, number);
  return { id, kind, level, province, issuer, body };
}

function kindPrinted({ view, blocks }: Layout, registry: Registry): string | null {
  const block = blocks.find(({ zone }) => zone === "kind");
  if (block === undefined) return null;
  const folded = view.folded
    .slice(block.start, block.end)
    .replace(/[^a-z ]/gu, "")
    .trim();
  return registry.kindNamed(folded) === null ? null : folded;
}

/** "… ban hành Kế hoạch thực hiện như sau": the kind of a document whose heading is lost. */
function kindInOpening({ view, blocks }: Layout, registry: Registry): string | null {
  for (const { zone, start, end } of blocks) {
    if (zone !== "opening" && zone !== "title") continue;
    const word =
      /ban hanh (?<kind>ke hoach|chuong trinh|chi thi|huong dan|nghi quyet|de an|quy dinh)\b(?!.*ban hanh)/u.exec(
        view.folded.slice(start, end),
      )?.groups?.["kind"];
    if (word !== undefined) return kindOfWord(word, registry);
  }
  return null;
}

function issuerOf(
  layout: Layout,
  head: PrintedHead,
  mentions: readonly AgencyMention[],
  registry: Registry,
): AgencyMention | null {
  const within = (zones: readonly Block["zone"][]): readonly AgencyMention[] => {
    const ranges = layout.blocks.filter(({ zone }) => zones.includes(zone));
    return mentions.filter(
      ({ start, end, collective }) => !collective && ranges.some((range) => start >= range.start && end <= range.end),
    );
  };
  const ofWhom = within(["ofWhom"])[0];
  if (ofWhom !== undefined) return ofWhom;
  const inHead = headAgencies(layout.blocks, mentions).filter(({ collective }) => !collective);
  const symbol = head.symbol === null ? null : readSymbol(head.symbol, null, registry, "province");
  const issuers = symbol === null ? [] : (registry.body(symbol.body, symbol.level)?.issuers ?? []);
  // "UBND XÃ EA DRÔNG" prints the symbol of every committee.
  const ofPlace = inHead.findLast(
    ({ local }) => issuers.some((each) => local.startsWith(`${each}-`)) && districtOf(local) !== null,
  );
  if (ofPlace !== undefined) return ofPlace;
  const fits = inHead.filter(({ local }) => issuers.includes(local));
  const [only, ...others] = issuers;
  const parent = inHead.at(-1);
  // "TỈNH ỦY SƠN LA / BAN TUYÊN GIÁO": the symbol says which organ.
  if (
    fits.length === 0 &&
    only !== undefined &&
    others.length === 0 &&
    symbol !== null &&
    parent !== undefined &&
    !only.endsWith("*")
  )
    return { ...parent, local: only, level: symbol.level, isUnknown: false };
  if (symbol?.body === "bcd") {
    const board = mentions.find(({ local, collective }) => local.startsWith("ban-chi-dao") && !collective);
    if (board !== undefined) return board;
  }
  const joint = symbol === null ? null : /^(?<first>[^-]+)-[^-]+/u.exec(symbol.body)?.groups?.["first"];
  const ofFirst = joint == null ? [] : (registry.body(joint)?.issuers ?? []);
  const named =
    fits.at(-1) ??
    (joint == null ? parent : (inHead.find(({ local }) => ofFirst.includes(local)) ?? firstOfJoint(layout, inHead)));
  // "HỘI NÔNG DÂN TỈNH SƠN LA / BAN THƯỜNG VỤ": the board of the body above it.
  const above =
    named?.local === "ban-thuong-vu-tinh-uy" ? inHead.find(({ local }) => unionOf(local) !== null) : undefined;
  if (above !== undefined) return { ...above, local: `ban-thuong-vu-${above.local}`, isUnknown: true };
  // "ỦY BAN MTTQ VIỆT NAM TỈNH / BAN THƯỜNG TRỰC"
  if (named?.local === "uy-ban-mat-tran-to-quoc-viet-nam" && hasLine(layout, "head", /(?:^| )ban thuong truc$/u))
    return { ...named, local: `thuong-truc-${named.local}` };
  // "TỈNH ỦY CAO BẰNG" over what its standing board signs for itself.
  const board = `ban-thuong-vu-${named?.local ?? ""}`;
  if (named !== undefined && issuers.includes(board) && hasLine(layout, "signature", FOR_THE_BOARD))
    return { ...named, local: board };
  if (named !== undefined) return named;
  return inOpening(layout, mentions) ?? within(["signature"])[0] ?? within(["title"])[0] ?? null;
}

// Matches "T/M BAN THƯỜNG VỤ", "TM. BAN THƯỜNG VỤ TỈNH ỦY".
const FOR_THE_BOARD = /^(?:t ?\/ ?m|tm\.?|thay mat) ?ban thuong vu(?![\p{L}])/u;

function hasLine({ view, blocks }: Layout, zone: Block["zone"], pattern: RegExp): boolean {
  return blocks.some((block) => block.zone === zone && pattern.test(view.folded.slice(block.start, block.end).trim()));
}

/** "CÔNG AN TỈNH - SỞ Y TẾ": of bodies that issue together the first. */
function firstOfJoint({ view }: Layout, inHead: readonly AgencyMention[]): AgencyMention | undefined {
  let place = inHead.length - 1;
  for (; place > 0; place--) {
    const gap = view.folded.slice(inHead[place - 1]?.end ?? 0, inHead[place]?.start ?? 0);
    if (!/^\s?(?:[-–,]\s?|va )$/u.test(gap)) break;
  }
  return inHead[place];
}

/** "Ủy ban nhân dân tỉnh ban hành Kế hoạch", "Ban Bí thư yêu cầu". */
function inOpening({ view, blocks }: Layout, mentions: readonly AgencyMention[]): AgencyMention | null {
  for (const { zone, start, end } of blocks) {
    if (zone !== "opening") continue;
    for (const mention of mentions) {
      if (mention.start < start || mention.end > end || mention.collective) continue;
      if (
        /^ (?:ban hanh|xay dung|yeu cau|quyet dinh|chi thi|de nghi|thong bao|huong dan)/u.test(
          view.folded.slice(mention.end, mention.end + 30),
        )
      )
        return mention;
    }
  }
  return null;
}

function levelOf(issuer: AgencyMention | null, head: PrintedHead, registry: Registry): Level {
  if (issuer !== null && issuer.level !== "document") return issuer.level;
  const symbol = head.symbol === null ? null : readSymbol(head.symbol, null, registry, "province");
  return symbol?.level ?? "province";
}

function bodyOfIssuer(issuer: AgencyMention | null, level: Level, registry: Registry): string {
  if (issuer === null) return "~";
  const found = registry.bodies.find((row) => row.level === level && row.issuers.includes(issuer.local));
  if (found !== undefined) return found.body;
  if (/tinh-uy$/u.test(issuer.local)) return "tu";
  return issuer.local;
}

function provinceOf(
  { view, blocks }: Layout,
  issuer: AgencyMention | null,
  head: PrintedHead,
  mentions: readonly AgencyMention[],
  registry: Registry,
): string | null {
  if (issuer?.province != null) return issuer.province;
  const parent = headAgencies(blocks, mentions).find(({ province }) => province !== null);
  if (parent?.province != null) return parent.province;
  const inHead = blocks.filter(({ zone }) => zone === "head").map(({ start, end }) => view.text.slice(start, end));
  for (const line of inHead) {
    const named = /(?:TỈNH|THÀNH PHỐ|TP\.?)\s+(?<name>[\p{Lu}. -]{1,60})$/u.exec(line)?.groups?.["name"];
    const province = named === undefined ? null : registry.provinceNamed(named.trim());
    if (province !== null) return province.id;
    // A province of other days: "TỈNH MINH HẢI".
    if (named !== undefined && /TỈNH\s/u.test(line) && named.trim().length > 2 && !/ỦY|UỶ|SỞ|BAN /u.test(named))
      return slug(named);
  }
  const placed = head.place === null ? null : registry.provinceNamed(head.place);
  if (placed !== null) return placed.id;
  return mostNamed(view.text, issuer, mentions, registry);
}

// Matches "tỉnh An Giang", "Tỉnh Bà Rịa - Vũng Tàu". Must not match "tỉnh, thành phố".
const NAMED_PROVINCE =
  /(?<![\p{L}])(?:tỉnh|Tỉnh|TỈNH|thành phố|Thành phố|tinh|Tinh) (?<name>\p{Lu}[\p{L}]*(?: (?:- )?\p{Lu}[\p{L}]*){0,3})/gu;

/** The province that the text names most, as the seat of its own bodies or as "tỉnh …"; null where it names none. */
function mostNamed(
  text: string,
  issuer: AgencyMention | null,
  mentions: readonly AgencyMention[],
  registry: Registry,
): string | null {
  const votes = new Map<string, number>();
  const vote = (id: string, weight: number): void => {
    votes.set(id, (votes.get(id) ?? 0) + weight);
  };
  for (const { groups } of text.matchAll(NAMED_PROVINCE)) {
    const words = groups?.["name"]?.split(" ") ?? [];
    for (let length = words.length; length > 0; length--) {
      const province = registry.provinceNamed(words.slice(0, length).join(" "));
      if (province === null) continue;
      vote(province.id, 2);
      break;
    }
  }
  for (const mention of mentions)
    if (mention.province !== null)
      vote(mention.province, mention.local === issuer?.local ? 4 : /^(?:bao|dai)-/u.test(mention.local) ? 2 : 0);
  const [most] = [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return most !== undefined && most[1] >= 2 ? most[0] : null;
}
