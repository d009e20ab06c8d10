import type { Province } from "./model.ts";
import { endsIn, key, type NameWords } from "./name-words.ts";

/** A province named at the end of a longer name, and what stands before it. */
export interface NamedAtEnd {
  readonly before: readonly string[];
  readonly province: Province;
}

export interface Places {
  readonly provinces: readonly Province[];
  province(id: string): Province | null;
  /** By its name or an alias, with or without "tỉnh" and "thành phố" before it: "Đắc Lắc", "TP.HCM", "tỉnh An Giang". */
  provinceNamed(name: string): Province | null;
  /** True where it is a centrally run city on that day; without a day, where it ever was one. */
  isCity(province: Province, on?: string): boolean;
  /** For names that end in a province's: "so tai chinh tinh an giang". */
  provinceAtEnd(nameWords: readonly string[]): NamedAtEnd | null;
}

const TINH = ["tinh"];
const THANH_PHO = ["thanh", "pho"];

export function placesOf(provinces: readonly Province[], nameWords: NameWords): Places {
  const byId = new Map(provinces.map((province) => [province.id, province]));
  const named = provinces
    .flatMap((province) => [province.name, ...province.aliases].map((name) => ({ words: nameWords(name), province })))
    .sort((a, b) => b.words.length - a.words.length);
  const byName = new Map(named.map(({ words, province }) => [key(words), province]));
  return {
    provinces,
    province: (id) => byId.get(id) ?? null,
    provinceNamed(name) {
      const asked = nameWords(name);
      return byName.get(key(asked)) ?? byName.get(key(withoutKind(asked))) ?? null;
    },
    isCity({ kind, from, cityFrom }, on) {
      const since = kind === "thành phố" ? from : cityFrom;
      if (kind !== "thành phố" && since === null) return false;
      return on === undefined || since === null || since <= on;
    },
    provinceAtEnd(asked) {
      const last = named.find(({ words }) => endsIn(asked, words));
      return last === undefined ? null : { before: asked.slice(0, -last.words.length), province: last.province };
    },
  };
}

function withoutKind(nameWords: readonly string[]): readonly string[] {
  if (nameWords[0] === TINH[0]) return nameWords.slice(1);
  if (nameWords[0] === THANH_PHO[0] && nameWords[1] === THANH_PHO[1]) return nameWords.slice(2);
  return nameWords;
}

/** The name without the word for the kind of place at its end; null where there is none. */
export function withoutPlaceKind(
  nameWords: readonly string[],
): { readonly before: readonly string[]; readonly city: boolean } | null {
  if (endsIn(nameWords, TINH)) return { before: nameWords.slice(0, -1), city: false };
  if (endsIn(nameWords, THANH_PHO)) return { before: nameWords.slice(0, -2), city: true };
  return null;
}
