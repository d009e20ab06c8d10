import type { Store } from "../graph/store.ts";
import { agencyBriefs, documentBriefs, taskBriefs } from "../questions/documents.ts";
import type { Names } from "./render/names.ts";

/** What these ids are called; ids that are missing (null) are left out. */
export async function namesOf(
  store: Store,
  ids: Readonly<Record<"documents" | "tasks" | "agencies", readonly (string | null | undefined)[]>>,
): Promise<Names> {
  const given = (list: readonly (string | null | undefined)[]): string[] => list.filter((id) => id != null);
  return {
    documents: await documentBriefs(store, given(ids.documents)),
    tasks: await taskBriefs(store, given(ids.tasks)),
    agencies: await agencyBriefs(store, given(ids.agencies)),
  };
}
