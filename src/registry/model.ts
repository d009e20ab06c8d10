import { z } from "zod";

// Shapes of the rows in data/registry, one file each. Days are ISO dates and periods half open: `until` is the first
// day without the thing. `null` means not known or not there, never "for ever".

const day = z.iso.date();
const name = z.string().min(1);
const names = z.array(name).readonly().default([]);
const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u);
/** A local id that may stand for many bodies: "ubnd-huyen-*", "bao-*". */
const patternId = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*(?:-\*)?$/u);
const documentId = z.string().regex(/^vn(?:\/[a-z0-9~-]+)+$/u);

/** Where the fact was read, and which fields are general knowledge only: no answer may rest on those silently. */
const provenance = { source: name, unconfirmed: names };
const period = { from: day.nullable().default(null), until: day.nullable().default(null) };

/** The part of an id between "vn" and the body: a province's bodies carry its name, central ones carry none. */
export const level = z.enum(["province", "centre"]);
export type Level = z.output<typeof level>;

/**
 * A province-level unit. One that went on under its name with a bigger territory is one row with `reshapedOn`; one that took
 * another name (Thừa Thiên Huế, Huế) is two rows. `cityFrom` is the day since which it is a centrally run city.
 */
export const provinceRow = z
  .strictObject({
    id,
    name,
    kind: z.enum(["tỉnh", "thành phố"]),
    ...period,
    successor: id.nullable().default(null),
    aliases: names,
    reshapedOn: day.nullable().default(null),
    /** The province whose seat the authorities of a reshaped one have. */
    seat: id.nullable().default(null),
    cityFrom: day.nullable().default(null),
    ...provenance,
  })
  .readonly();
export type Province = z.output<typeof provinceRow>;

/** A kind of document: its code in ids, its symbols in State and Party numbers, and the words that name it (`headings` print it in capitals). */
export const documentKindRow = z
  .strictObject({
    code: id,
    name,
    aliases: names,
    state: names,
    party: names,
    headings: names,
    usage: names,
    ...provenance,
  })
  .readonly();
export type DocumentKind = z.output<typeof documentKindRow>;

/**
 * The body part of a document id and the symbols printed for it. The part is the symbol itself, so that "SNN" and "SNN&PTNT" give two though one body
 * issues under both; only `ubnd` and `tw` gather several. A `termed` symbol is printed with the term of the assembly: "QH15".
 */
export const issuingBodyRow = z
  .strictObject({
    body: id,
    symbols: names,
    level,
    /** Agencies (local ids) that issue under the symbol, the usual one first. */
    issuers: z.array(patternId).min(1).readonly(),
    name,
    termed: z.boolean().default(false),
    usage: names,
    ...provenance,
  })
  .readonly();
export type IssuingBody = z.output<typeof issuingBodyRow>;

/**
 * What sort of body it is. Of the Party: a "party-caucus" is a ban cán sự đảng, a "party-group" a đảng đoàn, a "party-organ" an advisory body or office of a
 * committee, a "standing-board" the part of a body that acts between its sessions, an "affiliated-committee" one directly under the provincial committee. A "department" is a cơ quan chuyên môn, a "vertical" body is of a
 * central line in a province (police, statistics), "district" bodies are those of the tier that ended on 1/7/2025.
 */
export const agencyClass = z.enum([
  "party-committee",
  "standing-board",
  "party-organ",
  "party-caucus",
  "party-group",
  "affiliated-committee",
  "council",
  "committee",
  "office",
  "department",
  "board",
  "vertical",
  "court",
  "procuracy",
  "front",
  "mass-organisation",
  "association",
  "service-unit",
  "press",
  "school",
  "district",
  "district-party-committee",
  "commune",
  "commune-party-committee",
  "government",
  "assembly",
  "state-office",
  "ministry",
  "ministerial-agency",
  "government-agency",
]);

/**
 * A body, as it is in every province (`level` "province") or once (`level` "centre"). An id ending in "-*" stands for one body a name:
 * `rest` tells what the star may be. `cityName` is its name in a centrally run city; the id in the graph stays, as the symbol does ("TU" of a Tỉnh ủy and a Thành ủy).
 */
export const agencyRow = z
  .strictObject({
    id: patternId,
    level,
    name,
    cityName: name.nullable().default(null),
    class: agencyClass,
    aliases: names,
    abbreviations: names,
    symbols: names,
    ...period,
    /** Fields whose day differs by province: `until` is then the first day on which it had ended everywhere, `from` the first on which it may stand. */
    dayVaries: z
      .array(z.enum(["from", "until"]))
      .readonly()
      .default([]),
    reshapedOn: day.nullable().default(null),
    partOf: patternId.nullable().default(null),
    /** The body whose leaders a party-caucus or a party-group joins: what is sent to the one reaches the other. */
    caucusOf: patternId.nullable().default(null),
    /** False where only some provinces have it. */
    everywhere: z.boolean().default(true),
    rest: z.enum(["province", "name"]).nullable().default(null),
    /** Names above that are common usage, not read in a document. */
    usage: names,
    ...provenance,
  })
  .readonly();
