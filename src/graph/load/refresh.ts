import { groupBy } from "../../group-by.ts";
import { run } from "../statement.ts";
import type { Transaction } from "../store.ts";
import { foldedNames, nameOf } from "./registry-view.ts";
import type { RegistryView } from "./body.ts";
import { refreshStatements as ask } from "./statements.ts";

/** Something that several documents share. */
export interface Touched {
  readonly label: "Agency" | "Document" | "Person";
  readonly id: string;
}

/**
 * Brings what several documents share up to date: takes away what nobody names any more of what was named before, and writes what all citations together say
 * of a document that is known by citation alone. Where they differ on a day, none is written and the difference is listed.
 */
export async function refresh(
  transaction: Transaction,
  before: readonly Touched[],
  now: readonly Touched[],
  view: RegistryView,
): Promise<void> {
  const ids = (label: Touched["label"], touched: readonly Touched[]): string[] =>
    [...new Set(touched.filter((each) => each.label === label).map((each) => each.id))].sort();
  const drops =
    before.length === 0
      ? []
      : [
          run(transaction, ask.dropAgencies, { ids: ids("Agency", before) }),
          run(transaction, ask.dropDocuments, { ids: ids("Document", before) }),
          run(transaction, ask.dropPersons, { ids: ids("Person", before) }),
        ];
  await Promise.all([
    ...drops,
    refreshCited(transaction, ids("Document", [...before, ...now])),
    refreshAgencies(transaction, ids("Agency", [...before, ...now]), view),
  ]);
}

async function refreshCited(transaction: Transaction, ids: readonly string[]): Promise<void> {
  const citations = await run(transaction, ask.citations, { ids: [...ids] });
  const rows = [...groupBy(citations, (citation) => citation.id)].map(([id, cited]) => {
    const days = distinct(cited.map((citation) => citation.issuedOn));
    const issuers = distinct(cited.map((citation) => citation.issuer));
    return {
      id,
      issuedOn: days.length === 1 ? (days[0] ?? null) : null,
      issuerName: issuers[0] ?? null,
      diagnostics:
        days.length <= 1
          ? []
          : [
              `DATES_DIFFER: cited as of ${cited.flatMap(({ issuedOn, citing }) => (issuedOn === null ? [] : [`${issuedOn} by ${citing}`])).join(", ")}`,
            ],
    };
  });
  if (rows.length > 0) await run(transaction, ask.writeCited, { rows });
}

async function refreshAgencies(transaction: Transaction, ids: readonly string[], view: RegistryView): Promise<void> {
  const named = await run(transaction, ask.agencyNames, { ids: [...ids] });
  const rows = [...groupBy(named, (each) => each.id)].flatMap(([id, names]) => {
    const body = view.body(id);
    const name = nameOf(body, view) ?? distinct(names.map((each) => each.name))[0];
    if (name === undefined) return [];
    const row = { id, name, folded: foldedNames(name, body, view) };
    return names.every(({ now, folded }) => now === name && folded === row.folded) ? [] : [row];
  });
  if (rows.length > 0) await run(transaction, ask.writeAgencies, { rows });
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))].sort();
}
