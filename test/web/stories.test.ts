import { describe, expect, test } from "vitest";
import { ask } from "../support/command.ts";
import { canBrowse, givenSite, settled, taken } from "./pages.ts";
import { parseCsv } from "./parse-csv.ts";

const OFFICE = "vn/an-giang/so-khoa-hoc-va-cong-nghe";

describe.runIf(canBrowse())("the stories of analysts", () => {
  const site = givenSite({ texts: true });

  test("from “KL 69” to the sentence in An Giang's plan that proves a hop", async () => {
    const { page, to, outside, complaints } = await site.open();
    await to("/?lang=vi");
    await page.locator("input[type=search]").fill("KL 69");
    await page.locator(".hits a", { hasText: "Kết luận 69-KL/TW" }).first().click();
    await settled(page);
    expect(await page.locator("h1").textContent()).toBe("Kết luận 69-KL/TW");
    expect(await page.locator(".page-head .held-mark").textContent()).toContain("Chỉ được viện dẫn");

    const hop = page.locator('a.edge[data-link="vn/an-giang/tu/kh/2024/177 IMPLEMENTS vn/tw/kl/2024/69"]');
    await hop.focus();
    await page.keyboard.press("Enter");
    const panel = page.locator("aside.panel");
    await panel.waitFor();
    expect(await panel.locator(".quotation").first().textContent()).toMatch(/69/u);

    await panel.locator(".evidence-list .place a").nth(1).click();
    await settled(page);
    expect(await page.locator("h1").textContent()).toBe("Kế hoạch 177-KH/TU An Giang");
    if (site.hasTexts) {
      const proof = page.locator(".reader .is-here");
      expect(await proof.first().textContent()).toContain("Kết luận số 69-KL/TW");
      expect(await page.locator(".reader .text").textContent()).toContain(
        "Thực hiện Kết luận số 69-KL/TW ngày 11/01/2024",
      );
      expect(await page.locator(".facts-here").textContent()).toContain("Kết luận 69-KL/TW");
    } else {
      expect(await page.locator(".notice").textContent()).toContain("mandate ingest");
    }
    expect([outside, complaints]).toEqual([[], []]);
  });

  test("from “Sở KH&CN An Giang” to its tasks, filtered, exported as CSV, equal to GraphQL's answer", async () => {
    const { page, to, outside, complaints } = await site.open();
    await to("/?lang=en");
    await page.locator("input[type=search]").fill("Sở KH&CN An Giang");
    await page.locator(".hits a", { hasText: "Sở Khoa học và Công nghệ" }).first().click();
    await settled(page);
    expect(page.url()).toContain(`/agencies/${OFFICE}`);
    await page.locator(".role-counts li", { hasText: "leads" }).locator(".vias a", { hasText: "named" }).click();
    expect(page.url()).toContain("role=LEADS");
    expect(page.url()).toContain("via=NAMED");

    const { name, bytes } = await taken(page, "CSV");
    expect(name).toMatch(/\.csv$/u);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head = [], ...rows] = parseCsv(bytes.toString("utf8").slice(1));
    const answer = await ask(
      `${site.base}/graphql`,
      `{ responsibilities(agency: "${OFFICE}", where: { roles: [LEADS], via: [NAMED] }, first: 1000) { totalCount items { task { id } document { name } others { agency { name } } } } }`,
    );
    const { totalCount, items } = (answer.data as { responsibilities: Responsibilities }).responsibilities;
    expect(rows.map((row) => row[head.indexOf("id")])).toEqual(items.map(({ task }) => task.id));
    expect(rows.map((row) => row[head.indexOf("Document")])).toEqual(items.map(({ document }) => document.name));
    expect(rows).toHaveLength(totalCount);
    expect(await page.locator("table.data tbody tr").count()).toBe(totalCount);
    expect([outside, complaints]).toEqual([[], []]);
  });

  test("from the gaps page to a task nobody leads", async () => {
    const { page, to, outside, complaints } = await site.open();
    await to("/gaps?lang=en");
    await page.locator(".role-counts a", { hasText: "Nobody leads" }).click();
    await settled(page);
    expect(page.url()).toContain("kind=NO_LEAD");
    const kinds = await page.locator(".gap-kind").allTextContents();
    expect(new Set(kinds)).toEqual(new Set(["Nobody leads"]));
    await page.locator("table.data .task-link").first().click();
    await settled(page);
    const panel = page.locator("aside.panel");
    expect(await panel.locator("h3").allTextContents()).not.toContain("leads");
    if (site.hasTexts) expect(await panel.locator(".quotation").first().textContent()).not.toBe("");
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });
    expect([outside, complaints]).toEqual([[], []]);
  });
});

interface Responsibilities {
  readonly totalCount: number;
  readonly items: readonly {
    readonly task: { readonly id: string };
    readonly document: { readonly name: string };
  }[];
}
