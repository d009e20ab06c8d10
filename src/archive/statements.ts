import { z } from "zod";
import { change } from "../graph/audit.ts";
import { statement } from "../graph/statement.ts";

// The declarations of `cypher/archive`.

const none = z.strictObject({});
const id = z.string();
const maybe = z.string().nullable();
const ids = z.strictObject({ ids: z.array(id) });
const listed = (name: string) => statement(`archive/${name}`, { params: none, row: z.strictObject({ id }) });
const written = <P extends z.ZodType>(name: string, params: P) => statement(`archive/${name}`, { params, row: none });

export const citedName = z.strictObject({
  id,
  name: z.string(),
  kind: maybe,
  number: maybe,
  symbol: maybe,
  folded: z.string(),
});
export const agencyName = z.strictObject({
  id,
  name: z.string(),
  type: z.string(),
  collective: z.boolean(),
  membersKnown: z.boolean().nullable(),
  folded: z.string(),
});
export const personName = z.strictObject({ id, name: z.string() });
export const place = z.strictObject({ id, registry: z.string() });

export const placesKnown = statement("archive/read-places", { params: none, row: place });

export const sources = {
  list: statement("archive/list-sources", { params: none, row: z.strictObject({ sha256: z.string() }) }),
  read: statement("archive/read-source", {
    params: z.strictObject({ sha256: z.string() }),
    row: z.strictObject({
      id: maybe,
      diagnostics: z.array(z.string()).nullable(),
      name: z.string(),
      encoding: maybe,
      length: z.int().nullable(),
      facts: maybe,
      review: maybe,
      text: maybe,
    }),
  }),
  write: written("write-source", z.strictObject({ sha256: z.string(), properties: z.record(z.string(), z.unknown()) })),
};

const named = <R extends z.ZodType>(what: string, row: R) => ({
  list: listed(`list-${what}`),
  read: statement(`archive/read-${what}`, { params: ids, row }),
  write: written(`write-${what}`, z.strictObject({ rows: z.array(row) })),
});
export const cited = named("cited", citedName);
export const agencies = named("agencies", agencyName);
export const persons = named("persons", personName);
const count = z.int();
export const changes = {
  ...named("changes", change),
  count: statement("archive/count-changes", { params: none, row: z.strictObject({ count }) }),
};

const labels = z.array(z.string());
export const content = statement("archive/content", { params: none, row: z.strictObject({ sources: count }) });
export const clear = written("clear", z.strictObject({ labels, limit: z.int() }));
export const left = statement("archive/left", { params: z.strictObject({ labels }), row: z.strictObject({ count }) });

/** A restore that is under way leaves a mark in the store, so that one that was broken off is seen. */
export const mark = {
  begin: written("begin", z.strictObject({ of: z.string() })),
  begun: statement("archive/begun", { params: none, row: z.strictObject({ of: z.string() }) }),
  end: written("end", none),
};
