import { read } from "../graph/statement.ts";
import type { Store } from "../graph/store.ts";
import { agencyBriefs, documentBriefs, type AgencyBrief, type DocumentBrief } from "./documents.ts";
import { FOR_EVER, narrowed, nextDay } from "./due-days.ts";
import { evidenceOf } from "./evidence.ts";
import { within } from "./question-error.ts";
import { cyclesIn } from "./cycles.ts";
import { walkLines, type WalkedLine } from "./reporting-walk.ts";
import type { ReportingLine } from "./parts.ts";
import { linesSent } from "./statements.ts";

export interface Reporting {
  readonly agency: string;
  readonly lines: readonly ReportingLine[];
  /** Bodies that report in a circle inside one document, each circle once. */
  readonly loops: readonly (readonly string[])[];
  /** Bodies through which others are told to report and which the same document tells to report nothing on. */
  readonly deadEnds: readonly string[];
  readonly truncated: boolean;
}

export interface ReportingQuestion {
  readonly agency: string;
  readonly document?: string | null;
  readonly depth?: number;
  /** The day from which `nextDue` looks ahead; later documents are left out. */
  readonly asOf?: string | null;
}

const MOST_DEPTH = 32;

/**
 * Who reports to whom around an agency, walked to the ends inside each document: from it on to the last receiver, and back to the first sender. Groups are
 * not expanded. Null where no such agency is known. Throws `QuestionError` for a depth outside 1–32.
 */
export async function reporting(
  store: Store,
  { agency, document = null, depth = 8, asOf = null }: ReportingQuestion,
): Promise<Reporting | null> {
  within("depth", depth, 1, MOST_DEPTH);
  if (!(await agencyBriefs(store, [agency])).has(agency)) return null;

  const { lines, truncated } = await walkLines(store, { agency, document, depth, asOf });
  const documents = await documentBriefs(
    store,
    lines.map((line) => line.document),
  );
  const senders = await agencyBriefs(
    store,
    lines.flatMap(({ from }) => (from === null ? [] : [from])),
  );
  const inDocument = new Set(lines.map((line) => line.document));
  return {
    agency,
    lines: lines.map((line) => told(line, asOf, documents.get(line.document), senders)),
    loops: [...inDocument].sort().flatMap((id) => cyclesIn(lines.filter((line) => line.document === id))),
    deadEnds: await deadEnds(store, lines),
    truncated,
  };
}

function told(
  line: WalkedLine,
  asOf: string | null,
  document: DocumentBrief | undefined,
  senders: ReadonlyMap<string, AgencyBrief>,
): ReportingLine {
  const { from, to, via, distance, recurs, deadline } = line;
  const sender = from === null ? undefined : senders.get(from);
  return {
    from,
    to,
    via,
    distance,
    recurs,
    deadline,
    nextDue: asOf === null || deadline === null ? null : nextDue(deadline, asOf, document, sender),
    document: line.document,
    evidence: evidenceOf(line),
  };
}

/** The next day from `asOf` on which a line falls due, within the document's period and while its sender stands. */
export function nextDue(
  deadline: string,
  asOf: string,
  document: Pick<DocumentBrief, "issuedOn" | "notBefore" | "periodFrom" | "periodTo"> | undefined,
  sender: Pick<AgencyBrief, "from" | "until"> | undefined,
): string | null {
  const inPeriod = narrowed(
    { from: asOf, to: FOR_EVER },
    { from: document?.periodFrom ?? document?.issuedOn ?? document?.notBefore ?? null, to: document?.periodTo ?? null },
  );
  const standing = inPeriod && narrowed(inPeriod, sender ?? {});
  return standing && nextDay(deadline, standing);
}

async function deadEnds(store: Store, lines: readonly WalkedLine[]): Promise<readonly string[]> {
  const told = lines.flatMap(({ via, document }) => (via === null ? [] : [{ via, document }]));
  if (told.length === 0) return [];
  const own = await read(store, linesSent, {
    ids: [...new Set(told.map(({ via }) => via))],
    documents: [...new Set(told.map(({ document }) => document))],
  });
  const passOn = new Set(own.map((line) => `${line.document} ${line.agency}`));
  return [
    ...new Set(told.filter(({ via, document }) => !passOn.has(`${document} ${via}`)).map(({ via }) => via)),
  ].sort();
}
