import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { launch } from "./browser.ts";

// `npx tsx tools/web/screenshots.ts http://127.0.0.1:4000 DIR [NAME…]`: every page in both themes and languages, wide and narrow, to be looked at.

const PLAN = "/documents/vn/an-giang/tu/kh/2024/177";
const OFFICE = "/agencies/vn/an-giang/so-khoa-hoc-va-cong-nghe";
export const PAGES: Readonly<Record<string, string>> = {
  home: "/",
  search: "/?q=cong nghe sinh hoc",
  documents: "/documents",
  lineage: PLAN,
  "lineage-kl": "/documents/vn/tw/kl/2024/69",
  link: `${PLAN}?link=vn/an-giang/tu/kh/2024/177 IMPLEMENTS vn/tw/kl/2024/69`,
  tasks: `${PLAN}?tab=tasks`,
  matrix: `${PLAN}?tab=matrix`,
  "document-reporting": `${PLAN}?tab=reporting`,
  recipients: `${PLAN}?tab=recipients`,
  reader: `${PLAN}?tab=reader`,
  targets: "/documents/vn/hau-giang/tu/ctr/~/~41d0cc4b?tab=targets",
  agencies: "/agencies",
  agency: OFFICE,
  "agency-today": `${OFFICE}?asof=2026-11-24`,
  "agency-due": `${OFFICE}?tab=due&from=2024-06-01`,
  "agency-with": `${OFFICE}?tab=with`,
  "agency-reporting": `${OFFICE}?tab=reporting`,
  gaps: "/gaps",
  calendar: "/calendar?from=2024-06-01",
  help: "/help",
};

const [base = "http://127.0.0.1:4000", folder = "screenshots", ...names] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const browser = await launch();
for (const [theme, lang, width] of [
  ["light", "vi", 1440],
  ["dark", "en", 1440],
  ["light", "en", 360],
] as const) {
  const context = await browser.newContext({ viewport: { width, height: width < 500 ? 780 : 900 } });
  const page = await context.newPage();
  for (const [name, path] of Object.entries(PAGES)) {
    if (names.length > 0 && !names.includes(name)) continue;
    await page.goto(`${base}${path}${path.includes("?") ? "&" : "?"}lang=${lang}&theme=${theme}`);
    await page.waitForLoadState("networkidle");
    await page.waitForTimeout(150);
    await page.screenshot({ path: join(folder, `${name}-${theme}-${lang}-${String(width)}.png`) });
  }
  await context.close();
}
await browser.close();
