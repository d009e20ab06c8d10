/** What stands at the head of a part or an item: "II.", "2.1.", "a)", "Điều 3.", "-". */
export interface Label {
  readonly style: LabelStyle;
  /** As it goes into a section's address: "II", "2.1", "a", "Điều 3", "-". */
  readonly text: string;
  /** Length of the printed label with what follows it up to the content. */
  readonly length: number;
  /** The place in its row of labels (1 for "I", "1", "a", "Điều 1"), where it has one. */
  readonly ordinal: number | null;
}

/** From the outermost to the innermost; a "step" is a decimal ("2.1") and lies below the number or the part that it begins with. */
export const LABEL_STYLES = [
  "annex",
  "part",
  "chapter",
  "heading",
  "capital",
  "roman",
  "article",
  "number",
  "step",
  "bracket",
  "letter",
  "star",
  "dash",
  "plus",
  "dot",
] as const;
export type LabelStyle = (typeof LABEL_STYLES)[number];

const ROMAN_VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };

function romanValue(text: string): number {
  let value = 0;
  for (let place = 0; place < text.length; place++) {
    const here = ROMAN_VALUES[text[place] ?? ""] ?? 0;
    const next = ROMAN_VALUES[text[place + 1] ?? ""] ?? 0;
    value += here < next ? -here : here;
  }
  return value;
}

