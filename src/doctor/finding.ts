/** Something that the doctor found. A `note` is only told; the others mean that something is wrong. */
export interface Finding {
  readonly code: string;
  readonly severity: "error" | "warning" | "note";
  /** What is so, with its place. */
  readonly what: string;
  /** What follows from it for whoever asks. */
  readonly means: string;
  /** What to do, a command where one does it. */
  readonly mend: string;
}

export const MAKE_ANEW =
  "mandate backup kept.gz && mandate restore kept.gz --replace, which makes the graph anew from the facts";

export function isWrong({ severity }: Finding): boolean {
  return severity !== "note";
}
