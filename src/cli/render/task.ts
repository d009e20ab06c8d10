import type { TaskBrief } from "../../questions/documents.ts";

const LONGEST = 160;

/** What a task is about: our summary; else its own words, quoted, where they are held; else the heading that it stands under. */
export function taskText({ summaryVi, summaryEn, text, headings, section }: TaskBrief, lang: "vi" | "en"): string {
  const summary = lang === "vi" ? summaryVi : summaryEn;
  if (summary !== null) return summary;
  if (text !== null) {
    const words = text.replace(/\s+/gu, " ");
    return words.length <= LONGEST ? `“${words}”` : `“${words.slice(0, LONGEST).trimEnd()}…”`;
  }
  return `(no summary; under "${headings.at(-1) ?? section}")`;
}
