import { rm } from "node:fs/promises";
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { CHROMIUM, hasChromium, launch } from "../../tools/web/browser.ts";
import { mandate, serving, type Serving, storePath } from "../support/command.ts";
import { isRequired, notRun } from "../support/required.ts";
import { textsFolder } from "../support/texts.ts";

/** Whether these tests can run here; it says so loudly where they cannot, and fails where they must. */
export function canBrowse(): boolean {
  if (hasChromium()) return true;
  notRun("chromium", `there is none at ${CHROMIUM} (apt-get install chromium)`);
  return isRequired("chromium");
}

export interface Site {
  readonly base: string;
  readonly hasTexts: boolean;
  /** A page of its own context; what it asks for and complains of is kept. */
  open(options?: { readonly width?: number; readonly height?: number }): Promise<Visit>;
}
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Addresses that it asked for outside this machine's server. */
  readonly outside: readonly string[];
  /** Errors of the console and of scripts. */
  readonly complaints: readonly string[];
  readonly to: (path: string) => Promise<void>;
}

/** What a site of tests is to have. */
interface Wanted {
  readonly texts?: boolean;
  /** More facts to load: a folder. */
  readonly more?: () => Promise<string>;
  readonly settings?: Readonly<Record<string, string>>;
}

/** The shipped corpus (with its texts where they are at hand), served as users start it, and a browser, for a whole file of tests. */
export function givenSite({ texts: wantsTexts = false, more, settings = {} }: Wanted = {}): Site {
  let server: Serving | undefined;
  let browser: Browser | undefined;
  let store = "";
  let hasTexts = false;
  beforeAll(async () => {
    store = await storePath();
    const env = { MANDATE_STORE: store, ...settings };
    await mandate(["load"], env);
    if (more !== undefined) await mandate(["load", await more()], env);
    const texts = wantsTexts ? textsFolder() : null;
    if (texts !== null) {
      const files = readdirSync(texts).filter((name) => name.endsWith(".txt"));
      const ran = await mandate(["ingest", ...files.map((name) => join(texts, name))], env);
      hasTexts = ran.code === 0;
    }
    server = await serving([process.execPath, "bin/mandate.js", "serve", "--port", "0"], env);
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    if (store !== "") await rm(dirname(store), { recursive: true, force: true });
  });
  const base = (): string => new URL(server?.url ?? "http://127.0.0.1").origin;
  return {
    get base() {
      return base();
    },
    get hasTexts() {
      return hasTexts;
    },
    open: async ({ width = 1280, height = 800 } = {}) => {
      if (browser === undefined) throw new Error("the browser stands only while tests run");
      const context = await browser.newContext({ viewport: { width, height }, acceptDownloads: true });
      return visit(context, base());
    },
  };
}

async function visit(context: BrowserContext, base: string): Promise<Visit> {
  const page = await context.newPage();
  const outside: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(base) && !/^(?:data|blob):/u.test(request.url())) outside.push(request.url());
  });
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  const to = async (path: string): Promise<void> => {
    await page.goto(`${base}${path}`);
    await settled(page);
  };
  return { page, context, outside, complaints, to };
}

/** Waits until what was asked for is shown. */
export async function settled(page: Page): Promise<void> {
  if (new URL(page.url()).pathname === "/ide") return;
  await page.locator("main h1, main .notice").first().waitFor();
  while ((await page.locator(".loading, .stale").count()) > 0) await page.waitForTimeout(20);
}

/** The text of a file that a click hands to the reader. */
export async function taken(
  page: Page,
  label: string,
  menu = 0,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  await page.locator("details.export > summary").nth(menu).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator("details.export[open] .menu button", { hasText: label }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
}
