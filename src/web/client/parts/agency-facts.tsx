import type { JSX } from "preact";
import type { AgencyHead } from "../ask/agency.ts";
import { day } from "../words/format.ts";
import { useWords } from "../words/say.ts";
import { AgencyLink } from "./links.tsx";

/** Since when a body stands, what it belongs to, and what became of it. */
export function AgencyFacts({ agency }: { readonly agency: AgencyHead }): JSX.Element | null {
  const { say } = useWords();
  const successors = agency.succeededByConnection.edges;
  const predecessors = agency.succeedsConnection.edges;
  const list = (bodies: readonly Parameters<typeof AgencyLink>[0]["agency"][]): JSX.Element => (
    <ul class="inline-list">
      {bodies.map((each) => (
        <li key={each.id}>
          <AgencyLink agency={each} />
        </li>
      ))}
    </ul>
  );
  const steps = (edges: typeof successors): JSX.Element => (
    <ul class="inline-list">
      {edges.map(({ node, properties: { on, partial, subject } }) => (
        <li key={`${node.id} ${subject ?? ""}`}>
          <AgencyLink agency={node} />{" "}
          <small class="muted">
            {[on === null ? null : day(on), partial === true ? say("partial", { what: subject ?? "" }) : null]
              .filter((each) => each !== null)
              .join(" · ")}
          </small>
        </li>
      ))}
    </ul>
  );
  const rows = [
    agency.until === null
      ? null
      : [say("status"), <span class="gone">{say("noMore", { day: day(agency.until) })}</span>],
    successors.length === 0 ? null : [say("becameOf"), steps(successors)],
    predecessors.length === 0 ? null : [say("cameFrom"), steps(predecessors)],
    agency.partOf.length === 0 ? null : [say("partOf"), list(agency.partOf)],
    agency.parts.length === 0 ? null : [say("parts"), list(agency.parts)],
    agency.memberOf.length === 0 ? null : [say("memberOf"), list(agency.memberOf)],
    !agency.collective
      ? null
      : [
          say("members"),
          agency.members.length === 0 ? (
            <span class="muted">{agency.membersKnown === false ? say("membersUnknown") : say("empty")}</span>
          ) : (
            <details>
              <summary>{agency.members.length}</summary>
              {list(agency.members)}
            </details>
          ),
        ],
  ].filter((row) => row !== null);
  if (rows.length === 0) return null;
  return (
    <dl class="facts">
      {rows.map(([title, value], index) => (
        <div key={index}>
          <dt>{title}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
