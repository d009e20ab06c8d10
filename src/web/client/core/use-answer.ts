import { useEffect, useState } from "preact/hooks";
import { ask, AskError, type Question, type Variables } from "./graphql.ts";

export type Answer<T> =
  | { readonly state: "loading"; readonly value: T | null }
  | { readonly state: "failed"; readonly error: AskError; readonly retry: () => void }
  | { readonly state: "ready"; readonly value: T };

const MOST_KEPT = 60;
const kept = new Map<string, unknown>();

/** Keeps the last answers, so that going back shows at once what was there. */
function keep(key: string, value: unknown): void {
  kept.delete(key);
  kept.set(key, value);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
}

/** The answer to a question, asked again when it changes; null variables ask nothing yet. While another one loads, the last answer stays. */
export function useAnswer<T>(question: Question<T>, variables: Variables | null): Answer<T> {
  const key = variables === null ? null : `${question.query} ${JSON.stringify(variables)}`;
  const known = key === null ? undefined : (kept.get(key) as T | undefined);
  const [last, setLast] = useState<{ key: string; value?: T; error?: AskError } | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (key === null || variables === null || kept.has(key)) return;
    const stop = new AbortController();
    ask(question, variables, stop.signal).then(
      (value) => {
        keep(key, value);
        if (!stop.signal.aborted) setLast({ key, value });
      },
      (error: unknown) => {
        if (stop.signal.aborted) return;
        setLast({ key, error: error instanceof AskError ? error : new AskError("UNEXPECTED", String(error)) });
      },
    );
    return () => stop.abort();
  }, [key, turn]);
  if (known !== undefined) return { state: "ready", value: known };
  if (last !== null && last.key === key && last.error !== undefined)
    return { state: "failed", error: last.error, retry: () => setTurn(turn + 1) };
  return { state: "loading", value: last?.value ?? null };
}
