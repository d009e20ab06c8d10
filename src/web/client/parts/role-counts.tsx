import type { JSX } from "preact";
import type { ResponsibilityPage } from "../ask/agency.ts";
import { changed } from "../core/url.ts";
import { useWords } from "../words/say.ts";

/** How many parts an agency has, by role and by how it comes to be concerned; each figure filters. */
export function RoleCounts({
  page,
  role,
  via,
}: {
  readonly page: ResponsibilityPage;
  readonly role: string;
  readonly via: string;
}): JSX.Element {
  const { say } = useWords();
  const roles = Map.groupBy(page.byRole, (each) => each.role);
  return (
    <ul class="role-counts">
      {[...roles].map(([each, counts]) => (
        <li key={each} class={role === each ? "is-chosen" : ""}>
          <a
            class="role-total"
            href={changed({ role: role === each && via === "" ? null : each, via: null })}
            aria-current={role === each && via === "" ? "true" : undefined}
          >
            <strong>{counts.reduce((sum, { count }) => sum + count, 0)}</strong> {say(each)}
          </a>
          <span class="vias">
            {counts.map(({ via: how, count }) => (
              <a
                key={how}
                href={changed({ role: each, via: how })}
                aria-current={role === each && via === how ? "true" : undefined}
              >
                {count} {how === "NAMED" ? say("NAMED") : how === "GROUP" ? say("groupShort") : say("successorShort")}
              </a>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
