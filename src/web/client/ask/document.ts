import * as z from "zod/mini";
import { question } from "../core/graphql.ts";
import {
  agencyBrief,
  basis,
  documentBrief,
  evidence,
  FIELDS,
  relation,
  reportingLine,
  role,
  scope,
  taskBrief,
  text,
} from "./shapes.ts";

const count = z.int();
const flat = {
  source: z.array(z.string()),
  section: z.array(z.string()),
  start: z.array(z.int()),
  end: z.array(z.int()),
  words: z.array(z.string()),
  standing: z.string(),
  confidence: z.nullable(z.number()),
};
const target = z.object({
  id: z.string(),
  section: text,
  indicator: text,
  value: z.nullable(z.number()),
  low: z.nullable(z.number()),
  high: z.nullable(z.number()),
  comparison: text,
  unit: text,
  by: text,
  summaryVi: text,
  summaryEn: text,
  start: z.nullable(z.int()),
  end: z.nullable(z.int()),
});
export type Target = z.output<typeof target>;
const linked = z.object({
  edges: z.array(
    z.object({ node: documentBrief, properties: z.object({ direct: z.boolean(), owner: z.string(), ...flat }) }),
  ),
});
const head = z.extend(documentBrief, {
  kind: text,
  number: text,
  symbol: text,
  issuerName: text,
  periodFrom: text,
  periodTo: text,
  conflict: z.boolean(),
  diagnostics: z.array(z.string()),
  places: z.array(z.object({ id: z.string(), name: text })),
  issuedBy: z.array(agencyBrief),
  signedByConnection: z.object({
    edges: z.array(
      z.object({ node: z.object({ name: text }), properties: z.object({ position: text, onBehalfOf: text }) }),
    ),
  }),
  recipientsConnection: z.object({
    totalCount: count,
    edges: z.array(z.object({ node: agencyBrief, properties: z.object(flat) })),
  }),
  tasksConnection: z.object({ totalCount: count }),
  targets: z.array(target),
  basedOnConnection: linked,
  implementsConnection: linked,
});
export type DocumentHead = z.output<typeof head>;

const FLAT = "source section start end words standing confidence";
const LINKED = `{ edges { node { ...DocumentBrief } properties { direct owner ${FLAT} } } }`;
/** What a document's page shows above its parts. */
export const documentHead = question(
  `query Document($id: ID!) {
    documents(where: { id: { eq: $id } }) {
      ...DocumentBrief kind number symbol issuerName periodFrom periodTo conflict diagnostics places { id name } issuedBy { ...AgencyBrief }
      signedByConnection { edges { node { name } properties { position onBehalfOf } } }
      recipientsConnection(first: 200) { totalCount edges { node { ...AgencyBrief } properties { ${FLAT} } } }
      tasksConnection { totalCount }
      targets(limit: 200, sort: [{ start: ASC }]) { id section indicator value low high comparison unit by summaryVi summaryEn start end }
      basedOnConnection(first: 100) ${LINKED} implementsConnection(first: 100) ${LINKED}
    }
  }\n${FIELDS.document}\n${FIELDS.agency}`,
  z.object({ documents: z.array(head) }),
);

const lineageShape = z.object({
  root: documentBrief,
  nodes: z.array(z.object({ distance: z.int(), held: z.boolean(), taskCount: z.int(), document: documentBrief })),
  links: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      relation,
      direct: z.boolean(),
      statedBy: text,
      evidence: z.array(evidence),
    }),
  ),
  loops: z.array(z.array(z.string())),
  truncated: z.boolean(),
});
export type Lineage = z.output<typeof lineageShape>;
export type LineageLink = Lineage["links"][number];
export const lineageOf = question(
  `query Lineage($id: ID!, $direction: Direction!, $relations: [Relation!]!) {
    lineage(document: $id, direction: $direction, relations: $relations) {
      root { ...DocumentBrief } loops truncated
      nodes { distance held taskCount document { ...DocumentBrief } }
      links { from to relation direct statedBy evidence { ...EvidenceParts } }
    }
  }\n${FIELDS.document}\n${FIELDS.evidence}`,
  z.object({ lineage: z.nullable(lineageShape) }),
);

const cell = z.object({ task: z.string(), agency: z.string(), role, basis, inherited: z.boolean(), scope });
export type Cell = z.output<typeof cell>;
const matrixShape = z.object({
  tasks: z.array(taskBrief),
  agencies: z.array(z.extend(agencyBrief, { membersKnown: z.nullable(z.boolean()) })),
  cells: z.array(cell),
  truncated: z.boolean(),
});
export type Matrix = z.output<typeof matrixShape>;
export const matrixOf = question(
  `query Matrix($id: ID!) {
    matrix(document: $id) { truncated tasks { ...TaskBrief } agencies { ...AgencyBrief membersKnown } cells { task agency role basis inherited scope } }
  }\n${FIELDS.task}\n${FIELDS.agency}`,
  z.object({ matrix: z.nullable(matrixShape) }),
);

/** Who belongs to a group, each with its days: who was a member on the document's day is told from these. */
export const membersOf = question(
  `query Members($id: ID!) {
    agencies(where: { id: { eq: $id } }) { membersConnection(first: 200) { edges { node { ...AgencyBrief from until } properties { from until onlyWhereNamed } } } }
  }\n${FIELDS.agency}`,
  z.object({
    agencies: z.array(
      z.object({
        membersConnection: z.object({
          edges: z.array(
            z.object({
              node: z.extend(agencyBrief, { from: text, until: text }),
              properties: z.object({ from: text, until: text, onlyWhereNamed: text }),
            }),
          ),
        }),
      }),
    ),
  }),
);

export const linesOf = question(
  `query Lines($id: ID!) { statedLines(document: $id) { ...Line } }\n${FIELDS.line}\n${FIELDS.agency}\n${FIELDS.document}\n${FIELDS.evidence}`,
  z.object({ statedLines: z.nullable(z.array(reportingLine)) }),
);

const factSpan = z.object({
  kind: z.enum(["CITATION", "AGENCY", "TASK", "PART", "TARGET", "REPORT", "RECIPIENT", "SIGNER"]),
  id: z.string(),
  name: text,
  role: text,
  task: text,
  start: z.int(),
  end: z.int(),
});
export type FactSpan = z.output<typeof factSpan>;
export const wordsOf = question(
  `query Words($id: ID!) { words(document: $id) { source text spans { kind id name role task start end } } }`,
  z.object({ words: z.nullable(z.object({ source: z.string(), text: z.string(), spans: z.array(factSpan) })) }),
);
