import type { JSX } from "preact";
import { type AgencyHead, reportingOf } from "../ask/agency.ts";
import { useAnswer } from "../core/use-answer.ts";
import { ReportingGraph } from "../graph/reporting-graph.tsx";
import { LineTable } from "../parts/line-table.tsx";
import { Nothing, Show } from "../parts/states.tsx";
import { today } from "../words/format.ts";
import { useWords } from "../words/say.ts";

/** To whom an agency reports and who reports to it, drawn and listed. */
export function AgencyLines({
  agency,
  asOf,
}: {
  readonly agency: AgencyHead;
  readonly asOf: string | null;
}): JSX.Element {
  const { say } = useWords();
  const answer = useAnswer(reportingOf, { id: agency.id, asOf: asOf ?? today() });
  const name = say("reportingOf", { name: agency.name ?? agency.id });
  return (
    <Show answer={answer}>
      {({ reporting }) => {
        if (reporting === null || reporting.lines.length === 0) return <Nothing>{say("empty")}</Nothing>;
        const { lines, loops, deadEnds, truncated } = reporting;
        const names = new Map(
          lines
            .flatMap(({ from, via, to }) => [from, via, to])
            .flatMap((body) => (body === null ? [] : [[body.id, body.name ?? body.id] as const])),
        );
        const named = (ids: readonly string[]): string => ids.map((id) => names.get(id) ?? id).join(", ");
        return (
          <>
            <p class="muted">{say("reportingHint")}</p>
            {loops.map((loop) => (
              <p class="notice" key={loop.join()}>
                {say("loops", { who: named(loop) })}
              </p>
            ))}
            {deadEnds.length === 0 ? null : <p class="notice">{say("deadEnds", { who: named(deadEnds) })}</p>}
            {truncated ? <p class="notice">{say("truncated")}</p> : null}
            <ReportingGraph lines={lines} centre={agency.id} name={name} unnamed={say("unnamedSender")} />
            <LineTable lines={lines} name={name} documents />
          </>
        );
      }}
    </Show>
  );
}
