import type { JSX } from "preact";
import { type DocumentHead, linesOf } from "../ask/document.ts";
import { useAnswer } from "../core/use-answer.ts";
import { ReportingGraph } from "../graph/reporting-graph.tsx";
import { LineTable } from "../parts/line-table.tsx";
import { Nothing, Show } from "../parts/states.tsx";
import { useWords } from "../words/say.ts";

/** Who reports to whom, as this document says. */
export function DocumentLines({ head }: { readonly head: DocumentHead }): JSX.Element {
  const { say } = useWords();
  const answer = useAnswer(linesOf, { id: head.id });
  const name = say("reportingOf", { name: head.name ?? head.id });
  return (
    <Show answer={answer}>
      {({ statedLines: lines }) =>
        lines === null || lines.length === 0 ? (
          <Nothing>{say("whyNO_REPORTING")}</Nothing>
        ) : (
          <>
            <p class="muted">{say("reportingHint")}</p>
            <ReportingGraph lines={lines} centre={null} name={name} unnamed={say("unnamedSender")} />
            <LineTable lines={lines} name={name} documents={false} />
          </>
        )
      }
    </Show>
  );
}
