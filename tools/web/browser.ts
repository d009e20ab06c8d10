import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

/** Where Debian's Chromium is; CHROMIUM names another one. */
export const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

export function hasChromium(): boolean {
  return existsSync(CHROMIUM);
}

/** A real browser without a window. In a container it runs as root, where its sandbox cannot. */
export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
}
