import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { glance } from "../ask/corpus.ts";
import { type Hit, searching } from "../ask/search.ts";
import { change, type Place } from "../core/url.ts";
import { useAnswer } from "../core/use-answer.ts";
import { Choice } from "../parts/choice.tsx";
import { Nothing, Show } from "../parts/states.tsx";
import { useWords } from "../words/say.ts";
import { DocumentTable } from "./documents.tsx";
import { HitList } from "../parts/hit-list.tsx";

const MOST_HITS = 60;
/** How long typing has to pause before it is asked for, in milliseconds. */
const PAUSE = 220;

export function HomePage({ place }: { readonly place: Place }): JSX.Element {
  const { say } = useWords();
  const asked = place.query.get("q") ?? "";
  const [typed, setTyped] = useState(asked);
  useEffect(() => setTyped(asked), [asked]);
  useEffect(() => {
    if (typed === asked) return;
    const wait = setTimeout(() => change({ q: typed }, "replace"), PAUSE);
    return () => clearTimeout(wait);
  }, [typed]);
  return (
    <>
      <section class={`home-search ${asked === "" ? "" : "is-asked"}`}>
        <h1>Mandate</h1>
        <p class="tagline">{say("tagline")}</p>
        <form
          role="search"
          onSubmit={(event) => {
            event.preventDefault();
            change({ q: typed });
          }}
        >
          <input
            type="search"
            name="q"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
            aria-label={say("searchLabel")}
            aria-describedby="search-hint"
            autofocus
          />
          <button type="submit">{say("searchButton")}</button>
        </form>
        <p id="search-hint" class="muted">
          {say("searchHint")}
        </p>
      </section>
      {asked.trim() === "" ? <Glance /> : <Results text={asked} kind={place.query.get("kind") ?? ""} />}
    </>
  );
}

function Results({ text, kind }: { readonly text: string; readonly kind: string }): JSX.Element {
  const { say } = useWords();
  const answer = useAnswer(searching, { text, first: MOST_HITS });
  const fits = ({ found }: Hit): boolean => kind === "" || found.__typename === kind;
  const options = [
    { value: "", label: say("kindAll") },
    { value: "Document", label: say("kindDocument") },
    { value: "Agency", label: say("kindAgency") },
    { value: "Task", label: say("kindTask") },
  ];
  return (
    <Show answer={answer}>
      {({ resolve, search }) => {
        const named = resolve.filter(({ score }) => score >= 0.9);
        const ids = new Set(named.map(({ found }) => found.id));
        const others = search.filter(({ found }) => !ids.has(found.id));
        const shown = [named.filter(fits), others.filter(fits)] as const;
        const total = shown[0].length + shown[1].length;
        return (
          <section class="results">
            <div class="toolbar">
              <Choice name="kind" label={say("kind")} options={options} />
              <span class="count" role="status">
                {say("found", { n: total, text })}
              </span>
            </div>
            {total === 0 ? (
              <Nothing>
                <p>{say("nothingFound", { text })}</p>
                <p>{say("nothingFoundHint")}</p>
              </Nothing>
            ) : null}
            {shown[0].length === 0 ? null : (
              <>
                <h2>{say("meant")}</h2>
                <HitList hits={shown[0]} />
              </>
            )}
            {shown[1].length === 0 ? null : (
              <>
                <h2>{say("more")}</h2>
                <HitList hits={shown[1]} />
              </>
            )}
          </section>
        );
      }}
    </Show>
  );
}

function Glance(): JSX.Element {
  const { say } = useWords();
  const answer = useAnswer(glance, {});
  return (
    <Show answer={answer}>
      {({ corpus, documents }) => (
        <section>
          <h2>{say("corpus")}</h2>
          <dl class="figures">
            <div>
              <dd>{corpus.held}</dd>
              <dt>
                <span aria-hidden="true">●</span> {say("heldDocuments")}
              </dt>
            </div>
            <div>
              <dd>{corpus.texts}</dd>
              <dt>{say("textsHeld")}</dt>
            </div>
            <div>
              <dd>{corpus.cited}</dd>
              <dt>
                <span aria-hidden="true">○</span> <a href="/documents?held=no">{say("citedDocuments")}</a>
              </dt>
            </div>
            <div>
              <dd>{corpus.tasks}</dd>
              <dt>{say("nTasks")}</dt>
            </div>
            <div>
              <dd>{corpus.agencies}</dd>
              <dt>
                <a href="/agencies">{say("nAgencies")}</a>
              </dt>
            </div>
            <div>
              <dd>{corpus.targets}</dd>
              <dt>{say("nTargets")}</dt>
            </div>
          </dl>
          <DocumentTable documents={documents} name={say("documents")} />
        </section>
      )}
    </Show>
  );
}
