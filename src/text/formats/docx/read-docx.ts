import { SourceError, type SourceNote } from "../../read-error.ts";
import { renderBlocks, type Block } from "../blocks.ts";
import { encodingWith } from "../legacy-font.ts";
import type { BinaryText } from "../binary-text.ts";
import { Body } from "./body.ts";
import { Labels } from "./numbering.ts";
import { Package } from "./package.ts";
import { Styles } from "./styles.ts";
import { readXml, type XmlEvents } from "./xml.ts";

const MAIN =
  /^application\/(?:vnd\.openxmlformats-officedocument\.wordprocessingml\.(?:document|template)|vnd\.ms-word\.(?:document|template)\.macroEnabled)\.main\+xml$/u;
const MOST_HEADERS = 12;

/** The text of a Word file as a reader sees it, all tracked changes accepted; notes after the text. No other file is opened, no link followed. */
export async function readDocx(bytes: Uint8Array, name: string): Promise<BinaryText> {
  const parts = await Package.open(bytes, name);
  const main = await mainPart(parts, name);
  const folder = main.includes("/") ? main.slice(0, main.lastIndexOf("/") + 1) : "";
  const read = (part: string, events: XmlEvents): Promise<void> => readXml(parts.read(part), events, name);

  const styles = new Styles();
  if (parts.has(`${folder}styles.xml`)) await read(`${folder}styles.xml`, styles.reader());
  const readBody = async (unicodeFonts: boolean): Promise<Body> => {
    const labels = new Labels();
    if (parts.has(`${folder}numbering.xml`)) await read(`${folder}numbering.xml`, labels.reader());
    const body = new Body({ styles, labels, unicodeFonts });
    await read(main, body);
    return body;
  };
  let body = await readBody(false);
  if (body.legacy.unicode > 0.2 * body.legacy.other) body = await readBody(true);

  const notes = new Map<string, Block[]>();
  for (const part of [`${folder}footnotes.xml`, `${folder}endnotes.xml`]) {
    if (body.references.length === 0 || !parts.has(part)) continue;
    const notesBody = new Body({ styles, labels: new Labels() });
    await read(part, notesBody);
    for (const [id, blocks] of notesBody.notes) notes.set(id, blocks);
  }
  const text = renderBlocks([...body.blocks, ...noteBlocks(body.references, notes)]);

  const headers = parts.names.filter((part) => /header\d*\.xml$/u.test(part) && part.startsWith(folder));
  let furniture = body.drawn.join("\n");
  for (const part of headers.slice(0, MOST_HEADERS)) {
    const header = new Body({ styles, labels: new Labels() });
    await read(part, header);
    furniture += `\n${renderBlocks(header.blocks)}${header.drawn.join("\n")}`;
  }
  return {
    text,
    encoding: encodingWith(body.fonts.converted),
    notes: await remarks(parts, folder, body, read),
    furniture,
  };
}

/** The part that holds the text, as the package itself names it. */
async function mainPart(parts: Package, name: string): Promise<string> {
  let main = "";
  if (parts.has("[Content_Types].xml"))
    await readXml(
      parts.read("[Content_Types].xml"),
      {
        open: (_element, attributes) => {
          if (main === "" && MAIN.test(attributes["ContentType"] ?? "")) main = attributes["PartName"] ?? "";
        },
        close: () => undefined,
      },
      name,
    );
  const part = main.replace(/^\//u, "") || "word/document.xml";
  if (parts.has(part)) return part;
  if (parts.has("mimetype") || parts.has("xl/workbook.xml") || parts.has("ppt/presentation.xml"))
    throw new SourceError(
      "UNSUPPORTED_FORMAT",
      `${name} is no Word file but another kind of office file: save it as .docx or .pdf`,
    );
  throw new SourceError(
    "UNSUPPORTED_FORMAT",
    `${name} is a zip file without a Word document in it (no ${part}): unpack it first`,
  );
}

function noteBlocks(references: readonly string[], notes: ReadonlyMap<string, readonly Block[]>): readonly Block[] {
  return references.flatMap((reference, index) => {
    const words = (notes.get(reference) ?? []).map((block) => (block.kind === "paragraph" ? block.text : "")).join(" ");
    return words.trim() === ""
      ? []
      : [{ kind: "paragraph", text: `[${index + 1}] ${words.trim()}`, tight: index > 0 } as const];
  });
}

async function remarks(
  parts: Package,
  folder: string,
  body: Body,
  read: (part: string, events: XmlEvents) => Promise<void>,
): Promise<readonly SourceNote[]> {
  const notes: SourceNote[] = [];
  if (body.changes > 0)
    notes.push({
      code: "TRACKED_CHANGES",
      message: "the file has tracked changes: deleted words were left out, inserted ones kept",
    });
  if (body.hidden > 0) notes.push({ code: "HIDDEN_TEXT", message: `${body.hidden} hidden letters were left out` });
  const embedded = body.embedded + parts.names.filter((part) => part.startsWith(`${folder}embeddings/`)).length;
  if (embedded > 0)
    notes.push({ code: "EMBEDDED_FILES", message: "the file holds other files, which were not opened" });
  if (parts.names.some((part) => /vbaProject\.bin$/iu.test(part)))
    notes.push({ code: "MACROS", message: "the file holds macros, which were not read" });
  let outside = 0;
  for (const part of parts.names.filter((each) => each.endsWith(".rels")))
    await read(part, {
      open: (_name, attributes) => {
        if (attributes["TargetMode"] === "External" && !(attributes["Type"] ?? "").endsWith("/hyperlink")) outside += 1;
      },
      close: () => undefined,
    });
  if (outside > 0)
    notes.push({
      code: "EXTERNAL_LINKS",
      message: `the file points to ${outside} other files or addresses, which were not opened`,
    });
  return notes;
}
