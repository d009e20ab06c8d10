import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { escaped, folded } from "../../src/formats/calendar.ts";
import { mandate, storePath } from "../support/command.ts";

let MANDATE_STORE: string;
const run = (...args: string[]) => mandate(args, { MANDATE_STORE });

beforeAll(async () => {
  MANDATE_STORE = await storePath();
  await run("load");
});

describe("answers", () => {
  test.each([
    [
      "who reports to whom, and when next",
      ["reporting", "sở khcn an giang", "--as-of", "2024-10-01"],
      /yearly by 15\/11 {3}15\/11\/2024/u,
    ],
    [
      "reporting lines as CSV",
      ["reporting", "UBND tỉnh An Giang", "--format", "csv"],
      /^\uFEFFdocument,hop,from,through,to,/u,
    ],
    [
      "gaps of a document",
      ["gaps", "KH 177 An Giang", "--kinds", "NO_LEAD", "--first", "3"],
      /24 in all[\s\S]*1–3 of 24 · page 1 of 8 · next: --page 2\n$/u,
    ],
    [
      "gaps of a province as CSV",
      ["gaps", "--place", "Hậu Giang", "--format", "csv"],
      /^\uFEFFdocument,gap,where,explanation,subject\r\n/u,
    ],
    [
      "a lead that is no more",
      ["gaps", "--kinds", "LEAD_DISSOLVED", "--as-of", "2025-07-01", "--place", "an-giang", "--evidence"],
      /NQ 203\/2025\/QH15, 16\/6\/2025 \(no single successor\)/u,
    ],
    [
      "what falls due",
      ["obligations", "sở tư pháp an giang", "--from", "2024-10-01", "--to", "2024-12-31"],
      /2 fall due from 1\/10\/2024 to 31\/12\/2024/u,
    ],
    [
      "what falls due as CSV",
      ["obligations", "--from", "2024-10-01", "--to", "2024-12-31", "--format", "csv"],
      /^\uFEFFdue,recurs,what,whose,where,document,task\r\n2024-11-15,yearly,/u,
    ],
    [
      "an agency on a day",
      ["responsibilities", "Sở Tài chính An Giang", "--as-of", "2025-07-01", "--roles", "LEADS"],
      /as successor of Sở\s+[^\n]*\n?[\s\S]*Kế hoạch/u,
    ],
    [
      "an agency that is no more",
      ["responsibilities", "Sở KHĐT An Giang", "--as-of", "2025-07-01"],
      /It does not exist on 1\/7\/2025\. Its work went to Sở Tài chính An Giang .* since 1\/3\/2025\./u,
    ],
  ])("%s", async (_what, args, expected) => {
    const { code, out } = await run(...args);
    expect(out).toMatch(expected);
    expect(code).toBe(0);
    expect(out).not.toContain("\u001B");
  });

  test("as JSON, by --json and by --format json", async () => {
    const [one, other] = [
      await run("gaps", "KH 177 An Giang", "--json"),
      await run("gaps", "KH 177 An Giang", "--format", "json"),
    ];
    expect(JSON.parse(one.out)).toMatchObject({ totalCount: 25, hasNextPage: false });
    expect(other.out).toBe(one.out);
  });

  test("page by page, to the last one", async () => {
    expect((await run("gaps", "KH 177 An Giang", "--first", "20", "--page", "2")).out).toMatch(
      /21–25 of 25 · page 2 of 2\n$/u,
    );
    const { code, err } = await run("gaps", "KH 177 An Giang", "--first", "20", "--page", "3");
    expect([code, err]).toEqual([2, "mandate: --page 3: there are 2, the last one is --page 2\n"]);
  });

  test.each([
    ["no days", ["obligations"], /required option '--from <day>' not specified/u],
    [
      "days that are turned round",
      ["obligations", "--from", "2025-01-01", "--to", "2024-01-01"],
      /from 2025-01-01 is after to 2024-01-01/u,
    ],
    ["a day that is none", ["gaps", "--as-of", "today"], /YYYY-MM-DD/u],
    ["a kind that is none", ["gaps", "--kinds", "LAZY"], /Allowed choices are NO_LEAD/u],
  ])("wrong use is told: %s", async (_what, args, expected) => {
    const { code, err } = await run(...args);
    expect(code).toBe(2);
    expect(err).toMatch(expected);
  });
});

describe("a calendar", () => {
  test("has lines that end in CRLF and have at most 75 octets, and is the same each time", async () => {
    const ask = ["obligations", "--from", "2024-01-01", "--to", "2024-12-31", "--ics"];
    const { out } = await run(...ask);
    const lines = out.split("\r\n");
    expect(out.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/u);
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(lines.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(4);
    expect(new Set(lines.filter((line) => line.startsWith("UID:"))).size).toBe(4);
    expect(out).toContain("DTSTART;VALUE=DATE:20241115\r\nDTEND;VALUE=DATE:20241116\r\n");
    expect(out.replaceAll("\r\n ", "")).toContain(
      "SUMMARY:Báo cáo: các sở\\, ban\\, ngành → (Sở Khoa học và Công nghệ) → Ủy ban nhân dân",
    );
    expect((await run(...ask)).out).toBe(out);
  });

  test("escapes what has a meaning of its own, and never folds inside a character", () => {
    expect(escaped("a,b;c\\d\ne\u0007")).toBe("a\\,b\\;c\\\\d\\ne ");
    const line = `SUMMARY:${"ệ".repeat(80)}😀`;
    expect(folded(line).replaceAll("\r\n ", "")).toBe(line);
    expect(
      folded(line)
        .split("\r\n")
        .every((piece) => Buffer.byteLength(piece) <= 75 && !piece.includes("\uFFFD")),
    ).toBe(true);
  });
});

describe("completion", () => {
  const scripts = async (shell: string) => (await run("completion", shell)).out;

  test("of bash gives commands, options and the words that an option may have", async () => {
    const file = join(await mkdtemp(join(tmpdir(), "mandate-completion-")), "script");
    writeFileSync(file, await scripts("bash"));
    const complete = (...typed: string[]) =>
      execFileSync(
        "bash",
        [
          "-c",
          `source "${file}"; COMP_WORDS=(mandate ${typed.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${typed.length}; _mandate; echo "\${COMPREPLY[@]}"`,
        ],
        { encoding: "utf8" },
      ).trim();
    expect(complete("re")).toBe("responsibilities reporting resolve review restore");
    expect(complete("forget", "--y")).toBe("--yes");
    expect(complete("gaps", "--ki")).toBe("--kinds");
    expect(complete("gaps", "--kinds", "NO")).toBe("NO_LEAD NO_REPORTING NOT_CARRIED_OUT");
    expect(complete("completion", "z")).toBe("zsh");
  });

  test("of zsh and fish names every command", async () => {
    const [zsh, fish] = [await scripts("zsh"), await scripts("fish")];
    expect(zsh).toMatch(/^#compdef mandate\n/u);
    for (const command of ["lineage", "reporting", "gaps", "obligations", "forget", "completion"]) {
      expect(zsh).toContain(command);
      expect(fish).toContain(`-a ${command} -d '`);
    }
    expect((await run("completion", "tcsh")).code).toBe(2);
  });
});
