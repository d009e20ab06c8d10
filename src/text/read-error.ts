/** Why a file gives no text. One file, one error: the rest of a batch goes on. */
export type SourceErrorCode =
  | "TOO_LARGE"
  | "UNSUPPORTED_FORMAT"
  | "NOT_TEXT"
  | "BAD_ENCODING"
  | "SECRET"
  | "ENCRYPTED"
  | "DAMAGED"
  | "UNSAFE"
  | "TOO_DEEP"
  | "NO_TEXT_LAYER"
  | "TOO_SLOW"
  | "OUT_OF_MEMORY"
  | "CANNOT_READ";

/** A file that cannot be read as a document. The message names the file, what is wrong with it and what to do. */
export class SourceError extends Error {
  override readonly name = "SourceError";
  readonly code: SourceErrorCode;
  constructor(code: SourceErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

/** What was noticed on the way and does not stop the reading: kept beside the text, for people. */
export interface SourceNote {
  readonly code: SourceNoteCode;
  readonly message: string;
}

export type SourceNoteCode =
  | "EMPTY"
  | "BYTE_ORDER_MARK"
  | "REPLACEMENT_CHARACTERS"
  | "CONVERTED"
  | "HIDDEN_TEXT"
  | "TRACKED_CHANGES"
  | "EXTERNAL_LINKS"
  | "EMBEDDED_FILES"
  | "MACROS"
  | "ROTATED_TEXT"
  | "UNREADABLE_GLYPHS"
  | "PAGE_HEADERS"
  | "PAGES_WITHOUT_TEXT";
