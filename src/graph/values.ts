import type { Params, Row, Value } from "./store.ts";
import { StoreError } from "./store.ts";

/** Parameters for an engine, with `number` giving its form of each number; what is `undefined` goes in as null. */
export function paramsWith(params: Params, number: (value: number) => unknown): Record<string, unknown> {
  const engineValue = (value: Value | undefined): unknown => {
    if (value === undefined || value === null) return null;
    if (typeof value === "number") return number(value);
    if (typeof value !== "object") return value;
    return isList(value) ? value.map(engineValue) : engineMap(value);
  };
  // Key by key: a load gives millions of values, and lists of entries would take it three times as long.
  const engineMap = (map: Params): Record<string, unknown> => {
    const given: Record<string, unknown> = {};
    for (const name of Object.keys(map)) given[name] = engineValue(map[name]);
    return given;
  };
  return engineMap(params);
}

/**
 * A row of an engine as JSON values. `unwrap` turns the engine's own objects into a string, a number or a bigint, and leaves lists and maps alone.
 * Throws `STATEMENT_FAILED` for an integer past 2^53 and for any other object: our statements return no nodes.
 */
export function plainRow(row: Readonly<Record<string, unknown>>, unwrap: (value: object) => unknown): Row {
  const plain = (value: unknown, name: string): Value => {
    if (value === null || typeof value === "boolean" || typeof value === "number" || typeof value === "string") {
      return value;
    }
    if (typeof value === "bigint") return exact(value, name);
    if (Array.isArray(value)) return value.map((item) => plain(item, name));
    if (isMap(value)) {
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner, `${name}.${key}`)]));
    }
    const bare = typeof value === "object" ? unwrap(value) : value;
    if (bare !== value) return plain(bare, name);
    throw new StoreError("STATEMENT_FAILED", `the column ${name} holds a value that is no JSON value`);
  };
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value, name)]));
}

function exact(value: bigint, name: string): number {
  const plain = Number(value);
  if (Number.isSafeInteger(plain)) return plain;
  throw new StoreError(
    "STATEMENT_FAILED",
    `the column ${name} holds ${value.toString()}, more than a number can hold exactly`,
  );
}

// Array.isArray does not narrow a readonly array.
function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
