import type { Transaction } from "./store.ts";

/**
 * Hands `work` a transaction over `run` and gives back what it resolves to, once every statement that it started has ended.
 * A transaction in which a statement failed is lost, also where `work` caught the error: its first failure is thrown in the end, so that the caller rolls
 * back. Without this the engines differ: Grafeo would commit the rest, the Neo4j driver would report success without committing.
 */
export async function allOrNothing<T>(
  run: Transaction["run"],
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const started = new Set<Promise<unknown>>();
  let failed: { readonly because: unknown } | undefined;
  const guarded: Transaction["run"] = async (cypher, params) => {
    if (failed !== undefined) throw failed.because;
    const running = run(cypher, params);
    started.add(running);
    try {
      return await running;
    } catch (error) {
      failed ??= { because: error };
      throw error;
    }
  };
  let answer: T;
  try {
    answer = await work({ run: guarded });
  } catch (error) {
    // What `work` still has under way gives nothing more to a transaction that ends.
    failed ??= { because: error };
    throw error;
  } finally {
    await Promise.allSettled(started);
  }
  if (failed !== undefined) throw failed.because;
  return answer;
}
