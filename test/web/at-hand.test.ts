import { describe, expect, test } from "vitest";
import { canBrowse, givenSite, settled } from "./pages.ts";

const PLAN = "/documents/vn/an-giang/tu/kh/2024/177";
const LATER_PLAN = "/documents/vn/an-giang/ubnd/kh/~/~70e9dd3f";

describe.runIf(canBrowse())("the pages at hand", () => {
  const site = givenSite();

  test("one key switches the language, another the theme, and the address keeps the language", async () => {
    const { page, to } = await site.open();
    await to("/gaps?lang=vi&theme=light");
    expect(await page.locator("h1").textContent()).toBe("Khoảng trống");
    await page.locator("main").focus();
    await page.keyboard.press("l");
    expect(await page.locator("h1").textContent()).toBe("Gaps");
    expect(page.url()).toContain("lang=en");
    expect(await page.evaluate("document.documentElement.lang")).toBe("en");
    await page.keyboard.press("t");
    expect(await page.evaluate("document.documentElement.dataset.theme")).toBe("dark");
  });

  test("the matrix: arrows move between cells, a group opens to its members, a role filters, one agency sorts", async () => {
    const { page, to } = await site.open();
    await to(`${LATER_PLAN}?tab=matrix&lang=en`);
    const columns = await page.locator("th.agency").count();
    await page.locator(".matrix td.has a").first().focus();
    const before = await page.evaluate("document.activeElement.dataset.cell");
    await page.keyboard.press("ArrowDown");
    expect(await page.evaluate("document.activeElement.dataset.cell")).not.toBe(before);
    await page.locator("button.expand").first().click();
    await page.locator("th.is-member").first().waitFor();
    expect(await page.locator("th.agency").count()).toBeGreaterThan(columns);
    await page.locator("select").first().selectOption("COOPERATES");
    await settled(page);
    expect(await page.locator("td.role-LEADS").count()).toBe(0);
    expect(page.url()).toContain("role=COOPERATES");
    expect(page.url()).toContain("open=");
  });

  test("tables sort and filter, and a reload shows the same", async () => {
    const { page, to } = await site.open();
    await to(`${PLAN}?tab=tasks&lang=vi`);
    await page.locator(".filter input").fill("khoa hoc");
    await page.locator("th button", { hasText: "#" }).click();
    await page.locator("th button", { hasText: "#" }).click();
    const rows = await page.locator("table.data tbody tr").allTextContents();
    await page.reload();
    await settled(page);
    expect(await page.locator("table.data tbody tr").allTextContents()).toEqual(rows);
    expect(page.url()).toContain("sort=-ordinal");
  });

  test("a lineage shows the tasks of a plan on request", async () => {
    const { page, to } = await site.open();
    await to(`${PLAN}?lang=en&tasks=vn/an-giang/tu/kh/2024/177`);
    expect(await page.locator(".task-box a").count()).toBe(28);
  });

  test("GraphiQL runs offline with the analysts' queries as tabs", async () => {
    const { page, to, outside, complaints } = await site.open();
    await to("/ide");
    await page.locator(".graphiql-tab").first().waitFor();
    expect(await page.locator(".graphiql-tab").count()).toBeGreaterThan(10);
    await page.locator(".graphiql-execute-button").click();
    await page.locator(".result-window", { hasText: "data" }).waitFor();
    expect([outside, complaints]).toEqual([[], []]);
  });

  test("a server that is gone is told, with what to do", async () => {
    const { page, to } = await site.open();
    await to("/help?lang=en");
    await page.route("**/graphql", (route) => route.abort());
    await page.locator("nav a", { hasText: "Gaps" }).click();
    await page.locator(".notice.bad", { hasText: "mandate serve" }).waitFor();
    await page.unroute("**/graphql");
    await page.locator(".notice.bad button").click();
    await page.locator("table.data").waitFor();
  });
});
