import { z } from "zod";
import { statement } from "../statement.ts";

// The declarations of `cypher/load`. Rows of properties are built in `document-rows.ts` and `registry-rows.ts`.

const id = z.string();
const none = z.strictObject({});
const day = z.string().nullable();
/** Built in `document-rows.ts`: looked at, not copied. */
const properties = z.custom<Readonly<Record<string, unknown>>>((value) => typeof value === "object" && value !== null);
const written = <P extends z.ZodType>(name: string, params: P) => statement(`load/${name}`, { params, row: none });
const rowsOf = <R extends z.ZodType>(row: R) => z.strictObject({ rows: z.array(row) });

/** One entry a row, built in `document-rows.ts`: looked at, not copied. */
const column = z.custom<readonly unknown[]>(Array.isArray);
/** What each of several documents adds, in columns (see `columns.ts`). */
const columnsOf = <N extends string>(...names: readonly N[]) => {
  const columns = Object.fromEntries(names.map((name) => [name, column])) as Record<N, typeof column>;
  return z.strictObject({ documents: z.array(z.strictObject({ owner: id, source: z.string(), ...columns })) });
};
const SURENESS = ["standing", "confidence"] as const;
const EVIDENCE = [...SURENESS, "at", "section", "start", "end", "words"] as const;
const relation = columnsOf(
  "from",
  "to",
  "direct",
  "statedBy",
  "note",
  "citedOn",
  "citedIssuer",
  "citedSymbol",
  ...EVIDENCE,
);
const part = columnsOf("agency", "task", "basis", "inherited", "scope", "namesMassOrganisations", "cue", ...EVIDENCE);
const LINE = ["to", "via", "recurs", "deadline", ...EVIDENCE] as const;
const line = columnsOf("from", ...LINE);
const membership = z.object({
  member: id,
  group: id,
  from: day,
  until: day,
  onlyWhereNamed: z.string().nullable(),
  basis: z.string(),
});
const succession = z.object({
  from: id,
  to: id,
  on: z.iso.date(),
  by: z.string().nullable(),
  kind: z.string(),
  partial: z.boolean(),
  subject: z.string().nullable(),
  dayVaries: z.boolean(),
  basis: z.string(),
});
const registryLink = z.object({ from: id, to: id, note: z.string() });

export const registryStatements = {
  places: written(
    "registry/places",
    rowsOf(z.object({ id, name: z.string(), kind: z.string(), from: day, until: day })),
  ),
  placeSuccession: written("registry/place-succession", rowsOf(succession)),
  successions: written("registry/successions", rowsOf(succession)),
  documents: written(
    "registry/documents",
    rowsOf(
      z.object({
        id,
        name: z.string(),
        kind: z.string(),
        number: z.string().nullable(),
        symbol: z.string().nullable(),
        title: z.string(),
        issuerName: z.string().nullable(),
        issuedOn: day,
        folded: z.string(),
      }),
    ),
  ),
  agencies: written(
    "registry/agencies",
    rowsOf(
      z.object({
        id,
        place: id,
        name: z.string(),
        type: z.string(),
        collective: z.boolean(),
        membersKnown: z.boolean().nullable(),
        from: day,
        until: day,
        dayVaries: z.boolean(),
        endBasis: z.string().nullable(),
        mayHaveCaucus: z.boolean(),
        folded: z.string(),
      }),
    ),
  ),
  clearPlace: written("registry/clear-place", z.strictObject({ place: id })),
  memberships: written("registry/memberships", rowsOf(membership)),
  parts: written("registry/parts", rowsOf(z.object({ part: id, whole: id, basis: z.string(), kind: z.string() }))),
  links: {
    IMPLEMENTS: written("registry/implements", rowsOf(registryLink)),
    CONTINUES: written("registry/continues", rowsOf(registryLink)),
    REPLACES: written("registry/replaces", rowsOf(registryLink)),
    AMENDS: written("registry/amends", rowsOf(registryLink)),
  },
  mark: written("registry/mark", z.strictObject({ place: id, sha256: z.string() })),
  marked: statement("load/registry/marked", {
    params: z.strictObject({ places: z.array(id) }),
    row: z.strictObject({ place: id, sha256: z.string().nullable() }),
  }),
};

