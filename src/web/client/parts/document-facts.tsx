import type { JSX } from "preact";
import type { DocumentHead } from "../ask/document.ts";
import { day, documentDay } from "../words/format.ts";
import { useWords } from "../words/say.ts";
import { EvidenceList } from "./evidence-list.tsx";
import { AgencyLink, DocumentLink } from "./links.tsx";
import { evidenceOf } from "./task-panel.tsx";

/** What a document says of itself: who, when, signed by whom, resting on what. What it does not say is not shown. */
export function DocumentFacts({ head }: { readonly head: DocumentHead }): JSX.Element {
  const { say } = useWords();
  const number = [head.number, head.symbol].filter((part) => part !== null).join("-");
  const rests = restsOf(head);
  return (
    <div class="facts-block">
      <dl class="facts">
        {number === "" ? null : (
          <div>
            <dt>{say("number")}</dt>
            <dd>{number}</dd>
          </div>
        )}
        <div>
          <dt>{say("issuer")}</dt>
          <dd>
            {head.issuedBy.length > 0
              ? head.issuedBy.map((agency) => <AgencyLink key={agency.id} agency={agency} />)
              : (head.issuerName ?? "—")}
          </dd>
        </div>
        <div>
          <dt>{say("issuedOn")}</dt>
          <dd>{documentDay(say, head)}</dd>
        </div>
        {head.periodFrom === null && head.periodTo === null ? null : (
          <div>
            <dt>{say("period")}</dt>
            <dd>
              {day(head.periodFrom)} – {day(head.periodTo)}
            </dd>
          </div>
        )}
        {head.signedByConnection.edges.map(({ node, properties }) => (
          <div key={node.name}>
            <dt>{say("signer")}</dt>
            <dd>
              {node.name}{" "}
              <small class="muted">
                {[
                  properties.position,
                  properties.onBehalfOf === null ? null : say("onBehalf", { who: properties.onBehalfOf }),
                ]
                  .filter((each) => each !== null)
                  .join(", ")}
              </small>
            </dd>
          </div>
        ))}
        {head.places.length === 0 ? null : (
          <div>
            <dt>{say("place")}</dt>
            <dd>{head.places.map(({ name }) => name).join(", ")}</dd>
          </div>
        )}
        {rests.length === 0 ? null : (
          <div class="rests">
            <dt>{say("restsOn")}</dt>
            <dd>
              {rests.map(({ node, evidence, relations }) => (
                <div key={node.id} class="rest">
                  <DocumentLink document={node} />{" "}
                  <small class="muted">{relations.map((each) => say(each)).join(", ")}</small>
                  <details>
                    <summary>{say("evidenceCount", { n: evidence.length })}</summary>
                    <EvidenceList evidence={evidence} />
                  </details>
                </div>
              ))}
            </dd>
          </div>
        )}
      </dl>
      {head.diagnostics.length === 0 ? null : (
        <details class="diagnostics">
          <summary>{say("diagnosticsOf", { n: head.diagnostics.length })}</summary>
          <ul>
            {head.diagnostics.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** The documents that it carries out or rests on itself, each once, with the places that say so. */
function restsOf({ implementsConnection, basedOnConnection }: DocumentHead) {
  const edges = [
    ...implementsConnection.edges.map((edge) => ({ ...edge, relation: "IMPLEMENTS" as const })),
    ...basedOnConnection.edges.map((edge) => ({ ...edge, relation: "BASED_ON" as const })),
  ].filter(({ properties }) => properties.direct);
  return [...Map.groupBy(edges, ({ node }) => node.id).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const evidence = group.flatMap(({ properties }) => evidenceOf(properties, properties.owner));
    return [{ node: first.node, relations: [...new Set(group.map(({ relation }) => relation))], evidence }];
  });
}
