import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withLettersOnly } from "../../src/facts/letters.ts";
import { agency, citation, inventedFacts, task } from "../support/facts.ts";

/** What a name may carry to be taken for something else by whatever shows it. */
export const EVIL = [
  `<script>document.title = "taken"</script>`,
  `<img src="http://127.0.0.1:9/x" onerror="document.title = 'taken'">`,
  `]]>--><![CDATA[`,
  `=cmd|' /C calc'!A0`,
  `\u202Etxt.exe`,
  `\u001B]0;taken\u0007\u001B[31m\u009B2J\u0000`,
  `"] --> x["\r\nclick d0 "javascript:alert(1)"`,
] as const;
export const EVERYTHING = EVIL.join(" ");

const LEAD = "vn/an-giang/to-cong-tac-1";
export const EVIL_PLAN = "vn/an-giang/ubnd/kh/2024/7";
export const EVIL_BODY = LEAD;

/** Invented plans in which every free text is evil: names, titles, headings, printed words, units. */
function evilFacts() {
  return inventedFacts({
    source: `plan ${EVERYTHING}.txt`,
    document: {
      id: EVIL_PLAN,
      number: "7",
      symbol: `KH-UBND${EVERYTHING}`,
      title: EVERYTHING,
      issuedOn: "2024-02-03",
      signers: [{ name: EVERYTHING, position: EVERYTHING, onBehalfOf: EVERYTHING }],
    },
    citations: [
      citation("vn/an-giang/tu/kh/2023/12", {
        relation: "IMPLEMENTS",
        direct: true,
        symbol: EVERYTHING,
        issuer: EVERYTHING,
        mentions: [{ start: 10, end: 20, text: EVERYTHING }],
      }),
    ],
    agencies: EVIL.map((words, index) => agency(`vn/an-giang/to-cong-tac-${String(index + 1)}`, words)),
    tasks: EVIL.map((words, index) =>
      task(1_000 + 100 * index, {
        headings: [words],
        leads: [{ agency: `vn/an-giang/to-cong-tac-${String(index + 1)}`, text: words, start: 1_000, end: 1_010 }],
        cooperates: [{ agency: LEAD }],
        deadline: { text: words, start: 1_020, end: 1_030, from: null, to: "2024-12-01", recurs: null },
      }),
    ),
    reports: EVIL.slice(1).map((_words, index) => ({
      from: LEAD,
      to: `vn/an-giang/to-cong-tac-${String(index + 2)}`,
      via: null,
      recurs: "yearly" as const,
      deadline: "--11-15",
      start: 300,
      end: 340,
    })),
    recipients: [],
    diagnostics: [{ code: "UNKNOWN_AGENCY", message: EVERYTHING, start: 30, end: 40 }],
  });
}

/** The path of a facts file with these facts, but for what no facts may have. */
export async function evilFile(): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), "mandate-evil-")), "evil.json");
  await writeFile(file, JSON.stringify(withLettersOnly(evilFacts())));
  return file;
}
