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
  via,
} from "./shapes.ts";

const dated = z.extend(agencyBrief, { from: text, until: text });
const succession = z.object({
  edges: z.array(
    z.object({
      node: dated,
      properties: z.object({ on: text, by: text, kind: text, partial: z.nullable(z.boolean()), subject: text }),
    }),
  ),
});
const head = z.extend(dated, {
  type: text,
  membersKnown: z.nullable(z.boolean()),
  places: z.array(z.object({ id: z.string(), name: text })),
  memberOf: z.array(agencyBrief),
  members: z.array(agencyBrief),
  partOf: z.array(agencyBrief),
  parts: z.array(agencyBrief),
  succeededByConnection: succession,
  succeedsConnection: succession,
});
export type AgencyHead = z.output<typeof head>;
const SUCCESSION =
  "(first: 50) { edges { node { ...AgencyBrief from until } properties { on by kind partial subject } } }";
export const agencyHead = question(
  `query Agency($id: ID!) {
    agencies(where: { id: { eq: $id } }) {
      ...AgencyBrief type membersKnown from until places { id name }
      memberOf(limit: 100, sort: [{ name: ASC }]) { ...AgencyBrief } members(limit: 200, sort: [{ name: ASC }]) { ...AgencyBrief }
      partOf { ...AgencyBrief } parts { ...AgencyBrief }
      succeededByConnection${SUCCESSION} succeedsConnection${SUCCESSION}
    }
  }\n${FIELDS.agency}`,
  z.object({ agencies: z.array(head) }),
);

const item = z.object({
  role,
  via,
  basis,
  inherited: z.boolean(),
  scope,
  through: z.nullable(agencyBrief),
  task: z.nullable(taskBrief),
  line: z.nullable(reportingLine),
  position: z.nullable(z.enum(["FROM", "VIA", "TO"])),
  document: documentBrief,
  others: z.array(z.object({ agency: agencyBrief, role, basis, scope })),
  evidence: z.array(evidence),
});
export type Responsibility = z.output<typeof item>;
const page = z.object({
  totalCount: z.int(),
  hasNextPage: z.boolean(),
  stands: z.nullable(z.boolean()),
  byRole: z.array(z.object({ role, via, count: z.int() })),
  openGroups: z.array(z.object({ count: z.int(), group: agencyBrief })),
  items: z.array(item),
});
export type ResponsibilityPage = z.output<typeof page>;

/** The most that the page shows and counts with at once. */
export const MOST_ITEMS = 1_000;
export const responsibilitiesOf = question(
  `query Responsibilities($id: ID!, $asOf: Date, $first: Int!) {
    responsibilities(agency: $id, asOf: $asOf, first: $first) {
      totalCount hasNextPage stands byRole { role via count } openGroups { count group { ...AgencyBrief } }
      items {
        role via basis inherited scope position through { ...AgencyBrief } task { ...TaskBrief } line { ...Line } document { ...DocumentBrief }
        others { role basis scope agency { ...AgencyBrief } } evidence { ...EvidenceParts }
      }
    }
  }\n${[FIELDS.agency, FIELDS.task, FIELDS.line, FIELDS.document, FIELDS.evidence].join("\n")}`,
  z.object({ responsibilities: z.nullable(page) }),
);

const reporting = z.object({
  lines: z.array(reportingLine),
  loops: z.array(z.array(z.string())),
  deadEnds: z.array(z.string()),
  truncated: z.boolean(),
});
export const reportingOf = question(
  `query Reporting($id: ID!, $asOf: Date) {
    reporting(agency: $id, asOf: $asOf) { lines { ...Line } loops deadEnds truncated }
  }\n${[FIELDS.line, FIELDS.agency, FIELDS.document, FIELDS.evidence].join("\n")}`,
  z.object({ reporting: z.nullable(reporting) }),
);
