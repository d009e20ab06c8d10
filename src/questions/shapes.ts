import { z } from "zod";

// What the rows of several statements have in common.

export const id = z.string();
export const text = z.string().nullable();
export const day = z.iso.date().nullable();
export const ids = z.strictObject({ ids: z.array(id) });
/** Evidence as an edge carries it. */
export const evidence = {
  owner: id,
  standing: z.string(),
  source: z.array(z.string()),
  section: z.array(z.string()),
  start: z.array(z.int()),
  end: z.array(z.int()),
  words: z.array(z.string()),
  confidence: z.number().nullable(),
};
export const basis = z.enum(["stated", "assigned"]).nullable();
