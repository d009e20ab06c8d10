import { z } from "zod";

/**
 * An archive is gzip over lines of JSON: a header, one record of a section a line, and an end that counts the records and has the SHA-256 of
 * every byte before it. `zcat` shows it. It knows nothing of the store that it came from.
 */
export const FORMAT = { mandate: "archive", version: 1 } as const;

export const header = z.object({
  mandate: z.literal(FORMAT.mandate),
  version: z.literal(FORMAT.version),
  madeAt: z.iso.datetime(),
  /** The registry that the graph rested on; restored with another one, the graph is made anew from the facts and may know more. */
  registry: z.string(),
});
export type Header = z.output<typeof header>;

export const end = z.strictObject({ kind: z.literal("end"), records: z.int(), sha256: z.string() });