export type Agency = z.output<typeof agencyRow>;

const onlyWhereNamed = { onlyWhereNamed: name.nullable().default(null) };
/** Who belongs to a group: one body, every body of a class, or every body whose id has the pattern. `inEachProvince`: one body of each province. */
export const groupMember = z.union([
  z.strictObject({ class: agencyClass, ...onlyWhereNamed }),
  z.strictObject({ agency: id, inEachProvince: z.boolean().default(false), ...onlyWhereNamed }),
  z.strictObject({ pattern: patternId, ...onlyWhereNamed }),
]);
export type GroupMember = z.output<typeof groupMember>;

/** A collective: bodies that a text addresses together. Where `membersKnown` is false nobody can say who belongs to it. */
export const groupRow = z
  .strictObject({
    id,
    level,
    name,
    wordings: names,
    membersKnown: z.boolean(),
    members: z.array(groupMember).readonly().default([]),
    ...provenance,
  })
  .readonly();
export type Group = z.output<typeof groupRow>;

/** The session of a Central Committee that adopted a resolution: term in Roman numerals, number of the session. */
export const plenum = z.strictObject({ term: z.string().regex(/^[IVX]+$/u), session: z.int().positive() }).readonly();

/** A central document. Where its day is not confirmed `issuedOn` is null, its id has "~" for the year and the value waits in `unconfirmedValues`. */
export const centralDocumentRow = z
  .strictObject({
    id: documentId,
    kind: id,
    number: name.nullable(),
    symbol: name.nullable(),
    title: name,
    issuer: id,
    issuedOn: day.nullable().default(null),
    inForceFrom: day.nullable().default(null),
    plenum: plenum.nullable().default(null),
    unconfirmedValues: z.record(z.string(), z.unknown()).readonly().optional(),
    ...provenance,
  })
  .readonly();
export type CentralDocument = z.output<typeof centralDocumentRow>;

/** What one central document does to another, as read in a source or said by its title. An unconfirmed row is kept for people and left out of answers. */
export const documentLinkRow = z
  .strictObject({
    from: documentId,
    to: documentId,
    relation: z.enum(["CONTINUES", "IMPLEMENTS", "REPLACES", "AMENDS"]),
    source: name,
    unconfirmed: z.boolean().default(false),
  })
  .readonly();
export type DocumentLink = z.output<typeof documentLinkRow>;

/** Who became whom. `level` "place" is of provinces, the others of agencies; `to` is null where nobody took over, `subject` what went over where it was not all. */
export const successionRow = z
  .strictObject({
    level: z.enum(["place", "province", "centre"]),
    from: patternId,
    to: patternId.nullable(),
    on: day,
    kind: z.enum(["merged", "split", "renamed", "dissolved"]),
    /** The central document that says so; null where none was read. */
    by: documentId.nullable().default(null),
    partial: z.boolean().default(false),
    subject: name.nullable().default(null),
    /** True where the day differs by province: `on` is then the first day on which it had happened everywhere. */
    dayVaries: z.boolean().default(false),
    source: name,
    unconfirmed: z.boolean().default(false),
  })
  .readonly();
export type Succession = z.output<typeof successionRow>;

/** A name that is known to mean more than one body at a time; whoever meets it has to say so. */
export const ambiguousNameRow = z
  .strictObject({ level, name, candidates: z.array(patternId).min(2).readonly(), source: name })
  .readonly();

/** A word that stands for several wherever it is printed: "UBND", "MTTQ". */
export const shortFormRow = z.strictObject({ short: name, full: name, source: name }).readonly();
export type ShortForm = z.output<typeof shortFormRow>;

/** The files of data/registry and the shape of their rows. */
export const registryFiles = {
  provinces: provinceRow,
  "document-kinds": documentKindRow,
  "issuing-bodies": issuingBodyRow,
  agencies: agencyRow,
  groups: groupRow,
  "central-documents": centralDocumentRow,
  "document-links": documentLinkRow,
  succession: successionRow,
  "ambiguous-names": ambiguousNameRow,
  "short-forms": shortFormRow,
} as const;
export type RegistryFile = keyof typeof registryFiles;
export type RegistryRows = { readonly [F in RegistryFile]: readonly z.output<(typeof registryFiles)[F]>[] };
