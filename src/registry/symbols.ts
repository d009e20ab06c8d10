import type { DocumentKind, IssuingBody, Level } from "./model.ts";
import { fold } from "./fold.ts";
import { addTo, key, type NameWords } from "./name-words.ts";

/** Numbers of the State are printed "177/KH-UBND", those of the Party "177-KH/TU". */
export type NumberForm = "state" | "party";

export interface Symbols {
  readonly kinds: readonly DocumentKind[];
  kind(code: string): DocumentKind | null;
  /** By a word or a symbol: "kế hoạch hành động", "KH", "ctr". "QĐ" is a decision: that it is a Party rule (quy định) only the word before the number tells. */
  kindNamed(name: string): DocumentKind | null;
  /** Every kind that the symbol may stand for. */
  kindsOfSymbol(symbol: string, form?: NumberForm): readonly DocumentKind[];
  readonly bodies: readonly IssuingBody[];
  body(id: string, level?: Level): IssuingBody | null;
  /** By the printed symbol: "TU", "HNTW", "QH15", "SNN&PTNT". Marks count where they tell two apart ("TƯ" is the Centre, "TU" a province). */
  bodyOfSymbol(symbol: string, level?: Level): IssuingBody | null;
}

// Matches "QH15", "UBTVQH16": symbol and term. Must not match "QH".
const TERMED = /^(?<symbol>.*\D)(?<term>\d{1,2})$/u;

export function symbolsOf(
  kinds: readonly DocumentKind[],
  bodies: readonly IssuingBody[],
  nameWords: NameWords,
): Symbols {
  const kindsByName = new Map(
    kinds.flatMap((kind) => [kind.name, ...kind.aliases, ...kind.headings].map((name) => [key(nameWords(name)), kind])),
  );
  const kindIndexes = {
    state: indexOf(kinds, ({ state }) => state),
    party: indexOf(kinds, ({ party }) => party),
    any: indexOf(kinds, ({ state, party }) => [...state, ...party]),
  };
  const kindsOfSymbol = (symbol: string, form?: NumberForm): readonly DocumentKind[] =>
    bySymbol(kindIndexes[form ?? "any"], symbol);
  const bodyIndexes = (termed: boolean): Readonly<Record<Level | "any", SymbolIndex<IssuingBody>>> => {
    const rows = termed ? bodies.filter((row) => row.termed) : bodies;
    const of = (level?: Level): SymbolIndex<IssuingBody> =>
      indexOf(
        rows.filter((row) => at(row, level)),
        ({ symbols }) => symbols,
      );
    return { province: of("province"), centre: of("centre"), any: of() };
  };
  const [allBodies, termedBodies] = [bodyIndexes(false), bodyIndexes(true)];
  return {
    kinds,
    kind: (code) => kinds.find((kind) => kind.code === code.toLowerCase()) ?? null,
    kindNamed: (name) => kindsByName.get(key(nameWords(name))) ?? kindsOfSymbol(name)[0] ?? null,
    kindsOfSymbol,
    bodies,
    body: (id, level) => bodies.find((row) => row.body === id && at(row, level)) ?? null,
    bodyOfSymbol(symbol, level) {
      const plain = bySymbol(allBodies[level ?? "any"], symbol)[0];
      if (plain !== undefined) return plain;
      const termed = TERMED.exec(symbol.trim())?.groups?.["symbol"];
      return termed === undefined ? null : (bySymbol(termedBodies[level ?? "any"], termed)[0] ?? null);
    },
  };
}

function at(row: IssuingBody, level: Level | undefined): boolean {
  return level === undefined || row.level === level;
}

/** Rows with the symbol as printed; where there are none, rows with the symbol without its marks. */
function bySymbol<T>({ exact, folded }: SymbolIndex<T>, symbol: string): readonly T[] {
  const asked = symbolKey(symbol);
  return exact.get(asked) ?? folded.get(fold(asked)) ?? [];
}

/** Rows by their symbols, as printed and without marks. */
interface SymbolIndex<T> {
  readonly exact: ReadonlyMap<string, readonly T[]>;
  readonly folded: ReadonlyMap<string, readonly T[]>;
}

function indexOf<T>(rows: readonly T[], symbolsIn: (row: T) => readonly string[]): SymbolIndex<T> {
  const exact = new Map<string, T[]>();
  const folded = new Map<string, T[]>();
  for (const row of rows)
    for (const symbol of symbolsIn(row)) {
      addTo(exact, symbolKey(symbol), row);
      addTo(folded, fold(symbolKey(symbol)), row);
    }
  return { exact, folded };
}

/** Spaces, dots and "&" in a symbol mean nothing, nor does its case: "BC-SNN.KHTC", "10-CTR/TU". */
export function symbolKey(symbol: string): string {
  return symbol
    .normalize("NFC")
    .replace(/[\s.&,]/gu, "")
    .toUpperCase();
}
