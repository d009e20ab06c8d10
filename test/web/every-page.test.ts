import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { canBrowse, givenSite } from "./pages.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PLAN = "/documents/vn/an-giang/tu/kh/2024/177";
const OFFICE = "/agencies/vn/an-giang/so-khoa-hoc-va-cong-nghe";
const PAGES = [
  "/",
  "/?q=cong nghe sinh hoc",
  "/?q=zzzz",
  "/documents",
  PLAN,
  `${PLAN}?link=vn/an-giang/tu/kh/2024/177 IMPLEMENTS vn/tw/kl/2024/69`,
  `${PLAN}?tasks=vn/an-giang/tu/kh/2024/177`,
  `${PLAN}?tab=tasks`,
  `${PLAN}?tab=matrix`,
  `${PLAN}?tab=reporting`,
  `${PLAN}?tab=gaps`,
  `${PLAN}?tab=recipients`,
  `${PLAN}?tab=reader`,
  "/documents/vn/hau-giang/tu/ctr/~/~41d0cc4b?tab=targets",
  "/documents/vn/khong/co",
  "/agencies",
  OFFICE,
  `${OFFICE}?asof=2026-01-01`,
  `${OFFICE}?tab=due&from=2024-06-01`,
  `${OFFICE}?tab=with`,
  `${OFFICE}?tab=reporting`,
  "/gaps",
  "/calendar?from=2024-06-01&to=2025-06-01",
  "/help",
] as const;

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly targets: readonly string[];
}

describe.runIf(canBrowse())("every page", () => {
  const site = givenSite({ texts: true });

  test.each([
    ["light", "vi"],
    ["dark", "en"],
    ["light", "en"],
    ["dark", "vi"],
  ])(
    "has nothing serious for axe, no error and no request that leaves the machine: %s, %s",
    async (theme, lang) => {
      const { page, to, outside, complaints } = await site.open();
      const found: Record<string, readonly Violation[]> = {};
      for (const path of PAGES) {
        await to(`${path}${path.includes("?") ? "&" : "?"}lang=${lang}&theme=${theme}`);
        await page.evaluate(axe);
        const violations = await page.evaluate<readonly Violation[]>(
          `axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations.map(({ id, impact, nodes }) => ({ id, impact, targets: nodes.slice(0, 3).map(({ target, failureSummary }) => target.join(" ") + " " + failureSummary.slice(0, 200)) })))`,
        );
        const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
        if (serious.length > 0) found[path] = serious;
      }
      expect(found).toEqual({});
      expect([outside, complaints]).toEqual([[], []]);
    },
    240_000,
  );

  test("fits 360 and 2,560 pixels without scrolling sideways", async () => {
    for (const width of [360, 2560]) {
      const { page, to } = await site.open({ width, height: 780 });
      for (const path of PAGES) {
        await to(path);
        const over = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
        expect(over, `${path} at ${String(width)}`).toBeLessThanOrEqual(0);
      }
    }
  }, 240_000);

  test("comes with a strict content security policy", async () => {
    for (const path of ["/", PLAN, "/gaps", "/ide"]) {
      const policy = (await fetch(`${site.base}${path}`)).headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'self'");
      expect(policy).not.toMatch(/unsafe-|\*|https?:/u);
    }
  });
});
