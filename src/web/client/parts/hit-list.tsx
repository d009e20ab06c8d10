import type { JSX } from "preact";
import type { Hit } from "../ask/search.ts";
import { agencyAddress, documentAddress } from "../core/url.ts";
import { documentDay, summaryOf } from "../words/format.ts";
import { useWords } from "../words/say.ts";
import { HeldMark, Summary } from "./marks.tsx";

export function HitList({ hits }: { readonly hits: readonly Hit[] }): JSX.Element {
  return (
    <ul class="hits">
      {hits.map((hit) => (
        <li key={hit.found.id} data-row>
          <HitItem hit={hit} />
        </li>
      ))}
    </ul>
  );
}

function HitItem({ hit }: { readonly hit: Hit }): JSX.Element {
  const { say, language } = useWords();
  const { found } = hit;
  switch (found.__typename) {
    case "Document":
      return (
        <>
          <span class="hit-kind">{say("document")}</span>
          <div>
            <a href={documentAddress(found.id)}>{found.name ?? found.id}</a> <HeldMark held={found.held} />{" "}
            <span class="muted">{documentDay(say, found)}</span>
            <div class="hit-text">
              <Matched hit={hit} />
            </div>
          </div>
        </>
      );
    case "Agency":
      return (
        <>
          <span class="hit-kind">{found.collective ? say("group") : say("agency")}</span>
          <div>
            <a href={agencyAddress(found.id)}>{found.name ?? found.id}</a>{" "}
            <span class="muted">{found.places.map(({ name }) => name).join(", ")}</span>
            {hit.passage === found.name ? null : (
              <div class="hit-text">
                <Matched hit={hit} />
              </div>
            )}
          </div>
        </>
      );
    case "Task": {
      const isSummary = hit.passage === found.summaryVi || hit.passage === found.summaryEn;
      const summary = summaryOf(found, language);
      return (
        <>
          <span class="hit-kind">{say("task")}</span>
          <div>
            <a href={documentAddress(found.documentId, { tab: "tasks", task: found.id })}>
              {found.address ?? found.section}
            </a>{" "}
            <span class="muted">{found.assignedBy.map(({ name }) => name).join(", ")}</span>
            <div class="hit-text">
              {isSummary ? (
                <>
                  <abbr class="summary-label" title={say("summaryHint")}>
                    {say("summary")}
                  </abbr>{" "}
                  <Matched hit={hit} />
                </>
              ) : (
                <>
                  <Summary text={summary} />
                  {found.text === null ? (
                    <div>
                      <Matched hit={hit} />
                    </div>
                  ) : (
                    <div>
                      <q class="quotation" lang="vi">
                        <Matched hit={hit} />
                      </q>
                    </div>
                  )}
                </>
              )}
            </div>
          </div>
        </>
      );
    }
  }
}

const BEFORE = 70;
const AFTER = 180;

/** The passage around the first words that match, with all that match marked. */
function Matched({ hit: { passage, ranges } }: { readonly hit: Hit }): JSX.Element {
  const first = ranges[0]?.[0] ?? 0;
  const begin =
    passage.length <= BEFORE + AFTER ? 0 : Math.max(0, passage.lastIndexOf(" ", Math.max(0, first - BEFORE)) + 1);
  const end = Math.min(passage.length, begin + BEFORE + AFTER);
  const parts: JSX.Element[] = [];
  let at = begin;
  for (const [from, to] of ranges) {
    if (from < at || to > end) continue;
    parts.push(
      <>
        {passage.slice(at, from)}
        <mark>{passage.slice(from, to)}</mark>
      </>,
    );
    at = to;
  }
  return (
    <>
      {begin > 0 ? "… " : ""}
      {parts}
      {passage.slice(at, end)}
      {end < passage.length ? " …" : ""}
    </>
  );
}
