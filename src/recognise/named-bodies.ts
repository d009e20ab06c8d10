import type { Level } from "../registry/model.ts";
import type { TextView } from "../text/view.ts";
import type { Lexicon, NamedBody } from "./lexicon.ts";
import { mentionAt, type AgencyMention } from "./mention.ts";
import { namedFrom, placeAfter, provinceAt } from "./places-after.ts";
import type { Token } from "./tokens.ts";
import type { WordTree } from "./word-tree.ts";

/** Head words that a list says once: "các Sở: Tài chính, Nội vụ", "các Bộ: Công an, Tài chính". */
const SHARED_HEADS: readonly (readonly string[])[] = [
  ["so"],
  ["bo"],
  ["ban"],
  ["hoi"],
  ["cuc"],
  ["chi", "cuc"],
  ["truong"],
  ["phong"],
  ["dang", "doan"],
  ["ban", "can", "su", "dang"],
];
const LIST_GAP = /^(?:\s*[,;]\s*|\s)$/u;

/** Yields the bodies that the registry knows, in full and short forms, with the place after them, and lists under one head word. */
export function* namedBodies(
  view: TextView,
  tokens: readonly Token[],
  lexicon: Lexicon,
  level: Level,
): Generator<AgencyMention> {
  const order: readonly Level[] = level === "centre" ? ["centre", "province"] : ["province", "centre"];
  for (let place = 0; place < tokens.length; place++) {
    const token = tokens[place];
    if (token === undefined || token.words.length === 0) continue;
    const found = bodyAt(view, tokens, place, lexicon, order, null);
    if (found !== null) {
      yield found.mention;
      place = found.next - 1;
      const head = SHARED_HEADS.find(
        (words) =>
          words[0] === token.words[0] &&
          words.length <= token.words.length + 1 &&
          startsWith(tokens, place, found, words),
      );
      if (head !== undefined) {
        const rest = sharing(view, tokens, found.next, head, lexicon, order);
        yield* rest.mentions;
        place = rest.next - 1;
      }
      continue;
    }
    if (!isPlural(tokens, place)) continue;
    const head = SHARED_HEADS.findLast((words) => words.every((word, step) => tokens[place + step]?.words[0] === word));
    if (head === undefined) continue;
    const after = tokens[place + head.length];
    if (after === undefined || !/^\s?:?\s?$/u.test(after.gap)) continue;
    const first = bodyAt(view, tokens, place + head.length, lexicon, order, head);
    if (first === null) continue;
    yield first.mention;
    const rest = sharing(view, tokens, first.next, head, lexicon, order);
    yield* rest.mentions;
    place = rest.next - 1;
  }
}

function startsWith(tokens: readonly Token[], _place: number, found: Found, head: readonly string[]): boolean {
  return head.every((word, step) => tokens[found.first + step]?.words[0] === word);
}

function isPlural(tokens: readonly Token[], place: number): boolean {
  const before = tokens[place - 1]?.words[0];
  return before === "cac" || before === "nhung";
}

/** The members of a list that go on under its head word. */
function sharing(
  view: TextView,
  tokens: readonly Token[],
  from: number,
  head: readonly string[],
  lexicon: Lexicon,
  order: readonly Level[],
): { readonly mentions: readonly AgencyMention[]; readonly next: number } {
  const mentions: AgencyMention[] = [];
  let next = from;
  for (;;) {
    let at = next;
    const separator = tokens[at];
    if (separator === undefined || !LIST_GAP.test(separator.gap)) break;
    if (separator.words.length === 0) at += 1;
    else if (!/[,;]/u.test(separator.gap)) break;
    const member = tokens[at];
    if (member?.isCapital !== true) break;
    // A member with a head of its own ends the list.
    if (bodyAt(view, tokens, at, lexicon, order, null) !== null) break;
    const found = bodyAt(view, tokens, at, lexicon, order, head);
    if (found === null) break;
    mentions.push(found.mention);
    next = found.next;
  }
  return { mentions, next };
}

interface Found {
  readonly mention: AgencyMention;
  readonly first: number;
  readonly next: number;
}