const ALPHABET = "abcdđeêghiklmnoôơpqrstuưvxy";
const named = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1).toLowerCase()}`;

interface Rule {
  readonly style: LabelStyle;
  readonly pattern: RegExp;
  readonly text: (groups: Readonly<Record<string, string | undefined>>) => string;
  readonly ordinal: (groups: Readonly<Record<string, string | undefined>>) => number | null;
}

const number = (groups: Readonly<Record<string, string | undefined>>): string => groups["n"] ?? "";
const decimal = (groups: Readonly<Record<string, string | undefined>>): number => Number.parseInt(number(groups), 10);
const letter = (groups: Readonly<Record<string, string | undefined>>): number =>
  ALPHABET.indexOf(number(groups).slice(0, 1).toLowerCase()) + 1;
const roman = (groups: Readonly<Record<string, string | undefined>>): number => romanValue(number(groups));
const titled = (groups: Readonly<Record<string, string | undefined>>): string =>
  `${named(groups["w"] ?? "")}${groups["n"] === undefined ? "" : ` ${groups["n"]}`}`;

const RULES: readonly Rule[] = [
  // Matches "PHỤ LỤC", "Phụ lục II", "PHỤ LỤC 01:". Must not match "Phụ lục kèm theo Kế hoạch này quy định".
  {
    style: "annex",
    pattern: /^(?<w>[Pp]hụ lục|PHỤ LỤC)(?:\s+(?:số\s+|SỐ\s+)?(?<n>[IVX]+|\d{1,2}))?\s*(?:[.:]\s*)?(?=$|[\p{Lu}(*_])/u,
    text: titled,
    ordinal: () => null,
  },
  {
    style: "part",
    pattern: /^(?<w>[Pp]hần|PHẦN)\s+(?<n>[IVX]+|thứ\s+\p{L}+|THỨ\s+\p{Lu}+|\d{1,2})\s*(?:[.:]\s*)?(?=$|[\p{Lu}*_])/u,
    text: titled,
    ordinal: () => null,
  },
  {
    style: "chapter",
    pattern: /^(?<w>[Cc]hương|CHƯƠNG)\s+(?<n>[IVX]+|\d{1,2})\s*(?:[.:]\s*)?(?=$|[\p{Lu}*_])/u,
    text: titled,
    ordinal: () => null,
  },
  {
    style: "heading",
    pattern: /^(?<w>[Mm]ục|MỤC)\s+(?<n>[IVX]+|\d{1,2})\s*(?:[.:]\s*(?=$|[\p{Lu}*_])|$)/u,
    text: titled,
    ordinal: () => null,
  },
  {
    style: "article",
    pattern: /^(?<w>[Đđ]iều|ĐIỀU)\s+(?<n>\d{1,3}[a-zđ]?)\s*[.:]\s*/u,
    text: titled,
    ordinal: decimal,
  },
  // Matches "II. NHIỆM VỤ", "IV/ ", "I- MỤC TIÊU", "III – ". Must not match "XI về phát triển", "V/v tăng cường".
  {
    style: "roman",
    pattern: /^(?!V ?\/ ?v(?!\p{L}))(?<n>[IVX]{1,5})\s*(?:[.)/:]|[-–—](?=\s|\p{Lu}\p{Lu}|\p{Lu}\p{Ll}))\s*(?=[^\s\d])/u,
    text: number,
    ordinal: roman,
  },
  { style: "step", pattern: /^(?<n>[IVX]{1,5}(?:\.\d{1,2})+)[.)]?\s+(?=\S)/u, text: number, ordinal: () => null },
  // Matches "2.1. Tiếp tục", "3.2 Sở Tài chính". Must not match "01.11.2012" nor "12.000 ha".
  {
    style: "step",
    pattern: /^(?<n>\d{1,2}(?:\.\d{1,2})+)(?:[.)]\s*(?=[^\s\d])|\s+(?=["“*(]?\p{Lu}))/u,
    text: number,
    ordinal: () => null,
  },
  {
    style: "bracket",
    pattern: /^\((?<n>\d{1,2})\)\s*(?=\S)/u,
    text: (groups) => `(${number(groups)})`,
    ordinal: decimal,
  },
  // Matches "1. Sở", "12) Các", "3/ Giao", "1- Nội dung", "1.Tăng". Must not match "20-NQ/TW", "01/11/2012", "2020. Tăng".
  {
    style: "number",
    pattern: /^(?<n>\d{1,3})\s*(?:[.)]\s*(?=[^\s\d.])|\/\s*(?=\p{Lu}\p{Ll}|\p{Lu}\s)|[-–]\s*(?=["“]?\p{Lu}\p{Ll}))/u,
    text: number,
    ordinal: decimal,
  },
  { style: "capital", pattern: /^(?<n>[A-HK])\s*[.)/]\s+(?=\p{Lu})/u, text: number, ordinal: letter },
  { style: "capital", pattern: /^(?<n>[A-HK])\s*[-–]\s*(?=\p{Lu}{2})/u, text: number, ordinal: letter },
  {
    style: "letter",
    // "a- Sở Thủy lợi" stands in older texts.
    pattern: /^(?<n>[a-zđêôơư]\d?)\s?(?:\)|\.(?=\s+["“]?\p{Lu})|\/|[-–](?=\s+["“]?\p{Lu}))\s*(?=\S)/u,
    text: number,
    ordinal: letter,
  },
  { style: "star", pattern: /^\*{1,2}\s+(?=\S)/u, text: () => "*", ordinal: () => null },
  { style: "plus", pattern: /^\\?\+\s*(?=[^\s\d])/u, text: () => "+", ordinal: () => null },
  { style: "dash", pattern: /^(?:\\?[-–—]|\.\.(?!\.))\s*(?=["“(\p{L}\d*])/u, text: () => "-", ordinal: () => null },
  { style: "dot", pattern: /^[•·●▪■◦○]\s*(?=\S)/u, text: () => "•", ordinal: () => null },
];

/** The label at the head of a line that has no white space and no emphasis before it. */
export function labelOf(line: string): Label | null {
  for (const { style, pattern, text, ordinal } of RULES) {
    const match = pattern.exec(line);
    if (match === null) continue;
    const groups = match.groups ?? {};
    return { style, text: text(groups).replace(/\s+/gu, " "), length: match[0].length, ordinal: ordinal(groups) };
  }
  return null;
}

/** True for the marks that are not printed labels: dashes, pluses, stars. */
export function isMark(style: LabelStyle): boolean {
  return style === "star" || style === "dash" || style === "plus" || style === "dot";
}
