import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { canBrowse, givenSite, settled, taken } from "./pages.ts";

const PLAN = "/documents/vn/an-giang/tu/kh/2024/177";
const OFFICE = "/agencies/vn/an-giang/so-khoa-hoc-va-cong-nghe";

describe.runIf(canBrowse())("what is taken away", () => {
  const site = givenSite();

  test("a spreadsheet of a table, made by code that is fetched only then", async () => {
    const { page, to } = await site.open();
    const scripts: string[] = [];
    page.on("request", (request) => scripts.push(request.url()));
    await to(`${PLAN}?tab=tasks&lang=en`);
    const before = scripts.filter((url) => url.includes("/part-")).length;
    const { name, bytes } = await taken(page, "Excel");
    expect(name).toMatch(/\.xlsx$/u);
    const files = unzipSync(bytes);
    const sheet = strFromU8(files["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    expect(sheet.match(/<row /gu)).toHaveLength(29);
    expect(sheet).toContain("gạch đầu dòng 1, khoản 1, Mục II");
    expect(scripts.filter((url) => url.includes("/part-")).length).toBeGreaterThan(before);
  });

  test("a picture and Mermaid of a lineage", async () => {
    const { page, to } = await site.open();
    await to(`${PLAN}?lang=en`);
    const picture = (await taken(page, "SVG")).bytes.toString("utf8");
    expect(picture).toMatch(/^<\?xml[^]*<svg[^]*Kế hoạch 177-KH\/TU An Giang[^]*<\/svg>\s*$/u);
    const mermaid = (await taken(page, "Mermaid")).bytes.toString("utf8");
    expect(mermaid).toMatch(/^flowchart BT\n/u);
    expect(mermaid).toContain('"Kế hoạch 177-KH/TU An Giang"');
    expect(mermaid).toMatch(/d\d+ -->\|carries out\| d\d+/u);
  });

  test("a calendar of an agency's obligations", async () => {
    const { page, to } = await site.open();
    await to(`${OFFICE}?tab=due&from=2024-06-01&lang=vi`);
    const { name, bytes } = await taken(page, ".ics");
    expect(name).toMatch(/\.ics$/u);
    const lines = bytes.toString("utf8").split("\r\n");
    expect(lines.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(
      await page.locator("table.data tbody tr").count(),
    );
    expect(lines).toContain("DTSTART;VALUE=DATE:20241115");
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });

  test("a task as people cite it", async () => {
    const { page, context, to } = await site.open();
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await to(`${PLAN}?tab=tasks&lang=vi`);
    await page.locator(".task-link").first().click();
    await settled(page);
    await page.locator("aside.panel button", { hasText: "Chép trích dẫn" }).click();
    const copied = await page.evaluate("navigator.clipboard.readText()");
    expect(copied).toBe("gạch đầu dòng 1, khoản 1, Mục II Kế hoạch 177-KH/TU An Giang");
  });
});
