import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { beforeAll, describe, expect, test } from "vitest";
import { calendarFile } from "../../src/formats/calendar.ts";
import { csv } from "../../src/formats/csv.ts";
import { xlsx } from "../../src/web/client/exports/xlsx.ts";
import { mandate, serving, storePath, type Serving } from "../support/command.ts";
import { parseCsv } from "../web/parse-csv.ts";
import { EVERYTHING, EVIL, EVIL_BODY, EVIL_PLAN, evilFile } from "./evil-facts.ts";

/** What a terminal obeys, or what turns the order of letters round. */
const OBEYED = /\r(?!\n)|[^\P{Cc}\n\r\t]|\p{Bidi_Control}/u;

describe("names that are made to be taken for something else", () => {
  let MANDATE_STORE: string;
  let loaded: Awaited<ReturnType<typeof mandate>>;
  beforeAll(async () => {
    MANDATE_STORE = await storePath();
    loaded = await mandate(["load", "--verbose", await evilFile()], { MANDATE_STORE });
  });

  test("are loaded, and told without acting on a terminal", () => {
    expect(loaded).toMatchObject({ code: 0, err: "" });
    expect(loaded.out).toContain("\\u202etxt.exe");
    expect(loaded.out).not.toMatch(OBEYED);
  });

  test.each<readonly [string, readonly string[]]>([
    ["a lineage", ["lineage", EVIL_PLAN, "--evidence"]],
    ["a lineage as CSV", ["lineage", EVIL_PLAN, "--format", "csv"]],
    ["what a body touches", ["responsibilities", EVIL_BODY, "--evidence"]],
    ["what a body touches, as CSV", ["responsibilities", EVIL_BODY, "--format", "csv"]],
    ["a matrix", ["matrix", EVIL_PLAN]],
    ["a matrix as JSON", ["matrix", EVIL_PLAN, "--json"]],
    ["reporting lines", ["reporting", EVIL_BODY, "--evidence"]],
    ["gaps", ["gaps", EVIL_PLAN]],
    ["a calendar", ["obligations", EVIL_BODY, "--from", "2024-01-01", "--to", "2024-12-31", "--ics"]],
    ["a name that is unknown", ["resolve", "\u202Etxt.exe\u001B[2J"]],
    ["doubts", ["review", EVIL_PLAN]],
    ["doubts as JSON", ["doctor", "--json"]],
  ])("reach no terminal by %s", async (_what, args) => {
    const { code, out, err } = await mandate(args, { MANDATE_STORE });
    expect([0, 1]).toContain(code);
    expect(out + err).not.toBe("");
    expect(out).not.toMatch(OBEYED);
    expect(err).not.toMatch(OBEYED);
    if (args.includes("--json")) expect(JSON.parse(out)).toBeTypeOf("object");
  });

  test("are the labels of a Mermaid drawing and nothing more", async () => {
    const { out } = await mandate(["lineage", EVIL_PLAN, "--format", "mermaid"], { MANDATE_STORE });
    const lines = out.trim().split("\n");
    expect(lines[0]).toBe("flowchart TD");
    for (const line of lines.slice(1))
      expect(line).toMatch(/^ {2}d\d+(?:\["[^"<>`]*"\]|\(\["[^"<>`]*"\]\)| -->\|[a-z ]+\| d\d+)$/u);
    expect(out).not.toMatch(OBEYED);
  });

  test("in a path that cannot be read are told in one line", async () => {
    const { code, err } = await mandate(["load", "no\u001B[31m\nsuch\u202E/folder"], { MANDATE_STORE });
    expect(code).toBe(74);
    expect(err.trimEnd()).not.toMatch(/\n/u);
    expect(err).not.toMatch(OBEYED);
  });
});

test("a spreadsheet's cell never begins a formula, and keeps its words", () => {
  const cells = [...EVIL, "=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\n=1", "＝1", "Sở Y tế"];
  const [head = [], ...rows] = parseCsv(csv(cells, [cells]).slice(1));
  for (const cell of [...head, ...rows.flat()]) expect(cell).not.toMatch(/^[\s"]*[=+\-@＝]/u);
  expect(rows[0]?.at(-1)).toBe("Sở Y tế");
  expect(rows[0]?.[3]).toBe(`'${EVIL[3]}`);
  expect(rows.flat().join("")).not.toMatch(OBEYED);
});

test("a workbook is XML with the words in it, whatever they are", () => {
  const files = unzipSync(xlsx({ name: EVERYTHING, head: [...EVIL], rows: [[...EVIL]] }));
  const texts: string[] = [];
  for (const [path, bytes] of Object.entries(files)) {
    const parser = new SaxesParser();
    parser.on("text", (text) => texts.push(text));
    parser.on("opentag", ({ name }) => expect(["f", "script", "img"]).not.toContain(name));
    parser.write(strFromU8(bytes)).close();
    expect(path).not.toBe("");
  }
  expect(texts).toContain(EVIL[0]);
  expect(texts).toContain(EVIL[2]);
  expect(texts.join("")).not.toMatch(OBEYED);
});

test("an entry of a calendar stays one entry", () => {
  const text = calendarFile(
    [
      {
        uid: EVERYTHING,
        day: "2024-12-01",
        title: EVERYTHING,
        description: `${EVERYTHING}\r\nEND:VEVENT\nBEGIN:VEVENT`,
      },
    ],
    {
      stamp: "20240101T000000Z",
      language: "EN",
    },
  );
  const lines = text.replaceAll("\r\n ", "").split("\r\n");
  expect(lines.filter((line) => /^(?:BEGIN|END):VEVENT/u.test(line))).toHaveLength(2);
  expect(lines.filter((line) => line !== "").every((line) => /^[A-Z-]+[:;]/u.test(line))).toBe(true);
  expect(text).not.toMatch(OBEYED);
});

test("a line of the log stays one line, whatever is asked", async () => {
  const MANDATE_STORE = await storePath();
  const server: Serving = await serving([process.execPath, "bin/mandate.js", "serve", "--port", "0"], {
    MANDATE_STORE,
    MANDATE_LOG: "debug",
  });
  let log = "";
  server.process.stdout?.on("data", (chunk: Buffer) => (log += chunk.toString()));
  server.process.stderr?.on("data", (chunk: Buffer) => (log += chunk.toString()));
  for (const path of [
    "/graphql?query=%7B%0d%0a%1b%5B31m",
    `/${encodeURIComponent(EVERYTHING)}`,
    "/documents/%0aERROR%20taken",
  ])
    await fetch(new URL(path, server.url), { headers: { "user-agent": "x\u009B2J" } });
  await fetch(server.url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: EVERYTHING }),
  });
  expect(await server.stop()).toBe(0);
  expect(log).not.toBe("");
  expect(log).not.toMatch(OBEYED);
  for (const line of log.split("\n").filter((each) => each.startsWith("{")))
    expect(JSON.parse(line)).toBeTypeOf("object");
  expect(log.split("\n").filter((line) => line.startsWith("ERROR"))).toEqual([]);
});
