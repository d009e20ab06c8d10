import { lexicographicSortSchema, printSchema } from "graphql/index.js";
import type { QuestionResolver } from "./context.ts";
import { makeApi } from "./make-schema.ts";
import type { Store } from "../graph/store.ts";

const nobody = (): never => {
  throw new Error("this schema is only printed");
};
const NO_STORE: Store = {
  kind: "embedded",
  place: "none",
  read: nobody,
  write: nobody,
  prepare: nobody,
  searchText: nobody,
  version: nobody,
  close: nobody,
};
const QUESTIONS: Readonly<Record<string, QuestionResolver>> = {};

/** The whole schema as clients see it: the node types, what is generated around them, and the questions. */
export async function augmentedSchema(): Promise<string> {
  const { schema } = await makeApi({ store: NO_STORE, questions: QUESTIONS });
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
