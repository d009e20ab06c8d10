import type { JSX } from "preact";
import { DOUBTFUL } from "../../../facts/doubtful.ts";
import type { Evidence } from "../ask/shapes.ts";
import { documentAddress } from "../core/url.ts";
import { useWords } from "../words/say.ts";
import { Quotation } from "./marks.tsx";

/** The places that prove a fact: the exact words where they are kept, and where they stand. */
export function EvidenceList({ evidence }: { readonly evidence: readonly Evidence[] }): JSX.Element {
  return (
    <ul class="evidence-list">
      {evidence.map((each, index) => (
        <li key={index}>
          <EvidenceItem evidence={each} />
        </li>
      ))}
    </ul>
  );
}

function EvidenceItem({ evidence }: { readonly evidence: Evidence }): JSX.Element {
  const { say } = useWords();
  const { document, start, end, text, standing, confidence } = evidence;
  const standingWords = { EXTRACTED: say("extracted"), REVIEWED: say("reviewed"), REGISTRY: say("registry") }[standing];
  return (
    <>
      {text === null ? (
        <span class="muted">{standing === "REGISTRY" ? say("registry") : say("noWords")}</span>
      ) : (
        <Quotation text={text} />
      )}
      <small class="place">
        {evidence.address === null ? null : <>{evidence.address} · </>}
        {document !== null && start !== null && end !== null ? (
          <a href={documentAddress(document, { tab: "reader", at: `${String(start)}-${String(end)}` })}>
            {evidence.source}, {say("characters", { start, end })}
          </a>
        ) : (
          evidence.source
        )}{" "}
        · {standingWords}
        {confidence === null ? null : (
          <>
            ,{" "}
            <span class={confidence < DOUBTFUL ? "doubtful" : undefined}>
              {say("proved", { share: Math.round(confidence * 100) })}
            </span>
          </>
        )}
        {evidence.note === null ? null : <> · {evidence.note}</>}
      </small>
    </>
  );
}
