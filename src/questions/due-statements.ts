import { z } from "zod";
import { statement } from "../graph/statement.ts";
import { evidence, id, text } from "./shapes.ts";

// What falls due on a day.

export const tasksDue = statement("query/tasks-due", {
  params: z.strictObject({ from: z.iso.date(), to: z.iso.date() }),
  row: z.strictObject({ task: id, document: id }),
});

export const linesDue = statement("query/lines-due", {
  params: z.strictObject({}),
  row: z.strictObject({
    from: id.nullable(),
    to: id,
    via: id.nullable(),
    recurs: text,
    deadline: z.string(),
    document: id,
    ...evidence,
  }),
});
