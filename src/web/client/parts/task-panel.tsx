import type { JSX } from "preact";
import { oneTask, type PartEdge, type TaskDetail } from "../ask/task.ts";
import type { Evidence, Role } from "../ask/shapes.ts";
import { address, documentAddress } from "../core/url.ts";
import { useAnswer } from "../core/use-answer.ts";
import { citation } from "../exports/citation.ts";
import { due, summaryOf } from "../words/format.ts";
import { useWords } from "../words/say.ts";
import { CopyButton } from "./copy-button.tsx";
import { EvidenceList } from "./evidence-list.tsx";
import { AgencyLink, DocumentLink } from "./links.tsx";
import { Quotation, RoleMark } from "./marks.tsx";
import { Panel } from "./panel.tsx";
import { Nothing, Show } from "./states.tsx";

/** One task: what it says, who has which part in it, and the words that prove each. */
export function TaskPanel({ id }: { readonly id: string }): JSX.Element {
  const { say } = useWords();
  const answer = useAnswer(oneTask, { id });
  return (
    <Panel name={say("task")} subject={id}>
      <Show answer={answer}>
        {({ tasks: [task] }) => (task === undefined ? <Nothing>{say("empty")}</Nothing> : <TaskBody task={task} />)}
      </Show>
    </Panel>
  );
}

function TaskBody({ task }: { readonly task: TaskDetail }): JSX.Element {
  const { say, language } = useWords();
  const [document] = task.assignedBy;
  const when = due(say, task);
  const summary = summaryOf(task, language);
  return (
    <div class="task-body">
      <p class="where">
        <strong>{task.address ?? task.section}</strong>
        {document === undefined ? null : (
          <>
            <br />
            <DocumentLink document={document} />
          </>
        )}
      </p>
      {task.headings.length === 0 ? null : (
        <p class="headings">
          <span class="label">{say("heading")}</span> {task.headings.join(" › ")}
        </p>
      )}
      <section>
        <h3>{say("ourWords")}</h3>
        <p class="summary-text">{summary ?? say("noSummary")}</p>
      </section>
      <section>
        <h3>{say("exactWords")}</h3>
        {task.text === null ? <p class="muted">{say("noWords")}</p> : <Quotation text={task.text} />}
      </section>
      <p>
        <span class="label">{say("due")}</span> {when === "" ? say("noDue") : when}
        {task.dueText !== null ? (
          <>
            {" "}
            — <q lang="vi">{task.dueText.normalize("NFC")}</q>
          </>
        ) : null}
      </p>
      <Parts role="LEADS" edges={task.leadersConnection.edges} task={task} />
      <Parts role="COOPERATES" edges={task.cooperatorsConnection.edges} task={task} />
      <Parts role="DIRECTED" edges={task.directedConnection.edges} task={task} />
      {task.carriesOut.length === 0 ? null : (
        <section>
          <h3>{say("carriesOut")}</h3>
          <ul>
            {task.carriesOut.map((each) => (
              <li key={each.id}>
                <DocumentLink document={each} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <div class="actions">
        <CopyButton label={say("copyCitation")} text={() => citation(task, document?.name ?? task.documentId)} />
        <CopyButton
          label={say("copyLink")}
          text={() =>
            location.origin + address(`/documents/${encodeURI(task.documentId)}`, { tab: "tasks", task: task.id })
          }
        />
        <a
          href={documentAddress(task.documentId, {
            tab: "reader",
            at: `${String(task.start ?? 0)}-${String(task.end ?? 0)}`,
          })}
        >
          {say("openReader")}
        </a>
      </div>
    </div>
  );
}

function Parts({
  role,
  edges,
  task,
}: {
  readonly role: Role;
  readonly edges: readonly PartEdge[];
  readonly task: TaskDetail;
}): JSX.Element | null {
  const { say } = useWords();
  if (edges.length === 0) return null;
  return (
    <section>
      <h3>
        {say(role)} ({edges.length})
      </h3>
      <ul class="parts">
        {edges.map(({ node, properties }) => (
          <li key={node.id}>
            <AgencyLink agency={node} />{" "}
            <RoleMark
              role={role}
              basis={properties.basis === "stated" ? "STATED" : properties.basis === "assigned" ? "ASSIGNED" : null}
              inherited={properties.inherited}
              scope={properties.scope === "relevant" ? "RELEVANT" : "ALL"}
            />
            <details>
              <summary>{say("evidenceCount", { n: properties.start.length })}</summary>
              <EvidenceList evidence={evidenceOf(properties, task.documentId)} />
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** An edge's flat evidence as the questions give it. */
export function evidenceOf(
  flat: Pick<PartEdge["properties"], "source" | "section" | "start" | "end" | "words" | "standing" | "confidence">,
  document: string,
): readonly Evidence[] {
  const filled = (text: string | undefined): string | null => (text === undefined || text === "" ? null : text);
  return flat.start.map((start, index) => ({
    source: flat.source[index] ?? "",
    document,
    section: filled(flat.section[index]),
    address: filled(flat.section[index]),
    start,
    end: flat.end[index] ?? null,
    text: filled(flat.words[index]),
    standing: flat.standing === "reviewed" ? ("REVIEWED" as const) : ("EXTRACTED" as const),
    confidence: flat.confidence,
    note: null,
  }));
}
