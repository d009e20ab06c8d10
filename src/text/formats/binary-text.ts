import type { SourceNote } from "../read-error.ts";

/** What the child hands back for a docx or pdf file. */
export interface BinaryText {
  readonly text: string;
  readonly encoding: string;
  readonly notes: readonly SourceNote[];
  /** Page headers, watermarks and words across the page: not part of the text, but a secrecy stamp may stand there. */
  readonly furniture: string;
}
