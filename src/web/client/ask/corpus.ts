import * as z from "zod/mini";
import { question } from "../core/graphql.ts";
import { agencyBrief, FIELDS, text } from "./shapes.ts";

const count = z.int();
export const corpusDocument = z.object({
  id: z.string(),
  name: text,
  kind: text,
  number: text,
  title: text,
  issuerName: text,
  issuedOn: text,
  notBefore: text,
  held: z.boolean(),
  conflict: z.boolean(),
  places: z.array(z.object({ id: z.string(), name: text })),
  tasksConnection: z.object({ totalCount: count }),
  implementedByConnection: z.object({ totalCount: count }),
});
export type CorpusDocument = z.output<typeof corpusDocument>;

const DOCUMENT = `fragment Listed on Document {
  id name kind number title issuerName issuedOn notBefore held conflict places { id name }
  tasksConnection { totalCount } implementedByConnection { totalCount }
}`;

/** The corpus at a glance: counts, the held documents, the documents that most carry out. */
export const glance = question(
  `query Glance {
    corpus { held cited texts tasks agencies targets places }
    documents(where: { held: { eq: true } }, limit: 200, sort: [{ notBefore: DESC }]) { ...Listed }
  }\n${DOCUMENT}`,
  z.object({
    corpus: z.object({
      held: count,
      cited: count,
      texts: count,
      tasks: count,
      agencies: count,
      targets: count,
      places: count,
    }),
    documents: z.array(corpusDocument),
  }),
);

export const DOCUMENTS_A_PAGE = 200;
/** A page of the documents, those that are held first. */
export const documentList = question(
  `query Documents($where: DocumentWhere, $limit: Int!, $offset: Int!) {
    documents(where: $where, limit: $limit, offset: $offset, sort: [{ held: DESC }, { id: ASC }]) { ...Listed }
    documentsConnection(where: $where, first: 1) { totalCount }
  }\n${DOCUMENT}`,
  z.object({ documents: z.array(corpusDocument), documentsConnection: z.object({ totalCount: count }) }),
);

export const placeList = question(
  `query Places { places(limit: 200, sort: [{ name: ASC }], where: { documentsConnection: { some: { node: { held: { eq: true } } } } }) { id name } }`,
  z.object({ places: z.array(z.object({ id: z.string(), name: text })) }),
);

const entry = z.object({
  agency: z.extend(agencyBrief, { until: text, places: z.array(z.object({ id: z.string(), name: text })) }),
  leads: count,
  cooperates: count,
  directed: count,
  reports: count,
  receives: count,
});
export type RosterEntry = z.output<typeof entry>;
export const rosterList = question(
  `query Roster($place: ID, $first: Int!) {
    roster(place: $place, first: $first) {
      totalCount hasNextPage
      items { leads cooperates directed reports receives agency { ...AgencyBrief until places { id name } } }
    }
  }\n${FIELDS.agency}`,
  z.object({ roster: z.object({ totalCount: count, hasNextPage: z.boolean(), items: z.array(entry) }) }),
);
