import type { JSX } from "preact";
import type { Agency, DocumentBrief, Task } from "../ask/shapes.ts";
import { agencyAddress, changed, documentAddress } from "../core/url.ts";
import { summaryOf } from "../words/format.ts";
import { useWords } from "../words/say.ts";
import { HeldMark, Summary } from "./marks.tsx";

export function DocumentLink({
  document,
  tab = null,
}: {
  readonly document: Pick<DocumentBrief, "id" | "name" | "title" | "held">;
  readonly tab?: string | null;
}): JSX.Element {
  return (
    <a class="document-link" href={documentAddress(document.id, { tab })} title={document.title ?? ""}>
      <HeldMark held={document.held} brief /> {document.name ?? document.id}
    </a>
  );
}

export function AgencyLink({
  agency,
  asOf = null,
}: {
  readonly agency: Agency;
  readonly asOf?: string | null;
}): JSX.Element {
  const { say } = useWords();
  return (
    <a class="agency-link" href={agencyAddress(agency.id, { asof: asOf })}>
      {agency.name ?? agency.id}
      {agency.collective ? (
        <span class="group-mark" title={say("group")}>
          {" "}
          ⧉<span class="visually-hidden"> ({say("group")})</span>
        </span>
      ) : null}
    </a>
  );
}

/** Where a task stands and what it is, in our words; it opens the task with its evidence. */
export function TaskLink({ task }: { readonly task: Task }): JSX.Element {
  const { say, language } = useWords();
  return (
    <a class="task-link" href={changed({ task: task.id, link: null })} title={say("openTask")}>
      <span class="address">{task.address ?? task.section ?? String(task.ordinal)}</span>
      <Summary text={summaryOf(task, language)} />
    </a>
  );
}
