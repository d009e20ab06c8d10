import * as z from "zod/mini";
import { question } from "../core/graphql.ts";
import { agencyBrief, documentBrief, FIELDS, taskBrief } from "./shapes.ts";

const found = z.discriminatedUnion("__typename", [
  z.extend(documentBrief, { __typename: z.literal("Document") }),
  z.extend(agencyBrief, {
    __typename: z.literal("Agency"),
    places: z.array(z.object({ name: z.nullable(z.string()) })),
  }),
  z.extend(taskBrief, {
    __typename: z.literal("Task"),
    assignedBy: z.array(z.object({ id: z.string(), name: z.nullable(z.string()) })),
  }),
]);
const hit = z.object({
  score: z.number(),
  passage: z.string(),
  ranges: z.array(z.tuple([z.int(), z.int()])),
  found,
});
export type Hit = z.output<typeof hit>;

const HIT = `fragment HitParts on Hit {
  score passage ranges
  found { __typename ... on Document { ...DocumentBrief } ... on Agency { ...AgencyBrief places { name } } ... on Task { ...TaskBrief assignedBy { id name } } }
}`;
const PARTS = [HIT, FIELDS.document, FIELDS.agency, FIELDS.task].join("\n");

/** What a name means and where words stand, together: people type either. */
export const searching = question(
  `query Search($text: String!, $first: Int!) {
    resolve(text: $text) { ...HitParts }
    search(text: $text, first: $first) { ...HitParts }
  }\n${PARTS}`,
  z.object({ resolve: z.array(hit), search: z.array(hit) }),
);
