import type { JSX } from "preact";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { type DocumentHead, type FactSpan, wordsOf } from "../ask/document.ts";
import { agencyAddress, change, changed, documentAddress, type Place } from "../core/url.ts";
import { useAnswer } from "../core/use-answer.ts";
import { RoleMark } from "../parts/marks.tsx";
import { Nothing, Show } from "../parts/states.tsx";
import { type Segment, segmentsOf } from "../parts/segments.ts";
import { useWords } from "../words/say.ts";

const KINDS = ["TASK", "PART", "AGENCY", "CITATION", "TARGET", "REPORT", "RECIPIENT", "SIGNER"] as const;

/** The held text with every fact where it stands. */
export function ReaderTab({ head, place }: { readonly head: DocumentHead; readonly place: Place }): JSX.Element {
  const { say } = useWords();
  const answer = useAnswer(wordsOf, { id: head.id });
  return (
    <Show answer={answer}>
      {({ words }) =>
        words === null ? (
          <Nothing>{say("readerNotHeld")}</Nothing>
        ) : (
          <Reader text={words.text} spans={words.spans} place={place} name={head.name ?? head.id} />
        )
      }
    </Show>
  );
}

function Reader({
  text,
  spans,
  place,
  name,
}: {
  readonly text: string;
  readonly spans: readonly FactSpan[];
  readonly place: Place;
  readonly name: string;
}): JSX.Element {
  const { say } = useWords();
  const hidden = new Set((place.query.get("hide") ?? "").split(",").filter((kind) => kind !== ""));
  const [from = -1, to = from] = (place.query.get("at") ?? "")
    .split("-")
    .filter((part) => part !== "")
    .map(Number);
  const segments = useMemo(
    () =>
      segmentsOf(
        text,
        spans.filter(({ kind }) => !hidden.has(kind)),
        { start: from, end: to },
      ),
    [text, spans, place.query.get("hide"), from, to],
  );
  const body = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    body.current?.querySelector(".is-here")?.scrollIntoView({ block: "center" });
  }, [from, to]);
  const facts = spans.filter(({ start, end }) => start < Math.max(to, from + 1) && end > from);
  const toggle = (kind: string): string =>
    (hidden.has(kind) ? [...hidden].filter((each) => each !== kind) : [...hidden, kind]).join(",");
  return (
    <>
      <div class="toolbar reader-tools">
        <span>{say("showFacts")}</span>
        {KINDS.map((kind) => (
          <label key={kind} class={`fact-choice kind-${kind}`}>
            <input
              type="checkbox"
              checked={!hidden.has(kind)}
              onChange={() => change({ hide: toggle(kind) }, "replace")}
            />{" "}
            <span>{say(`fact${kind}`)}</span>
          </label>
        ))}
      </div>
      <p class="muted hint">{say("readerHint")}</p>
      <div class="reader">
        <div class="text" ref={body} lang="vi" tabIndex={0} role="region" aria-label={name}>
          {segments.map((segment) => (
            <Piece key={segment.start} segment={segment} text={text} />
          ))}
        </div>
        <div class="reader-facts" aria-live="polite">
          <h2>{say("factsHere")}</h2>
          {from < 0 || facts.length === 0 ? <p class="muted">{say("chooseFact")}</p> : <Facts facts={facts} />}
        </div>
      </div>
    </>
  );
}

function Piece({
  segment: { start, end, inTask, kind, here, span },
  text,
}: {
  readonly segment: Segment;
  readonly text: string;
}): JSX.Element {
  const words = text.slice(start, end).normalize("NFC");
  const classes = `${inTask ? "in-task" : ""} ${here ? "is-here" : ""}`;
  if (kind === null || span === null || words.trim() === "") return <span class={classes}>{words}</span>;
  return (
    <a class={`fact kind-${kind} ${classes}`} href={changed({ at: `${String(span.start)}-${String(span.end)}` })}>
      {words}
    </a>
  );
}

function Facts({ facts }: { readonly facts: readonly FactSpan[] }): JSX.Element {
  const { say } = useWords();
  const unique = [
    ...new Map(facts.map((fact) => [`${fact.kind} ${fact.id} ${fact.role ?? ""} ${fact.task ?? ""}`, fact])).values(),
  ];
  return (
    <ul class="facts-here">
      {unique.map((fact) => (
        <li key={`${fact.kind} ${fact.id} ${fact.role ?? ""} ${fact.task ?? ""}`} class={`kind-${fact.kind}`}>
          <span class="fact-kind">{say(`fact${fact.kind}`)}</span> <FactLink fact={fact} />
        </li>
      ))}
    </ul>
  );
}

function FactLink({ fact: { kind, id, name, role, task } }: { readonly fact: FactSpan }): JSX.Element {
  const { say } = useWords();
  switch (kind) {
    case "CITATION":
      return (
        <>
          <a href={documentAddress(id)}>{name ?? id}</a> <small>{role === null ? "" : say(role as "IMPLEMENTS")}</small>
        </>
      );
    case "TASK":
      return <a href={changed({ task: id })}>{name ?? id}</a>;
    case "PART":
      return (
        <>
          <a href={agencyAddress(id)}>{name ?? id}</a> <RoleMark role={(role ?? "LEADS") as "LEADS"} />{" "}
          {task === null ? null : <a href={changed({ task })}>→ {say("task")}</a>}
        </>
      );
    case "TARGET":
    case "SIGNER":
      return <span>{name ?? id}</span>;
    case "AGENCY":
    case "RECIPIENT":
    case "REPORT":
      return <a href={agencyAddress(id)}>{name ?? id}</a>;
  }
}
