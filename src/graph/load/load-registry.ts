import { fold } from "../../registry/fold.ts";
import { documentName } from "../names.ts";
import { read, run } from "../statement.ts";
import type { Store, Transaction } from "../store.ts";
import { standingOf } from "./periods.ts";
import { foldedNames, mayHaveCaucus, membershipsOf, nameOf, partsOf } from "./registry-view.ts";
import { COUNTRY, type RegistryView } from "./body.ts";
import { successionsOf } from "./successions.ts";
import { registryStatements as write } from "./statements.ts";

/**
 * Writes what the registry knows of the whole country and of these places (`vn/an-giang`), where the store does not have it from this same registry
 * already (`sha256` of its files). One transaction a place.
 */
export async function loadRegistryInto(
  store: Store,
  view: RegistryView,
  sha256: string,
  places: readonly string[],
): Promise<void> {
  const wanted = [COUNTRY, ...new Set(places.filter((place) => place !== COUNTRY))];
  const marked = await read(store, write.marked, { places: wanted });
  const written = new Map(marked.map((row) => [row.place, row.sha256]));
  for (const place of wanted) {
    if (written.get(place) === sha256) continue;
    await store.write(async (transaction) => {
      if (place === COUNTRY) await writeCountry(transaction, view);
      await writeBodies(transaction, view, place);
      await run(transaction, write.mark, { place, sha256 });
    });
  }
}

async function writeCountry(transaction: Transaction, view: RegistryView): Promise<void> {
  const { registry } = view;
  await run(transaction, write.places, {
    rows: [
      { id: COUNTRY, name: "Việt Nam", kind: "nước", from: null, until: null },
      ...registry.provinces.map(({ id, name, kind, from, until }) => ({
        id: `${COUNTRY}/${id}`,
        name,
        kind,
        from,
        until,
      })),
    ],
  });
  await run(transaction, write.placeSuccession, {
    rows: registry.successions.flatMap(({ level, from, to, source, on, by, kind, partial, subject, dayVaries }) => {
      if (level !== "place" || to === null) return [];
      const ends = { from: `${COUNTRY}/${from}`, to: `${COUNTRY}/${to}` };
      return [{ ...ends, on, by, kind, partial, subject, dayVaries, basis: source }];
    }),
  });
  await run(transaction, write.documents, { rows: registeredDocuments(view) });
  for (const [relation, statement] of Object.entries(write.links)) {
    const rows = registry.documentLinks.filter((link) => link.relation === relation);
    await run(transaction, statement, { rows: rows.map(({ from, to, source }) => ({ from, to, note: source })) });
  }
}

/** Rows of the documents that the registry knows. */
export function registeredDocuments(view: RegistryView) {
  const { registry } = view;
  return registry.centralDocuments.map(({ id, kind, number, symbol, title, issuer, issuedOn }) => {
    const name = documentName({ id, kind, number, symbol }, view, { printed: title });
    const issuerName = registry.agency("centre", issuer.split("/").at(-1) ?? "")?.name ?? null;
    const folded = fold(`${name} ${title}`);
    return { id, name, kind: kind.toUpperCase(), number, symbol, title, issuerName, issuedOn, folded };
  });
}

async function writeBodies(transaction: Transaction, view: RegistryView, place: string): Promise<void> {
  const { registry } = view;
  const level = place === COUNTRY ? "centre" : "province";
  const listed = registry.agencies(level).filter((agency) => agency.rest === null && agency.everywhere);
  const agencies = listed.map((agency) => view.body(`${place}/${agency.id}`));
  const groups = registry.groups(level).map((group) => view.body(`${place}/${group.id}`));
  await run(transaction, write.agencies, {
    rows: [...agencies, ...groups].map((body) => {
      const name = nameOf(body, view) ?? body.type;
      return {
        id: body.id,
        place,
        name,
        type: body.type,
        collective: body.group !== null,
        membersKnown: body.group?.membersKnown ?? null,
        ...standingOf(body, view),
        mayHaveCaucus: mayHaveCaucus(body, view),
        folded: foldedNames(name, body, view),
      };
    }),
  });
  await run(transaction, write.clearPlace, { place });
  await run(transaction, write.memberships, { rows: agencies.flatMap((body) => membershipsOf(body, view)) });
  await run(transaction, write.parts, { rows: agencies.flatMap(partsOf) });
  await run(transaction, write.successions, { rows: agencies.flatMap((body) => [...successionsOf(body, view)]) });
}
