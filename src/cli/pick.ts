import type { Store, TextIndex } from "../graph/store.ts";
import { loadRegistry } from "../registry/load-registry.ts";
import { resolve, type Candidate } from "../questions/resolve.ts";
import { CommandError, EXIT } from "./failure.ts";

const LISTED = 8;

/** The one document that a name means. Throws `CommandError` with candidates where it means none or several. */
export function pickDocument(store: Store, name: string, place?: string): Promise<string> {
  return pick(store, name, "Document", place);
}

/** The one agency that a name means. Throws `CommandError` with candidates where it means none or several. */
export function pickAgency(store: Store, name: string, place?: string): Promise<string> {
  return pick(store, name, "Agency", place);
}

async function pick(store: Store, name: string, label: TextIndex, place: string | undefined): Promise<string> {
  const found = await resolve(store, loadRegistry(), name, place);
  const fitting = found.filter((candidate) => candidate.label === label);
  const [only, ...others] = fitting.filter((candidate) => candidate.exact);
  if (only !== undefined && others.length === 0) return only.id;
  const what = label.toLowerCase();
  if (only !== undefined)
    throw failure(
      "AMBIGUOUS",
      `"${name}" may be ${fitting.length} of the known ${what === "agency" ? "agencies" : "documents"}: say which`,
      fitting,
    );
  throw failure(
    "UNKNOWN",
    `no ${what} "${name}" is known${fitting.length > 0 ? "; did you mean one of these?" : ""}`,
    fitting,
  );
}

function failure(code: string, message: string, candidates: readonly Candidate[]): CommandError {
  return new CommandError(
    code,
    EXIT.badAnswer,
    message,
    candidates.slice(0, LISTED).map(({ id, passage }) => ({ id, name: passage })),
  );
}
