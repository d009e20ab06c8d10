import { SourceError, type SourceNote } from "../../read-error.ts";
import type { BinaryText } from "../binary-text.ts";
import { renderBlocks } from "../blocks.ts";
import { encodingWith, FontRuns, isUnicode } from "../legacy-font.ts";
import { pageMarks, type OperatorList, type PdfFont } from "./glyphs.ts";
import { withoutHeaders } from "./page-edges.ts";
import { pageItems, pagesToBlocks, type PageItem } from "./pages.ts";

const MOST_PAGES = 2_000;

/** What is used of pdf.js, whose own types ask for a browser. */
interface Library {
  readonly OPS: Readonly<Record<string, number>>;
  getDocument(options: Readonly<Record<string, unknown>>): { readonly promise: Promise<PdfDocument> };
}
interface PdfDocument {
  readonly numPages: number;
  getPage(number: number): Promise<PdfPage>;
  getAttachments(): Promise<Readonly<Record<string, unknown>> | null>;
  destroy(): Promise<void>;
}
interface PdfPage {
  readonly commonObjs: { has(id: string): boolean; get(id: string): unknown };
  getViewport(options: { readonly scale: number }): { readonly transform: readonly number[]; readonly height: number };
  getOperatorList(options: { readonly annotationMode: number }): Promise<OperatorList>;
  cleanup(): void;
}

/** The text of a PDF file as it is printed, line by line. Throws `ENCRYPTED`, `DAMAGED`, `TOO_LARGE` and, for scanned pages, `NO_TEXT_LAYER`. */
export async function readPdf(bytes: Uint8Array, name: string, load: () => Promise<unknown>): Promise<BinaryText> {
  standIn();
  const library = (await load()) as Library;
  const document = await openPdf(library, bytes, name);
  if (document.numPages > MOST_PAGES)
    throw new SourceError(
      "TOO_LARGE",
      `${name} has ${document.numPages} pages; at most ${MOST_PAGES} are read: split it`,
    );
  const fonts = new FontRuns();
  const pages: (readonly PageItem[])[] = [];
  const empty: number[] = [];
  let letters = 0;
  let rotated = "";
  let unreadable = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { transform, height } = page.getViewport({ scale: 1 });
    // 0 leaves annotations out: they are remarks on the page, not its words.
    const list = await page.getOperatorList({ annotationMode: 0 });
    const marks = pageMarks(list, library.OPS, transform, (id) =>
      page.commonObjs.has(id) ? (page.commonObjs.get(id) as PdfFont) : {},
    );
    page.cleanup();
    // A legacy font whose letters are mapped to Unicode is one by name only.
    if (marks.glyphs.some((glyph) => glyph.font !== null && isUnicode(glyph.text)))
      for (const glyph of marks.glyphs) glyph.font = null;
    letters += marks.glyphs.length;
    if (marks.rotated !== "") rotated += `${marks.rotated}\n`;
    unreadable += marks.unreadable;
    if (marks.glyphs.length === 0) empty.push(number);
    pages.push(pageItems(marks, height, fonts));
  }
  if (letters === 0 && unreadable === 0)
    throw new SourceError(
      "NO_TEXT_LAYER",
      `${name} has no text layer: it is scanned and needs OCR before it can be read`,
    );
  if (unreadable > letters)
    throw new SourceError(
      "NO_TEXT_LAYER",
      `${name} does not say which letters its fonts show: it needs OCR like a scanned file`,
    );
  const attached = Object.keys((await document.getAttachments()) ?? {});
  const body = withoutHeaders(pages);
  const text = renderBlocks(pagesToBlocks(body.pages));
  await document.destroy();
  return {
    text,
    encoding: encodingWith(fonts.converted),
    notes: [
      ...headerNotes(body.headers),
      ...attachmentNotes(attached),
      ...remarks(empty, pages.length, rotated.replace(/\s/gu, "").length, unreadable),
    ],
    furniture: [rotated, ...body.headers].join("\n"),
  };
}

/** pdf.js makes a matrix of the browser's as it is loaded, though nothing that only reads text uses one. */
function standIn(): void {
  const scope = globalThis as { DOMMatrix?: unknown; Path2D?: unknown; ImageData?: unknown };
  scope.DOMMatrix ??= Object;
  scope.Path2D ??= Object;
  scope.ImageData ??= Object;
}

async function openPdf(library: Library, bytes: Uint8Array, name: string): Promise<PdfDocument> {
  try {
    return await library.getDocument({
      data: new Uint8Array(bytes),
      verbosity: 0,
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      useWasm: false,
      useWorkerFetch: false,
      enableXfa: false,
      // Pictures are not looked at, so none is unpacked.
      maxImageSize: 0,
    }).promise;
  } catch (cause) {
    const kind = cause instanceof Error ? cause.name : "";
    if (kind === "PasswordException")
      throw new SourceError("ENCRYPTED", `${name} is protected by a password: save it without one`, cause);
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SourceError(
      "DAMAGED",
      `${name} is no whole PDF file (${reason}): get it again from where it came`,
      cause,
    );
  }
}

function headerNotes(headers: readonly string[]): readonly SourceNote[] {
  const [first] = headers;
  if (first === undefined) return [];
  return [
    {
      code: "PAGE_HEADERS",
      message: `lines that most pages repeat at their edge were left out: "${first}"${headers.length > 1 ? ", …" : ""}`,
    },
  ];
}

function attachmentNotes(names: readonly string[]): readonly SourceNote[] {
  if (names.length === 0) return [];
  const shown = `${names.slice(0, 5).join(", ")}${names.length > 5 ? ", …" : ""}`;
  return [{ code: "EMBEDDED_FILES", message: `files attached to it were not read: ${shown}` }];
}

function remarks(empty: readonly number[], pages: number, rotated: number, unreadable: number): readonly SourceNote[] {
  const notes: SourceNote[] = [];
  if (empty.length > 0)
    notes.push({
      code: "PAGES_WITHOUT_TEXT",
      message: `${empty.length} of ${pages} pages have no text and may be scanned: ${empty.slice(0, 20).join(", ")}${empty.length > 20 ? ", …" : ""}`,
    });
  if (rotated > 0)
    notes.push({ code: "ROTATED_TEXT", message: `${rotated} letters that are not written level were left out` });
  if (unreadable > 0)
    notes.push({
      code: "UNREADABLE_GLYPHS",
      message: `${unreadable} letters were left out or may be wrong, as the file does not say which they are`,
    });
  return notes;
}
