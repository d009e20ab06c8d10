import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { agencyHead, type AgencyHead, MOST_ITEMS, responsibilitiesOf } from "../ask/agency.ts";
import { agencyAddress, type Place } from "../core/url.ts";
import { useAnswer } from "../core/use-answer.ts";
import { AgencyFacts } from "../parts/agency-facts.tsx";
import { Nothing, Show } from "../parts/states.tsx";
import { Tabs } from "../parts/tabs.tsx";
import { day, today } from "../words/format.ts";
import { useWords } from "../words/say.ts";
import { AgencyDuties } from "./agency-duties.tsx";
import { AgencyLines } from "./agency-lines.tsx";
import { AgencyTouches } from "./agency-touches.tsx";
import { AgencyWorksWith } from "./agency-works-with.tsx";

export function AgencyPage({ id, place }: { readonly id: string; readonly place: Place }): JSX.Element {
  const { say } = useWords();
  const answer = useAnswer(agencyHead, { id });
  return (
    <Show answer={answer}>
      {({ agencies: [agency] }) =>
        agency === undefined ? (
          <Nothing>{say("unknownAgency", { id })}</Nothing>
        ) : (
          <Known agency={agency} place={place} />
        )
      }
    </Show>
  );
}

function Known({ agency, place }: { readonly agency: AgencyHead; readonly place: Place }): JSX.Element {
  const { say } = useWords();
  const name = agency.name ?? agency.id;
  const asOf = place.query.get("asof") ?? null;
  useEffect(() => {
    document.title = `${name} · Mandate`;
  });
  const tab = place.query.get("tab") ?? "touches";
  const to = (key: string): string => agencyAddress(agency.id, { tab: key === "touches" ? null : key, asof: asOf });
  const tabs = [
    { key: "touches", title: say("touches") },
    { key: "due", title: say("dueNext") },
    { key: "with", title: say("works") },
    { key: "reporting", title: say("reporting") },
  ];
  return (
    <article>
      <header class="page-head">
        <p class="kind-line">
          {agency.collective ? say("group") : say("agency")}
          {agency.places.length === 0 ? "" : ` · ${agency.places.map((each) => each.name).join(", ")}`}
        </p>
        <h1>{name}</h1>
        <AsOf asOf={asOf} agency={agency} tab={tab} />
      </header>
      <AgencyFacts agency={agency} />
      <Tabs tabs={tabs} current={tab} address={to} />
      <div class="tab-body">
        <Body tab={tab} agency={agency} place={place} asOf={asOf} />
      </div>
    </article>
  );
}

/** As the documents wrote it, or as bodies stand today after the mergers of 2025. */
function AsOf({
  asOf,
  agency,
  tab,
}: {
  readonly asOf: string | null;
  readonly agency: AgencyHead;
  readonly tab: string;
}): JSX.Element {
  const { say } = useWords();
  const to = (day: string | null): string =>
    agencyAddress(agency.id, { asof: day, tab: tab === "touches" ? null : tab });
  return (
    <p class="as-of" role="group" aria-label={say("asOf")}>
      <a href={to(null)} aria-current={asOf === null ? "true" : undefined}>
        {say("asWritten")}
      </a>
      <a href={to(today())} aria-current={asOf === null ? undefined : "true"}>
        {asOf === null || asOf === today() ? say("asOfToday") : `${say("asOf")} ${day(asOf)}`}
      </a>
    </p>
  );
}

function Body({
  tab,
  agency,
  place,
  asOf,
}: {
  readonly tab: string;
  readonly agency: AgencyHead;
  readonly place: Place;
  readonly asOf: string | null;
}): JSX.Element {
  const { say } = useWords();
  const answer = useAnswer(
    responsibilitiesOf,
    tab === "touches" || tab === "with" ? { id: agency.id, asOf, first: MOST_ITEMS } : null,
  );
  if (tab === "due") return <AgencyDuties agency={agency} />;
  if (tab === "reporting") return <AgencyLines agency={agency} asOf={asOf} />;
  return (
    <Show answer={answer}>
      {({ responsibilities: page }) =>
        page === null ? (
          <Nothing>{say("empty")}</Nothing>
        ) : tab === "with" ? (
          <AgencyWorksWith page={page} agency={agency} />
        ) : (
          <AgencyTouches page={page} agency={agency} place={place} asOf={asOf} />
        )
      }
    </Show>
  );
}
