import { read } from "../graph/statement.ts";
import type { Store } from "../graph/store.ts";
import { documentBriefs, type DocumentBrief } from "./documents.ts";
import { NOWHERE, evidenceOf, type Evidence } from "./evidence.ts";
import type { LeadRow } from "./gap-leads.ts";
import type { FoundGap, GapKind } from "./gap.ts";
import { linksDown, linksUp, orderedBy, reportingDocuments } from "./statements.ts";

/** Documents that give tasks and ask for no report, that rest on one whose text is not held, or that nothing held carries out. */
export async function documentGaps(
  store: Store,
  documents: readonly DocumentBrief[],
  leads: readonly LeadRow[],
  wanted: ReadonlySet<GapKind>,
): Promise<FoundGap[]> {
  const sources = new Map(leads.map(({ document, source }) => [document, source]));
  const withTasks = documents.filter(({ id }) => sources.has(id));
  const about = { sources, store };
  return [
    ...(wanted.has("NO_REPORTING") ? await withoutReporting(about, withTasks) : []),
    ...(wanted.has("BROKEN_LINEAGE") ? await brokenLineage(store, documents) : []),
    ...(wanted.has("NOT_CARRIED_OUT") ? await notCarriedOut(about, withTasks) : []),
  ];
}

interface About {
  readonly store: Store;
  readonly sources: ReadonlyMap<string, string>;
}

async function withoutReporting({ store, sources }: About, documents: readonly DocumentBrief[]): Promise<FoundGap[]> {
  const rows = await read(store, reportingDocuments, { ids: documents.map(({ id }) => id) });
  const reporting = new Set(rows.map(({ document }) => document));
  return documents
    .filter(({ id }) => !reporting.has(id))
    .map(({ id, taskCount }) => {
      const explanation = `It gives ${taskCount} task${taskCount === 1 ? "" : "s"} and says nowhere who reports to whom.`;
      return documentGap("NO_REPORTING", id, id, explanation, [wholeText(id, sources)]);
    });
}

/** Only what the document itself carries out directly or rests on: what a chain names further up is the gap of the document in between. */
async function brokenLineage(store: Store, documents: readonly DocumentBrief[]): Promise<FoundGap[]> {
  const rows = await read(store, linksUp, {
    ids: documents.map(({ id }) => id),
    relations: ["IMPLEMENTS", "BASED_ON"],
  });
  const stated = rows.filter(({ from, owner, direct, statedBy }) => direct && statedBy === null && owner === from);
  const own = [...new Map(stated.map((link) => [`${link.from} ${link.to}`, link])).values()];
  const briefs = await documentBriefs(
    store,
    own.map(({ to }) => to),
  );
  return own.flatMap((link) => {
    const basis = briefs.get(link.to);
    if (basis === undefined || basis.held) return [];
    const how = link.relation === "IMPLEMENTS" ? "carries out" : "rests on";
    const explanation = `It ${how} ${basis.name}, which is known by citation only: its text is not held.`;
    return [documentGap("BROKEN_LINEAGE", link.to, link.from, explanation, evidenceOf(link))];
  });
}

async function notCarriedOut({ store, sources }: About, documents: readonly DocumentBrief[]): Promise<FoundGap[]> {
  const ids = documents.map(({ id }) => id);
  const links = await read(store, linksDown, { ids, relations: ["IMPLEMENTS"] });
  const later = await documentBriefs(
    store,
    links.map(({ from }) => from),
  );
  const carried = new Set(links.filter(({ from }) => later.get(from)?.held === true).map(({ to }) => to));
  for (const { document } of await read(store, orderedBy, { ids })) carried.add(document);
  return documents
    .filter(({ id }) => !carried.has(id))
    .map(({ id }) => {
      const explanation = "No document that is held carries it out, and no task of one orders it to be carried out.";
      return documentGap("NOT_CARRIED_OUT", id, id, explanation, [wholeText(id, sources)]);
    });
}

function documentGap(
  kind: GapKind,
  subject: string,
  document: string,
  explanation: string,
  evidence: readonly Evidence[],
): FoundGap {
  return { kind, subject, document, task: null, agency: null, explanation, evidence, order: 0, tasks: [] };
}

/** Where something is missing, the text as a whole is the evidence. */
function wholeText(document: string, sources: ReadonlyMap<string, string>): Evidence {
  return {
    source: sources.get(document) ?? document,
    ...NOWHERE,
    document,
    standing: "EXTRACTED",
    note: "the whole text",
  };
}
