import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { spansOf, wordFaults } from "../../src/facts/check.ts";
import { letterFaults } from "../../src/facts/letters.ts";
import type { Facts } from "../../src/facts/model.ts";
import { words } from "../../src/registry/fold.ts";
import { factsOf } from "../support/reading.ts";

const PLAN = readFileSync("examples/documents/rural-markets.txt", "utf8");
/** The same words, told apart only by what nobody sees. */
const INVISIBLE = [
  "\u200B",
  "\u200C",
  "\u200D",
  "\u2060",
  "\uFEFF",
  "\u200E",
  "\u200F",
  "\u202A",
  "\u202C",
  "\u2066",
  "\u2069",
  "\u00AD",
];

/** What the facts say, places aside. */
const said = (facts: Facts) => ({
  document: facts.document.id.replace(/~[0-9a-f]{8}$/u, "~"),
  issuedOn: facts.document.issuedOn,
  issuer: facts.document.issuer,
  citations: facts.citations.map(({ id, relation }) => `${relation} ${id}`),
  agencies: facts.agencies.map(({ id }) => id),
  tasks: facts.tasks.map(({ section, leads, cooperates, deadline }) => [
    section,
    leads.map(({ agency }) => agency),
    cooperates.map(({ agency }) => agency),
    deadline?.to ?? null,
  ]),
  reports: facts.reports.map(({ from, to, deadline }) => [from, to, deadline]),
  recipients: facts.recipients.map(({ agency }) => agency),
});
const EXPECTED = said(factsOf(PLAN));

const insideWords = (text: string, sign: string): string => text.replace(/(?<=\p{L})(?=\p{L})/gu, sign);
// Matches the tone on the second vowel of "hoà", "thuý".
const oldTones = (text: string): string =>
  text.replace(/(?<=[hktlx])(?:òa|óa|ỏa|ọa|òe|úy|ủy|ụy)/gu, (pair) => {
    const [base = "", mark = "", rest = ""] = /^(.)(\p{M})(.)$/u.exec(pair.normalize("NFD"))?.slice(1) ?? [];
    return `${base}${rest}${mark}`.normalize("NFC");
  });

test.each<readonly [string, string]>([
  ["in NFD", PLAN.normalize("NFD")],
  [
    "half in NFC, half in NFD",
    PLAN.split("\n")
      .map((line, index) => (index % 2 === 0 ? line : line.normalize("NFD")))
      .join("\n"),
  ],
  ["with a zero-width space before its first letter", `\u200B${PLAN}`],
  ["with no-break spaces", PLAN.replace(/(?<=\p{L}) (?=\p{L})/gu, "\u00A0")],
  ["with the tone where others put it", oldTones(PLAN)],
  ...INVISIBLE.map(
    (sign) =>
      [`with U+${sign.charCodeAt(0).toString(16).toUpperCase()} inside every word`, insideWords(PLAN, sign)] as const,
  ),
])("a plan %s says the same", (_what, text) => {
  const facts = factsOf(text);
  expect(said(facts)).toEqual(EXPECTED);
  expect([...wordFaults(facts, text)]).toEqual([]);
});

test("whatever nobody sees is strewn over a plan, it says the same, and every span is of the text as it is", () => {
  const seed = Number(process.env["MANDATE_SEED"] ?? 20_260_101);
  const change = fc.record({ at: fc.nat(PLAN.length), sign: fc.constantFrom(...INVISIBLE) });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 40 }), fc.boolean(), (changes, decomposed) => {
      let text = PLAN;
      for (const { at, sign } of [...changes].sort((a, b) => b.at - a.at))
        text = text.slice(0, at) + sign + text.slice(at);
      if (decomposed) text = text.normalize("NFD");
      const facts = factsOf(text);
      expect(said(facts)).toEqual(EXPECTED);
      expect([...wordFaults(facts, text)]).toEqual([]);
      for (const { span } of spansOf(facts)) {
        const letters = text.slice(span.start, span.end);
        expect(letters.trim()).not.toBe("");
        // No letter is cut from its marks.
        expect(text.slice(span.end)).not.toMatch(/^\p{M}/u);
        expect(letters).not.toMatch(/^\p{M}/u);
      }
    }),
    { numRuns: 60, seed },
  );
});

test.each<readonly [string, string]>([
  ["decomposed letters", "Sở Nội vụ".normalize("NFD")],
  ["no-break spaces", "Sở\u00A0Nội\u00A0vụ"],
  ...INVISIBLE.map(
    (sign) => [`U+${sign.charCodeAt(0).toString(16).toUpperCase()}`, insideWords("Sở Nội vụ", sign)] as const,
  ),
])("a name typed with %s is looked for by the same words", (_what, name) => {
  expect(words(name)).toEqual(["so", "noi", "vu"]);
});
test("hoà and hòa are looked for by the same words", () => {
  expect(words("hoà bình, thuỷ lợi")).toEqual(words("hòa bình, thủy lợi"));
});

// Pages and columns end in "\f" and "\v", converters leave "\u001f" and "\u0002" behind.
test.each(["\f", "\v", "\u001F", "\u0002"])(
  "facts of a text with %j in it hold no such sign, and its words fit them",
  (sign) => {
    const text = PLAN.replaceAll("Sở ", `Sở${sign} `)
      .replaceAll("20/12", `20${sign}/12`)
      .replace("tỉnh", `tỉ${sign}nh`);
    const facts = factsOf(text);
    expect([...letterFaults(facts)]).toEqual([]);
    expect([...wordFaults(facts, text)]).toEqual([]);
    expect(facts.tasks.length).toBeGreaterThan(0);
  },
);
