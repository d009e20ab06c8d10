import type { Store } from "../graph/store.ts";
import { documentBriefs, type DocumentBrief } from "./documents.ts";
import { GAP_KINDS, type FoundGap, type Gap, type GapKind } from "./gap.ts";
import { documentGaps } from "./gap-documents.ts";
import { withEvidence } from "./gap-evidence.ts";
import { dissolvedGaps, taskGaps, type LeadRow } from "./gap-leads.ts";
import { recipientGaps } from "./gap-recipients.ts";
import { pageOf, type Page } from "./page.ts";
import { placeId, provinceOf, provinceSlug } from "./place.ts";
import { heldIds, heldOfPlace, leadsIn } from "./statements.ts";
import { read } from "../graph/statement.ts";

export interface GapsQuestion {
  readonly document?: string | null;
  /** A province's name or id. */
  readonly place?: string | null;
  readonly kinds?: readonly GapKind[] | null;
  /** The day on which leads are to stand; later documents are left out. */
  readonly asOf?: string | null;
  readonly first?: number;
  readonly after?: string | null;
}

const BATCH = 200;

/** What nobody took on in the held documents, document by document, task by task. Throws `QuestionError`. */
export async function gaps(store: Store, question: GapsQuestion): Promise<Page<Gap>> {
  const { kinds, asOf = null, first = 50, after } = question;
  const wanted = new Set<GapKind>(kinds ?? GAP_KINDS);
  const documents = await documentsAsked(store, question);
  const found: FoundGap[] = [];
  for (let begin = 0; begin < documents.length; begin += BATCH)
    found.push(...(await gapsIn(store, documents.slice(begin, begin + BATCH), wanted, asOf)));
  const page = pageOf(found, keyOf, { first, after });
  return { ...page, items: await withEvidence(store, page.items) };
}

async function gapsIn(
  store: Store,
  documents: readonly DocumentBrief[],
  wanted: ReadonlySet<GapKind>,
  asOf: string | null,
): Promise<readonly FoundGap[]> {
  const leads = [...(await read(store, leadsIn, { ids: documents.map(({ id }) => id) }))].sort(inTextOrder);
  const found = [
    ...taskGaps(leads),
    ...(wanted.has("LEAD_NOT_RECIPIENT") ? await recipientGaps(store, documents, leads) : []),
    ...(asOf !== null && wanted.has("LEAD_DISSOLVED") ? await dissolvedGaps(store, leads, asOf) : []),
    ...(await documentGaps(store, documents, leads, wanted)),
  ].filter(({ kind }) => wanted.has(kind));
  return found.sort(
    (a, b) =>
      compare(a.document, b.document) ||
      GAP_KINDS.indexOf(a.kind) - GAP_KINDS.indexOf(b.kind) ||
      a.order - b.order ||
      compare(a.subject, b.subject),
  );
}

async function documentsAsked(store: Store, question: GapsQuestion): Promise<readonly DocumentBrief[]> {
  const { document, place, asOf = null } = question;
  const province = provinceSlug("place", place);
  const ids = document == null ? (await heldIn(store, province)).map(({ id }) => id) : [document];
  const briefs = await documentBriefs(store, ids);
  return [...briefs.values()].filter(({ id, held, issuedOn, notBefore }) => {
    const on = issuedOn ?? notBefore;
    return held && (province === null || provinceOf(id) === province) && (asOf === null || on === null || on <= asOf);
  });
}

/** Held documents of a province, or all. */
function heldIn(store: Store, province: string | null): Promise<readonly { readonly id: string }[]> {
  const place = placeId(province);
  return place === null ? read(store, heldIds, {}) : read(store, heldOfPlace, { place });
}

function inTextOrder(a: LeadRow, b: LeadRow): number {
  return compare(a.document, b.document) || a.ordinal - b.ordinal || compare(a.agency ?? "", b.agency ?? "");
}

function keyOf({ kind, document, subject }: FoundGap): string {
  return `${kind} ${document} ${subject}`;
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
