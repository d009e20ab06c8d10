import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extract } from "../../src/facts/extract.ts";
import { loadKnowledge } from "../../src/knowledge.ts";
import { PatternSet } from "../../src/recognise/pattern-set.ts";

const knowledge = loadKnowledge();

const PATTERNS = [
  /(?<![\p{L}\p{N}])(?:(?:cac|tung) )?(?:so|ban)(?:(?:, | va )(?:so|ban))*(?:, | va )nganh(?! nghe)(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\d])(?:truoc|den)? ?(?:ngay )?(?<d>\d{1,2}) ?[/.-] ?(?<m>\d{1,2})(?![\p{L}\d])/gu,
  /(?<![\p{L}\d])(?<q>iv|iii|ii|i|[1-4]) ?[/-]? ?(?:19|20)\d{2}(?![\p{L}\d])/gu,
  /(?<![\p{L}])(?<=thu )cac don vi(?![\p{L}])/gu,
  /(?<![\p{L}])(?:cac )?[^,]{0,3}don vi(?![\p{L}])/gu,
  /(?:cac|ngay)? ?nganh/gu,
];
const WORDS = [
  "cac",
  "so",
  "ban",
  "nganh",
  "nghe",
  "truoc",
  "ngay",
  "thu",
  "don vi",
  "iv",
  "2024",
  "1",
  "12",
  ",",
  " va ",
  "/",
  "-",
  " ",
  "đ",
  "ế",
  "(",
];

describe("a set of patterns", () => {
  it("finds what each pattern finds by itself", () => {
    const set = new PatternSet(PATTERNS);
    const short = new PatternSet(PATTERNS, 2);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WORDS)), fc.constantFrom("", " "), (parts, between) => {
        const text = parts.join(between);
        const plain = (found: readonly (readonly RegExpExecArray[])[]): unknown =>
          found.map((matches) => matches.map((match) => [match.index, [...match], { ...match.groups }]));
        const expected = plain(PATTERNS.map((pattern) => [...text.matchAll(pattern)]));
        expect(plain(set.matches(text))).toEqual(expected);
        expect(plain(short.matches(text))).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});

describe("the time that a text takes", () => {
  const read = (text: string): number => {
    const begun = process.cpuUsage().user;
    extract({ name: "a.txt", text, encoding: "utf-8" }, knowledge);
    return (process.cpuUsage().user - begun) / 1_000;
  };
  // Least of three: what else the machine does only adds.
  const least = (text: string): number => Math.min(read(text), read(text), read(text));
  const SLACK = 60;

  it.each([
    "sở, ban, ",
    "huyện, thị xã, ",
    "cơ quan, đơn vị, ",
    "a ",
    "- ",
    "-",
    "(",
    "((a) ",
    "1",
    "1.",
    "1/",
    "12/2024 ",
    " ",
    "\t",
    ".",
    "*",
    "|",
    "| a ",
    "\n",
    "- a\n",
    "trước ngày ",
    "phải hoàn thành, trước ",
    "hằng năm, ",
    "Ủy ban nhân dân tỉnh ",
    "Kế hoạch số 12-KH/TU ",
    "Luật Đầu tư ",
    "A-A-",
    "S&A",
    "12-KH",
    "Sở ",
    "ban, bộ, ",
    "đoàn thể, ",
    "xã, phường, ",
    "cán bộ, công chức, ",
    "a~((b",
    "báo cáo A, A ",
    "và ",
    "đơn vị liên quan, ",
  ])("grows no faster than %j repeated does", { timeout: 60_000, retry: 3 }, (unit) => {
    const text = unit.repeat(Math.ceil(25_000 / unit.length));
    read(text);
    const once = least(text);
    expect(least(`${text}${text}`), `${once} ms for the half`).toBeLessThan(2.5 * once + SLACK);
  });
});
