import { read } from "../graph/statement.ts";
import type { Store } from "../graph/store.ts";
import { documentBriefs } from "./documents.ts";
import { evidenceOf } from "./evidence.ts";
import { linesIn } from "./page-statements.ts";
import type { ReportingLine } from "./parts.ts";

/** The reporting lines that a document states, in the order of its text. Null where no such document is known. */
export async function statedLines(store: Store, document: string): Promise<readonly ReportingLine[] | null> {
  if (!(await documentBriefs(store, [document])).has(document)) return null;
  const rows = await read(store, linesIn, { id: document });
  return [...rows]
    .sort((a, b) => (a.start[0] ?? 0) - (b.start[0] ?? 0) || (a.from ?? "").localeCompare(b.from ?? ""))
    .map((line) => ({
      from: line.from,
      to: line.to,
      via: line.via,
      distance: 1,
      recurs: line.recurs,
      deadline: line.deadline,
      nextDue: null,
      document,
      evidence: evidenceOf(line),
    }));
}
