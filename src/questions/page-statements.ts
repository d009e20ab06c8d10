import { z } from "zod";
import { statement } from "../graph/statement.ts";
import { evidence } from "./shapes.ts";

// The declarations of `cypher/query` that the pages' questions rest on.

const id = z.string();
const text = z.string().nullable();
const ofDocument = z.strictObject({ id });

export const factKind = z.enum(["CITATION", "AGENCY", "TASK", "PART", "TARGET", "REPORT", "RECIPIENT", "SIGNER"]);

export const spansIn = statement("query/spans-in", {
  params: ofDocument,
  row: z.strictObject({
    kind: factKind,
    id,
    name: text,
    role: text,
    task: id.nullable(),
    standing: z.string(),
    start: z.array(z.int()),
    end: z.array(z.int()),
  }),
});

export const linesIn = statement("query/lines-in", {
  params: ofDocument,
  row: z.strictObject({
    from: id.nullable(),
    to: id,
    via: id.nullable(),
    recurs: text,
    deadline: text,
    ...evidence,
  }),
});

const rosterRow = z.strictObject({
  id,
  name: z.string(),
  leads: z.int(),
  cooperates: z.int(),
  directed: z.int(),
  reports: z.int(),
  receives: z.int(),
});
export const rosterOf = statement("query/roster", { params: z.strictObject({}), row: rosterRow });
export const rosterOfPlace = statement("query/roster-of-place", {
  params: z.strictObject({ place: id }),
  row: rosterRow,
});

export const textsHeld = statement("query/texts-held", {
  params: z.strictObject({}),
  row: z.strictObject({ count: z.int() }),
});
