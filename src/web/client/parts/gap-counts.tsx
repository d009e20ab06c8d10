import type { JSX } from "preact";
import type { Gap } from "../ask/gaps.ts";
import { changed } from "../core/url.ts";
import { useWords } from "../words/say.ts";

/** How many gaps there are of each kind; each figure filters. */
export function GapCounts({ gaps, kind }: { readonly gaps: readonly Gap[]; readonly kind: string }): JSX.Element {
  const { say } = useWords();
  const kinds = [...Map.groupBy(gaps, (gap) => gap.kind)];
  return (
    <ul class="role-counts">
      {kinds.map(([each, found]) => (
        <li key={each} class={each === kind ? "is-chosen" : ""}>
          <a href={changed({ kind: each === kind ? null : each })} aria-current={each === kind ? "true" : undefined}>
            <strong>{found.length}</strong> {say(each)}
          </a>
        </li>
      ))}
    </ul>
  );
}
