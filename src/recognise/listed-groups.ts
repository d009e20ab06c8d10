import { slug } from "../registry/fold.ts";
import type { TextView } from "../text/view.ts";
import { mentionAt, type AgencyMention } from "./mention.ts";

/** A list of groups that says "các" once; each member is a group of its own. */
interface ListForm {
  readonly pattern: RegExp;
  /** The words as they are spelt: "bản" is a village, "ban" is a board. */
  readonly members: ReadonlySet<string>;
  readonly level: AgencyMention["level"];
  readonly weak: boolean;
}

const AND = "(?: ?[,;/-] ?(?:va )?| va )";
const listOf = (members: readonly string[], before: string, after: string): RegExp => {
  const member = `(?:${members.map((name) => slug(name).replaceAll("-", " ")).join("|")})`;
  return new RegExp(
    `(?<![\\p{L}])(?<before>${before})(?<list>${member}(?:${AND}${member}){0,8})(?:${after})(?![\\p{L}])`,
    "gu",
  );
};

// "tổ dân phố" stands before "tổ" would, so that the longest is read.
const SETTLEMENTS = [
  "tổ dân phố",
  "tổ nhân dân",
  "khu dân cư",
  "khu phố",
  "tiểu khu",
  "thôn",
  "buôn",
  "bản",
  "làng",
  "xóm",
  "ấp",
  "khóm",
  "sóc",
  "phum",
  "bon",
];
const DEPARTMENTS = ["Tổng cục", "Vụ", "Cục"];

const FORMS: readonly ListForm[] = [
  // "các thôn, tổ dân phố", "Trưởng các ấp": the smallest bodies, of which there are many everywhere.
  {
    pattern: listOf(SETTLEMENTS, "(?:truong )?(?:cac|tung|moi) ", ""),
    members: new Set(SETTLEMENTS),
    level: "document",
    weak: true,
  },
  // "các Vụ, Cục thuộc Bộ"
  {
    pattern: listOf(DEPARTMENTS, "cac ", " (?:truc )?thuoc bo"),
    members: new Set(DEPARTMENTS.map((name) => name.toLowerCase())),
    level: "centre",
    weak: false,
  },
];

/** Yields the members of lists of groups. The first takes the words before the list along, the last those behind it. */
export function* listedGroups({ text, folded }: TextView): Generator<AgencyMention> {
  for (const { pattern, members, level, weak } of FORMS)
    for (const { 0: found, index, groups } of folded.matchAll(pattern)) {
      const { before = "", list = "" } = groups ?? {};
      const until = index + found.length;
      let at = index + before.length;
      const listEnd = at + list.length;
      const parts = [...list.matchAll(/[^ ,;/-](?:[^,;/ -]| (?!va ))*/gu)]
        .map(({ 0: words, index: place }) => ({ start: at + place, end: at + place + words.length }))
        .filter(({ start, end }) => members.has(text.slice(start, end).toLowerCase().normalize("NFC")));
      for (const [place, { start, end }] of parts.entries()) {
        at = place === 0 ? index : start;
        const to = end === listEnd ? until : end;
        const local = slug(text.slice(start, end));
        yield mentionAt(text, { start: at, end: to }, { local, level, collective: true, weak });
      }
    }
}