/** The longest body at a token; with `head` the name goes on after these words, which stand before the list. */
function bodyAt(
  view: TextView,
  tokens: readonly Token[],
  at: number,
  lexicon: Lexicon,
  order: readonly Level[],
  head: readonly string[] | null,
  isPlain = false,
): Found | null {
  const token = tokens[at];
  if (token === undefined || (!token.isCapital && !isLowerName(token))) return null;
  if (/[-/]$/u.test(token.gap) && !token.gap.includes(" ")) return null;
  let best: { readonly body: NamedBody; readonly next: number; readonly level: Level } | null = null;
  for (const level of order) {
    const tree: WordTree<NamedBody> | null = head === null ? lexicon.bodies[level] : lexicon.bodies[level].after(head);
    const found =
      tree?.longest(
        tokens,
        at,
        (body, hasComma) =>
          (!hasComma || body.mayHaveComma) &&
          (!body.isElliptic || head !== null) &&
          !(isPlain && body.agency.rest !== null),
      ) ?? null;
    const body = found?.values[0];
    if (found !== null && body !== undefined && (best === null || found.next > best.next))
      best = { body, next: found.next, level };
  }
  if (best === null) return null;
  const { body, next, level } = best;
  if (tokens[next]?.gap === "-" && /^\d/u.test(tokens[next].words[0] ?? "")) return null;
  // "UBND thành phố" is the beginning of "UBND thành phố Dĩ An" and a name of its own.
  if (body.agency.rest !== null)
    return (
      patternAt(view, tokens, at, next, body, lexicon) ??
      (isPlain ? null : bodyAt(view, tokens, at, lexicon, order, head, true))
    );
  const place =
    body.agency.class === "mass-organisation" && isAtTheBase(view, tokens, next)
      ? { next: next + 2, province: null, suffix: "-co-so", collective: true, found: true }
      : level === "province" || isBranch(tokens, next)
        ? placeAfter(tokens, next, lexicon)
        : { next, province: null, suffix: "", collective: false, found: false };
  // "Công an" alone is a body in a list of bodies or where it acts.
  const acts =
    /^(?:, (?:Sở|Hạt|Phòng|Chi|Ban|Bộ|Trung|Kho|Thuế|Viện|Tòa)| và (?:Sở|Hạt|Ban|Bộ)| chủ trì| phối hợp với)/u;
  if (
    body.needsPlace &&
    !place.found &&
    head === null &&
    !acts.test(view.text.slice(tokens[next - 1]?.end, (tokens[next - 1]?.end ?? 0) + 16))
  )
    return null;
  if (isNational(tokens, next) && level === "province")
    return found(view, tokens, at, next + 2, {
      local: `${body.agency.id}-viet-nam`,
      level: "centre",
      province: null,
      collective: false,
    });
  // Committees of every province are a group.
  if (place.suffix.startsWith("-cac-") && /^(?:ubnd|hdnd|tinh-uy)$/u.test(body.agency.id)) return null;
  // The youth union of a city goes by its own name.
  const isCityUnion = /th[aà]nh đoàn/iu.test(view.text.slice(tokens[at]?.start, tokens[next - 1]?.end));
  const ofCity = place.found ? null : cityCommittee(view, tokens, at, next, body.agency.id);
  if (ofCity !== null)
    return found(view, tokens, at, ofCity.next, { local: ofCity.local, level, province: null, collective: false });
  const isBranchOf = place.suffix === "-chi-nhanh";
  // "Sở Y tế các tỉnh, thành phố" is of every province: its name says no more.
  const suffix = place.suffix.startsWith("-cac-tinh") ? "" : place.suffix;
  const local = `${isBranchOf ? body.agency.id.replace(/-viet-nam$/u, "") : isCityUnion ? body.agency.id.replace("tinh-doan", "thanh-doan") : body.agency.id}${suffix}`;
  return found(view, tokens, at, place.next, {
    local,
    level: isBranchOf ? "province" : level,
    province: place.province?.id ?? null,
    collective: place.collective,
  });
}

// Matches the committee or the union of a city at the end of a name: "Thành ủy", "Văn phòng Thành ủy".
const OF_CITY = /th[aà]nh (?:[uủ]y|đo[aà]n)$/iu;

/** A city inside a province has a committee of its own: "Thành ủy Quy Nhơn". */
function cityCommittee(
  view: TextView,
  tokens: readonly Token[],
  at: number,
  next: number,
  id: string,
): { readonly local: string; readonly next: number } | null {
  if (!OF_CITY.test(view.text.slice(tokens[at]?.start, tokens[next - 1]?.end))) return null;
  if (tokens[next]?.gap !== " ") return null;
  const name = namedFrom(tokens, next);
  return name === null
    ? null
    : { local: `${id.replace(/tinh-(uy|doan)$/u, "thanh-$1")}-${name.slug}`, next: name.next };
}

