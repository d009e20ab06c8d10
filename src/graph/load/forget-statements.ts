import { z } from "zod";
import { statement } from "../statement.ts";

// The declarations of `cypher/load/forget`.

const id = z.string();

export const forgetStatements = {
  about: statement("load/forget/about", {
    params: z.strictObject({ id }),
    row: z.strictObject({ claims: id, name: z.string(), number: z.string().nullable(), tasks: z.int() }),
  }),
  leaning: statement("load/forget/leaning", {
    params: z.strictObject({ id, number: z.string() }),
    row: z.strictObject({ id }),
  }),
  unheld: statement("load/forget/unheld", {
    params: z.strictObject({ ids: z.array(id) }),
    row: z.strictObject({ id, registered: z.boolean() }),
  }),
  onlyCited: statement("load/forget/only-cited", {
    params: z.strictObject({ rows: z.array(z.object({ id, properties: z.record(z.string(), z.unknown()) })) }),
    row: z.strictObject({}),
  }),
};
