import { DOUBTFUL } from "../../facts/doubtful.ts";
import type { Evidence } from "../../questions/evidence.ts";

/** One line for one piece of evidence: the words, where they stand, and in which text. */
export function evidenceLine({
  source,
  address,
  section,
  start,
  end,
  text,
  standing,
  confidence,
  note,
}: Evidence): string {
  if (standing === "REGISTRY") return `registry: ${note ?? source}`;
  const words = text === null ? "" : `"${cut(text.replace(/\s+/gu, " "))}" — `;
  const place = address ?? section;
  const reviewed = standing === "REVIEWED" ? " (reviewed)" : doubt(confidence);
  const more = note === null ? "" : ` · ${note.replace(/\s+/gu, " ")}`;
  return `${words}${place === null ? "" : `${place}, `}${source} [${start ?? "?"}–${end ?? "?"}]${reviewed}${more}`;
}

/** Where a fact is worth a look, why: how many of its like proved right. */
function doubt(confidence: number | null): string {
  return confidence === null || confidence >= DOUBTFUL
    ? ""
    : ` (doubtful: of such ${Math.round(confidence * 100)} % proved right)`;
}

const LONGEST = 240;

/** A long passage with its end left out, said so by "…". */
function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).trimEnd()}…`;
}
