import type { z } from "zod";
import { groupBy } from "../group-by.ts";
import { read } from "../graph/statement.ts";
import type { Store } from "../graph/store.ts";
import { fold } from "../registry/fold.ts";
import { inForce } from "../registry/period.ts";
import type { DocumentBrief } from "./documents.ts";
import { countOf, isLead, type Lead, type LeadRow } from "./gap-leads.ts";
import type { FoundGap } from "./gap.ts";
import { holds, membershipsOf, type Membership } from "./memberships.ts";
import { membersOf, receiversOf, wholesAndBoards } from "./statements.ts";

type Receiver = z.output<typeof receiversOf.row>;
type Member = z.output<typeof membersOf.row>;
/** What is known of the bodies that lead: the groups they belong to, what they are part of, who acts for them. */
interface Known {
  readonly groups: ReadonlyMap<string, readonly Membership[]>;
  readonly related: ReadonlyMap<string, readonly string[]>;
  readonly members: ReadonlyMap<string, readonly Member[]>;
}
type Reached = "yes" | "no" | "unknown";

/**
 * Bodies that lead in a document and are not among those it is sent to. A body is reached by its own name, through a group that it belongs to, through the
 * body that it is part of, through a board or a Party caucus that acts for it, and as the issuer; a group when each of its members is. Nothing is said where
 * nobody can tell: of groups whose members are not known, beside recipients such as "các đơn vị cấp tỉnh", and of a document without recipients.
 */
export async function recipientGaps(
  store: Store,
  documents: readonly DocumentBrief[],
  rows: readonly LeadRow[],
): Promise<FoundGap[]> {
  const leads = rows.filter(isLead);
  const leadsIn = groupBy(leads, ({ document }) => document);
  const known = await knownOf(store, leads);
  const receivers = groupBy(
    await read(store, receiversOf, { ids: documents.map(({ id }) => id) }),
    ({ document }) => document,
  );
  return documents.flatMap((document) => {
    const sentTo = receivers.get(document.id) ?? [];
    const named = sentTo.filter(({ relation }) => relation === "RECEIVES");
    const open = named.some(({ collective, membersKnown }) => collective && membersKnown !== true);
    if (named.length === 0 || open) return [];
    const own = groupBy(leadsIn.get(document.id) ?? [], ({ agency }) => agency);
    return [...own.values()].flatMap((same) => {
      const [first] = same;
      const missed = first === undefined ? [] : missedOf(first, document, sentTo, known);
      return first === undefined || missed === null || missed.length === 0
        ? []
        : [gapOf(first, same, missed, document)];
    });
  });
}

function gapOf(lead: Lead, same: readonly Lead[], missed: readonly string[], document: DocumentBrief): FoundGap {
  const whom = lead.collective === true ? ` Of its members these are not reached: ${missed.join("; ")}.` : "";
  return {
    kind: "LEAD_NOT_RECIPIENT",
    subject: lead.agency,
    document: document.id,
    task: same.length === 1 ? lead.task : null,
    agency: lead.agency,
    explanation: `${lead.name} leads ${countOf(same.length)} and is not among the recipients, neither by name nor through a group, a parent or a board.${whom}`,
    evidence: [],
    order: lead.ordinal,
    tasks: same.map(({ task }) => task),
  };
}

/** The names of those whom the document does not reach: of a body its own, of a group its members'; null where nobody can tell. */
function missedOf(
  lead: Lead,
  document: DocumentBrief,
  sentTo: readonly Receiver[],
  known: Known,
): readonly string[] | null {
  const reach = (id: string, mayHaveCaucus: boolean | null): Reached =>
    reached(id, mayHaveCaucus, document, sentTo, known);
  const direct = reach(lead.agency, lead.mayHaveCaucus);
  if (direct === "yes") return [];
  if (lead.collective !== true) return direct === "no" ? [lead.name] : null;
  if (lead.membersKnown !== true) return null;
  const on = dayOf(document);
  const members = (known.members.get(lead.agency) ?? []).filter(
    (member) => member.onlyWhereNamed === null && (on === null || inForce(member, on)),
  );
  return members.filter((member) => reach(member.member, member.mayHaveCaucus) === "no").map(({ name }) => name);
}

function reached(
  id: string,
  mayHaveCaucus: boolean | null,
  document: DocumentBrief,
  sentTo: readonly Receiver[],
  { groups, related }: Known,
): Reached {
  const ids = new Set(sentTo.map(({ agency }) => agency));
  const throughGroup = (body: string): boolean =>
    sentTo.some(({ agency, words }) =>
      (groups.get(body) ?? []).some(
        (membership) =>
          membership.group === agency &&
          holds(membership, {
            document: document.id,
            on: dayOf(document),
            massOrganisations: fold(words.join(" ")).includes("doan the"),
          }),
      ),
    );
  const asked = [id, ...(related.get(id) ?? [])];
  if (asked.some((body) => ids.has(body) || throughGroup(body))) return "yes";
  return mayHaveCaucus === true && sentTo.some(({ agency }) => agency.endsWith("/dang-doan")) ? "unknown" : "no";
}

async function knownOf(store: Store, leads: readonly Lead[]): Promise<Known> {
  const groupIds = leads.filter(({ collective }) => collective === true).map(({ agency }) => agency);
  const members = groupBy(await read(store, membersOf, { ids: [...new Set(groupIds)] }), ({ group }) => group);
  const bodies = new Set([
    ...leads.map(({ agency }) => agency),
    ...[...members.values()].flat().map(({ member }) => member),
  ]);
  const related = groupBy(await read(store, wholesAndBoards, { ids: [...bodies] }), ({ agency }) => agency);
  const others = new Map([...related].map(([id, rows]) => [id, rows.map(({ other }) => other)]));
  const all = new Set([...bodies, ...[...others.values()].flat()]);
  return { groups: await membershipsOf(store, [...all]), related: others, members };
}

function dayOf({ issuedOn, notBefore }: DocumentBrief): string | null {
  return issuedOn ?? notBefore;
}
