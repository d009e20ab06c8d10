import type { JSX } from "preact";
import { placeList, rosterList } from "../ask/corpus.ts";
import { type Obligation, obligationsIn } from "../ask/gaps.ts";
import type { Place } from "../core/url.ts";
import { useAnswer } from "../core/use-answer.ts";
import { Choice, DayChoice } from "../parts/choice.tsx";
import { ObligationTable } from "../parts/obligation-table.tsx";
import { Show } from "../parts/states.tsx";
import { today } from "../words/format.ts";
import { useWords } from "../words/say.ts";

export function CalendarPage({ place }: { readonly place: Place }): JSX.Element {
  const { say } = useWords();
  const { query } = place;
  const from = query.get("from") ?? today();
  const to = query.get("to") ?? nextYear(from);
  const answer = useAnswer(obligationsIn, {
    agency: query.get("agency") ?? null,
    place: query.get("place") ?? null,
    from,
    to,
  });
  return (
    <>
      <h1>{say("calendar")}</h1>
      <p class="muted">{say("calendarHint")}</p>
      <Show answer={answer}>
        {({ obligations }) => (
          <>
            <Months obligations={obligations} />
            <ObligationTable obligations={obligations} name={say("calendar")} tools={<Filters from={from} to={to} />} />
          </>
        )}
      </Show>
    </>
  );
}

export function nextYear(day: string): string {
  return `${String(Number(day.slice(0, 4)) + 1)}${day.slice(4)}`.replace("-02-29", "-02-28");
}

function Filters({ from, to }: { readonly from: string; readonly to: string }): JSX.Element {
  const { say } = useWords();
  const places = useAnswer(placeList, {});
  const roster = useAnswer(rosterList, { place: null, first: 1_000 });
  const known = places.state === "ready" ? places.value.places : [];
  const bodies = roster.state === "ready" ? roster.value.roster.items : [];
  return (
    <>
      <DayChoice name="from" label={say("fromDay")} value={from} />
      <DayChoice name="to" label={say("toDay")} value={to} />
      <Choice
        name="agency"
        label={say("agency")}
        options={[
          { value: "", label: say("anyAgency") },
          ...bodies.map(({ agency }) => ({
            value: agency.id,
            label: [agency.name ?? agency.id, ...agency.places.map(({ name }) => name)].join(" · "),
          })),
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
    </>
  );
}

/** How much falls due in each month, as bars with their figures. */
function Months({ obligations }: { readonly obligations: readonly Obligation[] }): JSX.Element | null {
  const months = [...Map.groupBy(obligations, ({ due }) => due.slice(0, 7))].map(([month, items]) => ({
    month,
    count: items.length,
  }));
  if (months.length < 2) return null;
  const most = Math.max(...months.map(({ count }) => count));
  return (
    <ol class="months">
      {months.map(({ month, count }) => (
        <li key={month}>
          <span class="bar" style={{ height: `${String(Math.round((48 * count) / most) + 2)}px` }} aria-hidden="true" />
          <strong>{count}</strong>
          <span>
            {Number(month.slice(5))}/{month.slice(0, 4)}
          </span>
        </li>
      ))}
    </ol>
  );
}
