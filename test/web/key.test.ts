import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { keyLine, newKey } from "../../src/api/access/keys.ts";
import { canBrowse, givenSite, settled } from "./pages.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const file = join(mkdtempSync(join(tmpdir(), "mandate-key-")), "keys");
const key = newKey();
writeFileSync(file, keyLine("reader", "lan", key));

describe.runIf(canBrowse())("pages where a key is needed", () => {
  const site = givenSite({ settings: { MANDATE_KEYS: file } });

  test.each([
    ["vi", "Cần có khóa để đọc", "Máy chủ không chấp nhận khóa này", "Bỏ khóa"],
    ["en", "A key is needed to read here", "The server does not take this key", "Forget the key"],
  ])(
    "ask for it (%s), say when it is not taken, and show what was asked for once it is",
    async (lang, title, bad, forget) => {
      const { page, to } = await site.open();
      await to(`/documents/vn/an-giang/tu/kh/2024/177?lang=${lang}`);
      expect(await page.locator("h1").allTextContents()).toEqual([title]);
      await page.evaluate(axe);
      expect(await page.evaluate("axe.run(document).then(({ violations }) => violations.map(({ id }) => id))")).toEqual(
        [],
      );

      await page.locator("#key").fill("mistyped");
      await page.keyboard.press("Enter");
      await page.locator("[role=alert]", { hasText: bad }).waitFor();
      await page.locator("#key").fill(key);
      await page.keyboard.press("Enter");
      await page.locator("h1", { hasText: "177" }).waitFor();
      await page.reload();
      await settled(page);
      expect(await page.locator("h1").textContent()).toContain("177");
      await page.locator("header button", { hasText: forget }).click();
      await page.locator("h1", { hasText: title }).waitFor();
    },
  );

  test("GraphiQL asks with the key of the pages", async () => {
    const { page, to } = await site.open();
    await to("/");
    await page.locator("#key").fill(key);
    await page.keyboard.press("Enter");
    await page.locator("main h1").waitFor();
    await to("/ide");
    await page.locator(".graphiql-execute-button").click();
    await page.locator(".result-window", { hasText: '"data"' }).waitFor();
  });
});
