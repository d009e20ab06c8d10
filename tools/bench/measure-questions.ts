import { ASKS, EMPTY, type Ask } from "./asks.ts";
import { inTurn } from "./spread.ts";
import { askHttp, type Loaded } from "./stores.ts";

/** Milliseconds of each round, of one question asked of one store. */
export interface Asked {
  readonly ask: Ask;
  readonly of: Loaded;
  readonly bare: readonly number[];
  readonly http: readonly number[];
  /** An empty question through the same server. */
  readonly empty: readonly number[];
  /** By what @neo4j/graphql generates; null where it cannot say it, or not on this store. */
  readonly generated: readonly number[] | null;
}

const WARM = 3;
const REPEATS = 3;

/** Asks every question of every store, all ways in turn. */
export async function measureQuestions(
  all: readonly Loaded[],
  rounds: number,
  say: (line: string) => void,
): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  for (const ask of ASKS) {
    say(`  ${ask.name}`);
    const ways = all.flatMap((of) => {
      const generated = of.kind === "neo4j" ? ask.generated : undefined;
      return [
        () => ask.bare(of.store),
        () => askHttp(of.url, ask.query),
        () => askHttp(of.url, EMPTY),
        () => (generated === undefined ? Promise.resolve() : askHttp(of.url, generated)),
      ];
    });
    const times = await inTurn(ways, { rounds, warm: WARM, repeats: REPEATS });
    for (const [index, of] of all.entries()) {
      const [bare = [], http = [], empty = [], generated = []] = times.slice(index * 4, index * 4 + 4);
      const expressed = of.kind === "neo4j" && ask.generated !== undefined;
      asked.push({ ask, of, bare, http, empty, generated: expressed ? generated : null });
    }
  }
  return asked;
}
