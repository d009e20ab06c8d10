import type { Agency, Level, Province } from "./model.ts";
import { addTo, key, withAnd, type NameWords } from "./name-words.ts";
import { inForce } from "./period.ts";
import { withoutPlaceKind, type NamedAtEnd, type Places } from "./places.ts";

/** A body that a name may mean. `id` is its local id ("ubnd-huyen-chau-phu", where `agency.id` is "ubnd-huyen-*"). */
export interface AgencyCandidate {
  readonly agency: Agency;
  readonly id: string;
  /** The province that the name itself gives ("Sở Tài chính An Giang"), else null. */
  readonly province: Province | null;
  /** True where the body goes by this name in centrally run cities only ("Thành ủy"). */
  readonly onlyInCity: boolean;
}

export interface Agencies {
  agencies(level: Level): readonly Agency[];
  /** By local id: the row itself, or the row whose pattern the id has ("ubnd-huyen-chau-phu", "bao-an-giang"). */
  agency(level: Level, id: string): Agency | null;
  /**
   * The bodies that a name means, in any spelling, short or in full, with or without "tỉnh", "thành phố" and the province at its end; several where the
   * name is ambiguous, or where it meant one body until a day and another from then on. `on` leaves out what did not stand that day.
   */
  agencyNamed(name: string, level: Level, on?: string): readonly AgencyCandidate[];
  /**
   * Every name and abbreviation that stands in running text, as `nameWords` joined by spaces, with the bodies it means; neither symbols (folded, "TU" is
   * "từ" too) nor patterns. Case and marks are gone: whoever reads a text with it looks at the printed words once more.
   */
  agencyNames(level: Level): ReadonlyMap<string, readonly Agency[]>;
}

/** The names by which a body goes, its symbols among them. */
export function namesOf(agency: Agency): readonly string[] {
  return [...wordedNames(agency), ...agency.symbols];
}

function wordedNames({ name, cityName, aliases, abbreviations }: Agency): readonly string[] {
  return [name, ...(cityName === null ? [] : [cityName]), ...aliases, ...abbreviations];
}

export function agenciesOf(
  rows: readonly Agency[],
  { nameWords, allWords }: { readonly nameWords: NameWords; readonly allWords: NameWords },
  places: Places,
  isGroup: (name: string, level: Level) => boolean,
): Agencies {
  const at = { province: levelOf(rows, "province", nameWords), centre: levelOf(rows, "centre", nameWords) };
  return {
    agencies: (level) => at[level].rows,
    agency: (level, id) =>
      at[level].byId.get(id) ?? at[level].patterns.find(({ start }) => id.startsWith(start))?.agency ?? null,
    agencyNames: (level) => at[level].byWording,
    agencyNamed(name, level, on) {
      const asked = nameWords(name);
      const plain = plainlyNamed(asked, at[level], places, on);
      // Where a province is a city for good, "UBND thành phố Hà Nội" is its own body and no district's.
      const settled = plain.some(
        ({ province }) =>
          province === null || on !== undefined || (province.from === null && province.kind === "thành phố"),
      );
      const found =
        settled || isGroup(name, level) ? plain : [...plain, ...patternNamed(asked, allWords(name), at[level], places)];
      return on === undefined ? found : found.filter(({ agency }) => inForce(agency, on));
    },
  };
}

interface Pattern {
  readonly agency: Agency;
  /** The id without its star. */
  readonly start: string;
  /** The words of each name without their star. */
  readonly prefixes: readonly (readonly string[])[];
}
interface AtLevel {
  readonly level: Level;
  readonly nameWords: NameWords;
  readonly rows: readonly Agency[];
  readonly byId: ReadonlyMap<string, Agency>;
  readonly byName: ReadonlyMap<string, readonly Agency[]>;
  /** The same without symbols. */
  readonly byWording: ReadonlyMap<string, readonly Agency[]>;
  readonly patterns: readonly Pattern[];
}

function levelOf(all: readonly Agency[], level: Level, nameWords: NameWords): AtLevel {
  const rows = all.filter((row) => row.level === level);
  const single = rows.filter(({ rest }) => rest === null);
  const indexOf = (names: (agency: Agency) => readonly string[]): ReadonlyMap<string, readonly Agency[]> => {
    const index = new Map<string, Agency[]>();
    for (const row of single) for (const name of names(row)) addTo(index, key(nameWords(name)), row);
    return index;
  };
  const patterns = rows
    .filter(({ rest }) => rest !== null)
    .map((agency) => ({
      agency,
      start: agency.id.slice(0, -1),
      prefixes: namesOf(agency).map((name) => nameWords(name)),
    }))
    .sort((a, b) => b.start.length - a.start.length);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return { level, nameWords, rows, byId, byName: indexOf(namesOf), byWording: indexOf(wordedNames), patterns };
}

/**
 * Looks the name up, then without what stands at its end, one piece at a time: "so tai chinh tinh an giang", "so tai chinh tinh", "so tai chinh". Central
 * bodies have no place at their end.
 */
function plainlyNamed(
  asked: readonly string[],
  at: AtLevel,
  places: Places,
  on: string | undefined,
): readonly AgencyCandidate[] {
  let rest = asked;
  let province: Province | null = null;
  for (;;) {
    const found = at.byName.get(key(rest)) ?? [];
    // "UBND thành phố Tuyên Quang" and "Thành ủy Tuyên Quang" are of a city inside the province.
    const cityOnly = (agency: Agency): boolean =>
      agency.cityName !== null && key(at.nameWords(agency.cityName)) === key(rest);
    const elsewhere = province !== null && !places.isCity(province, on);
    const named = found.filter((agency) => !(elsewhere && cityOnly(agency)));
    if (found.length > 0)
      return named.map((agency) => ({ agency, id: agency.id, province, onlyInCity: cityOnly(agency) }));
    if (at.level === "centre") return [];
    const kind = withoutPlaceKind(rest);
    const last: NamedAtEnd | null = province === null ? places.provinceAtEnd(rest) : null;
    if (kind !== null) {
      if (kind.city && elsewhere) return [];
      rest = kind.before;
    } else if (last !== null) {
      ({ before: rest, province } = last);
    } else return [];
  }
}

function patternNamed(
  asked: readonly string[],
  all: readonly string[],
  { patterns }: AtLevel,
  places: Places,
): readonly AgencyCandidate[] {
  for (const { agency, start, prefixes } of patterns) {
    const prefix = prefixes.find(
      (words) => words.length < asked.length && words.every((word, place) => asked[place] === word),
    );
    if (prefix === undefined) continue;
    const after = asked.slice(prefix.length);
    if (agency.rest === "province") {
      const province = places.provinceNamed(key(after));
      if (province !== null) return [{ agency, id: `${start}${province.id}`, province, onlyInCity: false }];
      continue;
    }
    const named = places.provinceAtEnd(after);
    const before = named === null ? after : (withoutPlaceKind(named.before)?.before ?? named.before);
    const place = withAnd(all, prefix.length, prefix.length + before.length).join("-");
    return [{ agency, id: `${start}${place}`, province: named?.province ?? null, onlyInCity: false }];
  }
  return [];
}
