import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { documentHead, type DocumentHead } from "../ask/document.ts";
import { documentAddress, type Place } from "../core/url.ts";
import { useAnswer } from "../core/use-answer.ts";
import { DocumentFacts } from "../parts/document-facts.tsx";
import { HeldMark } from "../parts/marks.tsx";
import { Nothing, Show } from "../parts/states.tsx";
import { Tabs } from "../parts/tabs.tsx";
import { useWords } from "../words/say.ts";
import { DocumentGaps } from "./document-gaps.tsx";
import { DocumentLines } from "./document-lines.tsx";
import { LineageTab } from "./document-lineage.tsx";
import { MatrixTab } from "./document-matrix.tsx";
import { ReaderTab } from "./document-reader.tsx";
import { Recipients } from "./document-recipients.tsx";
import { TargetsTab } from "./document-targets.tsx";
import { TasksTab } from "./document-tasks.tsx";

export function DocumentPage({ id, place }: { readonly id: string; readonly place: Place }): JSX.Element {
  const { say } = useWords();
  const answer = useAnswer(documentHead, { id });
  return (
    <Show answer={answer}>
      {({ documents: [document] }) =>
        document === undefined ? (
          <Nothing>{say("unknownDocument", { id })}</Nothing>
        ) : (
          <Known document={document} place={place} />
        )
      }
    </Show>
  );
}

function Known({ document: head, place }: { readonly document: DocumentHead; readonly place: Place }): JSX.Element {
  const { say } = useWords();
  useEffect(() => {
    document.title = `${head.name ?? head.id} · Mandate`;
  });
  const tab = place.query.get("tab") ?? "lineage";
  const all = [
    { key: "lineage", title: say("lineage") },
    { key: "tasks", title: say("tasks"), count: head.tasksConnection.totalCount },
    { key: "matrix", title: say("matrix") },
    { key: "targets", title: say("targets"), count: head.targets.length },
    { key: "reporting", title: say("reporting") },
    { key: "gaps", title: say("gaps") },
    { key: "recipients", title: say("recipients"), count: head.recipientsConnection.totalCount },
    { key: "reader", title: say("reader") },
  ];
  const tabs = head.held ? all : all.filter(({ key }) => key === "lineage" || key === "gaps");
  return (
    <article>
      <header class="page-head">
        <p class="kind-line">
          <HeldMark held={head.held} />
          {head.conflict ? <span class="gone"> · {say("conflict")}</span> : null}
        </p>
        <h1>{head.name ?? head.id}</h1>
        {head.title === null ? null : (
          <p class="document-title" lang="vi">
            {head.title}
          </p>
        )}
      </header>
      <DocumentFacts head={head} />
      <Tabs
        tabs={tabs}
        current={tab}
        address={(key) => documentAddress(head.id, { tab: key === "lineage" ? null : key })}
      />
      <div class="tab-body">
        <Body tab={tab} head={head} place={place} />
      </div>
    </article>
  );
}

function Body({
  tab,
  head,
  place,
}: {
  readonly tab: string;
  readonly head: DocumentHead;
  readonly place: Place;
}): JSX.Element {
  switch (tab) {
    case "tasks":
      return <TasksTab head={head} place={place} />;
    case "matrix":
      return <MatrixTab head={head} place={place} />;
    case "targets":
      return <TargetsTab head={head} />;
    case "reporting":
      return <DocumentLines head={head} />;
    case "gaps":
      return <DocumentGaps id={head.id} />;
    case "recipients":
      return <Recipients head={head} />;
    case "reader":
      return <ReaderTab head={head} place={place} />;
    default:
      return <LineageTab head={head} place={place} />;
  }
}
