import type { ComponentChildren, JSX } from "preact";
import type { Answer } from "../core/use-answer.ts";
import { useWords } from "../words/say.ts";

/** Shows an answer when it is there; until then that it loads, or why it cannot be had and what to do. While a changed question loads, the last answer stays, dimmed. */
export function Show<T>({
  answer,
  children,
}: {
  readonly answer: Answer<T>;
  readonly children: (value: T) => ComponentChildren;
}): JSX.Element {
  switch (answer.state) {
    case "ready":
      return <>{children(answer.value)}</>;
    case "loading":
      if (answer.value === null) return <Loading />;
      return (
        <div class="stale" aria-busy="true">
          {children(answer.value)}
        </div>
      );
    case "failed":
      return <Failed {...answer} />;
  }
}

export function Loading(): JSX.Element {
  const { say } = useWords();
  return (
    <div class="loading" role="status" aria-live="polite">
      <span class="visually-hidden">{say("loading")}</span>
      <i />
      <i />
      <i />
    </div>
  );
}

function Failed({ error, retry }: Extract<Answer<unknown>, { state: "failed" }>): JSX.Element {
  const { say } = useWords();
  const why = { AWAY: "failedAway", REFUSED: "failedRefused", UNEXPECTED: "failedUnexpected" } as const;
  return (
    <div class="notice bad" role="alert">
      <strong>{say("failed")}</strong>
      <p>{say(why[error.kind], { why: error.message })}</p>
      <button type="button" onClick={retry}>
        {say("retry")}
      </button>
    </div>
  );
}

export function Nothing({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return <div class="notice empty">{children}</div>;
}
