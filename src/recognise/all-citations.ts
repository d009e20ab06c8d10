import type { Registry } from "../registry/load-registry.ts";
import type { TextView } from "../text/view.ts";
import { KIND, numberedCitations, type CitationMention } from "./citations.ts";
import { lawsByName, plenumsAndCongresses } from "./named-citations.ts";

// Matches "Kết luận 69", "Nghị quyết số 57". Must not match "Nghị quyết 57-NQ/TW", "Kế hoạch 5 năm".
const BARE = new RegExp(
  `(?<![\\p{L}])${KIND} (?:so )?(?<number>\\d{1,4}[a-z]?)(?![\\p{L}\\d%/-]|[.,]\\d| ?[-/] ?\\p{L}| (?:nam|ngay|thang|nhiem|giai|dieu|chuong|muc|tieu|noi|nguoi|lan))`,
  "gu",
);

/** The documents that the view cites, in the order of the text. */
export function citationMentions(
  view: TextView,
  registry: Registry,
  lawNames: ReadonlySet<string>,
): readonly CitationMention[] {
  const numbered = [...numberedCitations(view, registry)];
  const laws = [...lawsByName(view, lawNames)];
  const withNumbers = numbered.map((mention) => joinLaw(mention, laws, view) ?? mention);
  const taken = [...withNumbers, ...[...plenumsAndCongresses(view)].filter((mention) => free(mention, withNumbers))];
  // A law that an amending law names is cited too.
  const others = laws.filter((mention) =>
    free(
      mention,
      taken.filter(({ name, end }) => !isAmending(name) || end < mention.end),
    ),
  );
  const bare = [...bareCitations(view, numbered)].filter((mention) => free(mention, taken));
  return [...taken, ...others, ...bare].sort((a, b) => a.start - b.start || b.end - a.end);
}

function free(mention: CitationMention, taken: readonly CitationMention[]): boolean {
  return !taken.some(({ start, end }) => start < mention.end && mention.start < end);
}

function isAmending(name: string | null): boolean {
  return name !== null && /^sửa đổi/iu.test(name);
}

/** A law named in full, with its number behind: "Luật Đầu tư công số 39/2019/QH14" is one mention. */
function joinLaw(
  mention: CitationMention,
  laws: readonly CitationMention[],
  { folded }: TextView,
): CitationMention | null {
  const law = laws.findLast(
    ({ end }) => end <= mention.start && /^ ?(?:so ?:? ?)?$/u.test(folded.slice(end, mention.start)),
  );
  return law === undefined ? null : { ...mention, start: law.start, kindWord: law.kindWord, name: law.name };
}

/** Documents named again by kind and number alone. */
function* bareCitations({ folded }: TextView, numbered: readonly CitationMention[]): Generator<CitationMention> {
  for (const match of folded.matchAll(BARE)) {
    const { kind = "", number = "" } = match.groups ?? {};
    const word = kind.split(" ").slice(0, 2).join(" ");
    const meant = new Map(
      numbered
        .filter((mention) => mention.number === number && (mention.kindWord ?? "").startsWith(word))
        .map((mention) => [`${mention.symbol ?? ""} ${mention.numberYear ?? ""}`, mention]),
    );
    const [only, ...others] = meant.values();
    if (only === undefined || others.length > 0) continue;
    const end = match.index + match[0].length;
    yield { ...only, form: "bare", start: match.index, end, tail: end, issuedOn: null };
  }
}
