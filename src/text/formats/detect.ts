import { SourceError } from "../read-error.ts";

export type SourceFormat = "txt" | "md" | "html" | "docx" | "pdf";

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** What a file is, by its first bytes and only then by its name. Throws `UNSUPPORTED_FORMAT` or `ENCRYPTED` with the remedy. */
export function detectFormat(bytes: Uint8Array, name: string): SourceFormat {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString("latin1");
  const ending = /\.([a-z0-9]+)$/iu.exec(name)?.[1]?.toLowerCase() ?? "";
  // Some files have other bytes before their first line; a text that only speaks of it is none.
  if (head.startsWith("%PDF-") || (ending === "pdf" && head.includes("%PDF-"))) return "pdf";
  if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) return "docx";
  if (OLE.every((byte, index) => bytes[index] === byte)) throw oldOffice(bytes, name);
  if (head.startsWith("{\\rtf")) throw unsupported(name, "an RTF file");
  if (ending === "pdf" || ending === "docx" || ending === "docm")
    throw new SourceError(
      "DAMAGED",
      `${name} is named .${ending} but does not begin like one: it is cut, empty or another kind of file`,
    );
  if (/^(?:\uFEFF|ï»¿)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)?<(?:!doctype html|html|head|body)\b/iu.test(head))
    return "html";
  if (ending === "html" || ending === "htm" || ending === "xhtml") return "html";
  if (ending === "md" || ending === "markdown") return "md";
  return "txt";
}

/** Word's binary format of before 2007, or a password around a new one: both stand in an OLE container. */
function oldOffice(bytes: Uint8Array, name: string): SourceError {
  const encrypted = Buffer.from("EncryptedPackage", "utf16le");
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(encrypted))
    return new SourceError("ENCRYPTED", `${name} is protected by a password: save it without one`);
  return unsupported(name, "in the old binary format of Office (.doc, .xls)");
}

function unsupported(name: string, what: string): SourceError {
  return new SourceError("UNSUPPORTED_FORMAT", `${name} is ${what}: save it as .docx, .pdf, .html, .md or .txt`);
}
