import { check, type AttackPattern } from "recheck";
import { beforeAll, describe, expect, test } from "vitest";
import { literalPatterns, madePatterns, type FoundPattern } from "../support/patterns.ts";

// What reads text from outside. No pattern may take more than linear time on any input.
const FOLDERS = ["text", "recognise", "resolve", "registry", "facts", "identify", "review", "ingest"].map(
  (name) => `src/${name}`,
);
/** For how long the checker thinks about one pattern, in milliseconds; what it cannot decide then is tried out. */
const THINKS = 700;
const AT_ONCE = 2;

let patterns: readonly FoundPattern[];
beforeAll(async () => {
  const made = await madePatterns(async () => {
    const { loadKnowledge } = await import("../../src/knowledge.ts");
    loadKnowledge();
  });
  const all = [...literalPatterns(FOLDERS), ...made];
  patterns = [...new Map(all.map((each) => [`${each.source} ${each.flags}`, each])).values()];
});

describe("no pattern takes more than linear time", () => {
  test("as the checker says, and where it cannot, as attacks made of the pattern's own words show", async () => {
    expect(patterns.length).toBeGreaterThan(400);
    const vulnerable: string[] = [];
    const undecided: FoundPattern[] = [];
    const queue = [...patterns];
    const work = async (): Promise<void> => {
      for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
        const { source, flags, where } = next;
        const verdict = await check(source, flags.replace("y", ""), { timeout: THINKS });
        if (verdict.status === "vulnerable" && isSlowUnder(next, attackOf(verdict.attack)))
          vulnerable.push(`${where}: /${source}/ ${verdict.complexity.summary}`);
        else if (verdict.status === "unknown") undecided.push(next);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    expect(vulnerable).toEqual([]);
    expect(undecided.filter(isSlow).map(({ where, source }) => `${where}: /${source}/`)).toEqual([]);
  }, 600_000);

  test("an attack finds a pattern that takes quadratic time", () => {
    expect(isSlow({ source: " tỉnh.*$", flags: "u", where: "" })).toBe(true);
    expect(isSlow({ source: "(?:so|ban)(?:, (?:so|ban))*, nganh", flags: "gu", where: "" })).toBe(true);
    expect(isSlow({ source: "(?:so|ban)(?:, (?:so|ban)){0,24}, nganh", flags: "gu", where: "" })).toBe(false);
  });
});

const ATTACKED = 90_000;
/** What may keep a repetition from ending well. */
const ENDS = ["", "\n!"];
/** Linear time over so many characters is some milliseconds, quadratic time seconds. */
const SLOW = 300;
/** What takes longer than that is measured over half as many: linear time is halved, quadratic time falls to a quarter. */
const QUADRATIC = 3;

/** True where some repetition of the pattern's own words, or of what separates words, takes it long. */
function isSlow({ source, flags }: FoundPattern): boolean {
  const literals = source.replace(/\\[pP]\{[^}]*\}|\(\?(?:<?[=!]|:|<\w+>)|\\./gu, "|").match(/[\p{L}\d]{1,12}/gu) ?? [];
  const words = [...new Set(literals)].slice(0, 24);
  const pumps = [" ", ",", "-", "1", "a", "A", "(", ".", ", a", ...words.flatMap((word) => [`${word} `, `${word}, `])];
  return pumps.some((pump) =>
    ENDS.some((end) => isSlowUnder({ source, flags }, (length) => pump.repeat(Math.ceil(length / pump.length)) + end)),
  );
}

/**
 * The checker's own attack, for a text of some length. It calls a repetition of sixty at most polynomial too, though that takes no more than sixty times
 * linear time: what it says is tried out.
 */
function attackOf({ pumps, suffix }: AttackPattern): (length: number) => string {
  const pumped = pumps.reduce((sum, { pump }) => sum + pump.length, 0);
  return (length) =>
    pumps.map(({ prefix, pump }) => prefix + pump.repeat(Math.ceil(length / Math.max(1, pumped)))).join("") + suffix;
}

/** True where a pattern takes long over a text, and grows with its length as no linear pattern does. */
function isSlowUnder(
  { source, flags }: Pick<FoundPattern, "source" | "flags">,
  text: (length: number) => string,
): boolean {
  const pattern = new RegExp(source, `${flags.replace(/[gy]/gu, "")}g`);
  const [whole, half] = [text(ATTACKED), text(ATTACKED / 2)];
  if (timeOf(pattern, whole) <= SLOW) return false;
  const least = (each: string): number => Math.min(timeOf(pattern, each), timeOf(pattern, each));
  return least(whole) > SLOW && least(whole) > QUADRATIC * least(half);
}

function timeOf(pattern: RegExp, text: string): number {
  const begun = process.cpuUsage().user;
  text.replace(pattern, "");
  return (process.cpuUsage().user - begun) / 1_000;
}
