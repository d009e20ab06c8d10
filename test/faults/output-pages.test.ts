import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { canBrowse, givenSite, settled, taken } from "../web/pages.ts";
import { EVERYTHING, EVIL, EVIL_BODY, EVIL_PLAN, evilFile } from "./evil-facts.ts";

const PLAN = `/documents/${EVIL_PLAN}`;
const BODY = `/agencies/${EVIL_BODY}`;

describe.runIf(canBrowse())("pages of names that are made to be taken for markup", () => {
  const site = givenSite({ more: evilFile });

  test.each([
    PLAN,
    `${PLAN}?tab=tasks`,
    `${PLAN}?tab=matrix`,
    `${PLAN}?tab=reporting`,
    `${PLAN}?tab=gaps`,
    BODY,
    `${BODY}?tab=due&from=2024-01-01`,
    `${BODY}?tab=with`,
    `${BODY}?tab=reporting`,
    `/?q=${encodeURIComponent(EVERYTHING)}`,
    `/documents/${encodeURIComponent(EVIL[0])}`,
    "/documents",
    "/agencies",
    "/gaps",
  ])("show them as words: page %#", async (path) => {
    const { page, to, outside, complaints } = await site.open();
    page.on("dialog", (dialog) => void dialog.dismiss());
    await to(path);
    expect(await page.title()).not.toBe("taken");
    expect(await page.locator("main script, main img, main iframe, a[href^='javascript:' i]").count()).toBe(0);
    expect([outside, complaints]).toEqual([[], []]);
  });

  test("name their bodies by the very words", async () => {
    const { page, to } = await site.open();
    await to(BODY);
    expect(await page.locator("h1").textContent()).toContain(EVIL[0]);
  });

  test("run no script that stands in them: the policy of the server forbids it", async () => {
    const { page, to } = await site.open();
    await to(PLAN);
    await page.evaluate(
      "document.body.append(Object.assign(document.createElement('script'), { textContent: 'document.title = \"taken\"' }))",
    );
    expect(await page.title()).not.toBe("taken");
  });

  test("are drawn as a picture that is XML, and as Mermaid that is a drawing", async () => {
    const { page, to } = await site.open();
    await to(`${PLAN}?lang=en`);
    await settled(page);
    const picture = (await taken(page, "SVG")).bytes.toString("utf8");
    const parser = new SaxesParser({ xmlns: true });
    const names = new Set<string>();
    parser.on("opentag", ({ local }) => names.add(local));
    parser.write(picture).close();
    expect([...names].filter((name) => /script|img|foreignObject/u.test(name))).toEqual([]);
    expect(picture).not.toMatch(/[^\P{Cc}\n\r\t]|\p{Bidi_Control}/u);

    const mermaid = (await taken(page, "Mermaid")).bytes.toString("utf8");
    for (const line of mermaid.trim().split("\n").slice(1, -1))
      expect(line).toMatch(/^ {2}d\d+(?:\["[^"<>`]*"\](?::::cited)?| (?:-->|-\.->)\|[a-z ]+\| d\d+)$/u);
  });
});