export const documentStatements = {
  document: written(
    "document/document",
    rowsOf(
      z.object({ properties: z.looseObject({ id }), issuedOn: day, notBefore: day, periodFrom: day, periodTo: day }),
    ),
  ),
  source: written("document/source", rowsOf(z.object({ document: id, names: z.array(z.string()), properties }))),
  cited: written(
    "document/cited",
    rowsOf(
      z.object({
        id,
        name: z.string(),
        kind: z.string(),
        number: z.string().nullable(),
        symbol: z.string().nullable(),
        folded: z.string(),
      }),
    ),
  ),
  relations: {
    IMPLEMENTS: written("document/implements", relation),
    BASED_ON: written("document/based-on", relation),
    MENTIONS: written("document/mentions", relation),
    CONTINUES: written("document/continues", relation),
    REPLACES: written("document/replaces", relation),
    AMENDS: written("document/amends", relation),
  },
  agencies: written(
    "document/agencies",
    rowsOf(
      z.object({
        id,
        name: z.string(),
        type: z.string(),
        collective: z.boolean(),
        membersKnown: z.boolean().nullable(),
        from: day,
        until: day,
        dayVaries: z.boolean(),
        endBasis: z.string().nullable(),
        mayHaveCaucus: z.boolean(),
        folded: z.string(),
      }),
    ),
  ),
  agencyPlaces: written("document/agency-places", rowsOf(z.object({ agency: id, place: id }))),
  memberships: written("document/memberships", rowsOf(membership)),
  place: written("document/place", rowsOf(z.object({ document: id, place: id }))),
  shortNames: written("document/short-names", columnsOf("member", "group", "basis", ...EVIDENCE)),
  names: written("document/names", columnsOf("agency", "name", ...EVIDENCE)),
  issued: written("document/issued", columnsOf("agency", ...EVIDENCE)),
  signed: written("document/signed", columnsOf("person", "name", "position", "onBehalfOf", ...EVIDENCE)),
  tasks: written(
    "document/tasks",
    columnsOf(
      "id",
      "section",
      "address",
      "ordinal",
      "headings",
      "start",
      "end",
      "text",
      "summaryVi",
      "summaryEn",
      "dueText",
      "dueFrom",
      "dueTo",
      "dueDay",
      "recurs",
      "dueConfidence",
      ...SURENESS,
      "folded",
    ),
  ),
  targets: written(
    "document/targets",
    columnsOf(
      "id",
      "section",
      "address",
      "ordinal",
      "indicator",
      "value",
      "low",
      "high",
      "comparison",
      "unit",
      "by",
      "start",
      "end",
      "summaryVi",
      "summaryEn",
      ...SURENESS,
    ),
  ),
  leads: written("document/leads", part),
  cooperates: written("document/cooperates", part),
  directed: written("document/directed", part),
  carriesOut: written("document/carries-out", columnsOf("task", "cited", ...EVIDENCE)),
  reports: written("document/reports", line),
  reportsUnnamed: written("document/reports-unnamed", columnsOf(...LINE)),
  passesOn: written("document/passes-on", line),
  receives: written("document/receives", columnsOf("agency", ...EVIDENCE)),
};

const ids = z.strictObject({ ids: z.array(id) });
const hashes = z.strictObject({ hashes: z.array(z.string()) });
const cleared = (name: string) => written(`clear/${name}`, ids);
/** In this order: links and lines are found through what the document cites and names. */
export const clearStatements = [
  cleared("tasks"),
  cleared("targets"),
  cleared("links"),
  cleared("lines"),
  cleared("outgoing"),
  cleared("incoming"),
];
export const unhold = cleared("unhold");

export const refreshStatements = {
  touched: statement("load/refresh/touched", {
    params: ids,
    row: z.strictObject({ label: z.enum(["Agency", "Document", "Person"]), id }),
  }),
  dropAgencies: written("refresh/drop-agencies", ids),
  dropDocuments: written("refresh/drop-documents", ids),
  dropPersons: written("refresh/drop-persons", ids),
  citations: statement("load/refresh/citations", {
    params: ids,
    row: z.strictObject({
      id,
      citing: id,
      issuedOn: day,
      issuer: z.string().nullable(),
      symbol: z.string().nullable(),
    }),
  }),
  writeCited: written(
    "refresh/write-cited",
    rowsOf(z.object({ id, issuedOn: day, issuerName: z.string().nullable(), diagnostics: z.array(z.string()) })),
  ),
  agencyNames: statement("load/refresh/agency-names", {
    params: ids,
    row: z.strictObject({ id, name: z.string(), now: z.string().nullable(), folded: z.string().nullable() }),
  }),
  writeAgencies: written("refresh/write-agencies", rowsOf(z.object({ id, name: z.string(), folded: z.string() }))),
  heldSource: statement("load/refresh/held-source", {
    params: hashes,
    row: z.strictObject({ sha256: z.string(), id }),
  }),
  heldText: statement("load/refresh/held-text", {
    params: z.strictObject({ sha256: z.string() }),
    row: z.strictObject({ text: z.string().nullable(), facts: z.string().nullable(), review: z.string().nullable() }),
  }),
  heldWords: statement("load/refresh/held-words", {
    params: hashes,
    row: z.strictObject({ sha256: z.string(), text: z.string() }),
  }),
  heldReadings: statement("load/refresh/held-readings", {
    params: hashes,
    row: z.strictObject({
      sha256: z.string(),
      text: z.string().nullable(),
      facts: z.string().nullable(),
      review: z.string().nullable(),
    }),
  }),
  lockSources: written("refresh/lock-sources", hashes),
  namesakes: statement("load/refresh/namesakes", {
    params: rowsOf(z.strictObject({ name: z.string(), sha256: z.string() })),
    row: z.strictObject({ of: z.string(), sha256: z.string(), review: z.string() }),
  }),
  heldDocument: statement("load/refresh/held-document", {
    params: ids,
    row: z.strictObject({ id, sha256: z.string(), name: z.string(), review: z.string() }),
  }),
  dropSources: written("refresh/drop-sources", hashes),
  rivals: statement("load/refresh/rivals", {
    params: ids,
    row: z.strictObject({ claimed: id, id, sha256: z.string(), name: z.string() }),
  }),
  flagConflict: written("refresh/flag-conflict", ids),
  known: statement("load/refresh/known", {
    params: z.strictObject({ numbers: z.array(z.string()) }),
    row: z.strictObject({ id, title: z.string().nullable(), issuedOn: day }),
  }),
};
