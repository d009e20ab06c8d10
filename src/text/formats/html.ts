import { Parser } from "htmlparser2";
import { SourceError, type SourceNote } from "../read-error.ts";
import { renderBlocks } from "./blocks.ts";
import { formatNumber, type NumberFormat } from "./number-format.ts";
import { fontEncoding, type LegacyFont } from "./legacy-font.ts";
import { HtmlWriter } from "./html-writer.ts";

/** Deeper than any document nests; below it the parser's time grows with the square of the depth. */
const DEEPEST = 512;

const SKIPPED: ReadonlySet<string> = new Set(
  "script style template head title noscript iframe object embed svg math canvas audio video select option datalist textarea button map".split(
    " ",
  ),
);
const APART: ReadonlySet<string> = new Set(
  "p h1 h2 h3 h4 h5 h6 blockquote pre ul ol dl table hr form article section".split(" "),
);
const BELOW: ReadonlySet<string> = new Set(
  "div li dt dd center address header footer main nav aside figure figcaption fieldset legend details summary caption tr td th thead tbody tfoot body html".split(
    " ",
  ),
);

const HTML_FORMATS: Readonly<Record<string, NumberFormat>> = {
  a: "lowerLetter",
  A: "upperLetter",
  i: "lowerRoman",
  I: "upperRoman",
};

interface Open {
  readonly name: string;
  readonly hidden: boolean;
  readonly font: LegacyFont;
}

interface List {
  readonly kind: string;
  next: number;
}

export interface HtmlText {
  readonly text: string;
  readonly notes: readonly SourceNote[];
  readonly converted: ReadonlySet<LegacyFont>;
}

/** The visible text of an html page: block elements as lines, tables as pipe tables, entities decoded. Throws `TOO_DEEP`. */
export function readHtml(html: string, name: string): HtmlText {
  const writer = new HtmlWriter();
  const open: Open[] = [];
  const lists: List[] = [];
  let hiddenLetters = 0;
  const parser = new Parser({
    onopentag(tag, attributes) {
      const above = open.at(-1);
      if (open.length >= DEEPEST)
        throw new SourceError(
          "TOO_DEEP",
          `${name} nests more than ${DEEPEST} elements: save its text as .txt or .docx`,
        );
      const unseen = isHidden(attributes);
      const hidden = above?.hidden === true || unseen || SKIPPED.has(tag);
      open.push({ name: tag, hidden, font: fontOf(attributes) ?? above?.font ?? null });
      if (hidden) return;
      if (tag === "br") writer.lineBreak();
      else if (tag === "table") writer.openTable(isBordered(attributes));
      else if (tag === "tr") writer.openRow();
      else if (tag === "td" || tag === "th")
        writer.openCell(
          span(attributes["colspan"]),
          span(attributes["rowspan"]),
          tag === "th" || isBordered(attributes),
        );
      else if (APART.has(tag)) writer.boundary(true);
      else if (BELOW.has(tag)) writer.boundary(false);
      if (tag === "ol" || tag === "ul")
        lists.push({ kind: tag === "ul" ? "-" : (attributes["type"] ?? "1"), next: Number(attributes["start"] ?? 1) });
      if (tag === "li") writer.label(listLabel(lists.at(-1), attributes["value"]));
    },
    ontext(text) {
      const top = open.at(-1);
      if (top?.hidden === true) {
        if (!SKIPPED.has(top.name)) hiddenLetters += text.trim().length;
        return;
      }
      writer.text(text, top?.font ?? null, top?.name === "pre");
    },
    onclosetag(tag) {
      const closed = open.pop();
      if (closed?.hidden !== false) return;
      if (tag === "ol" || tag === "ul") lists.pop();
      if (tag === "td" || tag === "th") writer.closeCell();
      else if (tag === "tr") writer.closeRow();
      else if (tag === "table") writer.closeTable();
      else if (APART.has(tag)) writer.boundary(true);
      else if (BELOW.has(tag)) writer.boundary(false);
    },
  });
  parser.write(html);
  parser.end();
  const notes: readonly SourceNote[] =
    hiddenLetters === 0
      ? []
      : [{ code: "HIDDEN_TEXT", message: `${hiddenLetters} letters that the page hides were left out` }];
  return { text: renderBlocks(writer.finish()), notes, converted: writer.fonts.converted };
}

function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  if ("hidden" in attributes) return true;
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)/iu.test(
    attributes["style"] ?? "",
  );
}

function isBordered(attributes: Readonly<Record<string, string>>): boolean {
  const border = attributes["border"];
  if (border !== undefined) return border !== "0";
  return /\bborder(?:-(?:top|right|bottom|left|style|width|color))?\s*:\s*(?!none|0|medium none)/iu.test(
    attributes["style"] ?? "",
  );
}

function fontOf(attributes: Readonly<Record<string, string>>): LegacyFont | undefined {
  const family = attributes["face"] ?? /font-family\s*:\s*([^;]+)/iu.exec(attributes["style"] ?? "")?.[1];
  return family === undefined ? undefined : fontEncoding(family.replace(/["']/gu, "").trim());
}

function span(value: string | undefined): number {
  const count = Number(value ?? 1);
  return Number.isInteger(count) && count >= 1 ? Math.min(count, 200) : 1;
}

function listLabel(list: List | undefined, value: string | undefined): string {
  if (list === undefined || list.kind === "-") return "-";
  if (value !== undefined && /^\d{1,6}$/u.test(value)) list.next = Number(value);
  const number = list.next;
  list.next += 1;
  return `${formatNumber(number, HTML_FORMATS[list.kind] ?? "decimal")}.`;
}
