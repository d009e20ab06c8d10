import { z } from "zod";
import { statement } from "../graph/statement.ts";

// The declarations of `cypher/doctor`.

const none = z.strictObject({});
const count = z.int();

export const heldWithCounts = statement("doctor/held", {
  params: none,
  row: z.strictObject({
    id: z.string(),
    name: z.string(),
    conflict: z.boolean(),
    sha256: z.string().nullable(),
    tasks: count,
    targets: count,
    wordless: count,
  }),
});
export const orphans = statement("doctor/orphans", {
  params: none,
  row: z.strictObject({ label: z.string(), count, example: z.string().nullable() }),
});
export const withoutEvidence = statement("doctor/without-evidence", {
  params: none,
  row: z.strictObject({ type: z.string(), count, owner: z.string() }),
});
