import type { JSX } from "preact";
import { gapsIn } from "../ask/gaps.ts";
import { useAnswer } from "../core/use-answer.ts";
import { GapTable } from "../parts/gap-table.tsx";
import { Show } from "../parts/states.tsx";
import { today } from "../words/format.ts";
import { useWords } from "../words/say.ts";

export function DocumentGaps({ id }: { readonly id: string }): JSX.Element {
  const { say } = useWords();
  const answer = useAnswer(gapsIn, { document: id, place: null, kinds: null, asOf: today(), first: 1_000 });
  return (
    <>
      <p class="muted">{say("gapsHint")}</p>
      <Show answer={answer}>
        {({ gaps }) => <GapTable gaps={gaps.items} total={gaps.totalCount} name={say("gaps")} />}
      </Show>
    </>
  );
}
