/** What stands before the content of a line in markdown: headings' hashes, quote marks, and the stars of emphasis (not a star that marks an item). */
// Matches "## **", "**" before "I. MỤC TIÊU", "> ". Must not match "* Ban Tuyên giáo" nor "** Đảng đoàn" (a star and emphasis).
const BEFORE = /^(?:#{1,6}\s+|>\s+)?(?:[*_]{1,3}(?=[^\s*_]))?/u;

/** Length of the markdown before a line's content. */
export function emphasisBefore(line: string): number {
  return BEFORE.exec(line)?.[0].length ?? 0;
}

/** A line as people read it: no emphasis, no markdown escapes, single spaces. For recognition of its sort only: it has no offsets. */
export function plainLine(line: string): string {
  return line
    .slice(emphasisBefore(line))
    .replace(/(?<=\S)[*_]{1,3}|[*_]{1,3}(?=\S)|\\(?=[^\w\s])/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}
