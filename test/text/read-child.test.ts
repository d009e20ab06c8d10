import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { CHILD_LIMITS } from "../../src/text/formats/child.ts";
import { readSourceFile } from "../../src/text/read-file.ts";
import { readSource } from "../../src/text/read-source.ts";
import { docxOf, paragraph, run } from "../fixtures/docx.ts";
import { pdfOf, words } from "../fixtures/pdf.ts";

const folder = mkdtempSync(join(tmpdir(), "mandate-read-"));
afterAll(() => rmSync(folder, { recursive: true }));

const SMALL = docxOf({ body: paragraph(run("A")) });

describe("a file that takes its reader down", () => {
  test("by its time is given up, and the next one is read", async () => {
    const slow = pdfOf(Array.from({ length: 1_500 }, () => ({ content: words(50, 700, "A ").repeat(50) })));
    await expect(readSource(slow, "chậm.pdf", { ...CHILD_LIMITS, seconds: 0.3 })).rejects.toMatchObject({
      code: "TOO_SLOW",
      message: expect.stringContaining("chậm.pdf") as string,
    });
    await expect(readSource(SMALL, "a.docx")).resolves.toMatchObject({ text: "A\n" });
  });

  test.runIf(process.platform === "linux")("by its memory is given up, and the next one is read", async () => {
    const large = docxOf({
      body: Array.from({ length: 60_000 }, (_none, index) => paragraph(run(`Đoạn ${index}`))).join(""),
    });
    const outcome = readSource(large, "lớn.docx", { ...CHILD_LIMITS, megabytes: 40 }).then(
      (source) => source.text.length,
    );
    await expect(outcome).rejects.toMatchObject({ code: "OUT_OF_MEMORY" });
    await expect(readSource(SMALL, "a.docx")).resolves.toMatchObject({ text: "A\n" });
  });

  test("is one of many: those beside it are read", async () => {
    const broken = Buffer.from("PK\u0003\u0004rest");
    const outcomes = await Promise.allSettled(
      [SMALL, broken, pdfOf([{ content: words(50, 700, "B") }]), SMALL, broken].map((bytes, index) =>
        readSource(bytes, `${index}`),
      ),
    );
    expect(outcomes.map((outcome) => (outcome.status === "fulfilled" ? outcome.value.text : "–"))).toEqual([
      "A\n",
      "–",
      "B\n",
      "A\n",
      "–",
    ]);
  });
});

describe("reading a path", () => {
  test("names what cannot be read", async () => {
    const file = join(folder, "a.docx");
    writeFileSync(file, SMALL);
    await expect(readSourceFile(file)).resolves.toMatchObject({ name: "a.docx", text: "A\n" });
    await expect(readSourceFile(folder)).rejects.toMatchObject({
      code: "CANNOT_READ",
      message: expect.stringContaining(folder) as string,
    });
    await expect(readSourceFile(join(folder, "không có"))).rejects.toMatchObject({ code: "CANNOT_READ" });
    const large = join(folder, "to.txt");
    writeFileSync(large, Buffer.alloc(33 * 1024 * 1024, "a"));
    await expect(readSourceFile(large)).rejects.toMatchObject({
      code: "TOO_LARGE",
      message: expect.stringContaining("32 MB") as string,
    });
  });

  test("lets the program end by itself", () => {
    const file = join(folder, "a.docx");
    writeFileSync(file, SMALL);
    const module = new URL("../../src/text/read-file.ts", import.meta.url).href;
    const script = `const { readSourceFile } = await import(${JSON.stringify(module)}); process.stdout.write((await readSourceFile(${JSON.stringify(file)})).text);`;
    const out = execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", script], {
      cwd: fileURLToPath(new URL("../..", import.meta.url)),
      timeout: 20_000,
      encoding: "utf8",
    });
    expect(out).toBe("A\n");
  });
});
