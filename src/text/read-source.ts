import type { SourceFormat, SourceText } from "./source-text.ts";

/** A file that cannot be read as text: the message names the file, what is wrong and what can be done. */
export class SourceError extends Error {
  override readonly name = "SourceError";
  readonly code: "NOT_TEXT" | "UNKNOWN_FORMAT" | "TOO_LARGE";
  constructor(code: SourceError["code"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

const FORMATS: ReadonlyMap<string, SourceFormat> = new Map([
  ["txt", "txt"],
  ["md", "md"],
]);

/** The text in a file's bytes. Throws `SourceError` where they are not text of a known format. */
export function readSource(bytes: Uint8Array, name: string): Promise<SourceText> {
  const format = FORMATS.get(name.toLowerCase().split(".").pop() ?? "");
  if (format === undefined) {
    return Promise.reject(new SourceError("UNKNOWN_FORMAT", `${name}: is not a format that can be read: give .txt or .md`));
  }
  try {
    // Offsets count in the file as decoded, so a byte order mark stays a character of it.
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return Promise.resolve({ name, text, encoding: "utf-8", format });
  } catch (cause) {
    return Promise.reject(new SourceError("NOT_TEXT", `${name}: is not UTF-8 text: save it as UTF-8`, { cause }));
  }
}
