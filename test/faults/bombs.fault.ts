import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { environment } from "../support/command.ts";
import { docxOf, paragraph, run } from "../fixtures/docx.ts";
import { zipOf } from "../fixtures/zip.ts";

const folder = mkdtempSync(join(tmpdir(), "mandate-bombs-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const GOOD = docxOf({ body: paragraph(run("KẾ HOẠCH")) });

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly seconds: number;
  /** The most memory that the command and each process below it had, in megabytes. */
  readonly most: number;
  readonly mostOfReader: number;
}

/** Runs `mandate extract --json` and watches the memory of it and of the process that it reads files in (Linux only: 0 elsewhere). */
async function extracted(...files: readonly string[]): Promise<Ran> {
  const begun = Date.now();
  const child = spawn(process.execPath, ["bin/mandate.js", "extract", "--json", ...files], { env: environment({}) });
  let [out, err, most, mostOfReader] = ["", "", 0, 0];
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  const watch = setInterval(() => {
    most = Math.max(most, peakMegabytes(child.pid ?? 0));
    for (const pid of childrenOf(child.pid ?? 0)) mostOfReader = Math.max(mostOfReader, peakMegabytes(pid));
  }, 20);
  const code = await new Promise<number | null>((done) => child.once("close", done));
  clearInterval(watch);
  return { code, out, err, seconds: (Date.now() - begun) / 1_000, most, mostOfReader };
}

function peakMegabytes(pid: number): number {
  return (
    Number(/VmHWM:\s+(\d+)/u.exec(quiet(() => readFileSync(`/proc/${String(pid)}/status`, "utf8")))?.[1] ?? 0) / 1024
  );
}

function childrenOf(pid: number): readonly number[] {
  const tasks = quiet(() => readdirSync(`/proc/${String(pid)}/task`).join(" "))
    .split(" ")
    .filter((each) => each !== "");
  return tasks.flatMap((task) =>
    quiet(() => readFileSync(`/proc/${String(pid)}/task/${task}/children`, "utf8"))
      .split(" ")
      .filter((each) => each !== "")
      .map(Number),
  );
}

function quiet(read: () => string): string {
  try {
    return read();
  } catch {
    return "";
  }
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe("a bomb", () => {
  const good = file("good.docx", GOOD);
  const harmless = extracted(good, good);

  test.each<readonly [string, Uint8Array]>([
    [
      "that unpacks to 700 MB",
      docxOf({ body: paragraph(run("A")), parts: { "word/media/a.bin": Buffer.alloc(700_000_000) } }),
    ],
    ["whose text unpacks to 60 MB", docxOf({ body: paragraph(run(" ".repeat(60_000_000))) })],
    ["that lies about its size", docxOf({ body: paragraph(run("A".repeat(20_000_000))) }, { claimedSize: 100 })],
    ["in a zip", zipOf({ "a.docx": docxOf({ body: paragraph(run(" ".repeat(60_000_000))) }) })],
  ])("%s is refused at once and in little memory, and the next file is read", async (_what, bytes) => {
    const usual = await harmless;
    const ran = await extracted(file("bomb.docx", bytes), good);
    expect(ran.code).toBe(65);
    expect(ran.err).toMatch(/^mandate: bomb\.docx [^\n]+\n$/u);
    expect(
      ran.out
        .trim()
        .split("\n")
        .map((line) => (JSON.parse(line) as { source: string }).source),
    ).toEqual(["good.docx"]);
    expect(ran.seconds - usual.seconds).toBeLessThan(5);
    expect(ran.mostOfReader - usual.mostOfReader).toBeLessThan(150);
  });
});

describe("a large text", () => {
  test("of 200 MB is refused by its size, which the message names, and is not even loaded", async () => {
    const large = file("large.txt", "");
    truncateSync(large, 200_000_000);
    const ran = await extracted(large);
    expect(ran).toMatchObject({
      code: 65,
      err: expect.stringMatching(/large\.txt has 191 MB; files up to 32 MB are read/u) as string,
    });
    expect(ran.most).toBeLessThan(400);
  });

  test.each([
    ["words", "Sở Y tế chủ trì thực hiện kế hoạch, "],
    ["letters without a space", "a"],
    ["marks without letters", "\u0301"],
    ["numbers", "số 1-KL/TW ngày 1/2/2024 "],
  ])(
    "of one line of 30 MB of %s is refused by the length of its line, a long one is read within 2 GB",
    async (_what, unit) => {
      const times = Math.floor(30_000_000 / Buffer.byteLength(unit));
      const refused = await extracted(file("line.txt", unit.repeat(times)));
      expect(refused).toMatchObject({
        code: 65,
        err: expect.stringMatching(
          /^mandate: line\.txt has a line of \d+ characters; lines up to 1000000 are read[^\n]+\n$/u,
        ) as string,
      });
      const read = await extracted(file("line.txt", unit.repeat(Math.floor(999_999 / unit.length))));
      expect(read).toMatchObject({ code: 0, err: "" });
      expect(Math.max(refused.most, read.most)).toBeLessThan(2_048);
    },
  );
});
