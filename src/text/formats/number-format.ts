/** How a list counts; the names are those of WordprocessingML (ECMA-376, ST_NumberFormat). */
export type NumberFormat =
  | "decimal"
  | "decimalZero"
  | "lowerLetter"
  | "upperLetter"
  | "lowerRoman"
  | "upperRoman"
  | "vietnameseCounting"
  | "none";

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];
const DIGITS = ["", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

/** The label of a number: 4 is "4", "iv", "d", "bốn". What a format cannot say (letters of 0, roman of 5000) is said in digits. */
export function formatNumber(number: number, format: NumberFormat): string {
  switch (format) {
    case "decimal":
      return String(number);
    case "decimalZero":
      return String(number).padStart(2, "0");
    case "lowerLetter":
      return letters(number);
    case "upperLetter":
      return letters(number).toUpperCase();
    case "lowerRoman":
      return roman(number);
    case "upperRoman":
      return roman(number).toUpperCase();
    case "vietnameseCounting":
      return vietnamese(number);
    case "none":
      return "";
  }
}

/** a … z, then aa, bb, … as Word counts. */
function letters(number: number): string {
  if (number < 1 || number > 780) return String(number);
  return String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.floor((number - 1) / 26) + 1);
}

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let rest = number;
  let label = "";
  for (const [value, digit] of ROMAN) {
    label += digit.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return label;
}

function vietnamese(number: number): string {
  if (number < 1 || number > 99) return String(number);
  const tens = Math.floor(number / 10);
  const unit = number % 10;
  if (tens === 0) return DIGITS[unit] ?? "";
  const ten = tens === 1 ? "mười" : `${DIGITS[tens] ?? ""} mươi`;
  if (unit === 0) return ten;
  if (unit === 5) return `${ten} lăm`;
  return `${ten} ${unit === 1 && tens > 1 ? "mốt" : (DIGITS[unit] ?? "")}`;
}
