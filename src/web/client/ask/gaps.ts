import * as z from "zod/mini";
import { question } from "../core/graphql.ts";
import {
  agencyBrief,
  basis,
  documentBrief,
  evidence,
  FIELDS,
  reportingLine,
  role,
  scope,
  taskBrief,
  text,
} from "./shapes.ts";

export const GAP_KINDS = [
  "NO_LEAD",
  "SEVERAL_LEADS",
  "ONLY_GROUPS",
  "LEAD_NOT_RECIPIENT",
  "LEAD_DISSOLVED",
  "NO_REPORTING",
  "BROKEN_LINEAGE",
  "NOT_CARRIED_OUT",
] as const;
export type GapKind = (typeof GAP_KINDS)[number];
const gap = z.object({
  kind: z.enum(GAP_KINDS),
  subject: z.string(),
  explanation: z.string(),
  document: z.nullable(documentBrief),
  task: z.nullable(taskBrief),
  agency: z.nullable(agencyBrief),
  evidence: z.array(evidence),
});
export type Gap = z.output<typeof gap>;
const PARTS = [FIELDS.document, FIELDS.task, FIELDS.agency, FIELDS.evidence].join("\n");
export const gapsIn = question(
  `query Gaps($document: ID, $place: String, $kinds: [GapKind!], $asOf: Date, $first: Int!) {
    gaps(document: $document, place: $place, kinds: $kinds, asOf: $asOf, first: $first) {
      totalCount hasNextPage
      items { kind subject explanation document { ...DocumentBrief } task { ...TaskBrief } agency { ...AgencyBrief } evidence { ...EvidenceParts } }
    }
  }\n${PARTS}`,
  z.object({ gaps: z.object({ totalCount: z.int(), hasNextPage: z.boolean(), items: z.array(gap) }) }),
);

const obligation = z.object({
  due: z.string(),
  recurs: text,
  task: z.nullable(taskBrief),
  line: z.nullable(reportingLine),
  agencies: z.array(z.object({ agency: agencyBrief, role, basis, scope })),
  document: documentBrief,
  evidence: z.array(evidence),
});
export type Obligation = z.output<typeof obligation>;
export const obligationsIn = question(
  `query Obligations($agency: ID, $place: String, $from: Date!, $to: Date!) {
    obligations(agency: $agency, place: $place, from: $from, to: $to) {
      due recurs task { ...TaskBrief } line { ...Line } agencies { role basis scope agency { ...AgencyBrief } } document { ...DocumentBrief } evidence { ...EvidenceParts }
    }
  }\n${PARTS}\n${FIELDS.line}`,
  z.object({ obligations: z.array(obligation) }),
);
