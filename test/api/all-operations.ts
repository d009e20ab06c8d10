import { moreFilters, morePages, moreRelations } from "./more-operations.ts";
import { aggregates, connections, filters, lists, nested, type Operation, relations } from "./operations.ts";
import { asked } from "./questions.ts";

/** Every operation of the generated API that has to be answered alike on every store. */
export const operations: Readonly<Record<string, readonly Operation[]>> = {
  lists,
  filters,
  "filters on relations": relations,
  "relations inside": nested,
  connections,
  aggregates,
  "more filters": moreFilters,
  "more filters on relations": moreRelations,
  "more pages, orders and aggregates": morePages,
  "nodes inside the answers of questions": asked,
};
