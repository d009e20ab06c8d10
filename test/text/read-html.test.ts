import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readSource } from "../../src/text/read-source.ts";
import { NURSING_DECISION } from "../fixtures/documents.ts";
import { labeller } from "../fixtures/render.ts";

async function read(html: string): Promise<string> {
  return (await readSource(Buffer.from(html), "trang.html")).text;
}

describe("html", () => {
  test.each([
    [
      "blocks as lines",
      "<h1>KẾ HOẠCH</h1><div>A</div><div>B <b>đậm</b></div><p>C<br>D</p>",
      "KẾ HOẠCH\n\nA\nB đậm\n\nC\nD\n",
    ],
    [
      "entities decoded",
      "<p>Ho&agrave;&nbsp;B&igrave;nh &lt;1&gt; &#7871;&#x1EBF; &amp;amp;</p>",
      "Hoà\u00a0Bình <1> ếế &amp;\n",
    ],
    [
      "no script, style, template or title",
      "<title>X</title><style>p{}</style><script>var a='Sở giả';</script><template>T</template><noscript>N</noscript><p>Đúng</p>",
      "Đúng\n",
    ],
    [
      "nothing hidden",
      "<p hidden>1</p><p style='color:red; display : none'>2<b>3</b></p><span style='visibility:hidden'>4</span><p>5</p>",
      "5\n",
    ],
    [
      "list labels",
      "<ol type='I'><li>A<ol type='a' start='3'><li>B</li></ol></li><li>C</li></ol><ul><li><p>D</p></li></ul>",
      "I. A\n\nc. B\n\nII. C\n\n- D\n",
    ],
    [
      "a table",
      "<table border=1><tr><th>STT</th><th>Việc | gì</th></tr><tr><td>1</td><td><p>Sở A</p><p>Sở B</p></td></tr></table>",
      "| STT | Việc \\| gì |\n|---|---|\n| 1 | Sở A<br>Sở B |\n",
    ],
    [
      "merged cells once",
      "<table border=1><tr><td rowspan=2>a</td><td colspan=2>b</td></tr><tr><td>c</td><td>d</td></tr><tr><td>e</td><td>f</td><td>g</td></tr></table>",
      "| a | b |  |\n|---|---|---|\n|  | c | d |\n| e | f | g |\n",
    ],
    [
      "a letterhead as lines",
      "<table><tr><td>UBND TỈNH A<br>Số: 1/KH-UBND</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</td></tr></table><p>KẾ HOẠCH</p>",
      "UBND TỈNH A\nSố: 1/KH-UBND\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nKẾ HOẠCH\n",
    ],
    [
      "tables in cells",
      "<table border=1><tr><td>a<table><tr><td>x</td><td>y</td></tr></table></td><td>b</td></tr></table>",
      "| a<br>x y | b |\n|---|---|\n",
    ],
    [
      "legacy fonts",
      "<p><font face='.VnTimeH'>kÕ ho¹ch</font> <span style=\"font-family:'.VnTime'\">thùc hiÖn</span> <span style='font-family: VNI-Times'>quyeát ñònh</span></p>",
      "KẾ HOẠCH thực hiện quyết định\n",
    ],
    ["what is left open", "<div><p>A<div>B<table><tr><td>c<td>d", "A\n\nB\n\n| c | d |\n|---|---|\n"],
    ["no unclosed comment", "<p>A</p><!-- Sở X chủ trì", "A\n"],
  ])("gives %s", async (_what, html, text) => {
    expect(await read(html)).toBe(text);
  });

  test("gives an invented decision as it is printed", async () => {
    const page = readFileSync(new URL(`../../examples/documents/${NURSING_DECISION.name}.html`, import.meta.url));
    const { text, notes } = await readSource(page, "quyết định.html");
    const label = labeller();
    for (const block of NURSING_DECISION.blocks) expect(text).toContain(`\n\n${label(block)}\n`);
    expect(text).toMatch(/^ỦY BAN NHÂN DÂN\nTỈNH NAM ĐỊNH\nSố: 1386\/QĐ-UBND\n\nCỘNG HÒA/u);
    expect(text).toContain(
      `Nơi nhận:\n${NURSING_DECISION.recipients.map((each) => `- ${each}`).join("\n")}\n\nKT. CHỦ TỊCH\n`,
    );
    expect(text).not.toContain("Giả định");
    expect(notes).toEqual([]);
  });

  test("is known by its first bytes, whatever its name", async () => {
    await expect(readSource(Buffer.from("\n<!DOCTYPE html><p>A"), "a.txt")).resolves.toMatchObject({
      format: "html",
      text: "A\n",
    });
  });

  test("in Windows-1252 is read where the page says so", async () => {
    const page = Buffer.from(
      "<meta charset=windows-1252><p>S\u1edf A \u2013 \u201cB\u201d"
        .replace("\u1edf", "&#7903;")
        .replace(
          /[\u2013\u201c\u201d]/gu,
          (sign) => ({ "\u2013": "\u0096", "\u201c": "\u0093", "\u201d": "\u0094" })[sign] ?? "",
        ),
      "latin1",
    );
    await expect(readSource(page, "a.html")).resolves.toMatchObject({ text: "Sở A – “B”\n", encoding: "windows-1252" });
  });

  test("tells of what the page hides", async () => {
    const source = await readSource(Buffer.from("<p>A<p style='display:none'>bốn chữ"), "a.html");
    expect(source.notes.map((note) => note.code)).toEqual(["HIDDEN_TEXT"]);
  });

  test.each([
    ["200,000 nested elements", "<div>".repeat(200_000)],
    ["nested tables", "<table><tr><td>".repeat(60_000)],
  ])("refuses %s at once", async (_what, html) => {
    const start = performance.now();
    await expect(read(html)).rejects.toMatchObject({ code: "TOO_DEEP" });
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  test.each([
    [
      "cells that claim to cover everything",
      `<table border=1>${"<tr>" + "<td rowspan=9999 colspan=9999>a</td>".repeat(100)}`.repeat(20),
    ],
    ["200,000 cells in a row", `<table border=1><tr>${"<td>a</td>".repeat(200_000)}</tr><tr><td>b</table>`],
    ["200,000 open paragraphs", "<p>a".repeat(200_000)],
    ["an attribute without end", `<p title="${"a".repeat(3_000_000)}`],
    ["200,000 lines", "a<br>".repeat(200_000)],
  ])("survives %s", async (_what, html) => {
    const start = performance.now();
    expect(await read(html)).toBeTypeOf("string");
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});
