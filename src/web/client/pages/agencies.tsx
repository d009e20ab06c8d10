import type { JSX } from "preact";
import { placeList, rosterList, type RosterEntry } from "../ask/corpus.ts";
import type { Place } from "../core/url.ts";
import { useAnswer } from "../core/use-answer.ts";
import { Choice } from "../parts/choice.tsx";
import { type Column, DataTable } from "../parts/data-table.tsx";
import { AgencyLink } from "../parts/links.tsx";
import { Show } from "../parts/states.tsx";
import { day } from "../words/format.ts";
import { useWords } from "../words/say.ts";

const MOST = 1_000;

export function AgenciesPage({ place }: { readonly place: Place }): JSX.Element {
  const { say } = useWords();
  const places = useAnswer(placeList, {});
  const known = places.state === "ready" ? places.value.places : [];
  const answer = useAnswer(rosterList, { place: place.query.get("place") ?? null, first: MOST });
  const options = [
    { value: "", label: say("anyPlace") },
    ...known.map(({ id, name }) => ({ value: id, label: name ?? id })),
  ];
  const columns: readonly Column<RosterEntry>[] = [
    {
      key: "name",
      title: say("agency"),
      value: ({ agency }) => agency.name ?? agency.id,
      cell: ({ agency }) => <AgencyLink agency={agency} />,
      kind: "wide",
    },
    { key: "place", title: say("place"), value: ({ agency }) => agency.places.map(({ name }) => name).join(", ") },
    { key: "leads", title: say("leads"), value: ({ leads }) => leads, kind: "number" },
    { key: "cooperates", title: say("cooperates"), value: ({ cooperates }) => cooperates, kind: "number" },
    { key: "directed", title: say("directed"), value: ({ directed }) => directed, kind: "number" },
    { key: "reports", title: say("reports"), value: ({ reports }) => reports, kind: "number" },
    { key: "receives", title: say("receives"), value: ({ receives }) => receives, kind: "number" },
    {
      key: "until",
      title: say("status"),
      value: ({ agency }) => agency.until,
      cell: ({ agency }) =>
        agency.until === null ? "" : <span class="gone">{say("noMore", { day: day(agency.until) })}</span>,
    },
  ];
  return (
    <>
      <h1>{say("agencies")}</h1>
      <Show answer={answer}>
        {({ roster }) => (
          <DataTable
            name={say("agencies")}
            rows={roster.items}
            total={roster.totalCount}
            columns={columns}
            more={[{ key: "id", title: "id", value: ({ agency }) => agency.id }]}
            id={({ agency }) => agency.id}
            tools={<Choice name="place" label={say("place")} options={options} />}
          />
        )}
      </Show>
    </>
  );
}
