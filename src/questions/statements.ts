import { z } from "zod";
import { statement } from "../graph/statement.ts";
import { basis, day, evidence, id, ids, text } from "./shapes.ts";

// The declarations of `cypher/query`; those of gaps and of duties with a day stand in files of their own.

export * from "./due-statements.ts";
export * from "./gap-statements.ts";

export const relation = z.enum(["IMPLEMENTS", "BASED_ON", "MENTIONS", "CONTINUES", "REPLACES", "AMENDS"]);
export type Relation = z.output<typeof relation>;
const taskRole = z.enum(["LEADS", "COOPERATES", "DIRECTED"]);
const scope = z.enum(["all", "relevant"]);

export const documents = statement("query/documents", {
  params: ids,
  row: z.strictObject({
    id,
    name: z.string(),
    kind: text,
    number: text,
    symbol: text,
    title: text,
    issuerName: text,
    issuedOn: day,
    notBefore: day,
    periodFrom: day,
    periodTo: day,
    held: z.boolean(),
    conflict: z.boolean(),
    diagnostics: z.array(z.string()),
    taskCount: z.int(),
  }),
});

const linkShape = {
  params: z.strictObject({ ids: z.array(id), relations: z.array(relation) }),
  row: z.strictObject({
    from: id,
    to: id,
    relation,
    direct: z.boolean(),
    statedBy: id.nullable(),
    note: text,
    ...evidence,
  }),
};
export const linksUp = statement("query/links-up", linkShape);
export const linksDown = statement("query/links-down", linkShape);

export const agencies = statement("query/agencies", {
  params: ids,
  row: z.strictObject({
    id,
    name: z.string(),
    type: z.string(),
    collective: z.boolean(),
    membersKnown: z.boolean().nullable(),
    from: day,
    until: day,
    place: id.nullable(),
    placeName: text,
  }),
});

export const groupsOf = statement("query/groups-of", {
  params: ids,
  row: z.strictObject({
    member: id,
    group: id,
    document: id.nullable(),
    from: day,
    until: day,
    onlyWhereNamed: text,
    basis: z.string(),
  }),
});

export const partsOf = statement("query/parts-of", {
  params: ids,
  row: z.strictObject({
    agency: id,
    role: taskRole,
    basis,
    inherited: z.boolean(),
    scope,
    namesMassOrganisations: z.boolean(),
    task: id,
    ordinal: z.int(),
    headings: z.array(z.string()),
    dueTo: day,
    document: id,
    on: day,
  }),
});

export const tasks = statement("query/tasks", {
  params: ids,
  row: z.strictObject({
    id,
    document: id,
    section: z.string(),
    address: text,
    ordinal: z.int(),
    headings: z.array(z.string()),
    start: z.int(),
    end: z.int(),
    source: z.string(),
    text,
    summaryVi: text,
    summaryEn: text,
    dueText: text,
    dueFrom: day,
    dueTo: day,
    dueDay: text,
    recurs: text,
    standing: z.string(),
    confidence: z.number().nullable(),
  }),
});

export const partsIn = statement("query/parts-in", {
  params: ids,
  row: z.strictObject({
    task: id,
    agency: id,
    role: taskRole,
    basis,
    inherited: z.boolean(),
    scope,
    cue: text,
    ...evidence,
  }),
});

export const documentsOf = statement("query/documents-of", {
  params: ids,
  row: z.strictObject({ agency: id, relation: z.enum(["ISSUED", "RECEIVES"]), document: id, on: day, ...evidence }),
});

const lineRow = z.strictObject({
  agency: id,
  position: z.enum(["FROM", "VIA", "TO"]),
  from: id.nullable(),
  to: id,
  via: id.nullable(),
  recurs: text,
  deadline: text,
  document: id,
  ...evidence,
});
export const linesOf = statement("query/lines-of", { params: ids, row: lineRow });
const ofDocuments = { params: z.strictObject({ ids: z.array(id), documents: z.array(id) }), row: lineRow };
export const linesSent = statement("query/lines-sent", ofDocuments);
export const linesReceived = statement("query/lines-received", ofDocuments);

const successionShape = {
  params: z.strictObject({ ids: z.array(id), asOf: z.iso.date() }),
  row: z.strictObject({
    from: id,
    to: id,
    on: z.iso.date(),
    by: text,
    kind: z.string(),
    partial: z.boolean(),
    subject: text,
    dayVaries: z.boolean(),
    source: z.string(),
    until: day,
  }),
};
export const predecessorsOf = statement("query/predecessors", successionShape);
export const successorsOf = statement("query/successors", successionShape);

export const openGroups = statement("query/open-groups", {
  params: z.strictObject({ id, asOf: day }),
  row: z.strictObject({ group: id, count: z.int() }),
});

export const tasksOf = statement("query/tasks-of", {
  params: z.strictObject({ id, limit: z.int() }),
  row: z.strictObject({ id }),
});

export const documentsNumbered = statement("query/documents-numbered", {
  params: z.strictObject({ numbers: z.array(z.string()) }),
  row: z.strictObject({ id, kind: text, symbol: text, issuedOn: day, held: z.boolean() }),
});

const namedRow = z.strictObject({ id, named: z.boolean(), ofPlace: z.boolean() });
export const agenciesTyped = statement("query/agencies-typed", {
  params: z.strictObject({ types: z.array(z.string()) }),
  row: namedRow,
});
export const agenciesNamed = statement("query/agencies-named", { params: ids, row: namedRow });

export const found = statement("query/found", {
  params: ids,
  row: z.strictObject({ id, label: z.enum(["Document", "Agency", "Task"]), passages: z.array(text) }),
});

export const heldTexts = statement("query/held-texts", {
  params: ids,
  row: z.strictObject({ document: id, source: z.string(), text: z.string() }),
});

export const suggestions = statement("query/suggestions", {
  params: z.strictObject({}),
  row: z.strictObject({
    held: id,
    heldKind: text,
    notBefore: day,
    cited: id,
    citedName: z.string(),
    number: z.string(),
    symbol: text,
    issuedOn: day,
    targetName: z.string(),
  }),
});
