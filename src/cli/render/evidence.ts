import type { Evidence } from "../../questions/evidence.ts";

/** One line for one piece of evidence: the words, where they stand, and in which text. */
export function evidenceLine({ source, address, section, start, end, text, standing, note }: Evidence): string {
  if (standing === "REGISTRY") return `registry: ${note ?? source}`;
  const words = text === null ? "" : `"${text.replace(/\s+/gu, " ")}" — `;
  const place = address ?? section;
  const reviewed = standing === "REVIEWED" ? " (reviewed)" : "";
  const more = note === null ? "" : ` · ${note.replace(/\s+/gu, " ")}`;
  return `${words}${place === null ? "" : `${place}, `}${source} [${start ?? "?"}–${end ?? "?"}]${reviewed}${more}`;
}
