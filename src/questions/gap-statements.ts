import { z } from "zod";
import { statement } from "../graph/statement.ts";
import { basis, day, id, ids, text } from "./shapes.ts";

// What gaps are found by.

export const leadsIn = statement("query/leads-in", {
  params: ids,
  row: z.strictObject({
    document: id,
    task: id,
    ordinal: z.int(),
    source: z.string(),
    agency: id.nullable(),
    name: text,
    basis,
    collective: z.boolean().nullable(),
    membersKnown: z.boolean().nullable(),
    until: day,
    dayVaries: z.boolean().nullable(),
    endBasis: text,
    mayHaveCaucus: z.boolean().nullable(),
  }),
});

const idRow = z.strictObject({ id });
export const heldIds = statement("query/held-ids", { params: z.strictObject({}), row: idRow });
export const heldOfPlace = statement("query/held-of-place", { params: z.strictObject({ place: id }), row: idRow });

export const receiversOf = statement("query/receivers-of", {
  params: ids,
  row: z.strictObject({
    document: id,
    relation: z.enum(["RECEIVES", "ISSUED"]),
    agency: id,
    name: z.string(),
    collective: z.boolean(),
    membersKnown: z.boolean().nullable(),
    words: z.array(z.string()),
  }),
});

export const membersOf = statement("query/members-of", {
  params: ids,
  row: z.strictObject({
    group: id,
    member: id,
    name: z.string(),
    mayHaveCaucus: z.boolean().nullable(),
    from: day,
    until: day,
    onlyWhereNamed: text,
  }),
});

export const wholesAndBoards = statement("query/wholes-and-boards", {
  params: ids,
  row: z.strictObject({ agency: id, other: id, kind: z.string() }),
});

const documentRow = { params: ids, row: z.strictObject({ document: id }) };
export const reportingDocuments = statement("query/reporting-documents", documentRow);
export const orderedBy = statement("query/ordered-by", documentRow);
