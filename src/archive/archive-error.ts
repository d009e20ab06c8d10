/**
 * Why an archive could not be used: BAD_ARCHIVE is cut off, altered or none of ours; NOT_EMPTY is a store that holds something; IN_THE_WAY is what
 * stands where an archive is to be written and is none; CANNOT_READ and CANNOT_WRITE are the file's own.
 */
export type ArchiveErrorCode = "BAD_ARCHIVE" | "NOT_EMPTY" | "IN_THE_WAY" | "CANNOT_READ" | "CANNOT_WRITE";
export class ArchiveError extends Error {
  override readonly name = "ArchiveError";
  readonly code: ArchiveErrorCode;
  constructor(code: ArchiveErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of the path is a file",
  ENOSPC: "no space is left",
  EDQUOT: "no space is left",
  EFBIG: "the file would grow too large",
  EROFS: "the file system is read-only",
};

/** An error of the file system in a few words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : null;
  if (code !== null) return REASONS[code] ?? code;
  return error instanceof Error ? error.message : String(error);
}
