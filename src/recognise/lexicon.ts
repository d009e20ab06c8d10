import { namesOf } from "../registry/agencies.ts";
import type { Registry } from "../registry/load-registry.ts";
import type { Agency, Group, Level, Province } from "../registry/model.ts";
import { WordTree } from "./word-tree.ts";

/** What a name of the registry stands for. */
export interface NamedBody {
  readonly agency: Agency;
  /** True where a comma may stand inside the name: "Văn hóa, Thể thao và Du lịch". */
  readonly mayHaveComma: boolean;
  /** True for a name that leaves out its end, as lists under one head word do: "Ban Tổ chức" for "Ban Tổ chức Tỉnh ủy". */
  readonly isElliptic: boolean;
  /** True for an ordinary word or a short symbol, which names a body only with a place after it. */
  readonly needsPlace: boolean;
}

export interface NamedGroup {
  readonly group: Group;
}

/** The names of the registry made ready for recognition; made once and handed on. */
export interface Lexicon {
  readonly registry: Registry;
  readonly bodies: Readonly<Record<Level, WordTree<NamedBody>>>;
  readonly groups: Readonly<Record<Level, WordTree<NamedGroup>>>;
  readonly provinces: WordTree<Province>;
}

/** Words that are names of bodies only with a place: "Công an tỉnh", "Thanh tra tỉnh". */
const ORDINARY = new Set([
  "cong an",
  "thanh tra",
  "thue",
  "hai quan",
  "kiem lam",
  "quan su",
  "bien phong",
  "ngan hang nha nuoc",
  "dang bo",
  "doan thanh nien",
]);
const SHORTEST_SYMBOL = 4;

/** A short name in use beside those of the registry. A row of data/phrases/agency-short-names.json. */
export interface ShortName {
  readonly short: string;
  readonly agency: string;
  readonly level: Level;
}

export function makeLexicon(registry: Registry, shortNames: readonly ShortName[]): Lexicon {
  const levels: readonly Level[] = ["province", "centre"];
  const bodies = { province: new WordTree<NamedBody>(), centre: new WordTree<NamedBody>() };
  const groups = { province: new WordTree<NamedGroup>(), centre: new WordTree<NamedGroup>() };
  for (const level of levels) {
    const groupNames = new Set(
      registry
        .groups(level)
        .flatMap(({ name, wordings }) => [name, ...wordings].map((wording) => registry.nameWords(wording).join(" "))),
    );
    for (const agency of registry.agencies(level)) addAgency(bodies[level], agency, registry, groupNames);
    for (const group of registry.groups(level))
      for (const wording of [group.name, ...group.wordings]) {
        const words = registry.nameWords(wording).filter((word) => word !== "cac");
        if (words.length > 1 || KEPT_ALONE.has(words[0] ?? "")) groups[level].add(words, { group });
      }
  }
  for (const { short, agency: id, level } of shortNames) {
    const agency = registry.agency(level, id);
    if (agency !== null)
      bodies[level].add(registry.nameWords(short), {
        agency,
        mayHaveComma: false,
        isElliptic: false,
        needsPlace: false,
      });
  }
  const provinces = new WordTree<Province>();
  for (const province of registry.provinces)
    for (const name of [province.name, ...province.aliases]) provinces.add(registry.nameWords(name), province);
  return { registry, bodies, groups, provinces };
}

const KEPT_ALONE = new Set<string>();

function addAgency(
  tree: WordTree<NamedBody>,
  agency: Agency,
  { nameWords }: Registry,
  groupNames: ReadonlySet<string>,
): void {
  const names = namesOf(agency);
  const mayHaveComma = names.some((name) => /,|\s-\s|\bvà\b/u.test(name));
  for (const name of names) {
    const words = nameWords(name.replace(/\s\*$/u, ""));
    const isSymbol = agency.symbols.includes(name);
    // "BCSĐ" written out is the name of a group.
    if ((isSymbol && name.length < SHORTEST_SYMBOL) || (agency.rest === null && groupNames.has(words.join(" "))))
      continue;
    const needsPlace = ORDINARY.has(words.join(" "));
    tree.add(words, { agency, mayHaveComma, isElliptic: false, needsPlace });
  }
  // "các Ban: Tổ chức, Tuyên giáo, Dân vận Tỉnh ủy" says "Tỉnh ủy" once.
  const withoutEnd =
    /^(?<start>Ban .+|Văn phòng|Thường trực) (?:Tỉnh ủy|Thành ủy|Trung ương|Hội đồng nhân dân|Ủy ban nhân dân)$/u.exec(
      agency.name,
    )?.groups?.["start"];
  if (
    withoutEnd !== undefined &&
    withoutEnd.includes(" ") &&
    withoutEnd !== "Văn phòng" &&
    withoutEnd !== "Thường trực" &&
    withoutEnd !== "Ban Thường vụ"
  )
    tree.add(nameWords(withoutEnd), { agency, mayHaveComma: false, isElliptic: true, needsPlace: false });
}
