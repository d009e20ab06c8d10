import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mandate } from "../support/command.ts";
import { docxOf, paragraph, run } from "../fixtures/docx.ts";
import { pdfOf, words } from "../fixtures/pdf.ts";

const folder = mkdtempSync(join(tmpdir(), "mandate-outside-"));
const bait = join(folder, "bait.txt");
const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? "");
  response.end("bait");
});
let url = "";
beforeAll(async () => {
  writeFileSync(bait, "bait");
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/bait`;
});
afterAll(() => void server.close());

/** Files that ask their reader to fetch something. */
const files = (): readonly string[] => {
  const relations = (target: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="${target}" TargetMode="External"/></Relationships>`;
  const body = paragraph(run("KẾ HOẠCH"));
  const entity = (target: string): string =>
    `<!DOCTYPE w [<!ENTITY x SYSTEM "${target}">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph(run("&x;"))}</w:body></w:document>`;
  const contents: Readonly<Record<string, string | Uint8Array>> = {
    "links.docx": docxOf({
      body,
      parts: {
        "word/_rels/document.xml.rels": relations(url),
        "word/_rels/settings.xml.rels": relations(`file://${bait}`),
        "word/vbaProject.bin": "Shell",
      },
    }),
    "entity-file.docx": docxOf({ body, parts: { "word/document.xml": entity(`file://${bait}`) } }),
    "entity-http.docx": docxOf({ body, parts: { "word/document.xml": entity(url) } }),
    "script.pdf": pdfOf([{ content: words(50, 700, "A") }], "Courier", [`<< /S /URI /URI (${url}) >>`]),
    "launch.pdf": pdfOf([{ content: words(50, 700, "A") }], "Courier", [`<< /S /Launch /F (${bait}) >>`]),
    "page.html": `<link rel=stylesheet href="${url}"><img src="${url}"><iframe src="file://${bait}"></iframe><script src="${url}"></script><p>KẾ HOẠCH</p>`,
  };
  return Object.entries(contents).map(([name, content]) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  });
};

test("nothing that a file asks for is fetched", async () => {
  const { code, err, out } = await mandate(["extract", "--json", ...files()], {});
  expect(code).toBe(65);
  expect(err.match(/DOCTYPE/gu)).toHaveLength(2);
  expect(out.trim().split("\n")).toHaveLength(4);
  expect(out).not.toContain("bait");
  expect(asked).toEqual([]);
});

const hasStrace = spawnSync("strace", ["-f", "true"]).status === 0;
if (!hasStrace)
  process.stderr.write("\nNOT RUN: the calls of the reader are not watched: strace is not here, or may not trace\n");

test.runIf(hasStrace)("no call of the system opens it or connects anywhere", () => {
  const log = join(folder, "calls");
  try {
    execFileSync(
      "strace",
      [
        "-f",
        "-qq",
        "-e",
        "trace=connect,openat,open",
        "-o",
        log,
        process.execPath,
        "bin/mandate.js",
        "extract",
        "--json",
        ...files(),
      ],
      { stdio: "ignore" },
    );
  } catch {
    // Two of the files are refused: the exit code is 65.
  }
  const calls = readFileSync(log, "utf8");
  expect(calls).toContain("links.docx");
  expect(calls.split("\n").filter((line) => line.includes("bait") || /connect\(.*AF_INET/u.test(line))).toEqual([]);
});
