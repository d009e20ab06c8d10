import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readSource, SourceError, type ReadSource } from "../../src/text/read-source.ts";
import { BRIDGE_LETTER, SKILLS_PLAN, type FixtureDocument } from "../fixtures/documents.ts";
import { pdfOf, stroke, words } from "../fixtures/pdf.ts";
import { labeller } from "../fixtures/render.ts";

function fixture(name: string): Uint8Array {
  return readFileSync(new URL(`../fixtures/${name}`, import.meta.url));
}

function readPages(...contents: readonly string[]): Promise<ReadSource> {
  return readSource(pdfOf(contents.map((content) => ({ content }))), "a.pdf");
}

async function failure(bytes: Uint8Array, name = "a.pdf"): Promise<SourceError> {
  const outcome: unknown = await readSource(bytes, name).catch((error: unknown) => error);
  if (outcome instanceof SourceError) return outcome;
  throw new Error("it was read");
}

/** Words and their order, lines and spaces aside. */
function flat(text: string): string {
  return text.replace(/\s+/gu, " ");
}

function printedBody(document: FixtureDocument): string {
  const label = labeller();
  return document.blocks.map((block) => label(block)).join(" ");
}

describe("pdf", () => {
  test.each([
    ["LibreOffice", "../../examples/documents/ke-hoach-dao-tao-nghe.pdf", SKILLS_PLAN],
    ["Chromium", "../../examples/documents/chi-thi-an-toan-cau-duong.pdf", BRIDGE_LETTER],
  ])("of %s gives the invented document letter for letter", async (_program, file, document) => {
    const { text, encoding, notes } = await readSource(fixture(file), file);
    expect(flat(text)).toContain(printedBody(document));
    const [left, right] = [document.left.join("\n"), document.right.join("\n")];
    expect(text.startsWith(`${left}\n\n${right}\n\n${document.kind}\n`)).toBe(true);
    expect(flat(text)).toContain(
      `Nơi nhận: ${document.recipients.map((each) => `- ${each}`).join(" ")} ${document.signature.join(" ")}`,
    );
    for (const row of document.annex?.rows ?? []) expect(text).toContain(`| ${row.join(" | ")} |\n`);
    expect({ encoding, notes }).toEqual({ encoding: "utf-8", notes: [] });
  });

  test.each([["table-over-pages.pdf"], ["table-over-pages-chromium.pdf"]])(
    "gives a table that goes on over pages as one: %s",
    async (file) => {
      const { text } = await readSource(fixture(file), file);
      const rows = text.split("\n").filter((line) => line.startsWith("|"));
      expect(rows).toHaveLength(42);
      const [first = [], ...kinds] = SKILLS_PLAN.annex?.rows ?? [];
      expect(rows[0]).toBe(`| ${first.join(" | ")} |`);
      for (let index = 0; index < 40; index += 1) {
        const [, ...cells] = kinds[index % kinds.length] ?? [];
        expect(rows[index + 2]).toBe(`| ${[String(index + 1), ...cells].join(" | ")} |`);
      }
    },
  );

  test.each([
    [
      "letters in the order of the page, not of drawing",
      words(60, 700, "trang") + words(30, 700, "Dau") + words(30, 720, "Tren"),
      "Tren\nDau trang\n",
    ],
    ["no space within a word that is drawn in pieces", words(30, 700, "Ke ho") + words(59.3, 700, "ach"), "Ke hoach\n"],
    ["letters made bold by drawing twice once", words(30, 700, "AB") + words(30.3, 700, "AB"), "AB\n"],
    [
      "two columns one after the other",
      words(30, 700, "UBND TINH A") +
        words(300, 700, "CONG HOA") +
        words(30, 685, "So: 1/KH") +
        words(300, 685, "Doc lap") +
        words(200, 640, "KE HOACH"),
      "UBND TINH A\nSo: 1/KH\n\nCONG HOA\nDoc lap\n\nKE HOACH\n",
    ],
    [
      "an item and its label on one line",
      words(30, 700, "1.") + words(80, 700, "Noi dung") + words(30, 685, "a)") + words(80, 685, "Viec"),
      "1. Noi dung\na) Viec\n",
    ],
    ["nothing written upright", words(30, 700, "A") + "BT /F1 12 Tf 0 1 -1 0 50 500 Tm (doc) Tj ET\n", "A\n"],
    [
      "letters that a transformation moves",
      "q 2 0 0 2 10 10 cm " + words(10, 300, "B", "F1", 6) + "Q\n" + words(30, 640, "A"),
      "A\nB\n",
    ],
  ])("gives %s", async (_what, content, text) => {
    expect((await readPages(content)).text).toBe(text);
  });

  test("gives a page that is turned, as it is seen", async () => {
    const content = "BT /F1 12 Tf 0 1 -1 0 100 100 Tm (Ngang) Tj ET\n";
    await expect(readSource(pdfOf([{ content, rotate: 90 }]), "a.pdf")).resolves.toMatchObject({
      text: "Ngang\n",
      notes: [],
    });
  });

  test("gives ruled cells, merged ones once", async () => {
    const levels =
      stroke(50, 700, 350, 700) + stroke(50, 670, 350, 670) + stroke(50, 640, 350, 640) + stroke(150, 655, 350, 655);
    const uprights =
      stroke(50, 640, 50, 700) + stroke(150, 640, 150, 700) + stroke(350, 640, 350, 700) + stroke(250, 640, 250, 670);
    const cells =
      words(55, 680, "TT") +
      words(155, 680, "Nhiem vu") +
      words(55, 650, "1") +
      words(155, 658, "A", "F1", 8) +
      words(255, 658, "B", "F1", 8) +
      words(155, 645, "C", "F1", 8) +
      words(255, 645, "D", "F1", 8);
    const { text } = await readPages(words(50, 720, "Truoc") + levels + uprights + cells + words(50, 600, "Sau"));
    expect(text).toBe("Truoc\n\n| TT | Nhiem vu |  |\n|---|---|---|\n| 1 | A | B |\n|  | C | D |\n\nSau\n");
  });

  test("puts a row together that a page cuts, and prints a repeated heading once", async () => {
    const page = (top: string, rows: readonly (readonly [string, string])[]): string => {
      const lines = Array.from({ length: rows.length + 1 }, (_none, index) =>
        stroke(50, 700 - 20 * index, 350, 700 - 20 * index),
      ).join("");
      const sides = [50, 150, 350].map((x) => stroke(x, 700 - 20 * rows.length, x, 700)).join("");
      return (
        top +
        lines +
        sides +
        rows.map(([one, two], index) => words(55, 686 - 20 * index, one) + words(155, 686 - 20 * index, two)).join("")
      );
    };
    const { text } = await readPages(
      page("", [
        ["TT", "Nhiem vu"],
        ["1", "Viec mot"],
        ["2", "Viec hai dang"],
      ]),
      page(words(290, 800, "2"), [
        ["TT", "Nhiem vu"],
        ["", "noi tiep"],
        ["3", "Viec ba"],
      ]),
    );
    expect(text).toBe(
      "| TT | Nhiem vu |\n|---|---|\n| 1 | Viec mot |\n| 2 | Viec hai dang noi tiep |\n| 3 | Viec ba |\n\n2\n",
    );
  });

  test("keeps page numbers on lines of their own", async () => {
    const { text } = await readPages(
      words(50, 60, "mot dong dai den het le phai cua trang giay nay roi sang trang sau"),
      words(290, 800, "2") + words(50, 760, "tiep theo."),
    );
    expect(text).toBe("mot dong dai den het le phai cua trang giay nay roi sang trang sau\n\n2\n\ntiep theo.\n");
  });

  test("leaves out what most pages repeat at their edge, and says so", async () => {
    const page = (number: number): string =>
      words(50, 810, `So 12-KH/TU trang ${number} cua 3`) + words(50, 700, `Noi dung ${number}`);
    const { text, notes } = await readPages(page(1), page(2), page(3));
    expect(text).toBe("Noi dung 1\nNoi dung 2\nNoi dung 3\n");
    expect(notes.map((note) => note.code)).toEqual(["PAGE_HEADERS"]);
  });

  test("converts legacy fonts by their names", async () => {
    const latin = words(50, 700, "thùc hiÖn nh©n d©n t\u00ad", "F2");
    await expect(readSource(pdfOf([{ content: latin }], "ABCDEF+.VnTime"), "a.pdf")).resolves.toMatchObject({
      text: "thực hiện nhân dân tư\n",
      encoding: "utf-8+tcvn3",
    });
    const vni = words(50, 700, "quyeát ñònh", "F2");
    await expect(readSource(pdfOf([{ content: vni }], "VNI-Times"), "a.pdf")).resolves.toMatchObject({
      text: "quyết định\n",
      encoding: "utf-8+vni-windows",
    });
  });

  test("runs no script of the file", async () => {
    const bytes = pdfOf([{ content: words(50, 700, "A") }], "Courier", ["<< /S /JavaScript /JS (app.alert\\(1\\)) >>"]);
    await expect(readSource(bytes, "a.pdf")).resolves.toMatchObject({ text: "A\n" });
  });

  test("reads no file that is attached, and tells of it", async () => {
    const extra = [
      "<< /S /JavaScript /JS (app.alert\\(1\\)) >>",
      "<< /Type /Filespec /F (annex.txt) /UF (annex.txt) /EF << /F 8 0 R >> >>",
      "<< /Type /EmbeddedFile /Length 6 >>\nstream\nHIDDEN\nendstream",
    ];
    const catalog = "/Names << /EmbeddedFiles << /Names [(annex.txt) 7 0 R] >> >>";
    const bytes = pdfOf([{ content: words(50, 700, "A") }], "Courier", extra, catalog);
    await expect(readSource(bytes, "a.pdf")).resolves.toMatchObject({
      text: "A\n",
      notes: [{ code: "EMBEDDED_FILES", message: "files attached to it were not read: annex.txt" }],
    });
  });

  test("tells which pages have no text", async () => {
    const { notes } = await readPages(words(50, 700, "A"), "q 500 0 0 700 50 50 cm /I1 Do Q\n");
    expect(notes).toEqual([{ code: "PAGES_WITHOUT_TEXT", message: "1 of 2 pages have no text and may be scanned: 2" }]);
  });

  test.each<[string, Uint8Array, string, RegExp]>([
    ["scanned", pdfOf([{ content: "q 500 0 0 700 50 50 cm /I1 Do Q\n" }]), "NO_TEXT_LAYER", /OCR/u],
    [
      "stamped across the page",
      pdfOf([{ content: words(50, 700, "A") + "BT /F2 40 Tf 0.7 0.7 -0.7 0.7 200 300 Tm (mËt) Tj ET\n" }], ".VnTimeH"),
      "SECRET",
      /MẬT/u,
    ],
    ["encrypted", fixture("encrypted.pdf"), "ENCRYPTED", /password/u],
    ["truncated", fixture("truncated.pdf"), "DAMAGED", /whole/u],
    [
      "of 5,000 pages",
      pdfOf(Array.from({ length: 5_000 }, () => ({ content: words(50, 700, "A") }))),
      "TOO_LARGE",
      /at most 2000/u,
    ],
    ["that is nothing but its first line", Buffer.from("%PDF-1.7\n"), "DAMAGED", /whole/u],
    [
      "that is noise",
      Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(50_000, "\u0001<< /Kids [1 0 R")]),
      "DAMAGED",
      /PDF/u,
    ],
  ])("refuses a file %s", async (_what, bytes, code, message) => {
    const error = await failure(bytes, "xấu.pdf");
    expect(error).toMatchObject({ code });
    expect(error.message).toMatch(message);
    expect(error.message).toContain("xấu.pdf");
  });
});
