import * as z from "zod/mini";

// Shapes that several answers share.

export const text = z.nullable(z.string());
export const role = z.enum(["LEADS", "COOPERATES", "DIRECTED", "REPORTS", "RECEIVES", "ISSUES"]);
export const via = z.enum(["NAMED", "GROUP", "SUCCESSOR"]);
export const basis = z.nullable(z.enum(["STATED", "ASSIGNED"]));
export const scope = z.enum(["ALL", "RELEVANT"]);
export const standing = z.enum(["EXTRACTED", "REVIEWED", "REGISTRY"]);
export const relation = z.enum(["IMPLEMENTS", "BASED_ON", "MENTIONS", "CONTINUES", "REPLACES", "AMENDS"]);

export const agencyBrief = z.object({ id: z.string(), name: text, collective: z.boolean() });
export const documentBrief = z.object({
  id: z.string(),
  name: text,
  title: text,
  held: z.boolean(),
  issuedOn: text,
  notBefore: text,
});
export const evidence = z.object({
  source: z.string(),
  document: text,
  section: text,
  address: text,
  start: z.nullable(z.int()),
  end: z.nullable(z.int()),
  text,
  standing,
  confidence: z.nullable(z.number()),
  note: text,
});
export const taskBrief = z.object({
  id: z.string(),
  documentId: z.string(),
  section: text,
  address: text,
  ordinal: z.int(),
  headings: z.array(z.string()),
  text,
  summaryVi: text,
  summaryEn: text,
  dueText: text,
  dueFrom: text,
  dueTo: text,
  dueDay: text,
  recurs: text,
});
export const reportingLine = z.object({
  from: z.nullable(agencyBrief),
  to: agencyBrief,
  via: z.nullable(agencyBrief),
  distance: z.int(),
  recurs: text,
  deadline: text,
  nextDue: text,
  document: documentBrief,
  evidence: z.array(evidence),
});

export type Role = z.output<typeof role>;
export type Via = z.output<typeof via>;
export type Basis = z.output<typeof basis>;
export type Relation = z.output<typeof relation>;
export type Agency = z.output<typeof agencyBrief>;
export type DocumentBrief = z.output<typeof documentBrief>;
export type Evidence = z.output<typeof evidence>;
export type Task = z.output<typeof taskBrief>;
export type ReportingLine = z.output<typeof reportingLine>;

/** What each shape asks for, to be put after a question. */
export const FIELDS = {
  agency: "fragment AgencyBrief on Agency { id name collective }",
  document: "fragment DocumentBrief on Document { id name title held issuedOn notBefore }",
  evidence:
    "fragment EvidenceParts on Evidence { source document section address start end text standing confidence note }",
  task: "fragment TaskBrief on Task { id documentId section address ordinal headings text summaryVi summaryEn dueText dueFrom dueTo dueDay recurs }",
  line: "fragment Line on ReportingLine { from { ...AgencyBrief } to { ...AgencyBrief } via { ...AgencyBrief } distance recurs deadline nextDue document { ...DocumentBrief } evidence { ...EvidenceParts } }",
};
