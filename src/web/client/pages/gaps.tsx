import type { JSX } from "preact";
import { documentList, placeList } from "../ask/corpus.ts";
import { GAP_KINDS, gapsIn } from "../ask/gaps.ts";
import type { Place } from "../core/url.ts";
import { useAnswer } from "../core/use-answer.ts";
import { Choice, DayChoice } from "../parts/choice.tsx";
import { GapCounts } from "../parts/gap-counts.tsx";
import { GapTable } from "../parts/gap-table.tsx";
import { Show } from "../parts/states.tsx";
import { clipped, today } from "../words/format.ts";
import { useWords } from "../words/say.ts";

export function GapsPage({ place }: { readonly place: Place }): JSX.Element {
  const { say } = useWords();
  const { query } = place;
  const kind = query.get("kind") ?? "";
  const asOf = query.get("asof") ?? today();
  const answer = useAnswer(gapsIn, {
    document: query.get("document") ?? null,
    place: query.get("place") ?? null,
    kinds: kind === "" ? null : [kind],
    asOf,
    first: 1_000,
  });
  return (
    <>
      <h1>{say("gaps")}</h1>
      <p class="muted">{say("gapsHint")}</p>
      <Show answer={answer}>
        {({ gaps }) => (
          <>
            <GapCounts gaps={gaps.items} kind={kind} />
            <GapTable gaps={gaps.items} total={gaps.totalCount} name={say("gaps")} tools={<Filters asOf={asOf} />} />
          </>
        )}
      </Show>
    </>
  );
}

function Filters({ asOf }: { readonly asOf: string }): JSX.Element {
  const { say } = useWords();
  const documents = useAnswer(documentList, { where: { held: { eq: true } }, limit: 200, offset: 0 });
  const places = useAnswer(placeList, {});
  const held = documents.state === "ready" ? documents.value.documents : [];
  const known = places.state === "ready" ? places.value.places : [];
  return (
    <>
      <Choice
        name="kind"
        label={say("kind")}
        options={[{ value: "", label: say("all") }, ...GAP_KINDS.map((each) => ({ value: each, label: say(each) }))]}
      />
      <Choice
        name="document"
        label={say("document")}
        options={[
          { value: "", label: say("anyDocument") },
          ...held.map(({ id, name }) => ({ value: id, label: clipped(name ?? id, 60) })),
        ]}
      />
      <Choice
        name="place"
        label={say("place")}
        options={[
          { value: "", label: say("anyPlace") },
          ...known.map(({ id, name }) => ({ value: id, label: name ?? id })),
        ]}
      />
      <DayChoice name="asof" label={say("asOf")} value={asOf} />
    </>
  );
}
