/**
 * VNI-Windows: a vowel is followed by a second letter that stands for its marks ("Uyû ban" is "Uỷ ban"); a few letters are one letter ("ñ" is "đ").
 * The rules are those of the VNI fonts; small and capital letters lie 32 apart.
 */
const TONES: Readonly<Record<string, string>> = {
  "\u00f9": "\u0301",
  "\u00f8": "\u0300",
  "\u00fb": "\u0309",
  "\u00f5": "\u0303",
  "\u00ef": "\u0323",
};
const HAT = "\u0302";
const HATS: Readonly<Record<string, string>> = {
  "\u00e2": HAT,
  "\u00e1": `${HAT}\u0301`,
  "\u00e0": `${HAT}\u0300`,
  "\u00e5": `${HAT}\u0309`,
  "\u00e3": `${HAT}\u0303`,
  "\u00e4": `${HAT}\u0323`,
};
const BREVE = "\u0306";
const BREVES: Readonly<Record<string, string>> = {
  "\u00ea": BREVE,
  "\u00e9": `${BREVE}\u0301`,
  "\u00e8": `${BREVE}\u0300`,
  "\u00fa": `${BREVE}\u0309`,
  "\u00fc": `${BREVE}\u0303`,
  "\u00eb": `${BREVE}\u0323`,
};
const SINGLES: Readonly<Record<string, string>> = {
  "\u00f1": "đ",
  "\u00f4": "ơ",
  "\u00f6": "ư",
  "\u00ed": "í",
  "\u00ec": "ì",
  "\u00e6": "ỉ",
  "\u00f3": "ĩ",
  "\u00f2": "ị",
  "\u00ee": "ỵ",
};
/** Which marks may follow which vowel; "ô" and "ö" are "ơ" and "ư" here. */
const MARKS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  a: { ...TONES, ...HATS, ...BREVES },
  e: { ...TONES, ...HATS },
  o: { ...TONES, ...HATS },
  u: TONES,
  y: TONES,
  "\u00f4": TONES,
  "\u00f6": TONES,
};

function bothCases(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  for (const [from, to] of pairs) {
    const [vowel = "", mark = ""] = from;
    const upper = to.toLocaleUpperCase("vi");
    table.set(from, to);
    table.set(vowel.toUpperCase() + mark.toUpperCase(), upper);
    if (mark !== "") table.set(vowel.toUpperCase() + mark, upper);
  }
  return table;
}

const TABLE = bothCases([
  ...Object.entries(SINGLES),
  ...Object.entries(MARKS).flatMap(([vowel, marks]) =>
    Object.entries(marks).map(
      ([mark, marked]) => [vowel + mark, `${SINGLES[vowel] ?? vowel}${marked}`.normalize("NFC")] as const,
    ),
  ),
]);

/** Whole letters first: in "ñöôïc" the "ï" marks the "ô", and "öô" is no pair. */
const LETTER = new RegExp([...TABLE.keys()].sort((one, other) => other.length - one.length).join("|"), "gu");

/** The text whose letters stand for VNI ones, in Unicode (NFC); shorter than before, as two letters become one. */
export function fromVni(text: string): string {
  const bytes = text.replace(/[\uf0a1-\uf0fe]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xf000));
  return bytes.replace(LETTER, (letter) => TABLE.get(letter) ?? letter);
}
