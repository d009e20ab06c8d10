import { z } from "zod";
import type { Params } from "../../src/graph/store.ts";

/** The least parameters of a statement: null, an empty list, an id that nothing has, a day, no properties. */
export function leastParameters(params: z.ZodType): Params {
  const shape = params instanceof z.ZodObject ? params.shape : {};
  return Object.fromEntries(Object.entries(shape).map(([key, type]) => [key, nothing(type as z.ZodType)]));
}

function nothing(type: z.ZodType): never {
  const candidates: readonly unknown[] = [null, [], 1, "nothing", "2024-01-11", {}];
  return candidates.find((candidate) => type.safeParse(candidate).success) as never;
}
