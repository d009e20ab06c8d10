import { performance } from "node:perf_hooks";
import Fastify from "fastify";
import type { Page } from "playwright-core";
import { bundlePages } from "../../src/web/server/bundle.ts";
import { servePages } from "../../src/web/server/serve-pages.ts";
import { launch } from "./browser.ts";
import { madeUp } from "./made-up.ts";

// `npm run bench:web`: how large the pages' code is, how long it takes to bundle, and how long the browser takes for as much as a page may get.

const begun = performance.now();
const bundle = await bundlePages();
const bundled = performance.now() - begun;
const kilobytes = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} kB`;
const first = [bundle.script, bundle.style].map((name) => bundle.files.get(name)?.gzipped.length ?? 0);
const all = [...bundle.files.values()].reduce((sum, { gzipped }) => sum + gzipped.length, 0);
console.log(`bundled in ${bundled.toFixed(0)} ms`);
console.log(
  `code and styles, compressed: ${kilobytes(first[0] ?? 0)} + ${kilobytes(first[1] ?? 0)}; with what is fetched late ${kilobytes(all)}`,
);

const made = madeUp({ documents: 400, tasks: 500, agencies: 60 });
const app = Fastify();
await servePages(app);
app.post<{ Body: { query: string } }>("/graphql", ({ body: { query } }) => {
  if (query.startsWith("query Lineage")) return { data: { lineage: made.lineage } };
  if (query.startsWith("query Matrix")) return { data: { matrix: made.matrix } };
  return { data: { documents: [made.head] } };
});
const base = await app.listen({ port: 0, host: "127.0.0.1" });
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });

await shown(page, "lineage of 400 documents", "", ".canvas a.node");
await timed("  zoom", async () => {
  await page.locator(".zoom button").last().click();
  await nextFrame(page);
});
await shown(page, "matrix of 500 × 60", "?tab=matrix", ".matrix td.has");
await timed("  scroll to the end", async () => {
  await page.evaluate("document.querySelector('.matrix-scroll').scrollTop = 1e6");
  await page.locator(".matrix tbody th", { hasText: "khoản 499" }).waitFor();
});
await timed("  sort by an agency", async () => {
  await page.locator("th.agency .head-name").nth(2).click();
  await nextFrame(page);
});
await timed("  filter by words", async () => {
  await page.locator(".filter input").first().fill("khoan 499");
  await page.locator(".count", { hasText: /^1 ×/u }).waitFor();
});
await browser.close();
await app.close();

async function shown(on: Page, what: string, query: string, selector: string): Promise<void> {
  await timed(what, async () => {
    await on.goto(`${base}/documents/vn/made-up/0${query}`);
    await on.locator(selector).first().waitFor();
    await nextFrame(on);
  });
  console.log(`  ${String(await on.locator("body *").count())} elements`);
}

async function timed(what: string, work: () => Promise<void>): Promise<void> {
  const from = performance.now();
  await work();
  console.log(`${what}: ${(performance.now() - from).toFixed(0)} ms`);
}

async function nextFrame(on: Page): Promise<void> {
  await on.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
}