function isBranch(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.words[0];
  return word === "cn" || (word === "chi" && tokens[at + 1]?.words[0] === "nhanh");
}

/** "Hội Nông dân cơ sở": those of all communes. Not "Hội Nông dân cơ sở vật chất". */
function isAtTheBase({ folded }: TextView, tokens: readonly Token[], at: number): boolean {
  const [first, second] = [tokens[at], tokens[at + 1]];
  return (
    first?.gap === " " &&
    !first.isCapital &&
    /^co so(?! (?:vat chat|ha tang|du lieu|ly luan|phap ly|san xuat|kinh doanh))(?![\p{L}])/u.test(
      folded.slice(first.start, first.start + 20),
    ) &&
    second !== undefined
  );
}

/** "Liên hiệp các Hội Văn học nghệ thuật Việt Nam" is the one at the centre. */
function isNational(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]?.gap === " " &&
    tokens[at].isCapital &&
    tokens[at].words[0] === "viet" &&
    tokens[at + 1]?.words[0] === "nam"
  );
}

/** A body whose name is open: "Ủy ban nhân dân huyện *", "Báo *". */
function patternAt(
  view: TextView,
  tokens: readonly Token[],
  at: number,
  next: number,
  { agency }: NamedBody,
  lexicon: Lexicon,
): Found | null {
  // "UBND huyện, Trưởng phòng": no name of the district follows.
  if (tokens[next]?.gap.includes(",") === true) return null;
  const start = agency.id.slice(0, -1);
  if (agency.rest === "province") {
    const isTinh = tokens[next]?.gap === " " && tokens[next].words[0] === "tinh";
    const named = provinceAt(tokens, isTinh ? next + 1 : next, lexicon);
    // "Đài Phát thanh và Truyền hình tỉnh" says no name; "Báo" alone is any paper.
    if (named === null && (isTinh || start.length > 8))
      return found(view, tokens, at, isTinh ? next + 1 : next, {
        local: start.replace(/-$/u, ""),
        level: "province",
        province: null,
        collective: false,
      });
    // "Báo Điện Biên Phủ": a name that goes on behind a province's.
    const goesOn = named !== null && tokens[named.next]?.gap === " " && tokens[named.next]?.isCapital === true;
    const longer = goesOn ? namedFrom(tokens, next) : null;
    if (longer !== null && start === "bao-")
      return found(view, tokens, at, longer.next, {
        local: `${start}${longer.slug}`,
        level: "province",
        province: null,
        collective: false,
      });
    return named === null
      ? null
      : found(view, tokens, at, named.next, {
          local: `${start}${named.province.id}`,
          level: "province",
          province: named.province.id,
          collective: false,
        });
  }
  const province = provinceAt(tokens, next, lexicon);
  if (
    province !== null &&
    lexicon.registry.isCity(province.province) &&
    (start.includes("thanh-pho") || start.includes("thanh-uy"))
  )
    return found(view, tokens, at, province.next, {
      local: start.startsWith("thanh-uy") ? "tinh-uy" : (start.split("-")[0] ?? "ubnd"),
      level: "province",
      province: province.province.id,
      collective: false,
    });
  const name = namedFrom(tokens, next);
  return name === null
    ? null
    : found(view, tokens, at, name.next, {
        local: `${start}${name.slug}`,
        level: "province",
        province: null,
        collective: false,
      });
}

function found(
  view: TextView,
  tokens: readonly Token[],
  first: number,
  next: number,
  body: Pick<AgencyMention, "local" | "level" | "province" | "collective">,
): Found {
  const start = tokens[first]?.start ?? 0;
  const end = tokens[next - 1]?.end ?? start;
  return { first, next, mention: mentionAt(view.text, { start, end }, { ...body, isUnknown: false }) };
}

/** Party bodies are often printed small: "ban cán sự đảng Ủy ban nhân dân tỉnh". */
function isLowerName({ words }: Token): boolean {
  return (
    words[0] === "ban" || words[0] === "dang" || words[0] === "thuong" || words[0] === "van" || words[0] === "tinh"
  );
}
