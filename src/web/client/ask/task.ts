import * as z from "zod/mini";
import { question } from "../core/graphql.ts";
import { agencyBrief, documentBrief, FIELDS, taskBrief, text } from "./shapes.ts";

const partEdge = z.object({
  node: agencyBrief,
  properties: z.object({
    basis: text,
    inherited: z.boolean(),
    scope: text,
    source: z.array(z.string()),
    section: z.array(z.string()),
    start: z.array(z.int()),
    end: z.array(z.int()),
    words: z.array(z.string()),
    standing: z.string(),
    confidence: z.nullable(z.number()),
  }),
});
const parts = z.object({ edges: z.array(partEdge) });
export type PartEdge = z.output<typeof partEdge>;
export const taskDetail = z.extend(taskBrief, {
  start: z.nullable(z.int()),
  end: z.nullable(z.int()),
  assignedBy: z.array(documentBrief),
  carriesOut: z.array(documentBrief),
  leadersConnection: parts,
  cooperatorsConnection: parts,
  directedConnection: parts,
});
export type TaskDetail = z.output<typeof taskDetail>;

const PART =
  "{ edges { node { ...AgencyBrief } properties { basis inherited scope source section start end words standing confidence } } }";

/** One task with everything that proves it. */
export const oneTask = question(
  `query Task($id: ID!) {
    tasks(where: { id: { eq: $id } }) {
      ...TaskBrief start end assignedBy { ...DocumentBrief } carriesOut { ...DocumentBrief }
      leadersConnection(first: 200) ${PART} cooperatorsConnection(first: 200) ${PART} directedConnection(first: 200) ${PART}
    }
  }\n${FIELDS.task}\n${FIELDS.document}\n${FIELDS.agency}`,
  z.object({ tasks: z.array(taskDetail) }),
);
