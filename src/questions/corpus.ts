import { counts } from "../graph/counts.ts";
import { read } from "../graph/statement.ts";
import type { Store } from "../graph/store.ts";
import { textsHeld } from "./page-statements.ts";

/** How much is there. `held` documents were read, `cited` ones are known only by citation or from the registry; of `texts` the words are kept too. */
export interface Corpus {
  readonly held: number;
  readonly cited: number;
  readonly texts: number;
  readonly tasks: number;
  readonly agencies: number;
  readonly targets: number;
  readonly places: number;
}

export async function corpus(store: Store): Promise<Corpus> {
  const [{ nodes, held }, [texts]] = await Promise.all([counts(store), read(store, textsHeld, {})]);
  const of = (label: string): number => nodes[label] ?? 0;
  return {
    held,
    cited: of("Document") - held,
    texts: texts?.count ?? 0,
    tasks: of("Task"),
    agencies: of("Agency"),
    targets: of("Target"),
    places: of("Place"),
  };
}
