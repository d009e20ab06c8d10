/** A document as it was read: the text that every offset counts in, kept unchanged. */
export interface SourceText {
  readonly name: string;
  readonly text: string;
  /** How the bytes were decoded: "utf-8", "utf-16le", "tcvn3" … */
  readonly encoding: string;
  readonly format: SourceFormat;
}

export type SourceFormat = "txt" | "md" | "html" | "docx" | "pdf";
