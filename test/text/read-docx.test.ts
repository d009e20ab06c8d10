import { describe, expect, test } from "vitest";
import { readSource, SourceError } from "../../src/text/read-source.ts";
import { RESERVOIR_PLAN } from "../fixtures/documents.ts";
import { docxOf, number, numbered, numbering, paragraph, run, table, type DocxParts } from "../fixtures/docx.ts";
import { labeller, toDocx } from "../fixtures/render.ts";
import { zipOf } from "../fixtures/zip.ts";

const p = (text: string): string => paragraph(run(text));

async function read(parts: DocxParts): Promise<string> {
  return (await readSource(docxOf(parts), "a.docx")).text;
}

async function failure(bytes: Uint8Array, name = "a.docx"): Promise<SourceError> {
  const outcome: unknown = await readSource(bytes, name).catch((error: unknown) => error);
  if (outcome instanceof SourceError) return outcome;
  throw new Error(`it was read: ${JSON.stringify(outcome)}`);
}

const LEVELS = numbering(1, [
  ["upperRoman", "%1."],
  ["decimal", "%2."],
  ["lowerLetter", "%3)"],
  ["bullet", "\uf0b7"],
]);

describe("docx", () => {
  test("gives an invented plan as it is printed", async () => {
    const { text, encoding, format, notes } = await readSource(toDocx(RESERVOIR_PLAN), "kế hoạch.docx");
    const label = labeller();
    for (const block of RESERVOIR_PLAN.blocks) expect(text).toContain(`\n\n${label(block)}\n`);
    expect(text).toMatch(/^ỦY BAN NHÂN DÂN\nTỈNH QUẢNG TRỊ\nSố: 214\/KH-UBND\n\nCỘNG HÒA/u);
    expect(text).toContain("| 4 | Diễn tập ứng phó sự cố đập | Bộ Chỉ huy Quân sự tỉnh | Công an tỉnh | Hằng năm |\n");
    expect({ encoding, format, notes }).toEqual({ encoding: "utf-8", format: "docx", notes: [] });
  });

  test.each<[string, DocxParts, string]>([
    [
      "labels of lists",
      {
        body:
          numbered("A", 1, 0) +
          numbered("B", 1, 1) +
          numbered("C", 1, 2) +
          numbered("D", 1, 3) +
          numbered("E", 1, 1) +
          numbered("F", 1, 2) +
          numbered("G", 1, 0) +
          numbered("H", 1, 1),
        numbering: LEVELS + number(1, 1),
      },
      "I. A\n\n1. B\n\na) C\n\n- D\n\n2. E\n\na) F\n\nII. G\n\n1. H\n",
    ],
    [
      "labels that name the levels above",
      {
        body: numbered("A", 1, 0) + numbered("B", 1, 1) + numbered("C", 1, 1),
        numbering:
          numbering(1, [
            ["decimal", "%1."],
            ["decimal", "%1.%2"],
          ]) + number(1, 1),
      },
      "1. A\n\n1.1 B\n\n1.2 C\n",
    ],
    [
      "lists that start anew where they say so, and go on where not",
      {
        body: numbered("A", 1, 1) + numbered("B", 2, 1) + numbered("C", 3, 1) + numbered("D", 3, 1),
        numbering: LEVELS + number(1, 1) + number(2, 1) + number(3, 1, [[1, 5]]),
      },
      "1. A\n\n2. B\n\n5. C\n\n6. D\n",
    ],
    [
      "labels that a style gives",
      {
        body:
          paragraph(run("A"), '<w:pStyle w:val="Muc"/>') +
          paragraph(run("B"), '<w:pStyle w:val="Con"/>') +
          paragraph(run("C"), '<w:pStyle w:val="Muc"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
        styles:
          '<w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Muc"/></w:style>',
        numbering: LEVELS + number(1, 1),
      },
      "I. A\n\nII. B\n\nC\n",
    ],
    [
      "lists counted in words",
      { body: numbered("A", 1, 0), numbering: numbering(1, [["vietnameseCounting", "Phần %1:"]]) + number(1, 1) },
      "Phần một: A\n",
    ],
    [
      "tabs, breaks and hyphens",
      {
        body: "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>20</w:t><w:noBreakHyphen/><w:t>NQ</w:t></w:r></w:p>",
      },
      "a\tb\n20-NQ\n",
    ],
    [
      "accepted changes",
      {
        body:
          paragraph(
            run("Giữ ") +
              `<w:del w:id="1"><w:r><w:delText>bỏ</w:delText></w:r></w:del><w:ins w:id="2">${run("thêm")}</w:ins><w:moveFrom w:id="3">${run(" dời")}</w:moveFrom>`,
          ) +
          paragraph(run("đầu "), '<w:rPr><w:del w:id="4"/></w:rPr>') +
          p("cuối"),
      },
      "Giữ thêm\n\nđầu cuối\n",
    ],
    [
      "no old properties",
      {
        body: paragraph(
          run("A", '<w:rPrChange w:id="1"><w:rPr><w:vanish/></w:rPr></w:rPrChange>'),
          '<w:pPrChange w:id="2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>',
        ),
        numbering: LEVELS + number(1, 1),
      },
      "A\n",
    ],
    [
      "nothing hidden, capitals as shown",
      {
        body: paragraph(
          run("ẩn", "<w:vanish/>") + run("kế hoạch", "<w:caps/>") + run(" hiện", '<w:vanish w:val="0"/>'),
        ),
      },
      "KẾ HOẠCH hiện\n",
    ],
    [
      "the result of a field, not its code",
      {
        body: paragraph(
          '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>' +
            run("mã") +
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
            run("12/8/2024") +
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>' +
            run(" sau"),
        ),
      },
      "12/8/2024 sau\n",
    ],
    [
      "merged cells once",
      {
        body: table([
          [p("STT"), [p("Cơ quan"), '<w:gridSpan w:val="2"/>']],
          [[p("1"), '<w:vMerge w:val="restart"/>'], p("Sở A"), p("Sở B") + p("Sở C")],
          [[p("thừa"), "<w:vMerge/>"], p("Sở D"), p("x|y")],
        ]),
      },
      "| STT | Cơ quan |  |\n|---|---|---|\n| 1 | Sở A | Sở B<br>Sở C |\n|  | Sở D | x\\|y |\n",
    ],
    [
      "a table in a cell as its lines",
      {
        body: table([
          [
            p("a") +
              table([
                [p("x"), p("y")],
                [p("z"), p("")],
              ]),
            p("b"),
          ],
        ]),
      },
      "| a<br>x y<br>z | b |\n|---|---|\n",
    ],
    [
      "text boxes after their paragraph, once",
      {
        body: paragraph(
          run("trước") +
            `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent>${p("MẬT MÃ")}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${p("MẬT MÃ")}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>` +
            run(" sau"),
        ),
      },
      "trước sau\n\nMẬT MÃ\n",
    ],
    [
      "notes after the text",
      {
        body: paragraph(run("Nghị quyết") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(" này")),
        footnotes: `<w:footnote w:type="separator" w:id="0">${p("---")}</w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>${run("Số 20-NQ/TW")}</w:p></w:footnote>`,
      },
      "Nghị quyết[1] này\n\n[1] Số 20-NQ/TW\n",
    ],
    [
      "legacy fonts, also those of styles",
      {
        body:
          paragraph(
            run("kÕ ho¹ch", '<w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/>') +
              run(" thùc hiÖn cña t", '<w:rFonts w:ascii=".VnTime"/>') +
              '<w:r><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr><w:softHyphen/><w:t xml:space="preserve"> </w:t></w:r>' +
              run("quyeá", '<w:rFonts w:ascii="VNI-Times"/>') +
              run("t ñònh", '<w:b/><w:rFonts w:ascii="VNI-Times"/>'),
          ) +
          paragraph(run("Uû ban nh©n d©n"), '<w:pStyle w:val="Cu"/>') +
          paragraph(run("Ủy ban", '<w:rFonts w:ascii=".VnTime"/>')),
        styles: '<w:style w:type="paragraph" w:styleId="Cu"><w:rPr><w:rFonts w:ascii=".VnArial"/></w:rPr></w:style>',
      },
      "KẾ HOẠCH thực hiện của tư quyết định\n\nUỷ ban nhân dân\n\nỦy ban\n",
    ],
    [
      "the lines of a title together",
      {
        body:
          paragraph(run("KẾ HOẠCH"), '<w:jc w:val="center"/>') +
          paragraph(run("Thực hiện"), '<w:jc w:val="center"/>') +
          p("A") +
          p("B"),
      },
      "KẾ HOẠCH\nThực hiện\n\nA\n\nB\n",
    ],
    ["decomposed letters as they are", { body: p("Tỉnh ủy".normalize("NFD")) }, "Tỉnh ủy\n".normalize("NFD")],
  ])("gives %s", async (_what, parts, text) => {
    expect(await read(parts)).toBe(text);
  });

  test("records converted fonts and what was left out", async () => {
    const source = await readSource(
      docxOf({
        body: paragraph(
          run("thùc hiÖn", '<w:rFonts w:ascii=".VnTime"/>') +
            run("x", "<w:vanish/>") +
            `<w:del w:id="1"><w:r><w:delText>y</w:delText></w:r></w:del>`,
        ),
        parts: {
          "word/vbaProject.bin": "x",
          "word/embeddings/a.xlsx": "x",
          "word/_rels/settings.xml.rels":
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="file:///etc/passwd" TargetMode="External"/></Relationships>',
        },
      }),
      "a.docm",
    );
    expect(source).toMatchObject({ text: "thực hiện\n", encoding: "utf-8+tcvn3" });
    expect(source.notes.map((note) => note.code).sort()).toEqual([
      "EMBEDDED_FILES",
      "EXTERNAL_LINKS",
      "HIDDEN_TEXT",
      "MACROS",
      "TRACKED_CHANGES",
    ]);
  });

  test.each([
    ["in the text", docxOf({ body: p("TỈNH ỦY A") + p("TỐI MẬT") })],
    [
      "in a watermark",
      docxOf({
        body: p("TỈNH ỦY A"),
        parts: {
          "word/header1.xml": `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"><w:p><w:r><w:pict><v:shape><v:textpath string="MẬT"/></v:shape></w:pict></w:r></w:p></w:hdr>`,
        },
      }),
    ],
    [
      "in a header",
      docxOf({
        body: p("TỈNH ỦY A"),
        parts: {
          "word/header1.xml": `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${p("MẬT")}</w:hdr>`,
        },
      }),
    ],
  ])("refuses a secrecy stamp %s", async (_where, bytes) => {
    expect(await failure(bytes)).toMatchObject({ code: "SECRET" });
  });

  const good = docxOf({ body: p("A") });
  const inner = "<w:p xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/>";
  test.each<[string, Uint8Array, string, RegExp]>([
    ["a bomb", docxOf({ body: p(" ".repeat(60_000_000)) }), "UNSAFE", /200 times/u],
    [
      "a part that is too large",
      docxOf({ body: "", parts: { "word/media/a.bin": Buffer.alloc(70_000_000) } }),
      "UNSAFE",
      /64 MB/u,
    ],
    [
      "a zip that lies about its sizes",
      docxOf({ body: p("A".repeat(50_000)) }, { claimedSize: 100 }),
      "DAMAGED",
      /too many bytes/u,
    ],
    ["a zip in a zip", zipOf({ "a.docx": good }), "UNSUPPORTED_FORMAT", /unpack/u],
    ["a path that leads outside", docxOf({ body: p("A"), parts: { "../../etc/cron.d/x": "x" } }), "UNSAFE", /\.\./u],
    [
      "a DOCTYPE",
      docxOf({
        body: "",
        parts: {
          "word/document.xml": `<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>${inner}`,
        },
      }),
      "UNSAFE",
      /DOCTYPE/u,
    ],
    ["XML that is none", docxOf({ body: "<w:p>" }), "DAMAGED", /damaged/u],
    [
      "XML that is not UTF-8",
      docxOf({ body: "", parts: { "word/document.xml": Buffer.from([0x3c, 0xff, 0xfe, 0x3e]) } }),
      "DAMAGED",
      /damaged/u,
    ],
    ["XML that nests too deep", docxOf({ body: "<w:sdt>".repeat(100_000) }), "TOO_DEEP", /512/u],
    ["a cut file", good.subarray(0, good.length - 100), "DAMAGED", /damaged/u],
    [
      "a spreadsheet",
      zipOf({ "[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<a/>" }),
      "UNSUPPORTED_FORMAT",
      /another kind/u,
    ],
    ["a package without a document", zipOf({ "a.xml": "<a/>" }), "UNSUPPORTED_FORMAT", /document\.xml/u],
    [
      "a locked file",
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        Buffer.from("EncryptedPackage", "utf16le"),
      ]),
      "ENCRYPTED",
      /password/u,
    ],
  ])("refuses %s at once, and reads the next file", async (_what, bytes, code, words) => {
    const start = performance.now();
    const error = await failure(bytes, "xấu.docx");
    expect(performance.now() - start).toBeLessThan(1_500);
    expect(error).toMatchObject({ code });
    expect(error.message).toMatch(words);
    expect(error.message).toContain("xấu.docx");
    await expect(readSource(good, "a.docx")).resolves.toMatchObject({ text: "A\n" });
  });

  test("survives cells that claim to cover everything", async () => {
    const wide = table([Array.from({ length: 200 }, () => [p("a"), '<w:gridSpan w:val="999999999"/>'] as const)]);
    expect(await read({ body: wide })).toContain("| a |");
  });

  test("finds the text where the package says it is", async () => {
    const moved = zipOf({
      "[Content_Types].xml":
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document2.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      "word/document2.xml": `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${p("A")}</w:body></w:document>`,
    });
    await expect(readSource(moved, "không tên")).resolves.toMatchObject({ text: "A\n", format: "docx" });
  });
});
