/**
 * TCVN3 ("ABC", the .Vn… fonts; lower half of TCVN 5712:1993): each Vietnamese letter takes the place of one Latin-1 letter. Capitals with a tone have
 * no place of their own: they are typed as small letters, in a capital font (.VnTimeH) or among capitals.
 */
const ROWS: readonly (readonly [number, string])[] = [
  [0xa1, "ĂÂÊÔƠƯĐăâêôơưđ"],
  [0xb5, "àảãáạ"],
  [0xbb, "ằẳẵắ"],
  [0xc6, "ặầẩẫấậè"],
  [0xce, "ẻẽéẹềểễếệìỉ"],
  [0xdc, "ĩíịò"],
  [0xe1, "ỏõóọồổỗốộờởỡớợù"],
  [0xf1, "ủũúụừửữứựỳỷỹýỵ"],
];

/** What the letters come as: Latin-1, the private area of symbol fonts, and look-alikes that programs put in their place. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ...ROWS.flatMap(([first, letters]) =>
    Array.from(letters).flatMap((letter, index): [string, string][] => [
      [String.fromCharCode(first + index), letter],
      [String.fromCharCode(0xf000 + first + index), letter],
    ]),
  ),
  ["\u03bc", "à"],
]);

const LEGACY_LETTER = /[\u00a1-\u00fe\u03bc\uf0a1-\uf0fe]/gu;

/** The text whose letters stand for TCVN3 ones, in Unicode; as many code units as before. "thùc hiÖn" gives "thực hiện". */
export function fromTcvn3(text: string): string {
  const plain = text.replace(LEGACY_LETTER, (letter) => LETTERS.get(letter) ?? letter);
  return plain.replace(/[^\n]+/gu, restoreCapitals);
}

/** As `fromTcvn3`, for the words of a capital font. */
export function fromTcvn3Capitals(text: string): string {
  return text.replace(LEGACY_LETTER, (letter) => LETTERS.get(letter) ?? letter).toLocaleUpperCase("vi");
}

const WORD = /[\p{L}\p{M}]+/gu;

type Case = "upper" | "lower" | "open";

/** "CộNG HOà Xã HộI" gives "CỘNG HOÀ XÃ HỘI", and "Xã hội" stays: a word with at most one plain capital takes its neighbours' case. */
function restoreCapitals(line: string): string {
  const words = [...line.matchAll(WORD)].map((match) => ({
    index: match.index,
    text: match[0],
    case: caseOf(match[0]),
  }));
  if (!words.some((word) => word.case === "upper")) return line;
  let result = "";
  let at = 0;
  for (const [index, word] of words.entries()) {
    const before = words.slice(0, index).findLast((other) => other.case !== "open")?.case;
    const after = words.slice(index + 1).find((other) => other.case !== "open")?.case;
    const capital = word.case === "upper" || (word.case === "open" && before !== "lower" && after !== "lower");
    result += line.slice(at, word.index) + (capital ? word.text.toLocaleUpperCase("vi") : word.text);
    at = word.index + word.text.length;
  }
  return result + line.slice(at);
}

function caseOf(word: string): Case {
  if (/[a-z]/u.test(word)) return "lower";
  const capitals = word.match(/\p{Lu}/gu)?.length ?? 0;
  return capitals >= 2 ? "upper" : "open";
}
