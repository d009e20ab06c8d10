import type { GrafeoValue } from "@grafeo-db/js";
import type { Params, Row } from "../store.ts";
import { paramsWith, plainRow } from "../values.ts";

/** Parameters as the engine takes them: it knows integers from other numbers by itself. */
export function toEngine(params: Params): Record<string, unknown> {
  return paramsWith(params, (number) => number);
}

/** A row of the engine as JSON values; days come as strings already, points in time as `Date`. */
export function fromEngine(row: Readonly<Record<string, GrafeoValue>>): Row {
  return plainRow(row, (value) => (value instanceof Date ? value.toISOString() : value));
}
