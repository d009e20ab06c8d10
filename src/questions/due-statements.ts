import { z } from "zod";
import { statement } from "../graph/statement.ts";
import { evidence, id, text } from "./shapes.ts";

// What falls due on a day.

const window = { from: z.iso.date(), to: z.iso.date() };
const place = { place: id };
const taskRow = z.strictObject({ task: id, document: id });
const lineRow = z.strictObject({
  from: id.nullable(),
  to: id,
  via: id.nullable(),
  recurs: text,
  deadline: z.string(),
  document: id,
  ...evidence,
});

export const tasksDue = statement("query/tasks-due", { params: z.strictObject(window), row: taskRow });
export const linesDue = statement("query/lines-due", { params: z.strictObject({}), row: lineRow });
export const tasksDueOfPlace = statement("query/tasks-due-of-place", {
  params: z.strictObject({ ...window, ...place }),
  row: taskRow,
});
export const linesDueOfPlace = statement("query/lines-due-of-place", { params: z.strictObject(place), row: lineRow });
