import type { JSX } from "preact";
import type { AgencyHead } from "../ask/agency.ts";
import { obligationsIn } from "../ask/gaps.ts";
import { here } from "../core/url.ts";
import { useAnswer } from "../core/use-answer.ts";
import { DayChoice } from "../parts/choice.tsx";
import { ObligationTable } from "../parts/obligation-table.tsx";
import { Nothing, Show } from "../parts/states.tsx";
import { today } from "../words/format.ts";
import { useWords } from "../words/say.ts";

/** What falls due next, the earliest first; as a calendar file too. */
export function AgencyDuties({ agency }: { readonly agency: AgencyHead }): JSX.Element {
  const { say } = useWords();
  const { query } = here();
  const from = query.get("from") ?? today();
  const to = query.get("to") ?? `${String(Number(from.slice(0, 4)) + 6)}-12-31`;
  const answer = useAnswer(obligationsIn, { agency: agency.id, place: null, from, to });
  const tools = (
    <>
      <DayChoice name="from" label={say("fromDay")} value={from} />
      <DayChoice name="to" label={say("toDay")} value={to} />
    </>
  );
  return (
    <Show answer={answer}>
      {({ obligations }) =>
        obligations.length === 0 ? (
          <>
            <div class="toolbar">{tools}</div>
            <Nothing>{say("noDuties")}</Nothing>
          </>
        ) : (
          <ObligationTable
            obligations={obligations}
            name={`${say("dueNext")} ${agency.name ?? agency.id}`}
            tools={tools}
          />
        )
      }
    </Show>
  );
}
