import { slug } from "../registry/fold.ts";
import type { TextView } from "../text/view.ts";
import type { AgencyMention } from "./mention.ts";
import { tokenAt, type Token } from "./tokens.ts";

const UNITS: ReadonlyMap<string, string> = new Map([
  ["huyen", "huyen"],
  ["thi xa", "thi-xa"],
  ["thanh pho", "thanh-pho"],
  ["quan", "quan"],
  ["xa", "xa"],
  ["phuong", "phuong"],
  ["dac khu", "dac-khu"],
]);
// Matches "UBND các huyện", "Ủy ban nhân dân các xã": one sort of place, several names to come.
const ONE_SORT =
  /^(?:(?:chu tich )?(?<body>uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|dang uy) )(?:cac )?(?<unit>huyen|thi xa|thanh pho|quan|xa|phuong|dac khu)$/u;
const NAMED =
  /^(?<stem>(?:ubnd|hdnd|dang-uy)-(?:huyen|thi-xa|thanh-pho|quan|xa|phuong|dac-khu)|huyen-uy|thi-uy|thanh-uy|quan-uy)-/u;
const LONGEST_NAME = 4;
const POST_BEGINS = new Set(["Chủ", "Phó Chủ", "Giám", "Phó Giám", "Trưởng", "Thủ", "Bí", "Chánh", "Cục", "Hiệu"]);

/** Reads the names of a list that says its body once: "UBND các huyện: An Lão, Vân Canh và Vĩnh Thạnh", "Huyện ủy Thái Thụy, Tiền Hải". */
export function districtLists(
  view: TextView,
  tokens: readonly Token[],
  mentions: readonly AgencyMention[],
): readonly AgencyMention[] {
  const starts = new Set(mentions.map(({ start }) => start));
  return mentions.flatMap((mention) => {
    const stem = stemOf(view, mention);
    if (stem === null) return [mention];
    const named = namesAfter(view, tokens, tokenAt(tokens, mention.end), mention, stem, starts);
    if (named.length === 0) return [mention];
    return mention.collective ? named : [mention, ...named];
  });
}

function stemOf(view: TextView, mention: AgencyMention): string | null {
  if (mention.local.startsWith("dang-uy-quan-su")) return null;
  if (!mention.collective) return NAMED.exec(mention.local)?.groups?.["stem"] ?? null;
  const folded = view.folded.slice(mention.start, mention.end);
  if (/^(?:cac )?huyen uy$/u.test(folded)) return "huyen-uy";
  const { body, unit } = ONE_SORT.exec(folded)?.groups ?? {};
  if (body === undefined || unit === undefined) return null;
  const stem = body === "dang uy" ? "dang-uy" : body.startsWith("h") ? "hdnd" : "ubnd";
  return `${stem}-${UNITS.get(unit) ?? unit}`;
}

function namesAfter(
  view: TextView,
  tokens: readonly Token[],
  from: number,
  of: AgencyMention,
  stem: string,
  starts: ReadonlySet<number>,
): readonly AgencyMention[] {
  const named: AgencyMention[] = [];
  let stemNow = stem;
  for (let place = from; place < tokens.length;) {
    const token = tokens[place];
    if (token === undefined) break;
    const isFirst = named.length === 0;
    const opens = isFirst && of.collective ? /^ ?:? ?$/u.test(token.gap) : token.gap === ", ";
    if (!opens && !(token.words.length === 0 && token.gap === " ")) break;
    let at = token.words.length === 0 ? place + 1 : place;
    // "… và thành phố Long Xuyên" names another sort.
    const unit = [1, 2]
      .map((length) => ({
        length,
        unit: UNITS.get(
          tokens
            .slice(at, at + length)
            .map(({ words }) => words[0])
            .join(" "),
        ),
      }))
      .find((found) => found.unit !== undefined);
    if (unit?.unit !== undefined && tokens[at]?.isCapital === false) {
      stemNow =
        stem.startsWith("ubnd") || stem.startsWith("hdnd") || stem.startsWith("dang-uy")
          ? `${stem.replace(/-(?:huyen|thi-xa|thanh-pho|quan|xa|phuong|dac-khu)$/u, "")}-${unit.unit}`
          : stemNow;
      at += unit.length;
    }
    const start = tokens[at]?.start ?? 0;
    if (starts.has(start)) break;
    let next = at;
    while (
      next < tokens.length &&
      next - at < LONGEST_NAME &&
      tokens[next]?.isCapital === true &&
      (next === at || tokens[next]?.gap === " ") &&
      (tokens[next]?.words.length ?? 0) > 0
    )
      next += 1;
    const end = tokens[next - 1]?.end;
    if (next === at || end === undefined) break;
    const name = view.text.slice(start, end);
    // "…, Chủ tịch UBND xã B": a post.
    if (POST_BEGINS.has(name) && tokens[next]?.gap === " ") break;
    named.push({
      ...of,
      start,
      end,
      local: `${stemNow}-${slug(name)}`,
      level: "province",
      name,
      collective: false,
      weak: false,
      isUnknown: false,
    });
    place = next;
  }
  // One name after a list of sorts belongs to the group: "các huyện, thành phố Cà Mau".
  return named;
}
